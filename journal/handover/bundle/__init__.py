"""The bundle: a BagIt zip with ledger, files, and verifiers for a bare Python and for a browser.

Reaches the dossier and below, and evidence; knows no writer.
"""
