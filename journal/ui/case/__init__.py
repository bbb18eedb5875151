"""The case around the entries: steps, people, reports and orders, their forms, what is offered of them, the help lines.

Reaches the rooms of the entry and below, never the timeline.
"""
