"""File format: layout, rows, codecs, generations, the write-ahead log beside the file, fast opening.

Reaches age, disk and stamps; decides nothing about records.
"""
