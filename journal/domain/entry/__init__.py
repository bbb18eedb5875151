"""Entries: their fields and labels, versions, summary, and the form that edits them.

Imports the case, evidence, kinds and below; knows no state.
"""
