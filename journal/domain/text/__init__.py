"""Words for people: messages and their languages, harmless text, folding for search, numbers, sizes, names of days.

Reaches base only.
"""
