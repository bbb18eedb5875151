"""Present state, reduced from the records of the ledger: relations, undo, erasure, search, and the forms that read it.

Imports every room of the domain but the overview.
"""
