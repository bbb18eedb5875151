"""Case objects beside the entries: people and their identifiers, reports, orders, steps and help lines.

Imports evidence, kinds and below; knows no entry and no state.
"""
