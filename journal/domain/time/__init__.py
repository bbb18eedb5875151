"""Moments, time spans and time zones; the parser of typed times, and the formatting of moments.

Imports text and base; knows no record.
"""
