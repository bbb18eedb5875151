"""The present state, folded from the records: relations, undo, erasure, search, and the forms that read it.

Reaches every value below; the overview alone stands above it.
"""
