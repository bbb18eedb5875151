"""The case around the entries: people, identifiers, reports, orders, steps and help lines.

Reaches evidence, kinds and below; knows no entry and no state.
"""
