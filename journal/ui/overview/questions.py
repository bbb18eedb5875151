"""What a reader who doubts the log could ask: the rules, what each finds, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.widgets import Static

from journal.domain.base.errors import JournalError
from journal.domain.consistency.inconsistency import ConsistencyRule, Inconsistency, question_in_words
from journal.domain.consistency.rules import RULES, WHAT_CAN_BE_DONE
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.dialogs.beside import ReadingStopped
from journal.ui.frame import messages
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.text import own
from journal.ui.lists.find_screen import FindScreen, Line, found_of
from journal.ui.lists.line_list import LineList
from journal.ui.overview.applied_rules import CHECKING, AppliedRules
from journal.ui.overview.commands import SetLateAfter
from journal.ui.overview.entries_behind import EntriesBehind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from textual.app import ComposeResult

    from journal.domain.entry.history import History
    from journal.ui.frame.line_pieces import Piece

NOTHING_LEFT = N_("Nothing is asked here any more.")
FOUND_NOTHING = N_("nothing")
LATE = N_("When a recording counts as late")
HOW_MANY_DAYS = N_("After how many days does a recording count as late? Now it is {days}.")
NOT_DAYS = N_("A whole number of days from 1 to {most} belongs here.")
MOST_DAYS = 3_650
MOST_FIGURES = 8


class AskedLine(Struct, frozen=True, gc=False):
    """One line: a rule with the number of its findings, or one finding; worded when it is looked at."""

    rule: ConsistencyRule
    found: int = 0
    one: Inconsistency | None = None

    @property
    def pieces(self) -> Sequence[Piece]:
        """Return the name of the rule, or the entries and what would be asked."""
        if self.one is None:
            return [(_(self.rule.label), "strong")]
        return [(question_in_words(self.one, spoken()), "")]

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
    """The rules, or what one of them finds, and below the list its highlighted line in full."""

    HELP = N_(
        "Questions that a careful reader could ask about this log, so that you meet them here and not in court. "
        "They come from plain rules, say nothing about who is right, and are neither stored nor handed over. "
        "Enter on a rule lists its questions, on a question it goes to the entry; type to search all questions. "
        "Entries that were crossed out are left out."
    )
    DEFAULT_CSS = """
    QuestionsScreen #explained { height: 9; max-height: 50%; padding: 0 1; border-top: solid $border-blurred; }
    """
    BINDINGS = bindings(SetLateAfter)

    def __init__(self, applied: AppliedRules, rule: ConsistencyRule | None = None) -> None:
        """List all rules, or the questions of one."""
        title = rule.label if rule else N_("What could be asked")
        super().__init__(_(title), self._lines_now, nothing=_(CHECKING), counted=self._counts, go=self._go_to)
        self._applied, self._rule, self._logbook = applied, rule, applied.logbook
        self._rules = RULES if rule is None else (rule,)

    def compose_body(self) -> ComposeResult:
        """Make field, list, and the words below."""
        yield from super().compose_body()
        yield Static(id="explained")

    def on_screen_resume(self) -> None:
        """List what is found; apply the rules again where something was recorded since."""
        if self._applied.begin():
            self.run_worker(self._apply(), group="check", exclusive=True)
        else:
            super().on_screen_resume()

    async def _apply(self) -> None:
        try:
            await self._applied.apply(self.app)
        except ReadingStopped:
            self.dismiss(None)
            return
        self.nothing = self._applied.trouble or _(NOTHING_LEFT)
        self.read_again()

    def _lines_now(self) -> Iterator[Line[AskedLine]]:
        for rule in self._rules:
            if (some := self._applied.found.get(rule.id)) is not None:
                if self._rule is None:
                    yield Line(head := AskedLine(rule, len(some)), head)
                if self._rule or self._words:
                    yield from (Line(line := AskedLine(rule, one=one), line) for one in some)

    def look_for(self, words: Sequence[str]) -> None:
        """Look through the questions of all rules, which are listed only meanwhile, as there may be very many."""
        before, self._words = self._words, words
        if self._rule is None and bool(before) != bool(words):
            self.read_again()
        super().look_for(words)

    def _counts(self, found: int, count: int) -> str:
        if self._words:
            return found_of(found, count)
        questions = sum(len(self._applied.found.get(rule.id, ())) for rule in self._rules)
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
        """List the questions of a rule; go to what a question is about, or list its entries where there are several."""
        if chosen.one is None:
            if chosen.found:
                self.app.push_screen(QuestionsScreen(self._applied, chosen.rule))
        elif len(numbers := chosen.one.entries) > 1:
            self.app.push_screen(EntriesBehind(self._logbook, _(chosen.rule.label), lambda: self._entries(numbers)))
        else:
            self.post_message(messages.Go(chosen.one.refs[0]))

    def _entries(self, numbers: Container[int]) -> list[History]:
        return [one for one in self._logbook.state.listed()[::-1] if one.number in numbers]

    async def action_set_late_after(self) -> None:
        """Ask after how many days a recording counts as late."""
        await self.run_flow(self._set_late_after())

    async def _set_late_after(self) -> None:
        settings = self._logbook.settings
        question = _(HOW_MANY_DAYS).format(days=in_figures(settings.late_after, spoken()))
        complaint, typed, days = "", "", 0
        while not days:
            asked = AskDays(_(LATE), question, _("Set"), complaint)
            asked.begun = typed
            answer = await self.app.push_screen_wait(asked)
            if answer is None:
                return
            typed = answer
            is_number = typed.isascii() and typed.isdecimal() and len(typed) <= MOST_FIGURES
            days = int(typed) if is_number and int(typed) <= MOST_DAYS else 0
            complaint = _(NOT_DAYS).format(most=in_figures(MOST_DAYS, spoken()))
        try:
            self._logbook.choose(replace(settings, late_after=days))
        except JournalError as why:
            self.tell(str(why), trouble=True)
            return
        self.on_screen_resume()
