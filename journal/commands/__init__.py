"""The commands of the command line, one module each, for scripts and for screen readers.

Reaches every room; of the screen only the app, and that only when a command shows it.
"""
