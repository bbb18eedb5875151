"""Intake: exports of phones, chat and mail programs, read as values; hostile bytes in, nothing written.

May use the readers of files that strangers made (`evidence`) and the domain; knows no journal, no store and no screen.
"""
