"""Preview: every field that leaves or is withheld, in words, and the exclusions made by hand.

Reaches the dossier, the model and the selection; writes nothing.
"""
