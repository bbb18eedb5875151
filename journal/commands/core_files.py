"""Keeps the system from writing this program's memory into a file when it crashes."""

from __future__ import annotations

import sys
from contextlib import suppress

_SET_DUMPABLE = 4
"""`PR_SET_DUMPABLE` of Linux's prctl."""


def leave_no_core_file() -> None:
    """Let no crash of this process, and of those it starts, leave a core file; where a system has none, do nothing.

    The limit is for the kernel's own files; programs that take crash dumps through a pipe get none only from a process
    that may not be dumped.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
