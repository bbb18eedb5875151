"""Document model: headings, paragraphs, tables, links, as values that every writer renders.

Reaches nothing else of the hand-over.
"""
