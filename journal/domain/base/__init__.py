"""What everything stands on: errors, the clock, canonical bytes and digests, progress.

Reaches nothing of this program.
"""
