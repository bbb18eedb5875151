"""The append-only ledger: records, the hash chain, its checks and verdicts, undoable acts, registers, backup rules.

Reaches times and text; knows no kind of act.
"""
