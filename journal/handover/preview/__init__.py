"""The preview: every field that leaves or stays, in words, and what was taken out by hand.

Reaches the requests and below; writes nothing.
"""
