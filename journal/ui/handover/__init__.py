"""Handing over: the choice, the preview of every field that leaves, letters, and what was given so far.

Reaches the shared forms and below; knows nothing of the editor and evidence.
"""
