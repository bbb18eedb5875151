"""The terminal driver: what a terminal sends becomes events, and what the app draws becomes bytes.

It knows Textual's driver and parser and nothing of the journal; every byte that comes in is hostile.
"""
