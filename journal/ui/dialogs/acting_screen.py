"""Base class of the screens that show part of a journal and act on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.domain.base.errors import ChangedUnderneath, JournalError, NotSaved
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.logbook import Saved
from journal.ui.dialogs.save_conflict import once_beside, went_beside
from journal.ui.frame.command import Command
from journal.ui.frame.fitted import Answer, Fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journal.logbook import Logbook
    from journal.ui.dialogs.ask_words import AskWords

SavedAct = TypeVar("SavedAct", bound=Saved)
SAVED = N_("Saved, record {record}.")
SAVING = N_("One moment: all of it is being recorded.")
MANY_RECORDS = 300
"""From so many records on, a save is done beside the screen: each costs up to a third of a millisecond."""


class ActingScreen(Fitted[Answer], Generic[Answer]):
    """A screen that shows part of a journal, runs acts that save, and says how each of them ended.

    Others are laid over it; on the way back it shows what was changed meanwhile. Subclasses set `logbook` before they
    are mounted, and show the present state in `show_all`.
    """

    logbook: Logbook
    """The journal that is shown."""
    _seen: int | None = None

    def show_all(self) -> None:
        """Show the present state."""

    def draw_anew(self) -> None:
        """Show the present state as it is drawn from now on."""
        super().draw_anew()
        self.show_all()

    def show_saved(self, saved: Saved) -> None:  # noqa: ARG002 - for screens that go to what was saved
        """Show the state after an act, with the cursor where that act was about."""
        self.show_all()

    def on_screen_resume(self) -> None:
        """Show the present state, where something was recorded since this was in front the last time.

        What can be done here may have changed in any case: a draft waits, or none does any more.
        """
        before, self._seen = self._seen, self.logbook.version
        if before not in {None, self._seen}:
            self.show_all()
        self.refresh_bindings()

    def attempt(self, act: Callable[[], SavedAct], told: str | Callable[[SavedAct], str] = SAVED) -> bool:
        """Run an act that saves; show the state after it and say what was saved, or what went wrong.

        Returns False where only the disk did not take it, so that it can be tried again.

        `told` is a marked message with `{number}` and `{record}`, or what makes a sentence of the result. Where another
        file lies in the journal's place, the person is asked, and after a yes the act runs again in a new file.
        """
        try:
            saved = act()
        except ChangedUnderneath as why:
            self.run_worker(once_beside(self.app, self.logbook, why, partial(self.attempt, act, told)))
        except JournalError as why:
            self.tell(str(why), trouble=True)
            return not isinstance(why, NotSaved)
        else:
            self.show_saved(saved)
            self.tell(told_of(told, saved) if isinstance(told, str) else told(saved))
        return True

    async def attempt_together(self, act: Callable[[], SavedAct], told: Callable[[SavedAct], str], count: int) -> bool:
        """Run an act that saves so many records at once, as `attempt`; beside the screen where they are many."""
        if count < MANY_RECORDS:
            return self.attempt(act, told)
        from journal.ui.dialogs.at_work import AtWork

        result: SavedAct | JournalError = await self.app.push_screen_wait(AtWork(_(SAVING), lambda _task: act()))
        if isinstance(result, ChangedUnderneath):
            if await went_beside(self.app, self.logbook, result):
                return await self.attempt_together(act, told, count)
        elif isinstance(result, JournalError):
            self.tell(str(result), trouble=True)
            return not isinstance(result, NotSaved)
        else:
            self.show_saved(result)
            self.tell(told(result))
        return True

    async def attempt_with_words(
        self, ask: Callable[[], AskWords], act: Callable[[str], SavedAct], told: Callable[[SavedAct], str], count: int
    ) -> None:
        """Ask for words and run an act with them, as `attempt_together`; what the disk did not take is asked again."""
        words: str | None = ""
        while words is not None:
            asked = ask()
            asked.begun = words
            words = await self.app.push_screen_wait(asked)
            if words is not None and await self.attempt_together(partial(act, words), told, count):
                return

    async def withdraw(self, title: str, question: str, act: Callable[[str], SavedAct], told: str = SAVED) -> None:
        """Ask why something is withdrawn, and run the act with that reason."""
        from journal.ui.dialogs.ask_words import AskReason

        await self.attempt_with_words(
            lambda: AskReason(title, question, _("Cross out")), act, partial(told_of, told), count=1
        )

    def why_idle(self, commands: Sequence[type[Command]]) -> str:
        """Return in a sentence why none of these commands can do anything here now, or that nothing can be saved."""
        writable = all(self.may_write(one.id) for one in commands)
        return super().why_idle(commands) if writable else self.logbook.read_only_reason

    def may_write(self, action: str) -> bool:
        """Tell whether a command can be offered as far as writing goes: none that writes where one can only read."""
        command = Command.known.get(action)
        return not (command and command.writes and self.logbook.read_only)


def told_of(said: str, saved: Saved) -> str:
    """Return a marked message with the figures of what was saved."""
    figures: dict[str, Any] = {
        "number": in_figures(saved.subject, spoken()),
        "record": in_figures(saved.record, spoken()),
    }
    return _(said).format(**figures)
