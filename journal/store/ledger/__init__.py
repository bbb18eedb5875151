"""The open ledger: loading, appending, checkpointing, erasing, and the TinyDB tables over it.

Reaches the file and below, never the copies.
"""
