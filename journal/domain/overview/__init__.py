"""Overview of the whole case: counts, the first refusal of contact, open checklist items.

Reads the state and every value below it; changes nothing.
"""
