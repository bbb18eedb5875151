"""Meanings that have words in every language, as token sequences, and the word tables that are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import calendar_tokens as calendar
from journal.domain.time.reading import tokens
from journal.domain.time.reading.tokens import Awaits, BoundSide, Token, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

Tokens = tuple[Token, ...]
"""What a phrase stands for."""
Meant = TypeVar("Meant")


def by_word(table: Mapping[Meant, str]) -> dict[str, Meant]:
    """Map each word or phrase to its meaning; the table lists those of one meaning, separated by `, `."""
    return {word: meant for meant, words in table.items() for word in words.split(", ")}


SUMMER_TIME: Tokens = (tokens.DaylightSaving(summer=True),)
WINTER_TIME: Tokens = (tokens.DaylightSaving(summer=False),)
NOT_KNOWN: Tokens = (tokens.UnknownTime(),)
NOW: Tokens = (tokens.Now(),)
JUST_NOW: Tokens = (tokens.FromNow(0),)
EARLIER: Tokens = (tokens.Earlier(),)
IGNORED: Tokens = (tokens.Ignored(),)
ABOUT: Tokens = (tokens.Approximate(),)
AFTER: Tokens = (tokens.Bound(BoundSide.AFTER),)
BEFORE: Tokens = (tokens.Bound(BoundSide.BEFORE),)
AT: Tokens = (tokens.Lead(Awaits.CLOCK),)
IN: Tokens = (tokens.Lead(Awaits.SPAN),)
TODAY: Tokens = (calendar.RelativeDay(0),)
YESTERDAY: Tokens = (calendar.RelativeDay(-1),)
DAY_BEFORE: Tokens = (calendar.RelativeDay(-2),)
TOMORROW: Tokens = (calendar.RelativeDay(1),)
DAY_AFTER: Tokens = (calendar.RelativeDay(2),)
THIS_NIGHT: Tokens = (calendar.RelativeNight(this=True),)
MORNING: Tokens = (tokens.Part(PartOfDay.MORNING),)
AFTERNOON: Tokens = (tokens.Part(PartOfDay.AFTERNOON),)
EVENING: Tokens = (tokens.Part(PartOfDay.EVENING),)
LUNCHTIME: Tokens = (tokens.Part(None, window=(12 * 60, 14 * 60)),)
SMALL_HOURS: Tokens = (tokens.Part(None, window=(0, 6 * 60)),)
NOON: Tokens = (tokens.Clock((tokens.HALF_DAY,), noon=True),)
MIDNIGHT: Tokens = (tokens.Clock((0, tokens.WHOLE_DAY), spoken=True),)
LAST: Tokens = (calendar.Pointer(calendar.Which.LAST),)
LATEST: Tokens = (calendar.Pointer(calendar.Which.LATEST),)
BEFORE_LAST: Tokens = (calendar.Pointer(calendar.Which.BEFORE_LAST),)
THIS: Tokens = (calendar.Pointer(calendar.Which.THIS),)
NEXT: Tokens = (calendar.Pointer(calendar.Which.NEXT),)
WEEK: Tokens = (calendar.Calendar(Unit.WEEK),)
WEEKEND: Tokens = (calendar.Calendar(Unit.WEEKEND),)
MONTH: Tokens = (calendar.Calendar(Unit.MONTH),)
YEAR: Tokens = (calendar.Calendar(Unit.YEAR),)
BEGIN: Tokens = (calendar.PartOfSpan(calendar.Edge.BEGIN),)
MIDDLE: Tokens = (calendar.PartOfSpan(calendar.Edge.MIDDLE),)
END: Tokens = (calendar.PartOfSpan(calendar.Edge.END),)
