"""Taking back what was saved last, and doing it again; before something else or older is taken back, it is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import ago
from journal.ui.dialogs.place import Place
from journal.ui.dialogs.save_conflict import offer_beside
from journal.ui.dialogs.undone_words import act_in_words, redone_in_words, undone_in_words
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.notifications import SeverityLevel

    from journal.domain.state.state import State
    from journal.logbook import Logbook, Undone
    from journal.logbook.undoing import Next

TITLE = N_("Undo this too?")
QUESTION = N_("{act}\nRecord {record}, {when}.")
VERB = N_("Undo it")


class TakesBack(Place[None]):
    """A screen on which what was saved last can be taken back, and done again."""

    def show_undone(self, undone: Undone) -> None:
        """Show the state after an undo or a redo."""
        raise NotImplementedError

    def tell(self, words: str, *, trouble: bool = False) -> None:
        """Say something above the keys for a while; trouble stays longer."""
        severity: SeverityLevel = "warning" if trouble else "information"
        self.notify(harmless(words, lines=True), markup=False, severity=severity, timeout=15 if trouble else 4)

    def action_undo_last(self) -> None:
        """Take back what was saved last; ask first where that is about something else, or older than this session."""
        following = self.logbook.undoing.next
        if following and following.walks_on:
            from journal.ui.dialogs.dialog import Confirm

            self.app.push_screen(Confirm(_(TITLE), _question(self.logbook, following), _(VERB)), self._undo)
        else:
            self._undo(agreed=True)

    def _undo(self, agreed: bool | None) -> None:  # noqa: FBT001 - the answer itself
        if agreed:
            _do(self, self.logbook.undoing.undo, undone_in_words)

    def action_redo_last(self) -> None:
        """Do again what was undone last."""
        _do(self, self.logbook.undoing.redo, redone_in_words)


def _do(screen: TakesBack, act: Callable[[], Undone], told: Callable[[Undone, State], str]) -> None:
    try:
        done = act()
    except ChangedUnderneath as why:
        offer_beside(screen, screen.logbook, why, partial(_do, screen, act, told))
    except JournalError as why:
        screen.tell(str(why), trouble=True)
    else:
        screen.show_undone(done)
        screen.tell(told(done, screen.logbook.state))


def _question(logbook: Logbook, following: Next) -> str:
    when = ago(exactly(following.record.written.astimezone(logbook.zone)), logbook.now(), spoken())
    asked = _(QUESTION).format(
        act=act_in_words(following.record.fields(), logbook.state),
        record=in_figures(following.record.seq, spoken()),
        when=when,
    )
    if not (more := following.count - 1):
        return asked
    told = many("{count} more was saved with it.", "{count} more were saved with it.", more)
    return f"{asked}\n{told.format(count=in_figures(more, spoken()))}"
