"""Selection of the country, which determines help lines, steps and the notation of telephone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTRIES: Mapping[str, str] = {"BE": N_("Belgium"), "NL": N_("the Netherlands")}
"""Supported countries: code and marked name, the default first."""

_BY_ZONE = {"Europe/Brussels": "BE", "Europe/Amsterdam": "NL"}


def country_of(chosen: str, zone: str, language: str) -> str:
    """Return the chosen country's code; by default that of the time zone, then that of the language.

    `zone` is an IANA name, `language` a locale name: `nl_BE`.
    """
    spoken, _, region = language.partition("_")
    guesses = (chosen, _BY_ZONE.get(zone, ""), region, LANGUAGES[spoken].country if spoken in LANGUAGES else "")
    return next((guess for guess in guesses if guess in COUNTRIES), next(iter(COUNTRIES)))
