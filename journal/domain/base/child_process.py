"""Programs of this package that run in another process, because their work holds Python's lock for seconds."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def started(program: Path, asked: bytes, out: IO[bytes] | int = PIPE) -> Iterator[tuple[Popen[bytes], IO[bytes]]]:
    """Start a program, and yield the process and its standard input, into which what is asked was written.

    So no secret stands in an argument, an environment variable or a file. What the block raises ends the program and
    comes through, as does OSError where it cannot be started.
    """
    with Popen(  # noqa: S603 - this interpreter with a program of this package
        [sys.executable, "-I", str(program)], stdin=PIPE, stdout=out, stderr=DEVNULL
    ) as process:
        assert process.stdin  # noqa: S101 - asked for above
        try:
            process.stdin.write(asked)
            yield process, process.stdin
        except BaseException:
            process.kill()
            with suppress(OSError):
                process.stdin.close()
            raise
