"""Plain mode: the whole main job as a conversation line by line, nothing redrawn; `conversation` begins and ends it.

Reaches the commands, whose questions and sentences it shares, and every room that they reach.
"""
