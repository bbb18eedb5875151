"""Where words go outside the screen: results to standard output, everything else to standard error."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(lines: Iterable[str]) -> None:
    """Write results, one per line, to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def tell(sentence: str) -> None:
    """Write a sentence about the work itself to standard error."""
    sys.stderr.write(sentence + "\n")


def never_fail_on_a_sign() -> None:
    """Let standard output and error show a question mark for signs that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def in_a_terminal() -> bool:
    """Return whether both standard input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def flush() -> None:
    """Write out what waits, while an error can still be said."""
    sys.stdout.flush()
