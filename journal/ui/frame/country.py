"""The country that an open journal is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.country import country_of
from journal.domain.text.words import spoken

if TYPE_CHECKING:
    from journal.logbook import Logbook


def country_for(logbook: Logbook) -> str:
    """Return the code of the country whose steps, help lines and telephone numbers are meant in this journal."""
    return country_of(logbook.settings.country, str(logbook.zone), spoken().language)
