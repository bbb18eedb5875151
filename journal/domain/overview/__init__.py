"""The whole case at a glance: counts, the first no and what came after it, what is still to do.

Reads the state and every value below it; changes nothing.
"""
