"""Prevention of core files, which would hold this program's memory after a crash."""

from __future__ import annotations

import sys
from contextlib import suppress

_SET_DUMPABLE = 4
"""`PR_SET_DUMPABLE` of Linux's prctl."""


def leave_no_core_file() -> None:
    """Disable core files of this process and its children; does nothing where a system has none.

    The limit is for files that the kernel writes itself; a program that takes crash dumps through a pipe gets none only
    from a process that is not dumpable.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
