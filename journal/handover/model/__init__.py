"""The document as values: headings, paragraphs, tables, links; every writer draws the same ones.

Reaches nothing else of the hand-over.
"""
