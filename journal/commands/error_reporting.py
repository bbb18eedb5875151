"""How a command ends when something goes wrong: with one calm sentence, never with a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

from journal.commands.output import tell
from journal.domain.base.errors import JournalError, Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import _

if TYPE_CHECKING:
    from types import TracebackType

DONE, FAILED, WRONG_USAGE = 0, 1, 2
"""What the shell is told."""


class WrongUsage(Refused):
    """An option says something that cannot be meant, which only shows where it is looked at; nothing was done."""


class ErrorReporter:
    """Turns every error inside its `with` into a sentence on standard error and a status for the shell."""

    def __init__(self) -> None:
        self.status = DONE
        """What the shell is to be told; set it inside, an error sets it to one of the others."""

    def __enter__(self) -> Self:
        """Begin to watch."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Say what went wrong and go on after the `with`; leaving on purpose is let through."""
        if error is None or isinstance(error, SystemExit):
            return False
        self.status = WRONG_USAGE if isinstance(error, WrongUsage) else FAILED
        if isinstance(error, BrokenPipeError):
            _stop_writing()
        else:
            tell(_sentence(error, trace))
        return True


def _sentence(error: BaseException, trace: TracebackType | None) -> str:
    if isinstance(error, JournalError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return _("Stopped. What was saved before is safe.")
    if isinstance(error, OSError):
        where = harmless(str(error.filename or _("The file")))
        why = error.strerror or type(error).__name__
        return _("{where}: {why}. It was left as it is.").format(where=where, why=why)
    return _(
        "Something went wrong that this program did not expect ({what}). What was saved before is safe. "
        "Please try once more, and pass these words on if it happens again."
    ).format(what=_place_of(error, trace))


def _place_of(error: BaseException, trace: TracebackType | None) -> str:
    """Name the sort of error and the line of the program, and nothing that anybody wrote in a journal."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    name = type(error).__name__
    return f"{name}, {trace.tb_frame.f_globals.get('__name__')} {trace.tb_lineno}" if trace else name


def _stop_writing() -> None:
    """Point standard output at nothing, so that Python does not fail on it once more while it ends."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
