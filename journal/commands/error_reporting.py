"""Error reporting of commands: one calm sentence and an exit status, never a traceback."""

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
"""Exit statuses."""


class Left(Exception):
    """The person leaves a question without an answer to it."""


class InputEnded(Left):
    """The input is at its end, by ctrl+d too: nobody can be asked any more."""


class WrongUsage(Refused):
    """Value of an option without a meaning, which shows only where it is used; nothing was done."""


class ErrorReporter:
    """Context manager that turns every error into a sentence on standard error and an exit status."""

    def __init__(self) -> None:
        self.status = DONE
        """Exit status; set it inside, an error replaces it."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Report an error and suppress it; SystemExit is let through."""
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
    if isinstance(error, Left):
        return _("Left. What was saved before is safe.")
    if isinstance(error, KeyboardInterrupt):
        return _("Stopped. What was saved before is safe.")
    if isinstance(error, OSError):
        where = harmless(str(error.filename or _("The file")))
        why = error.strerror or type(error).__name__
        return _("{where}: {why}. It was left as it is.").format(where=where, why=why)
    return _(
        "The program had an unexpected error ({what}). What you saved before is safe. Please try again. If it "
        "happens again, report this message."
    ).format(what=_place_of(error, trace))


def _place_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return the type of the error and the line of the program, and nothing that was written in a journal."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    name = type(error).__name__
    return f"{name}, {trace.tb_frame.f_globals.get('__name__')} {trace.tb_lineno}" if trace else name


def _stop_writing() -> None:
    """Redirect standard output to the null device, so that Python's flush at exit does not fail once more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
