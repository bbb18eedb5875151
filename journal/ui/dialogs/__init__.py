"""Questions over a screen, long work with its progress, and the base class of screens that act on a journal.

Reaches fields and frame; knows no topic of the journal.
"""
