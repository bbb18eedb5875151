"""Answers that are asked one after the other, and changed one by one where the last question was answered with no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import figures
from journal.commands.output import tell
from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WHICH = N_("Which answer is to change? Type the figure; enter alone goes back.")
_WHICH_HELP = N_("All other answers stay as they are. Going back changes nothing in the journal.")


def until_done(questions: Mapping[str, Callable[[], None]], act: Callable[[], bool]) -> None:
    """Ask every question, then act until that is done or is not wanted any more, with one answer changed each time.

    The questions have marked labels; acting tells why nothing was done, or raises an error that is told then. Raises
    Left, and ChangedUnderneath.
    """
    for ask in questions.values():
        ask()
    while not _is_done(act):
        chosen = None
        while chosen is None:
            chosen = figures(_(_WHICH), [_(label) for label in questions], lambda: [_(_WHICH_HELP)])
        if not chosen:
            return
        [*questions.values()][chosen[0]]()


def _is_done(act: Callable[[], bool]) -> bool:
    try:
        return act()
    except ChangedUnderneath:
        raise
    except JournalError as why:
        tell(str(why))
        return False
