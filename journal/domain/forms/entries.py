"""What is asked of an entry, and the entry that a form means: nothing is lost on the way there or back.

A field that was left as it stood keeps the value that it stood for: opening and saving an entry changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain import kinds
from journal.domain.case.people import Role
from journal.domain.entry import labels
from journal.domain.entry.entry import COMMON_FIELDS, Entry
from journal.domain.forms.filling import Values, filled, understood
from journal.domain.forms.form_input import FormInput, TypedTime, Unfinished
from journal.domain.forms.form_question import FormQuestion, Sort, answers, of_field
from journal.domain.text.words import N_
from journal.domain.time.reading.answer import WRONG_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.kinds.catalogue import Kind
    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment

NO_TIME = N_("When was it? A part of the day will do, or “unknown”.")
KIND_NOT_CHOSEN = N_("Nothing matches what you typed. “Other” is always possible.")
PRIVATE = N_("never shared unless you tick it")


def _asked(name: str, sort: Sort = Sort.LINE, **more: Any) -> FormQuestion:
    return FormQuestion(name, labels.FIELDS[name], sort, **more)


FIRST = (
    _asked("happened", Sort.TIME),
    _asked("until", Sort.TIME, rare=True, follows="happened"),
    _asked("kind", Sort.KIND),
    _asked("account", Sort.TEXT),
)
"""What is asked first: enough for a whole entry on a bad evening."""

TIMES = _asked("times", Sort.TIMES, hint="1")

LAST = (
    _asked("place"),
    _asked("quoted_words", Sort.TEXT),
    _asked("witnesses", Sort.PEOPLE, list_title=N_("Who saw or heard it")),
    _asked("person", Sort.PERSON, role=Role.STALKER),
    _asked("identified_by", Sort.CHOICE, answers=answers(labels.IDENTIFIED_BY)),
    _asked("targeted", Sort.CHOICES, answers=answers(labels.TARGETED)),
    _asked("impact", Sort.TEXT),
    _asked("threat_felt", Sort.CHOICE, answers=answers(labels.FELT)),
    _asked("my_response", Sort.TEXT),
    _asked("private_note", Sort.TEXT, note=PRIVATE),
    _asked("noticed", Sort.TIME, rare=True),
    _asked("reported_by", Sort.PERSON, rare=True, list_title=N_("Who told it")),
    _asked("tags", Sort.LIST, rare=True, hint=N_("separated by commas")),
)
"""The rest of what every entry has."""

_VERBATIM = [one.name for one in (*FIRST, *LAST) if one.sort in {Sort.LINE, Sort.TEXT}]
"""The fields whose words are kept as they were typed, also where nothing of them can be seen."""


def of_kind(kind: Kind) -> tuple[FormQuestion, ...]:
    """Return the questions that only this kind has."""
    return (*([TIMES] if kind.repeatable else []), *map(of_field, kind.fields))


def typed_from(entry: Entry, words: Words) -> FormInput:
    """Return the form in which an entry stands."""
    return filled(_values(entry), (*FIRST, TIMES, *LAST, *_own(entry.details)), words)


def to_entry(typed: FormInput, base: Entry | None = None, before: FormInput | None = None) -> Entry | Unfinished:
    """Return the entry that the form means, or why it does not mean one yet.

    `base` is the entry that is amended and `before` the form in which it stood. Words that do not fit a field are
    complained of only where the kind has the field; elsewhere they are left out.
    """
    stood = _values(base) if base else {}
    base, before = base or Entry(), before or FormInput()
    kind = kinds.kind(typed.words.get("kind", base.kind))
    shown = {one.name: one for one in (*FIRST, *of_kind(kind), *LAST)}
    typed_at_all = (name for form in (typed, before) for name in (*form.words, *form.times))
    asked = {one.name: one for one in _own(typed_at_all)} | shown
    values, complaints = understood(typed, asked.values(), before, stood)
    values |= {name: typed.words.get(name, "") for name in _VERBATIM} | {"kind": kind.id}
    if not kind.repeatable:
        values["times"] = base.times if kind.id == base.kind else 1
    values["until"] = values.get("until") or typed.times.get("happened", TypedTime()).until
    complaints = _complaints(typed, values) | complaints
    if shown.keys() & complaints.keys():
        return Unfinished({name: complaints[name] for name in shown if name in complaints})
    kept = {name: value for name, value in base.fields().items() if name not in asked and name != TIMES.name}
    said = {name: value for name, value in values.items() if value is not None}
    return Entry.from_fields(kept | msgspec.to_builtins(said))


def _complaints(typed: FormInput, values: Values) -> dict[str, str]:
    """Return what only an entry needs: a time, a kind where one is looked for, and an end behind the beginning."""
    happened, until = values.get("happened"), values["until"]
    found = {} if happened else {"happened": NO_TIME}
    if typed.words.get("kind_typed", "").strip():
        found["kind"] = KIND_NOT_CHOSEN
    if happened and until and _ends_before(happened, until):
        found["until"] = WRONG_ORDER
    return found


def _ends_before(happened: Moment, until: Moment) -> bool:
    begin, end = happened.earliest, until.latest
    return bool(begin and end and end < begin)


def _values(entry: Entry) -> Values:
    return {name: getattr(entry, name) for name in COMMON_FIELDS} | entry.details


def _own(names: Iterable[str]) -> Iterator[FormQuestion]:
    return (of_field(field) for name in dict.fromkeys(names) if (field := kinds.field(name)))
