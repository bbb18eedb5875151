"""Forms as data: what is asked of an entry and of each object of the case, and what was typed in answer.

Imports the entry and the rooms below it; knows no state.
"""
