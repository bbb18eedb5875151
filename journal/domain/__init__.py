"""The domain model: frozen values and pure rules, without input and output.

Reaches no other package of this program, no file and no screen.
"""
