"""Readers of exports, one module for each format: bytes in, `Found` and `Trouble` out, as a stream.

May use the values of intake and the domain; a reader knows no other reader, and raises nothing but `FileRefused`.
"""
