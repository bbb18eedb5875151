"""What is chosen, what leaves with it and why, and what is withheld.

Reaches nothing else of the hand-over.
"""
