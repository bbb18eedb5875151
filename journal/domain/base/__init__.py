"""What everything stands on: errors, the clock, canonical bytes and digests, long work.

Reaches nothing of this program.
"""
