"""RFC 3161 time stamps of a third party, checked offline.

Knows no file of the journal.
"""
