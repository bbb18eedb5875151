"""The open ledger: loading, commits, checkpoints, erasing, and the TinyDB tables over it.

Reaches the file and below, never the copies.
"""
