"""Present state, reduced from the records of the ledger: relations, undo, erasure and search.

Imports every room of the domain but the overview.
"""
