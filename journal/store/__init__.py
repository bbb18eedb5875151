"""Persistence: one JSON file, its write-ahead log, checkpoints, encryption, lock, backup and recovery.

Reaches the domain only; TinyDB stays behind it.
"""
