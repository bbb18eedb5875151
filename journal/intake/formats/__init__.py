"""Readers of exports, one module for each format: bytes in, `Found` and `Trouble` out, as a stream.

May use the values of intake, the readers of files that strangers made (`evidence`) and the domain; a format knows no
other format but through modules that both share.
"""
