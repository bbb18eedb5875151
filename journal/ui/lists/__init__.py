"""Lists drawn line by line, and one that is narrowed by typing.

Reaches fields and frame; knows no topic of the journal.
"""
