"""The last save taken back, or done again, with a question before anything older is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import agreed
from journal.commands.output import tell
from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from journal.plain.room import PlainRoom

_UNDO = N_("Undo this? Type yes or no.")
_UNDO_HELP = N_("An undo is added to the log like everything else; nothing is erased. The letter r does it again.")
_MORE = N_("With it, everything that was saved together with it is undone: {count} records.")


def undo(room: PlainRoom) -> None:
    """Tell what would be undone and undo it once that is agreed; raises Left, and Refused where there is nothing."""
    from journal.ui.entry.undone_words import act_in_words, undone_in_words

    room.require_writable()
    following = room.logbook.undoing.next
    if following is None:
        raise Refused(_("There is nothing to undo."))
    tell(act_in_words(following.record.fields(), room.logbook.state))
    if following.count > 1:
        tell(_(_MORE).format(count=following.count))
    if agreed(_(_UNDO), _(_UNDO_HELP)):
        tell(undone_in_words(room.logbook.undoing.undo(), room.logbook.state))


def redo(room: PlainRoom) -> None:
    """Do again what was undone last; raises Refused where there is nothing."""
    from journal.ui.entry.undone_words import redone_in_words

    room.require_writable()
    tell(redone_in_words(room.logbook.undoing.redo(), room.logbook.state))
