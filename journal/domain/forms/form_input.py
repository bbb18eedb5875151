"""What stands in the fields of a form, as a draft keeps it.

A form holds words; a record holds values. A time is settled while it is typed, because "now" and "ten minutes ago" mean
something only then; everything else is understood when it is saved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain.text.words import N_, Words
from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.moment_words import clock, in_words, plain_day

if TYPE_CHECKING:
    from collections.abc import Mapping

TIME_NOT_SETTLED = N_("Please choose which time you mean.")


class TypedTime(Struct, frozen=True, omit_defaults=True):
    """A field of a time."""

    text: str = ""
    at: str = ""
    """When these words were typed: local time with its offset, ISO 8601."""
    moment: Moment | None = None
    """What the words were settled to mean; None while they are not understood or have two readings."""
    until: Moment | None = None
    """The end, where the words name one."""


class FormInput(Struct, frozen=True, omit_defaults=True):
    """Everything that stands in a form, also in fields that do not show at the moment."""

    words: dict[str, str] = {}
    """Name of a field to its words, ids or numbers; lists are separated by commas."""
    times: dict[str, TypedTime] = {}

    def with_words(self, name: str, text: str) -> FormInput:
        """Return the form with other words in a field; an emptied field is as one never filled in."""
        rest = {other: words for other, words in self.words.items() if other != name}
        return FormInput(rest | ({name: text} if text else {}), self.times)

    def with_time(self, name: str, time: TypedTime) -> FormInput:
        """Return the form with another time in a field; an emptied field is as one never filled in."""
        rest = {other: typed for other, typed in self.times.items() if other != name}
        return FormInput(self.words, rest | ({name: time} if time.text else {}))

    def kept(self) -> dict[str, Any]:
        """Return it as the JSON object of a draft."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> FormInput:
        """Return what a draft kept; a part that cannot be read there is left out, so that the rest comes back."""
        words, times = (kept.get(part) for part in ("words", "times"))
        return cls(
            {str(name): text for name, text in _pairs(words) if isinstance(text, str)},
            {str(name): time for name, value in _pairs(times) if (time := _time(value))},
        )


@dataclass(frozen=True)
class Unfinished:
    """Why a form means nothing yet: for each field that is not settled a marked phrase, in the order of the form."""

    complaints: dict[str, str]


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
