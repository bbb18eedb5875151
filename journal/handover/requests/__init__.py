"""Letters and forms for one receiver each; every blank stays visible, to be filled in by hand.

The rules of offices that stand in them carry the day on which they were checked, and *check before sending*.
"""
