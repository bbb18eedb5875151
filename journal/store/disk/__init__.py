"""Operating system: durable writes, the write lock, free space, removable media, time zones.

Knows no file of the journal.
"""
