"""An entry: its fields, their labels, its versions, its summary, and the form that asks for it.

Reaches the case, evidence, kinds and below; knows no state.
"""
