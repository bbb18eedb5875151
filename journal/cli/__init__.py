"""The command line: `command_line` reads it; `reading` and `keeping` know the commands, imported when they run.

Reaches the commands and every room below.
"""

from journal.cli.command_line import main

__all__ = ["main"]
