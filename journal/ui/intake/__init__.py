"""Bringing in what phones and chat programs export: the choice of files, the questions, and the triage list.

May use the rooms of evidence and everything below; what it saves goes through the logbook.
"""
