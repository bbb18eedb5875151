"""Exhibits, chain of custody, evidence checklist, and integrity of the stored files.

Imports kinds and below; knows no entry and no state.
"""
