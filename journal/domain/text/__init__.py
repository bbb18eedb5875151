"""Text for the user: translation, escaping, normalisation for search, numbers, sizes, calendar names.

Imports base only.
"""
