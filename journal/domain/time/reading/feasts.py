"""Days that have a name of their own in every year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter
from dateutil.relativedelta import TH, relativedelta

from journal.domain.time.reading.calendar_tokens import Feast

if TYPE_CHECKING:
    from collections.abc import Callable


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


NEW_YEARS_EVE = Feast(_on(12, 31))
NEW_YEAR = Feast(_on(1, 1))
EPIPHANY = Feast(_on(1, 6))
VALENTINE = Feast(_on(2, 14))
GOOD_FRIDAY = Feast(_from_easter(-2))
EASTER = Feast(_from_easter(0))
EASTER_MONDAY = Feast(_from_easter(1))
LABOUR_DAY = Feast(_on(5, 1))
ASCENSION = Feast(_from_easter(39))
PENTECOST = Feast(_from_easter(49))
WHIT_MONDAY = Feast(_from_easter(50))
BELGIAN_DAY = Feast(_on(7, 21))
BASTILLE_DAY = Feast(_on(7, 14))
ASSUMPTION = Feast(_on(8, 15))
HALLOWEEN = Feast(_on(10, 31))
ALL_SAINTS = Feast(_on(11, 1))
ALL_SOULS = Feast(_on(11, 2))
ARMISTICE = Feast(_on(11, 11))
THANKSGIVING = Feast(lambda year: date(year, 11, 1) + relativedelta(weekday=TH(4)))
ST_NICHOLAS = Feast(_on(12, 6))
CHRISTMAS_EVE = Feast(_on(12, 24))
CHRISTMAS = Feast(_on(12, 25))
BOXING_DAY = Feast(_on(12, 26))
