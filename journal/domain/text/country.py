"""Selection of the country, which determines help lines, steps, some words and the notation of telephone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.text.languages import LANGUAGES, local_language
from journal.domain.text.words import N_, speak, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

COUNTRIES: Mapping[str, str] = {"BE": N_("Belgium"), "NL": N_("the Netherlands")}
"""Supported countries: code and marked name, the default first."""

_BY_ZONE = {"Europe/Brussels": "BE", "Europe/Amsterdam": "NL"}


def country_of(chosen: str, zone: str, language: str) -> str:
    """Return the chosen country's code; by default that of the time zone, then that of the language.

    `zone` is an IANA name, `language` a locale name: `nl_BE`.
    """
    code = language.partition("_")[0]
    usual = LANGUAGES[code].country if code in LANGUAGES else ""
    return _told_by(chosen, zone, language) or (usual if usual in COUNTRIES else next(iter(COUNTRIES)))


def words_of(language: str, chosen: str, zone: str) -> str:
    """Return the locale name whose words are used: `nl_BE`, where the choice, the zone or else the locale tells it."""
    return local_language(language, _told_by(chosen, zone, language))


def tell_by(zone: tzinfo | None, language: str = "", country: str = "") -> None:
    """Set time zone, language and country of the interface's translator, process-wide.

    "" leaves the language as it is, as does one that only another version writes, and the country to the zone.
    """
    words = spoken()
    if language.partition("_")[0] not in LANGUAGES:
        language = ""
    speak(replace(words, zone=zone, language=words_of(language or words.language, country, str(zone))))


def _told_by(chosen: str, zone: str, language: str) -> str:
    guesses = (chosen, _BY_ZONE.get(zone, ""), language.partition("_")[2])
    return next((guess for guess in guesses if guess in COUNTRIES), "")
