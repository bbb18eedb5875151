"""The main screen: the timeline, its search line, its weekly strip, and the panes beside it.

Reaches the rooms of the case, the entry and below; nothing but the opening and the app knows it.
"""
