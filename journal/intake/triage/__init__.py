"""What becomes of what was found: whether it is here already, whose it is, and the entries that it becomes.

May use the values of intake and the domain; knows no format and writes nothing.
"""
