"""What a reader who doubts the log could ask: each rule with what it finds, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.widgets import Static

from journal.domain.base.errors import JournalError
from journal.domain.consistency.checked_log import checked_log
from journal.domain.consistency.inconsistency import question_in_words
from journal.domain.consistency.rules import RULES, WHAT_CAN_BE_DONE, check
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.frame import messages
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.country import country_for
from journal.ui.frame.text import own
from journal.ui.lists.find_screen import FindScreen, Line, found_of
from journal.ui.lists.line_list import LineList
from journal.ui.overview.beside import beside_if_many
from journal.ui.overview.commands import SetLateAfter
from journal.ui.overview.entries_behind import EntriesBehind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from textual.app import ComposeResult

    from journal.domain.consistency.inconsistency import ConsistencyRule, Inconsistency
    from journal.domain.entry.history import History
    from journal.logbook import Logbook
    from journal.ui.frame.line_pieces import Piece

CHECKING = N_("The rules are being applied to all entries.")
FOUND_NOTHING = N_("nothing")
LATE = N_("When a recording counts as late")
HOW_MANY_DAYS = N_("After how many days does a recording count as late? Now it is {days}.")
NOT_DAYS = N_("A whole number of days from 1 to {most} belongs here.")
MOST_DAYS = 3_650


@dataclass(frozen=True)
class AskedLine:
    """One line: a rule with the number of its findings, or one finding; worded when it is looked at."""

    rule: ConsistencyRule
    found: int = 0
    one: Inconsistency | None = None

    @property
    def pieces(self) -> Sequence[Piece]:
        """Return the name of the rule, or the entries and what would be asked."""
        if self.one is None:
            return [(_(self.rule.label), "strong")]
        return [("   ", ""), (question_in_words(self.one, spoken()), "")]

    @property
    def right(self) -> str:
        """Return how much a rule finds; nothing beside a finding."""
        if self.one:
            return ""
        return in_figures(self.found, spoken()) if self.found else _(FOUND_NOTHING)

    @property
    def explained(self) -> str:
        """Return a rule in words, or the whole question, and what can be done."""
        said = question_in_words(self.one, spoken()) if self.one else _(self.rule.looks_for)
        return f"{said}\n\n{_(WHAT_CAN_BE_DONE).format(remedy=_(self.rule.remedy))}"


class AskDays(AskWords):
    """A number of days."""

    EXAMPLE = N_("a number, for example: 7")
    MISSING = N_("A number of days is needed.")


class QuestionsScreen(FindScreen[AskedLine]):
    """The rules, each followed by what it finds, and below them the highlighted line in full."""

    HELP = N_(
        "Questions that a careful reader could ask about this log, so that they are met here and not in court. They "
        "come from plain rules, say nothing about who is right, and are neither stored nor handed over. Enter on a "
        "question goes to its entry, on a rule to all entries that it finds; letters leave only the lines that hold "
        "them. Entries that were crossed out are left out."
    )
    DEFAULT_CSS = """
    QuestionsScreen #explained { height: 10; max-height: 50%; padding: 0 1; border-top: solid $border-blurred; }
    """
    BINDINGS = bindings(SetLateAfter)

    def __init__(self, logbook: Logbook) -> None:
        """Apply the rules to this journal as it stands."""
        super().__init__(
            _("What could be asked"), self._lines_now, nothing=_(CHECKING), counted=self._counts, go=self._go_to
        )
        self._logbook = logbook
        self._checked: Mapping[str, Sequence[Inconsistency]] | None = None
        self._as_of = -1
        """Number of the last record when the rules were applied last."""

    def compose_body(self) -> ComposeResult:
        """Make field, list, and the words below."""
        yield from super().compose_body()
        yield Static(id="explained")

    def on_screen_resume(self) -> None:
        """List what is found; apply the rules again where something was recorded since."""
        last = self._logbook.last.seq if self._logbook.last else 0
        if self._as_of != last:
            # What is done beside the screen covers it, and uncovers it again.
            self._as_of = last
            self.run_worker(self._check(), group="check", exclusive=True)
        else:
            super().on_screen_resume()

    async def _check(self) -> None:
        logbook = self._logbook
        state, region, late_after = logbook.state, country_for(logbook), logbook.settings.late_after
        try:
            self._checked = await beside_if_many(
                self.app,
                len(state.entries),
                _(CHECKING),
                lambda task: check(checked_log(state, region, late_after, task)),
            )
        except JournalError as why:
            self._checked, self.nothing = None, str(why)
        self.read_again()

    def _lines_now(self) -> Iterator[Line[AskedLine]]:
        for rule in RULES if self._checked is not None else ():
            some = self._checked[rule.id] if self._checked else ()
            lines = (AskedLine(rule, len(some)), *(AskedLine(rule, one=one) for one in some))
            yield from (Line(one, one) for one in lines)

    def _counts(self, found: int, count: int) -> str:
        if found != count:
            return found_of(found, count)
        questions = count - len(RULES)
        return many("{count} question", "{count} questions", questions).format(count=in_figures(questions, spoken()))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer no writing where only reading is possible."""
        command = Command.known.get(action)
        return not (command and command.writes and self._logbook.read_only)

    def draw(self, at: int | None = None) -> None:
        """Draw the list, and the words for its highlighted line."""
        super().draw(at)
        self._explain()

    @on(LineList.Highlighted)
    def _explain(self) -> None:
        self.query_one("#explained", Static).update(own(self.at.answer.explained if self.at else ""))

    def _go_to(self, chosen: AskedLine) -> None:
        """Go to what a question is about; list the entries where there are several."""
        some = [chosen.one] if chosen.one else self._checked[chosen.rule.id] if self._checked else []
        numbers = dict.fromkeys(number for one in some for number in one.entries)
        if chosen.one and len(numbers) < 2:
            self.post_message(messages.Go(chosen.one.refs[0]))
        elif numbers:
            self.app.push_screen(EntriesBehind(self._logbook, _(chosen.rule.label), lambda: self._entries(numbers)))

    def _entries(self, numbers: Container[int]) -> list[History]:
        return [one for one in self._logbook.state.listed()[::-1] if one.number in numbers]

    async def action_set_late_after(self) -> None:
        """Ask after how many days a recording counts as late."""
        await self.run_flow(self._set_late_after())

    async def _set_late_after(self) -> None:
        settings = self._logbook.settings
        question = _(HOW_MANY_DAYS).format(days=in_figures(settings.late_after, spoken()))
        complaint, days = "", 0
        while not days:
            typed = await self.app.push_screen_wait(AskDays(_(LATE), question, _("Set"), complaint))
            if typed is None:
                return
            days = int(typed[:8]) if typed.isascii() and typed.isdecimal() and int(typed[:8]) <= MOST_DAYS else 0
            complaint = _(NOT_DAYS).format(most=in_figures(MOST_DAYS, spoken()))
        try:
            self._logbook.choose(replace(settings, late_after=days))
        except JournalError as why:
            self.tell(str(why), trouble=True)
            return
        await self._check()
