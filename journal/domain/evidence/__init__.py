"""Exhibits, their custody, the evidence checklist, and which stored file belongs to which.

Reaches kinds and below; knows no entry and no state.
"""
