"""Help line: value type, and labels of how certain it is and of its traces on a bill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.text.labelled import LabelledEnum, labels_of
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKED_ON = "2026-11"
"""Month in which the lines were last checked, ISO 8601."""

EVERYWHERE = "EU"
"""Country code of lines for the whole European Union."""


class Surety(LabelledEnum):
    """Whether a line is confirmed by its source."""

    SURE = "sure", N_("checked {month}; may have changed")
    CHECK_FIRST = "check_first", N_("not confirmed by the service itself; check it before use")


class OnBill(LabelledEnum):
    """Whether a call is listed on the telephone bill."""

    NOT_SHOWN = "not_shown", N_("Not on the bill, but in the telephone's own list of calls.")
    UNKNOWN = "unknown", N_("May be visible on a shared bill, and in the telephone's own list of calls.")


ON_BILL: Mapping[OnBill, str] = labels_of(OnBill)
"""Notes on the traces of a call, shown with every line."""

SURETY: Mapping[Surety, str] = labels_of(Surety)
"""Notes on the certainty, shown with every line; `{month}` is when it was checked."""


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """Service that offers help."""

    id: str
    """Begins with the code of its country: `be_police`."""
    name: str
    """Name of the service in its own words, not translated."""
    purpose: str
    """Purpose, a marked message."""
    source: str = ""
    """Address of the page with the number, or for `CHECK_FIRST` of the one to check it on; plain text, never opened.

    Empty only for an emergency number of which no page of the service itself was read.
    """
    numbers: tuple[str, ...] = ()
    """As dialled in that country; empty where the service is requested at a police office."""
    languages: tuple[str, ...] = ()
    """Codes of the languages the service is known to speak; empty where unknown."""
    hours: str = ""
    """Opening hours, a marked message; empty where unknown."""
    emergency: bool = False
    on_bill: OnBill = OnBill.UNKNOWN
    surety: Surety = Surety.SURE
    checked_on: str = CHECKED_ON

    @property
    def country(self) -> str:
        """Code of its country, or `EVERYWHERE`."""
        return self.id[:2].upper()


ALWAYS = N_("day and night")
"""Hours of a line that is always open."""
