"""An invented case, large enough to show everything: fourteen months, every kind of entry, the same for the same seed.

Nobody and nothing in it exists: the names say so, the numbers cannot be dialled, the addresses lead nowhere.
"""

from journal.demo.case import write_case

__all__ = ["write_case"]
