"""What stands in the fields of a sheet, and the values that it means: nothing is lost on the way there or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.entry import typed_details
from journal.domain.entry.form import TIME_NOT_SETTLED, Typed, TypedTime, Unfinished, editable, typed_day
from journal.domain.entry.number_ranges import in_ranges, numbers_in
from journal.domain.entry.typed_details import FALSE, TRUE, NotReadable
from journal.domain.state.forms.asked import Asked, Sort
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal.domain.text.words import Words

Values = dict[str, Any]
"""Names of fields to what they hold."""

_NOTHING_AT_ALL = frozenset({Sort.PERSON, Sort.TICK})
"""What is empty where it holds 0 or false."""
_TIMES = frozenset({Sort.DAY, Sort.MOMENT})


def filled(values: Mapping[str, Any], sheet: Iterable[Asked], words: Words) -> Typed:
    """Return the form in which these values stand."""
    typed = Typed()
    for one in sheet:
        value = values.get(one.name)
        if one.sort is Sort.MOMENT and isinstance(value, Moment):
            # A time that is not known leaves its field empty: everything on a sheet may be empty.
            time = TypedTime(editable(value, words), moment=value) if value.known else TypedTime()
            typed = typed.with_time(one.name, time)
        elif one.sort is Sort.DAY:
            typed = typed.with_time(one.name, typed_day(str(value), words) if value else TypedTime())
        else:
            typed = typed.with_words(one.name, _as_typed(one, value))
    return typed


def meant(typed: Typed, sheet: Iterable[Asked], before: Typed, base: Mapping[str, Any]) -> Values | Unfinished:
    """Return the values that the form means, by the names of its fields, or why it does not mean any yet.

    `before` is the form in which the values `base` stood: a field that was left as it was keeps its value.
    """
    values: Values = {}
    complaints: dict[str, str] = {}
    for one in sheet:
        try:
            values[one.name] = base.get(one.name) if _same(one, typed, before) else _value(one, typed)
        except NotReadable as why:
            complaints[one.name] = str(why)
    return Unfinished(complaints) if complaints else values


def _pieces(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece.strip() for piece in words.split(",") if piece.strip()))


_EMPTY: Mapping[Sort, Any] = {Sort.NUMBERS: (), Sort.LIST: (), Sort.CHOICES: (), Sort.PERSON: 0, Sort.TICK: False}
"""What an empty field holds, where that is not nothing."""

_UNDERSTOOD: Mapping[Sort, Callable[[str], Any]] = {
    Sort.LIST: _pieces,
    Sort.CHOICES: _pieces,
    Sort.NUMBERS: numbers_in,
    Sort.TICK: lambda words: words == TRUE,
    Sort.YES_NO: lambda words: words == TRUE,
    Sort.PERSON: int,
    Sort.COUNT: int,
}
"""How the words of a field become its value; other words are the value themselves."""


def _as_typed(one: Asked, value: Any) -> str:
    if value is None or value == () or (one.sort in _NOTHING_AT_ALL and not value):
        return ""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if one.sort is Sort.NUMBERS:
        return in_ranges(value)
    if one.sort in {Sort.LIST, Sort.CHOICES}:
        return ", ".join(map(str, value))
    return str(value)


def _same(one: Asked, typed: Typed, before: Typed) -> bool:
    if one.sort in _TIMES:
        then, now = before.times.get(one.name, TypedTime()), typed.times.get(one.name, TypedTime())
        return then.text == now.text and now.moment == then.moment
    return typed.words.get(one.name, "") == before.words.get(one.name, "")


def _value(one: Asked, typed: Typed) -> Any:
    """Return the value of a field in the shape of a record; None where it is empty. Raises NotReadable."""
    if one.sort in _TIMES:
        return _time(one, typed.times.get(one.name, TypedTime()))
    words = typed.words.get(one.name, "")
    if not words.strip():
        return _EMPTY.get(one.sort)
    return _UNDERSTOOD.get(one.sort, str)(words)


def _time(one: Asked, time: TypedTime) -> Any:
    if not time.text.strip():
        return UNKNOWN if one.sort is Sort.MOMENT else None
    if time.moment is None:
        raise NotReadable(TIME_NOT_SETTLED if one.sort is Sort.MOMENT else typed_details.NOT_A_DAY)
    if one.sort is Sort.MOMENT:
        return time.moment
    if time.moment.day is None:
        raise NotReadable(typed_details.NOT_A_DAY)
    return time.moment.day.isoformat()


def plain(values: Mapping[str, Any]) -> Values:
    """Return values as fields of a record, without those that are empty."""
    return {name: msgspec.to_builtins(value) for name, value in values.items() if value not in (None, "", ())}
