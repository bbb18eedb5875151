"""What keeps the screen from other eyes: the quick exit, covers and locks, passphrases, no traces.

Reaches the dialogs and below; holds no word of an entry.
"""
