"""Erasing on purpose, from the question what, over what it means and a typed word, to what is said in the end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, JournalError, Refused
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.state.erasable import Choice, Thing
from journal.domain.text.numbers import in_figures
from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.save_conflict import offer_beside
from journal.ui.frame.text import harmless
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row
from journal.ui.maintenance.erase_words import EraseWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.domain.base.task import Task
    from journal.domain.entry.history import History
    from journal.domain.state.state import State
    from journal.logbook import Logbook, Saved
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.frame.page import Block

TITLE = N_("Erase for good")
FROM_WHAT = N_("Erase for good: from what?")
WHICH = N_("Erase for good, {thing}: which field?")
NOTHING_THERE = N_("There is nothing to erase.")
THE_FILE = N_("The file itself")
WRITING_ANEW = N_("One moment: the journal is written anew without it. Please leave this window open.")
ERASED = N_("Erased on purpose, record {record}. What is left says so.")


@dataclass(frozen=True)
class Erasing:
    """Erases in the journal of a screen, over which the questions are asked."""

    screen: ActingScreen[None]
    then: Callable[[], None]
    """What shows the state after it."""

    @property
    def logbook(self) -> Logbook:
        """The journal in which is erased."""
        return self.screen.logbook

    @property
    def words(self) -> EraseWords:
        """What tells of things and fields."""
        return EraseWords(self.logbook.state, self.logbook.zone)

    def ask_thing(self, things: Sequence[Thing]) -> None:
        """Ask from what something is to be erased, and go on."""

        def chosen(thing: Thing | None) -> None:
            if thing is not None:
                self.ask_field(thing)

        lines = [Line(thing, Row([(self.words.thing(thing), "strong"), *self._hint(thing)])) for thing in things]
        self.screen.app.push_screen(FindScreen(_(FROM_WHAT), lambda: lines, nothing=_(NOTHING_THERE)), chosen)

    def ask_field(self, thing: Thing) -> None:
        """Ask which field of a thing is to be erased, or the file of an exhibit, and go on."""

        def chosen(answer: Choice | int | None) -> None:
            if isinstance(answer, Choice):
                self._ask_elsewhere(answer)
            elif answer is not None:
                self._confirm_file(answer)

        title = _(WHICH).format(thing=self.words.thing(thing))
        self.screen.app.push_screen(FindScreen(title, partial(self._fields, thing), nothing=_(NOTHING_THERE)), chosen)

    def _hint(self, thing: Thing) -> Iterator[tuple[str, str]]:
        if hint := self.words.hint(thing):
            yield f" · {hint}", "faint"

    def _fields(self, thing: Thing) -> Iterator[Line[Choice | int]]:
        exhibit = self.logbook.state.of(Exhibit).now.get(thing.number) if thing.sort == Exhibit.SUBJECT else None
        if exhibit and exhibit.form is Form.FILE:
            pieces = [(_(THE_FILE), "strong"), (f"  {size_in_words(exhibit.size, spoken())}", "")]
            yield Line(exhibit.number, Row(pieces))
        for one in self.logbook.erasure.choices(thing):
            versions = many("{count} version", "{count} versions", len(one.places)).format(count=len(one.places))
            pieces = [(self.words.field(one), "strong"), (f"  {harmless(self.words.value(one))}", "")]
            yield Line(one, Row(pieces, versions))

    def _ask_elsewhere(self, choice: Choice) -> None:
        from journal.ui.maintenance.erase_elsewhere import EraseElsewhere

        def ticked(more: tuple[Choice, ...] | None) -> None:
            if more is not None:
                self._confirm_fields([choice, *more])

        others = self.logbook.erasure.preview([choice]).elsewhere
        if others:
            self.screen.app.push_screen(EraseElsewhere(others, self.words), ticked)
        else:
            self._confirm_fields([choice])

    def _confirm_fields(self, asked: Sequence[Choice]) -> None:
        preview = self.logbook.erasure.preview(asked)
        erase = partial(self.logbook.erasure.erase, preview.places)
        self._confirm([*self.words.of_fields(preview)], erase)

    def _confirm_file(self, number: int) -> None:
        try:
            preview = self.logbook.erasure.preview_exhibit(number)
        except Refused as why:
            self.screen.tell(str(why), trouble=True)
            return
        also = [one.number for one in preview.same]
        erase = partial(self.logbook.erasure.erase_exhibit, number, also=also)
        self._confirm([*self.words.of_file(preview)], erase)

    def _confirm(
        self, blocks: Sequence[Block], erase: Callable[[str], Saved], *, reason: str = "", complaint: str = ""
    ) -> None:
        from journal.ui.dialogs.at_work import AtWork
        from journal.ui.maintenance.erase import EraseScreen

        def answered(reason: str | None) -> None:
            if reason is not None:

                def work(_task: Task) -> Saved:
                    return erase(reason)

                self.screen.app.push_screen(AtWork(_(WRITING_ANEW), work), partial(done, reason))

        def done(reason: str, saved: Saved | JournalError | None) -> None:
            self.then()
            if isinstance(saved, ChangedUnderneath):
                again = partial(self._confirm, blocks, erase, reason=reason)
                offer_beside(self.screen, self.logbook, saved, again)
            elif isinstance(saved, Refused):
                self._confirm(blocks, erase, reason=reason, complaint=str(saved))
            elif isinstance(saved, JournalError):
                self.screen.tell(str(saved), trouble=True)
            elif saved:
                self.screen.tell(_(ERASED).format(record=in_figures(saved.record, spoken())))

        self.screen.app.push_screen(EraseScreen(_(TITLE), blocks, reason=reason, complaint=complaint), answered)


def erase(screen: ActingScreen[None], thing: Thing, then: Callable[[], None]) -> None:
    """Ask which field of one thing is to be erased, from a screen that shows it; `then` shows the state after it."""
    Erasing(screen, then).ask_field(thing)


def begin(screen: ActingScreen[None], history: History | None) -> None:
    """Ask from what something is to be erased, this entry first."""
    Erasing(screen, screen.show_all).ask_thing([*_things(history, screen.logbook.state)])


def _things(history: History | None, state: State) -> Iterator[Thing]:
    if history:
        yield Thing("entry", history.number)
        yield from (Thing("entry", history.number, item) for item in history.marked)
    for sort, register in state.registers.items():
        yield from (Thing(sort, number) for number in register.now)
    yield from (Thing("step", step=step) for step in state.steps)
