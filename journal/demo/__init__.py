"""An invented case of fourteen months with every kind of entry, deterministic for a seed; nothing in it exists.

Reaches the logbook and everything below it, never the screen.
"""

from journal.demo.case import write_case

__all__ = ["write_case"]
