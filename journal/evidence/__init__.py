"""Readers of evidence files: type, times, location, duration, preview. All input is untrusted.

Knows no journal and no screen; writes nothing.
"""
