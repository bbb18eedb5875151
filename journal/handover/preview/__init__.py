"""Preview: every field that leaves or is withheld, in words, and the exclusions made by hand.

Reaches the requests and below; writes nothing.
"""
