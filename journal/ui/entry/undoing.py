"""Taking back what was saved last, and doing it again; before something else or older is taken back, it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import ago
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.logbook.undoing import Next

TITLE = N_("Undo this too?")
QUESTION = N_("{act}\nRecord {record}, {when}.")
FILTER_BACK = N_("Undone: the filter “{name}” is as it was before.")
VERB = N_("Undo it")


class TakesBack(ActingScreen[None]):
    """A screen on which what was saved last can be undone, and done again."""

    async def action_undo_last(self) -> None:
        """Undo what was saved last; ask first where that is about something else, or older than this session."""
        await self.run_flow(self._undo())

    async def _undo(self) -> None:
        from journal.ui.entry.undone_words import undone_in_words

        if self._filter_is_back():
            return
        following = self.logbook.undoing.next
        if following and following.walks_on:
            from journal.ui.dialogs.dialog import Confirm

            question = Confirm(_(TITLE), _question(self.logbook, following), _(VERB))
            if not await self.app.push_screen_wait(question):
                return
        undo, count = self.logbook.undoing.undo, following.count if following else 0
        await self.attempt_together(undo, lambda undone: undone_in_words(undone, self.logbook.state), count)

    def _filter_is_back(self) -> bool:
        """Undo what was done to a saved filter just before, and tell; return whether there was such a thing."""
        try:
            name = self.logbook.filters.undo()
        except JournalError as why:
            self.tell(str(why), trouble=True)
            return True
        if name:
            self.tell(_(FILTER_BACK).format(name=harmless(name)))
        return bool(name)

    async def action_redo_last(self) -> None:
        """Do again what was undone last."""
        await self.run_flow(self._redo())

    async def _redo(self) -> None:
        from journal.ui.entry.undone_words import redone_in_words

        redo, count = self.logbook.undoing.redo, self.logbook.undoing.count_to_redo
        await self.attempt_together(redo, lambda redone: redone_in_words(redone, self.logbook.state), count)


def _question(logbook: Logbook, following: Next) -> str:
    from journal.ui.entry.undone_words import act_in_words

    when = ago(exactly(following.record.written.astimezone(logbook.zone)), logbook.now(), spoken())
    asked = _(QUESTION).format(
        act=act_in_words(following.record.fields(), logbook.state),
        record=in_figures(following.record.seq, spoken()),
        when=when,
    )
    if not (more := following.count - 1):
        return asked
    told = many("{count} other change was saved with it.", "{count} other changes were saved with it.", more)
    return f"{asked}\n{told.format(count=in_figures(more, spoken()))}"
