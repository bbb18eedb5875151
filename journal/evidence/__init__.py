"""Readers of files before they become exhibits: media type, times, location, duration, digest, a harmless preview.

Reaches the domain only and writes nothing; every byte that is read here is hostile.
"""
