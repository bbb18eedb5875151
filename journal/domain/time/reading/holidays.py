"""Public holidays and other named days that recur every year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter
from dateutil.relativedelta import TH, relativedelta

from journal.domain.time.reading.calendar_tokens import Holiday

if TYPE_CHECKING:
    from collections.abc import Callable


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


NEW_YEARS_EVE = Holiday(_on(12, 31))
NEW_YEAR = Holiday(_on(1, 1))
EPIPHANY = Holiday(_on(1, 6))
VALENTINE = Holiday(_on(2, 14))
GOOD_FRIDAY = Holiday(_from_easter(-2))
EASTER = Holiday(_from_easter(0))
EASTER_MONDAY = Holiday(_from_easter(1))
LABOUR_DAY = Holiday(_on(5, 1))
ASCENSION = Holiday(_from_easter(39))
PENTECOST = Holiday(_from_easter(49))
WHIT_MONDAY = Holiday(_from_easter(50))
ASSUMPTION = Holiday(_on(8, 15))
HALLOWEEN = Holiday(_on(10, 31))
ALL_SAINTS = Holiday(_on(11, 1))
ALL_SOULS = Holiday(_on(11, 2))
ARMISTICE = Holiday(_on(11, 11))
THANKSGIVING = Holiday(lambda year: date(year, 11, 1) + relativedelta(weekday=TH(4)))
ST_NICHOLAS = Holiday(_on(12, 6))
CHRISTMAS_EVE = Holiday(_on(12, 24))
CHRISTMAS = Holiday(_on(12, 25))
BOXING_DAY = Holiday(_on(12, 26))
