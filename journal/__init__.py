"""A journal in the terminal for a person who is being stalked."""

__version__ = "0.1.0"
