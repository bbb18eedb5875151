"""Dossier: the sections, each rendered once as blocks; `dossier` says which receiver gets which."""
