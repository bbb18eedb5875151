"""Import of a library without another one, which it would load although this program does not need it there."""

from __future__ import annotations

import sys
from importlib import import_module


def import_without(needless: str, library: str) -> None:
    """Import a library as where a module that it can do without is not installed.

    Others find that module again; the library, once loaded, does not. Does nothing where it is loaded already.
    """
    if needless in sys.modules:
        return
    # Documented: where None stands for a module, its import fails as that of a missing one.
    sys.modules[needless] = None  # type: ignore[assignment]
    try:
        import_module(library)
    finally:
        del sys.modules[needless]
