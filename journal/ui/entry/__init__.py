"""One entry: read, with its checklist, its versions and what belongs to it.

Reaches the rooms of evidence and forms and below, never the case around it.
"""
