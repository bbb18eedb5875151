"""The bytes of one journal file: its layout, rows, generations, the write-ahead log beside it, fast opening.

Reaches age, disk and stamps; decides nothing about records.
"""
