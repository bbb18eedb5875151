"""Consistency checks of the log: what a reader who doubts it could ask, found by plain rules over the state.

May use the overview and what lies below it.
"""
