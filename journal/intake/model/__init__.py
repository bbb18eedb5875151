"""Values of intake: what was found, where and when, and the source it stands in.

May use the domain; knows no format.
"""
