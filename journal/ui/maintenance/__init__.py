"""What keeps a journal whole: backup, integrity check, settings, erasure.

Reaches the dialogs and below; knows no topic of the journal.
"""
