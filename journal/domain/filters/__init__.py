"""Filters of entries as frozen values: what they ask, how they are described, stored and matched.

Reaches the state and below; knows no file and no screen.
"""
