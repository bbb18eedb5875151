"""What the acts of a conversation share: the open journal, and the entry that was told of last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.adding import tried_again
from journal.commands.line_answers import agreed, answer
from journal.commands.output import tell
from journal.domain.base.errors import ChangedUnderneath, JournalError, NotSaved, ReadOnly, Refused
from journal.domain.entry.identifying import identifying
from journal.domain.state.short_names import entry_called
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.entry.history import History
    from journal.logbook import Logbook
    from journal.logbook.writing import Saved

MOST_FIGURES = 18
NONE_YET = N_("There are no entries yet. The letter a writes down the first one.")
_WHICH = N_("Which entry? Type its number; enter alone is entry {number}.")
_WHICH_HELP = N_("Every entry has a number. The letter l lists the entries, and f finds them by words.")
_BESIDE = N_("Save under another name, in the same folder? Type yes or no.")
_BESIDE_HELP = N_("Yes keeps all of this window in a new file, and goes on there. No saves nothing.")
_NOW_IN = N_("From now on this journal is {name}, in the same folder.")


def number_in(typed: str) -> int:
    """Return the number that typed figures mean; 0 where they are more than any number here has."""
    return int(typed) if len(typed) <= MOST_FIGURES else 0


class PlainRoom:
    """Open journal, and where the conversation about it stands."""

    def __init__(self, logbook: Logbook) -> None:
        """Begin at the entry that was recorded last."""
        self.logbook = logbook
        self.at = max(logbook.state.entries, default=0)
        """Number of the entry that was told of last; 0 where there is none."""

    def entry(self, number: int) -> History:
        """Return the entry with this number and stay at it; raises Refused where there is none."""
        history = self.logbook.state.entries.get(number)
        if history is None:
            raise Refused(_("There is no entry {number}.").format(number=number))
        self.at = number
        return history

    def asked_entry(self) -> History:
        """Ask for an entry by its number and tell which one it is; raises Left, and Refused where there is none."""
        if not self.at:
            raise Refused(_(NONE_YET))
        while True:
            typed = answer(_(_WHICH).format(number=self.at), lambda: [_(_WHICH_HELP)]).strip()
            if typed.isdecimal() or not typed:
                history = self.entry(number_in(typed) if typed else self.at)
                said = harmless(entry_called(history, spoken()), also=identifying(history.entry))
                tell(_("Entry {number}: {said}").format(number=history.number, said=said))
                return history
            tell(_("Type the number in figures."))

    def saved(self, act: Callable[[], Saved]) -> Saved:
        """Carry out what saves, again where that is agreed because the disk failed or the journal goes on beside.

        Raises NotSaved where it is not, and Left.
        """
        while True:
            try:
                return act()
            except ChangedUnderneath as why:
                if not self.went_beside(why):
                    raise
            except NotSaved as why:
                if not tried_again(why):
                    raise

    def went_beside(self, why: ChangedUnderneath) -> bool:
        """Offer to go on in a new file beside the other one until it does or is not wanted; returns whether it does.

        Raises Left.
        """
        tell(str(why))
        while agreed(_(_BESIDE), _(_BESIDE_HELP)):
            try:
                name = escaped(self.logbook.save_beside().name)
            except JournalError as error:
                tell(str(error))
            else:
                tell(_(_NOW_IN).format(name=name))
                return True
        return False

    def require_writable(self) -> None:
        """Raise ReadOnly where nothing can be saved, before anything is asked."""
        if self.logbook.read_only:
            raise ReadOnly(self.logbook.read_only_reason)
