"""Foundations: errors, clock, canonical JSON and digests, progress callbacks.

Imports nothing of this program.
"""
