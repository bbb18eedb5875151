"""The table of all readers, and which of them reads a file, a folder or an archive.

May use every format and the readers of files that strangers made (`evidence`).
"""
