"""Encryption in the age format: the key, its wraps under passphrase and recovery code, sealed streams.

Knows no file of the journal.
"""
