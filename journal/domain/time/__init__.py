"""Moments, spans and clocks, in words and out of typed words.

Reaches text and base; knows no record.
"""
