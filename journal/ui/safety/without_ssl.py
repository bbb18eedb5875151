"""Loads asyncio without TLS, which a program that opens no connection does not need."""

from __future__ import annotations

import sys


def load_asyncio() -> None:
    """Import asyncio as in a Python that was built without OpenSSL, in a tenth less of the time of a start.

    What is imported afterwards finds the module `ssl` again; asyncio, once loaded, does not.
    """
    if "ssl" in sys.modules:
        return
    # Documented: where None stands for a module, its import fails as that of a missing one.
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401 - only loaded
    finally:
        del sys.modules["ssl"]
