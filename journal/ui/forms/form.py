"""A form as data that one screen draws, for everything that the case keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from journal.domain.forms.filling import filled, meant, plain
from journal.domain.forms.form_input import Unfinished
from journal.domain.text.words import _, spoken
from journal.domain.time.moment import Certainty, Moment, offset_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journal.domain.forms.filling import Values
    from journal.domain.forms.form_input import FormInput
    from journal.domain.forms.form_question import FormQuestion
    from journal.domain.ledger.case_object import Numbered
    from journal.logbook import Logbook, Saved
    from journal.ui.forms.form_ref import FormRef


Thing = TypeVar("Thing", bound="Numbered")


@dataclass(frozen=True, kw_only=True)
class FormDefinition:
    """One form: what is asked, what stands there already, and what becomes of it."""

    about: FormRef
    title: str
    """Translated, and made of our own words and numbers only."""
    asked: tuple[FormQuestion, ...]
    record: Callable[[Values, str], Saved]
    """Records the values and forgets the draft of this id; raises JournalError."""
    base: Mapping[str, Any] = field(default_factory=dict)
    """What is kept so far; empty for something new."""
    prefilled: Mapping[str, Any] = field(default_factory=dict)
    """What stands in something new before anybody typed."""
    needed: Mapping[str, str] = field(default_factory=dict)
    """Names of fields that cannot be empty, each with the marked sentence that says so."""
    cautions: Callable[[Values], Sequence[str]] = lambda _values: ()
    """What to say once, translated and harmless, before these values are recorded."""
    least: tuple[str, ...] = ()
    """Names of the fields of which one at least says what it is about; () where the needed ones do."""
    least_said: str = ""
    """The marked sentence for where none of these says anything."""
    advice: tuple[str, ...] = ()
    """Marked sentences that stand beside the form."""
    beside: tuple[str, ...] = ()
    """What stands below the advice, translated; stored words in it as they are."""
    first: str = ""
    """The field in which the cursor begins; empty for the first one."""

    @property
    def before(self) -> FormInput:
        """The form in which what is kept so far stands."""
        return filled(self.base, self.asked, spoken())

    @property
    def blank(self) -> FormInput:
        """The form in which nothing was done yet."""
        return self.before if self.base else filled(self.prefilled, self.asked, spoken())

    def doubts(self, values: Values) -> list[str]:
        """Return what is to be thought of before this is recorded, translated: what is missing comes first."""
        missing = self.least and not any(values.get(name) for name in self.least)
        return [*([_(self.least_said)] if missing else []), *self.cautions(values)]

    def meant(self, typed: FormInput) -> Values | Unfinished:
        """Return the values that a form means, or why it does not mean any yet."""
        values = meant(typed, self.asked, self.before, self.base)
        if isinstance(values, Unfinished):
            return values
        missing = {name: why for name, why in self.needed.items() if not values.get(name)}
        return Unfinished(missing) if missing else values


def values_of(one: Numbered) -> dict[str, Any]:
    """Return what a thing of the case holds, by the names of its fields."""
    return {name: getattr(one, name) for name in one.__struct_fields__}


def numbered(sort: type[Thing], values: Values, base: Thing | None = None) -> Thing:
    """Return the thing of the case that these values say, with number 0 for a new one.

    Fields that are not asked stay as they were in `base`.
    """
    rest = {name: value for name, value in base.fields().items() if name not in values} if base else {}
    return sort.from_fields(base.number if base else 0, rest | plain(values))


def recorded(logbook: Logbook, thing: Numbered, draft: str) -> Saved:
    """Record a thing of the case, added where it has no number yet, and forget the draft; raises JournalError."""
    return logbook.case.amend(thing, draft=draft) if thing.number else logbook.case.add(thing, draft)


def today(logbook: Logbook) -> Moment:
    """Return today as a moment of which only the day is known."""
    now = logbook.now()
    return Moment(Certainty.DAY, start=now.date().isoformat(), offset=offset_text(now))
