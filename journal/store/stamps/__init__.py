"""Time stamps of a third party (RFC 3161), checked offline.

Knows no file of the journal.
"""
