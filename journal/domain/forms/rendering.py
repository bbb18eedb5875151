"""A thing of the case as label and value, in words, for whatever shows or prints it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry.labels import NO, YES
from journal.domain.entry.number_ranges import in_ranges
from journal.domain.entry.rendering import NOBODY_KNOWN, RenderedField
from journal.domain.forms.form_question import FormQuestion, Sort
from journal.domain.time.moment import Moment
from journal.domain.time.moment_words import day_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.text.words import Words


def told(
    values: Mapping[str, Any], questions: Iterable[FormQuestion], people: Mapping[int, Person], words: Words
) -> Iterator[RenderedField]:
    """Yield everything that is filled in, in the order of the form; stored words stand in it as they are."""
    for one in questions:
        if said := said_of(one, values.get(one.name), people, words):
            yield RenderedField(one.name, words(one.label), said)


def said_of(one: FormQuestion, value: Any, people: Mapping[int, Person], words: Words) -> str:
    """Return the value of one field in words; "" where it says nothing."""
    if value in (None, "", ()) or (one.sort in {Sort.PERSON, Sort.TICK} and not value):
        return ""
    if isinstance(value, bool):
        return words(YES) if value else words(NO)
    if isinstance(value, Moment):
        return in_words(value, words) if value.known else ""
    tellers: dict[Sort, Callable[[], str]] = {
        Sort.PERSON: lambda: person_called(value, people, words),
        Sort.NUMBERS: lambda: in_ranges(value),
        Sort.DAY: lambda: day_told(str(value), words),
    }
    return tellers[one.sort]() if one.sort in tellers else _answers_told(one, value, words)


def _answers_told(one: FormQuestion, value: Any, words: Words) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return ", ".join(words(one.answers[str(part)]) if str(part) in one.answers else str(part) for part in parts)


def plain_told(value: object, words: Words, answers: Mapping[Any, str] | None = None) -> str:
    """Return any JSON value of a record in words, the ids among `answers` by their marked labels."""
    if isinstance(value, bool):
        return words(YES) if value else words(NO)
    if isinstance(value, list | tuple):
        return ", ".join(plain_told(one, words, answers) for one in value)
    if isinstance(value, dict):
        return _moment_told(value.get("when", value), words) or ", ".join(
            plain_told(one, words) for one in value.values()
        )
    return words(answers[value]) if answers and value in answers else str(value)


def _moment_told(value: object, words: Words) -> str:
    try:
        return in_words(msgspec.convert(value, Moment), words)
    except msgspec.ValidationError:
        return ""


def person_called(number: int, people: Mapping[int, Person], words: Words) -> str:
    """Return the name of somebody of the case, or that it is the person with this number."""
    known = people.get(number)
    return known.name if known else words(NOBODY_KNOWN).format(number=number)


def day_told(kept: str, words: Words) -> str:
    """Return a day that was kept as ISO 8601 in full; anything else as it is."""
    try:
        return day_in_words(date.fromisoformat(kept), words)
    except ValueError:
        return kept
