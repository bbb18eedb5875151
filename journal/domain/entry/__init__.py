"""Entries: their fields and labels, their versions, and their summary.

Imports the case, evidence, kinds and below; knows no state.
"""
