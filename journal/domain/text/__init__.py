"""Text for the user: translation, escaping of control characters, normalisation for search, numbers, sizes, calendar
names.

Imports base only.
"""
