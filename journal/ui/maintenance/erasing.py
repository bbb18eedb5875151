"""Erasing on purpose, from the question what, over what it means and a typed word, to what is said in the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, JournalError, Refused
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.state.erasable import ErasableField, Subject
from journal.domain.text.numbers import in_figures
from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.frame.command import bindings
from journal.ui.frame.text import harmless
from journal.ui.frame.uncovering import Uncovering
from journal.ui.frame.word_commands import TurnWords
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
    from journal.ui.frame.page import PageBlock

TITLE = N_("Erase for good")
FROM_WHAT = N_("Erase for good: from what?")
WHICH = N_("Erase for good, {thing}: which field?")
NOTHING_THERE = N_("There is nothing to erase.")
THE_FILE = N_("The file itself")
WRITING_ANEW = N_("One moment: the journal is written anew without it. Please leave this window open.")
ERASED = N_("Erased on purpose, record {record}. What is left says so.")


class EraseFields(FindScreen["ErasableField | int"], Uncovering):
    """The fields of one thing that can be erased."""

    HELP = N_("Every field that can be erased. Type to find one, Enter shows what erasing it means, Esc goes back.")

    BINDINGS = bindings(TurnWords)

    def show_anew(self) -> None:
        """List the fields with or without the words of the suspect."""
        self.read_again()


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

    async def ask_thing(self, things: Sequence[Subject]) -> None:
        """Ask from what something is to be erased, and go on."""
        lines = [Line(thing, Row([(self.words.thing(thing), "strong"), *self._hint(thing)])) for thing in things]
        question = FindScreen(_(FROM_WHAT), lambda: lines, nothing=_(NOTHING_THERE))
        thing = await self.screen.app.push_screen_wait(question)
        if thing is not None:
            await self.ask_field(thing)

    async def ask_field(self, thing: Subject) -> None:
        """Ask which field of a thing is to be erased, or the file of an exhibit, and go on."""
        title = _(WHICH).format(thing=self.words.thing(thing))
        question = EraseFields(title, lambda: self._fields(thing, words), nothing=_(NOTHING_THERE))
        words = replace(self.words, told=question.told)
        answer = await self.screen.app.push_screen_wait(question)
        if isinstance(answer, ErasableField):
            await self._erase_fields(answer, words)
        elif answer is not None:
            await self._erase_file(answer)

    def _hint(self, thing: Subject) -> Iterator[tuple[str, str]]:
        if hint := self.words.hint(thing):
            yield f" · {hint}", "faint"

    def _fields(self, thing: Subject, words: EraseWords) -> Iterator[Line[ErasableField | int]]:
        exhibit = self.logbook.state.of(Exhibit).now.get(thing.number) if thing.sort == Exhibit.SUBJECT else None
        if exhibit and exhibit.form is Form.FILE:
            pieces = [(_(THE_FILE), "strong"), (f"  {size_in_words(exhibit.size, spoken())}", "")]
            yield Line(exhibit.number, Row(pieces))
        for one in self.logbook.erasure.choices(thing):
            versions = many("{count} version", "{count} versions", len(one.places)).format(count=len(one.places))
            pieces = [(words.field(one), "strong"), (f"  {harmless(words.value(one))}", "")]
            yield Line(one, Row(pieces, versions))

    async def _erase_fields(self, choice: ErasableField, words: EraseWords) -> None:
        from journal.ui.maintenance.erase_elsewhere import EraseElsewhere

        preview = self.logbook.erasure.preview([choice])
        if preview.elsewhere:
            more = await self.screen.app.push_screen_wait(EraseElsewhere(preview.elsewhere, words))
            if more is None:
                return
            preview = self.logbook.erasure.preview([choice, *more])
        erase = self.logbook.erasure.erase
        await self._confirm([*words.of_fields(preview)], lambda reason, _task: erase(preview.places, reason))

    async def _erase_file(self, number: int) -> None:
        try:
            preview = self.logbook.erasure.preview_exhibit(number)
        except Refused as why:
            self.screen.tell(str(why), trouble=True)
            return
        also, erase = [one.number for one in preview.same], self.logbook.erasure.erase_exhibit
        await self._confirm([*self.words.of_file(preview)], lambda reason, _task: erase(number, reason, also=also))

    async def _confirm(self, blocks: Sequence[PageBlock], erase: Callable[[str, Task], Saved]) -> None:
        from journal.ui.dialogs.at_work import AtWork
        from journal.ui.maintenance.erase import EraseScreen

        reason = complaint = ""
        while True:
            question = EraseScreen(_(TITLE), blocks, reason=reason, complaint=complaint)
            asked = await self.screen.app.push_screen_wait(question)
            if asked is None:
                return
            reason, complaint = asked, ""
            saved = await self.screen.app.push_screen_wait(AtWork(_(WRITING_ANEW), partial(erase, reason)))
            self.then()
            if isinstance(saved, ChangedUnderneath):
                if not await went_beside(self.screen.app, self.logbook, saved):
                    return
            elif isinstance(saved, Refused):
                complaint = str(saved)
            elif isinstance(saved, JournalError):
                self.screen.tell(str(saved), trouble=True)
                return
            else:
                self.screen.tell(_(ERASED).format(record=in_figures(saved.record, spoken())))
                return


async def erase(screen: ActingScreen[None], thing: Subject, then: Callable[[], None]) -> None:
    """Ask which field of one thing is to be erased, from a screen that shows it; `then` shows the state after it."""
    await Erasing(screen, then).ask_field(thing)


async def begin(screen: ActingScreen[None], history: History | None) -> None:
    """Ask from what something is to be erased, this entry first."""
    await Erasing(screen, screen.show_all).ask_thing([*_things(history, screen.logbook.state)])


def _things(history: History | None, state: State) -> Iterator[Subject]:
    if history:
        yield Subject("entry", history.number)
        yield from (Subject("entry", history.number, item) for item in history.marked)
    for sort, register in state.registers.items():
        yield from (Subject(sort, number) for number in register.now)
    yield from (Subject("step", step=step) for step in state.steps)
