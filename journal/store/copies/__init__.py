"""Copies of a whole journal: backup, restore, recovery from damage, verification of a file.

Reaches the ledger, the file and below; nothing else in the store knows it.
"""
