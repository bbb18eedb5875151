"""Append-only ledger: records, hash chain, integrity checks and verdicts, action ids, registers, backup rules.

Imports times and text; knows no kind of act.
"""
