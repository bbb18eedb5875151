"""The parts of a dossier as blocks of a document; `dossier` says which receiver gets which.

Reaches the model and the selection; knows no format.
"""
