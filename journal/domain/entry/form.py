"""What stands in the fields of a form, and the entry it means: nothing is lost on the way there or back.

A form holds words; an entry holds values. A time is settled while it is typed, because "now" and "ten minutes ago" mean
something only then; everything else is understood when it is saved. A field that was left as it stood keeps the value
that it stood for, so that opening and saving an entry changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain import kinds
from journal.domain.entry import typed_details as details
from journal.domain.entry.entry import Entry
from journal.domain.entry.typed_details import NotReadable
from journal.domain.kinds.catalogue import Detail, Field, Shape
from journal.domain.text.words import N_, Words
from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.moment_words import clock, in_words, plain_day
from journal.domain.time.reading.answer import WRONG_ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_TIME = N_("When was it? A part of the day will do, or “unknown”.")
TIME_NOT_SETTLED = N_("This time is not settled yet.")
KIND_NOT_CHOSEN = N_("No kind fits these letters. “Other” is always possible.")
NOT_ONE_OR_MORE = N_("How many times? A number in figures, 1 or more.")

MOMENTS = ("happened", "until", "noticed")
_LISTS = ("targeted", "witnesses", "tags")
_NUMBERED = ("person", "reported_by")
_PLAIN = ("place", "account", "quoted_words", "identified_by", "impact", "my_response", "threat_felt", "private_note")


class TypedTime(Struct, frozen=True, omit_defaults=True):
    """A field of a time."""

    text: str = ""
    at: str = ""
    """When these words were typed: local time with its offset, ISO 8601."""
    moment: Moment | None = None
    """What the words were settled to mean; None while they are not understood or have two readings."""
    until: Moment | None = None
    """The end, where the words name one."""


class Typed(Struct, frozen=True, omit_defaults=True):
    """Everything that stands in a form, also in fields that do not show at the moment."""

    words: dict[str, str] = {}
    """Name of a field to its words, ids or numbers; lists are separated by commas."""
    times: dict[str, TypedTime] = {}

    def with_words(self, name: str, text: str) -> Typed:
        """Return the form with other words in a field; an emptied field is as one never filled in."""
        rest = {other: words for other, words in self.words.items() if other != name}
        return Typed(rest | ({name: text} if text else {}), self.times)

    def with_time(self, name: str, time: TypedTime) -> Typed:
        """Return the form with another time in a field; an emptied field is as one never filled in."""
        rest = {other: typed for other, typed in self.times.items() if other != name}
        return Typed(self.words, rest | ({name: time} if time.text else {}))

    def kept(self) -> dict[str, Any]:
        """Return it as the JSON object of a draft."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Typed:
        """Return what a draft kept; a part that cannot be read there is left out, so that the rest comes back."""
        words, times = (kept.get(part) for part in ("words", "times"))
        return cls(
            {str(name): text for name, text in _pairs(words) if isinstance(text, str)},
            {str(name): time for name, value in _pairs(times) if (time := _time(value))},
        )


@dataclass(frozen=True)
class Unfinished:
    """Why there is no entry yet: for each field that is not settled a marked phrase, in the order of the form."""

    complaints: dict[str, str]


def typed_from(entry: Entry, words: Words) -> Typed:
    """Return the form in which an entry stands."""
    moments = {"happened": entry.happened, "until": entry.until, "noticed": entry.noticed}
    plain = {name: str(getattr(entry, name) or "") for name in (*_PLAIN, *_NUMBERED)}
    lists = {"targeted": entry.targeted, "witnesses": entry.witnesses, "tags": entry.tags}
    joined = {name: ", ".join(map(str, values)) for name, values in lists.items()}
    own = {name: (field, value) for name, value in entry.details.items() if (field := kinds.field(name))}
    days = {name: value for name, (field, value) in own.items() if field.shape is Shape.DATE}
    rest = {name: details.as_typed(field, value, words) for name, (field, value) in own.items() if name not in days}
    filled = {"kind": entry.kind, "times": str(entry.times)} | plain | joined | rest
    return Typed(
        {name: text for name, text in filled.items() if text},
        {name: TypedTime(editable(moment, words), moment=moment) for name, moment in moments.items() if moment}
        | {name: typed_day(str(value), words) for name, value in days.items()},
    )


def to_entry(typed: Typed, base: Entry | None = None, before: Typed | None = None) -> Entry | Unfinished:
    """Return the entry that the form means, or why it does not mean one yet.

    `base` is the entry that is amended and `before` the form in which it stood.
    """
    return _Understanding(typed, base or Entry(), before or Typed()).entry()


def typed_day(kept: str, words: Words) -> TypedTime:
    """Return a field in which a day stands that was kept as ISO 8601; anything else stands there as it is."""
    try:
        day = Moment(Certainty.DAY, start=kept)
        return TypedTime(editable(day, words), moment=day)
    except ValueError:
        return TypedTime(kept)


