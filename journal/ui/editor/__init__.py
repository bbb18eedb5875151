"""The form of an entry: its fields, the choice of a kind, drafts, and whom typed words recognise.

Reaches the shared forms and below; knows nothing of evidence and handing over.
"""
