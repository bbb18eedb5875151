"""The preview: every field that leaves or stays, in words, and what was taken out by hand.

Reaches the dossier, the model and the selection; writes nothing.
"""
