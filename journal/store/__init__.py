"""The storage engine: one JSON file with a write-ahead log, checkpoints, encryption, backup and recovery."""
