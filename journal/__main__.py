"""The program `journal` as a process of its own; `python -m journal` does the same."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from journal.domain.base.lean_import import import_without

RARELY = 1_000_000
"""New objects, after which unused memory is looked for."""


def run() -> NoReturn:
    """Run the command that the arguments name, and end the process with its exit status."""
    # Most commands are over before the collector of unused memory finds any; looking for it would only hold them up.
    gc.set_threshold(RARELY)
    # Everything is written in the terms of `typing`; the backports of it, with `inspect`, cost as much as msgspec.
    import_without("typing_extensions", "msgspec")
    from journal.cli import main

    statuses: list[int] = []
    # The first that is registered is the last that is called: every thread has ended then, and every library is done.
    atexit.register(_end_at_once, statuses)
    statuses.append(main())
    sys.exit(statuses[0])


def _end_at_once(statuses: list[int]) -> None:
    """End the process, whose memory the system takes back as a whole, where Python would free each object first."""
    if not statuses:
        return
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(statuses[0])


if __name__ == "__main__":
    run()
