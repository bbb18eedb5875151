"""What a help line is, and how surely it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKED_ON = "2026-11"
"""When the lines were last checked, a month in ISO 8601."""

EVERYWHERE = "EU"
"""The country of lines that hold in the whole European Union."""


class Surety(StrEnum):
    """How surely a line is known."""

    SURE = "sure"
    CHECK_FIRST = "check_first"


class OnBill(StrEnum):
    """Whether a call stands on the telephone bill."""

    NOT_SHOWN = "not_shown"
    UNKNOWN = "unknown"


ON_BILL: Mapping[OnBill, str] = {
    OnBill.NOT_SHOWN: N_("Not on the bill, but in the telephone's own list of calls."),
    OnBill.UNKNOWN: N_("May be visible on a shared bill, and in the telephone's own list of calls."),
}
"""What to think of before a call, shown with every line."""

SURETY: Mapping[Surety, str] = {
    Surety.SURE: N_("checked {month}; may have changed"),
    Surety.CHECK_FIRST: N_("not confirmed by the service itself; check it before use"),
}
"""How surely a line is known, shown with every line; `{month}` is when it was checked."""


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """One place where help is found."""

    id: str
    country: str
    name: str
    """What the service calls itself; a name, and so not translated."""
    purpose: str
    """What it is for, a marked message."""
    source: str = ""
    """The page on which it was found, or for `CHECK_FIRST` the one on which to check it; plain text, never opened.

    Empty only for an emergency number of which no page of the service itself was read.
    """
    numbers: tuple[str, ...] = ()
    """As they are dialled in that country; none where the service is asked for at a police office."""
    languages: tuple[str, ...] = ()
    """The languages that the service is known to speak; empty where that was not found."""
    hours: str = ""
    """When it is reachable, a marked message; empty where that was not found."""
    emergency: bool = False
    on_bill: OnBill = OnBill.UNKNOWN
    surety: Surety = Surety.SURE
    checked_on: str = CHECKED_ON


ALWAYS = N_("day and night")
"""The hours of a line that is always reachable."""
