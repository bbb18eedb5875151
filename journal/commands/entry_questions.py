"""The questions of `journal add` in a terminal: one field after the other, in plain lines, for screen readers too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journal.commands.error_reporting import Left
from journal.commands.line_answers import HELP, LEAVE, LITERALLY, answer, figures, lines
from journal.commands.option_values import MOST_NAMED, kinds_called
from journal.commands.output import question, tell
from journal.domain import kinds
from journal.domain.forms import entries
from journal.domain.forms.filling import understood
from journal.domain.forms.form_input import FormInput, Unfinished
from journal.domain.forms.form_question import YES_OR_NO, FormQuestion, Sort
from journal.domain.forms.time_reader import TimeReader, settled
from journal.domain.text.words import N_, _, labelled, spoken
from journal.domain.time.reading import Question, Understood
from journal.domain.time.reading_back import option_labels
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from journal.domain.entry.entry import Entry

_AT_FIRST = ("happened", "kind", "account", "quoted_words", "place")
"""What is asked of every entry; the rest only on demand."""
_OF_PEOPLE = frozenset({Sort.PERSON, Sort.PEOPLE})
"""Who it was is chosen among the people of the journal."""
_SEVERAL_ANSWERS = frozenset({Sort.PEOPLE, Sort.CHOICES})
_IN_OWN_WORDS = frozenset({Sort.TEXT, Sort.LINE, Sort.LIST})
_TIMES = frozenset({Sort.TIME, Sort.MOMENT, Sort.DAY})

_BEGIN = N_(
    "A new entry. Enter alone leaves a question empty. At every question {help} explains it, and {leave} or ctrl+c "
    "leaves without saving."
)
_MORE = N_("Enter saves it. Type more to be asked for the other fields first.")
_NOTHING = N_("Nothing was told yet, so there is nothing to save.")
_TITLES = {
    "happened": N_("When was it? Enter alone is now."),
    "kind": N_("What was it? A few letters find the kind; enter alone is “Other”."),
}
_SEVERAL = N_("Several fit. Type the figure, or enter to type it anew.")
_HELPS: Mapping[Sort, str] = {
    Sort.TIME: N_(
        "A time as you would say it: 22:14, yesterday evening, about three, last week, between two and four, unknown. "
        "Where it can be read in two ways you are asked."
    ),
    Sort.DAY: N_("A day as you would say it: yesterday, Monday, 3 May."),
    Sort.KIND: N_("A few letters find the kind; enter alone is “Other”. These are all:"),
    Sort.TEXT: N_("As many lines as you like, in your own words. A line with only a full stop ends it."),
    Sort.LINE: N_("One line, in your own words."),
    Sort.LIST: N_("Several, separated by commas."),
    Sort.TIMES: N_("How many acts the entry stands for, in figures; enter alone is one."),
    Sort.NUMBER: N_("A whole number, in figures."),
    Sort.DURATION: N_("How long: 3:20 or 45 s."),
    Sort.CHOICE: N_("Type the figure that stands before it."),
    Sort.CHOICES: N_("Type the figures that stand before them, with blanks between."),
    Sort.YES_NO: N_("Type the figure that stands before it."),
    Sort.PERSON: N_("Type the figure that stands before it."),
    Sort.PEOPLE: N_("Type the figures that stand before them, with blanks between."),
}


def asked(now: Callable[[], datetime], *, kind: str, when: str) -> Entry | None:
    """Ask for an entry; what an option told already is asked only where it is doubtful. None where the person leaves.

    `now` is the present time in the journal's zone.
    """
    form = AskedEntry(now, {"happened": when, "kind": kind})
    try:
        return entry_of(form)
    except (Left, KeyboardInterrupt):
        return None


def entry_of(form: AskedEntry) -> Entry:
    """Ask for an entry until it is whole, and return it; raises Left."""
    tell(_(_BEGIN).format(help=HELP, leave=LEAVE))
    first = {one.name: one for one in (*entries.FIRST, *entries.LAST)}
    for name in _AT_FIRST:
        form.ask(first[name])
    while True:
        if not form.told:
            tell(_(_NOTHING))
            form.ask(first["account"])
            continue
        if answer(_(_MORE), lambda: [_(_MORE)]).strip():
            form.ask_all(form.others)
        entry = entries.to_entry(form.typed)
        if not isinstance(entry, Unfinished):
            return entry
        form.ask_again(entry.complaints)


@dataclass
class AskedEntry:
    """What was told so far."""

    now: Callable[[], datetime]
    given: dict[str, str] = field(default_factory=dict)
    """Answers that were given as options, by the name of the field."""
    typed: FormInput = field(default_factory=FormInput)
    people: Mapping[str, str] = field(default_factory=dict)
    """Names of the people of the case by their numbers; without any, no question about people is asked."""

    @property
    def told(self) -> bool:
        """Whether anything was told but a time."""
        return bool(self.typed.words.keys() - {"kind"}) or self.typed.words.get("kind", "other") != "other"

    @property
    def questions(self) -> tuple[FormQuestion, ...]:
        """All questions of this kind of entry."""
        kind = kinds.kind(self.typed.words.get("kind", "other"))
        return (*entries.FIRST, *entries.of_kind(kind), *entries.LAST)

    @property
    def others(self) -> list[FormQuestion]:
        """The questions that were not asked yet."""
        return [one for one in self.asked_at_all if one.name not in _AT_FIRST]

    @property
    def asked_at_all(self) -> list[FormQuestion]:
        """The questions that can be answered in lines."""
        return [one for one in self.questions if self.people or one.sort not in _OF_PEOPLE]

    def ask_all(self, questions: Sequence[FormQuestion]) -> None:
        """Ask these questions, one after the other."""
        for one in questions:
            self.ask(one)

    def ask_again(self, complaints: Mapping[str, str]) -> None:
        """Tell why these fields mean nothing yet, and ask each of them again."""
        for name, why in complaints.items():
            tell(_(why))
            self.ask(next(one for one in self.questions if one.name == name))

    def ask(self, one: FormQuestion) -> None:
        """Ask one question until its answer is understood."""
        while not self._answered(one):
            pass

    def _answered(self, one: FormQuestion) -> bool:
        if one.sort in _TIMES:
            return self._time(one)
        if one.sort is Sort.KIND:
            return self._kind(one)
        words = self._text(one) if one.sort is Sort.TEXT else _words(one, self.people)
        typed = self.typed.with_words(one.name, words or "")
        _values, complaints = understood(typed, [one], FormInput(), {})
        for why in complaints.values():
            tell(_(why))
        if words is None or complaints:
            return False
        self.typed = typed
        return True

    def _text(self, one: FormQuestion) -> str:
        """Ask for a text; where anything ends it, what was typed of it stays in the form."""
        question = _("{question} A line with only a full stop ends it.").format(question=_question(one))
        typed: list[str] = []
        try:
            return lines(question, lambda: _help(one), typed)
        except BaseException:
            if typed:
                self.typed = self.typed.with_words(one.name, "\n".join(typed))
            raise

    def _time(self, one: FormQuestion) -> bool:
        begins = self.typed.times.get(one.follows)
        reader = TimeReader(self.now, one.direction, begins=lambda: begins.moment if begins else None)
        time, reading = reader.typed(self._given(one) or (_("now") if one.name == "happened" else ""))
        if isinstance(reading, Question):
            question = _("{why}. Type the figure.").format(why=_(reading.why))
            chosen = figures(question, option_labels(reading, spoken(), self.now()), lambda: _help(one))
            if not chosen:
                return False
            reading = reading.options[chosen[0]]
            time = settled(time, reading)
        if reading is None or isinstance(reading, Understood):
            self.typed = self.typed.with_time(one.name, time)
        if reading is not None:
            said = escaped(reader.told(reading))
            tell(labelled(_(one.label), said) if time.moment else said)
        return reading is None or time.moment is not None

    def _kind(self, one: FormQuestion) -> bool:
        words = self._given(one)
        found = kinds_called(words) if words else (kinds.kind("other"),)
        chosen: list[int] | None = [0]
        if len(found) > 1:
            chosen = figures(_(_SEVERAL), [_(kind.label) for kind in found[:MOST_NAMED]], lambda: _help(one))
        elif not found:
            tell(_(entries.KIND_NOT_CHOSEN))
        if not (found and chosen):
            return False
        kind = found[chosen[0]]
        tell(labelled(_(one.label), _(kind.label)))
        self.typed = self.typed.with_words("kind", kind.id)
        return True

    def _given(self, one: FormQuestion) -> str:
        """Return what an option says, the first time, or else what is typed."""
        title = _(_TITLES[one.name]) if one.name in _TITLES else _question(one)
        return (self.given.pop(one.name, "") or answer(title, lambda: _help(one))).strip()


def _words(one: FormQuestion, people: Mapping[str, str]) -> str | None:
    """Ask for what is kept as words or ids; None where it has to be asked again."""
    question = _question(one)
    choices = people if one.sort in _OF_PEOPLE else YES_OR_NO if one.sort is Sort.YES_NO else one.answers
    if not choices:
        return answer(question, lambda: _help(one))
    labels = [harmless(label) if choices is people else escaped(_(label)) for label in choices.values()]
    chosen = figures(question, labels, lambda: _help(one), several=one.sort in _SEVERAL_ANSWERS)
    return None if chosen is None else ", ".join([*choices][position] for position in chosen)


def _question(one: FormQuestion) -> str:
    return question(_(one.label))


def _help(one: FormQuestion) -> Iterator[str]:
    yield _(_HELPS[one.sort])
    if one.note:
        yield _(one.note)
    if one.sort in _IN_OWN_WORDS:
        yield _(LITERALLY).format(help=HELP, leave=LEAVE)
    if one.sort is Sort.KIND:
        yield from (_(kind.label) for kind in kinds.KINDS)