def editable(moment: Moment, words: Words) -> str:
    """Return a moment as it stands in a field that may be changed: without the weekday, which would have to follow."""
    if not moment.known:
        return words(N_("unknown"))
    if moment.certainty not in {Certainty.EXACT, Certainty.DAY} or not moment.day:
        return in_words(moment, Words(words.language))
    return f"{plain_day(moment.day, words)} {clock(moment.start)}".strip()


class _Understanding:
    """The way from a form to an entry, with what was found on it."""

    def __init__(self, typed: Typed, base: Entry, before: Typed) -> None:
        self._typed, self._base, self._before = typed, base, before
        self._complaints: dict[str, str] = {}
        self._kind = kinds.kind(typed.words.get("kind", base.kind))

    def entry(self) -> Entry | Unfinished:
        happened, until, noticed = (self._moment(name) for name in MOMENTS)
        if self._typed.words.get("kind_typed", "").strip():
            self._complaints["kind"] = KIND_NOT_CHOSEN
        values: dict[str, Any] = {name: self._typed.words.get(name) or None for name in _PLAIN}
        values |= {name: self._list(name) for name in _LISTS}
        values |= {name: int(number) for name in _NUMBERED if (number := self._typed.words.get(name, "")).isdecimal()}
        values |= {"happened": happened, "until": until, "noticed": noticed}
        values |= {"kind": self._kind.id, "times": self._times(), "details": self._details()}
        if happened and until and _ends_before(happened, until):
            self._complaints["until"] = WRONG_ORDER
        if self._complaints:
            return Unfinished(self._complaints)
        return msgspec.convert({name: value for name, value in values.items() if value is not None}, Entry)

    def _moment(self, name: str) -> Moment | None:
        time = self._typed.times.get(name, TypedTime())
        ends = self._typed.times.get("happened", TypedTime()).until
        if time.text.strip() and not time.moment:
            self._complaints[name] = TIME_NOT_SETTLED
        if not time.text.strip() and name == "happened":
            self._complaints[name] = NO_TIME
        if not time.text.strip():
            return ends if name == "until" else None
        return time.moment

    def _list(self, name: str) -> list[Any]:
        text = self._typed.words.get(name, "")
        if text == self._before.words.get(name, ""):
            return msgspec.to_builtins(getattr(self._base, name)) if text else []
        pieces = dict.fromkeys(piece.strip() for piece in text.split(",") if piece.strip())
        return [int(piece) for piece in pieces if piece.isdecimal()] if name == "witnesses" else list(pieces)

    def _times(self) -> int:
        text = self._typed.words.get("times", "").strip()
        if not self._kind.repeatable:
            return self._base.times if self._kind.id == self._base.kind else 1
        try:
            times = details.number(text) if text else 1
        except NotReadable:
            times = 0
        if not times:
            self._complaints["times"] = NOT_ONE_OR_MORE
        return times

    def _details(self) -> dict[str, Detail]:
        kept = dict(self._base.details)
        forms = (self._typed, self._before)
        for name in dict.fromkeys(name for one in forms for name in (*one.words, *one.times)):
            if (field := kinds.field(name)) and not self._as_before(name):
                value = self._detail(field)
                kept.pop(name, None)
                kept |= {} if value is None else {name: value}
        return kept

    def _as_before(self, name: str) -> bool:
        now, before = self._typed, self._before
        same_time = now.times.get(name, TypedTime()).text == before.times.get(name, TypedTime()).text
        return same_time and now.words.get(name) == before.words.get(name)

    def _detail(self, field: Field) -> Detail | None:
        """Return what a field of a kind says; words that do not fit are complained of only where they show."""
        try:
            if field.shape is Shape.DATE:
                return _settled_day(self._typed.times.get(field.id, TypedTime()))
            return details.as_kept(field, self._typed.words.get(field.id, ""))
        except NotReadable as why:
            if field in self._kind.fields:
                self._complaints[field.id] = str(why)
            return None


def _settled_day(time: TypedTime) -> str | None:
    if not time.text.strip():
        return None
    if not time.moment or not time.moment.day:
        raise NotReadable(details.NOT_A_DAY)
    return time.moment.day.isoformat()


def _ends_before(happened: Moment, until: Moment) -> bool:
    begin, end = happened.earliest, until.latest
    return bool(begin and end and end < begin)


def _pairs(value: object) -> list[tuple[object, object]]:
    return list(value.items()) if isinstance(value, dict) else []


def _time(value: object) -> TypedTime | None:
    try:
        time = msgspec.convert(value, TypedTime)
        told = [*filter(None, (time.moment, time.until))]
        _ = datetime.fromisoformat(time.at or "2000-01-01"), [(one.earliest, one.latest) for one in told]
    except ValueError:
        return None
    return time
