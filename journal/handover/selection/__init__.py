"""Selection and redaction: what leaves and why, and which fields are withheld.

Reaches nothing else of the hand-over.
"""
