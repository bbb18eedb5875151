"""Words of the overview: names of units, of days and of what is to be noted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import RECEIVERS
from journal.domain.overview.day_marks import DayMark, MarkType
from journal.domain.text.calendar_names import written
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

WEEK_DAY, MONTH, SHORT_DAY = "EEE d LLL y", "LLLL y", "d LLL"

_SHORT = {
    MarkType.NO: N_("no"),
    MarkType.REPORT: N_("report"),
    MarkType.ORDER_BEGINS: N_("order"),
    MarkType.ORDER_ENDS: N_("order"),
    MarkType.ASK_AGAIN: N_("ask"),
}
_SIGN = {
    MarkType.NO: "▲",
    MarkType.REPORT: "■",
    MarkType.ORDER_BEGINS: "[",
    MarkType.ORDER_ENDS: "]",
    MarkType.ASK_AGAIN: "?",
}
_LONG = {
    MarkType.NO: N_("said “no contact”"),
    MarkType.REPORT: N_("report {number}: {receiver}"),
    MarkType.ORDER_BEGINS: N_("order {number} begins"),
    MarkType.ORDER_ENDS: N_("order {number} ends"),
    MarkType.ASK_AGAIN: N_("ask again about report {number}"),
}


def day(one: date, pattern: str) -> str:
    """Write a day by a pattern in the language of the interface."""
    return written(one, pattern, spoken().language)


def short_marks(marks: Iterable[DayMark]) -> str:
    """Return what is marked on one day, each sort once, in a word."""
    return " ".join(dict.fromkeys(f"{_SIGN[one.sort]}{_(_SHORT[one.sort])}" for one in marks))


def signs(marks: Iterable[DayMark]) -> str:
    """Return what is marked on one day, each sort once, as a sign."""
    return " ".join(dict.fromkeys(_SIGN[one.sort] for one in marks))


def long_mark(one: DayMark) -> str:
    """Return what is marked, in words."""
    receiver = _(RECEIVERS[one.receiver]) if one.receiver else ""
    return harmless(_(_LONG[one.sort]).format(number=one.number, receiver=receiver))


def unit_marks(marks: Iterable[DayMark]) -> tuple[str, ...]:
    """Return what is marked on the days of a week or month, each with its day: in words, in few words, as signs.

    The last and shortest are the signs alone.
    """
    marks = tuple(marks)
    signs_and_days = [(_SIGN[one.sort], one, day(one.day, SHORT_DAY)) for one in marks]
    in_words = (f"{sign} {long_mark(one)}, {when}" for sign, one, when in signs_and_days)
    in_few = (f"{sign} {_(_SHORT[one.sort])}, {when}" for sign, one, when in signs_and_days)
    as_signs = (f"{sign} {when}" for sign, _one, when in signs_and_days)
    return (*map(" · ".join, (in_words, in_few, as_signs)), signs(marks))
