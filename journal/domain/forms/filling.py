"""What stands in the fields of a form, and the values that it means: nothing is lost on the way there or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry.detail_words import duration
from journal.domain.entry.number_ranges import in_ranges, numbers_in
from journal.domain.entry.typed_details import (
    FALSE,
    NOT_A_DAY,
    TRUE,
    NotReadable,
    number,
    one_or_more,
    seconds,
)
from journal.domain.forms.form_input import TIME_NOT_SETTLED, FormInput, TypedTime, Unfinished, editable, typed_day
from journal.domain.forms.form_question import FormQuestion, Sort
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal.domain.text.words import Words

Values = dict[str, Any]
"""Names of fields to what they hold."""

_NOTHING_AT_ALL = frozenset({Sort.PERSON, Sort.TICK})
"""What is empty where it holds 0 or false."""
_MOMENTS = frozenset({Sort.MOMENT, Sort.TIME})
_TIMES = _MOMENTS | {Sort.DAY}


def filled(values: Mapping[str, Any], questions: Iterable[FormQuestion], words: Words) -> FormInput:
    """Return the form in which these values stand."""
    typed = FormInput()
    for one in questions:
        value = values.get(one.name)
        if one.sort in _MOMENTS and isinstance(value, Moment):
            empty = one.sort is Sort.MOMENT and not value.known
            typed = typed.with_time(one.name, TypedTime("" if empty else editable(value, words), moment=value))
        elif one.sort is Sort.DAY:
            typed = typed.with_time(one.name, typed_day(str(value), words) if value else TypedTime())
        else:
            typed = typed.with_words(one.name, _as_typed(one, value, words))
    return typed


def meant(
    typed: FormInput, questions: Iterable[FormQuestion], before: FormInput, base: Mapping[str, Any]
) -> Values | Unfinished:
    """Return the values that the form means, by the names of its fields, or why it does not mean any yet.

    `before` is the form in which the values `base` stood: a field that was left as it was keeps its value.
    """
    values, complaints = understood(typed, questions, before, base)
    return Unfinished(complaints) if complaints else values


def understood(
    typed: FormInput, questions: Iterable[FormQuestion], before: FormInput, base: Mapping[str, Any]
) -> tuple[Values, dict[str, str]]:
    """Return the values of the fields that can be read, and of the others by name why they cannot."""
    values: Values = {}
    complaints: dict[str, str] = {}
    for one in questions:
        try:
            values[one.name] = base.get(one.name) if _same(one, typed, before) else _value(one, typed)
        except NotReadable as why:
            complaints[one.name] = str(why)
    return values, complaints


def _pieces(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.strip() for piece in words.split(",") if piece.strip()))


def _people(words: str) -> tuple[int, ...]:
    return tuple(int(piece) for piece in _pieces(words) if piece.isdecimal())


_EMPTY: Mapping[Sort, Any] = dict.fromkeys((Sort.NUMBERS, Sort.LIST, Sort.CHOICES, Sort.PEOPLE), ()) | {
    Sort.PERSON: 0,
    Sort.TICK: False,
}
"""What an empty field holds, where that is not nothing."""

_UNDERSTOOD: Mapping[Sort, Callable[[str], Any]] = {
    Sort.LIST: _pieces,
    Sort.CHOICES: _pieces,
    Sort.NUMBERS: numbers_in,
    Sort.TICK: lambda words: words == TRUE,
    Sort.YES_NO: lambda words: words == TRUE,
    Sort.PERSON: lambda words: int(words) if words.isdecimal() else 0,
    Sort.PEOPLE: _people,
    Sort.COUNT: int,
    Sort.NUMBER: number,
    Sort.TIMES: one_or_more,
    Sort.DURATION: seconds,
}
"""How the words of a field become its value; other words are the value themselves."""


def _as_typed(one: FormQuestion, value: Any, words: Words) -> str:
    if value is None or value == () or (one.sort in _NOTHING_AT_ALL and not value):
        return ""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if one.sort is Sort.NUMBERS:
        return in_ranges(value)
    if one.sort is Sort.DURATION and isinstance(value, int):
        return duration(value, words)
    if one.sort in {Sort.LIST, Sort.CHOICES, Sort.PEOPLE}:
        return ", ".join(map(str, value))
    return str(value)


def _same(one: FormQuestion, typed: FormInput, before: FormInput) -> bool:
    if one.sort in _TIMES:
        then, now = before.times.get(one.name, TypedTime()), typed.times.get(one.name, TypedTime())
        return then.text == now.text and now.moment == then.moment
    return typed.words.get(one.name, "") == before.words.get(one.name, "")


def _value(one: FormQuestion, typed: FormInput) -> Any:
    """Return the value of a field in the shape of a record; None where it is empty. Raises NotReadable."""
    if one.sort in _TIMES:
        return _time(one, typed.times.get(one.name, TypedTime()))
    words = typed.words.get(one.name, "")
    if not words.strip():
        return _EMPTY.get(one.sort)
    return _UNDERSTOOD.get(one.sort, str)(words)


def _time(one: FormQuestion, time: TypedTime) -> Any:
    if not time.text.strip():
        return UNKNOWN if one.sort is Sort.MOMENT else None
    if one.sort in _MOMENTS:
        if time.moment is None:
            raise NotReadable(TIME_NOT_SETTLED)
        return time.moment
    if time.moment is None or time.moment.day is None:
        raise NotReadable(NOT_A_DAY)
    return time.moment.day.isoformat()


def plain(values: Mapping[str, Any]) -> Values:
    """Return values as fields of a record, without those that are empty."""
    return {name: msgspec.to_builtins(value) for name, value in values.items() if value not in (None, "", ())}
