"""Languages that are read and written: one line each, from which every other list of them follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(Struct, frozen=True):
    """Language of documents and of typed times."""

    name: str
    """Its own name."""
    country: str = ""
    """Country code that the language suggests where nothing else does."""
    region: str = "BE"
    """Country code of a document's language tag."""
    separator: str = ";"
    """Between the cells of a CSV file, as spreadsheets of the language expect."""
    overlays: tuple[str, ...] = ()
    """Country codes for which some words are written apart, each in a catalogue of its own (`nl_BE`)."""


LANGUAGES: Mapping[str, Language] = {
    "nl": Language("Nederlands", "NL", overlays=("BE", "NL")),
    "fr": Language("français", "BE"),
    "en": Language("English", region="GB", separator=","),
}
"""By ISO 639-1 code, in the order in which they are offered and tried."""
LANGUAGE_NAMES = {code: one.name for code, one in LANGUAGES.items()}


def system_language(environment: Mapping[str, str]) -> str:
    """Return the locale name of the language that the computer is set to: `nl_BE`, `fr`; English for one not written.

    As in gettext, the first that is set of LC_ALL, LC_MESSAGES and LANG counts, and LANGUAGE, a list, goes before it
    unless that is the locale of programmers, C or POSIX.
    """
    set_to = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "C")
    locale = _without_encoding(set_to)
    if locale in {"C", "POSIX"}:
        return "en"
    wished = [*map(_without_encoding, environment.get("LANGUAGE", "").split(":")), locale]
    return next((one for one in wished if one.partition("_")[0] in LANGUAGES), "en")


def _without_encoding(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0]


def known_language(locale: str) -> str:
    """Return the language code of a locale name (`nl_BE`), or English for one that is not written."""
    code = locale.partition("_")[0]
    return code if code in LANGUAGES else "en"


def local_language(locale: str, country: str) -> str:
    """Return the locale name of a language with its words for a country (`nl_BE`); unchanged where it has none."""
    code = known_language(locale)
    return f"{code}_{country}" if country in LANGUAGES[code].overlays else locale


def next_language(locale: str) -> str:
    """Return the code of the language that follows that of a locale name in the table, the first after the last."""
    codes = [*LANGUAGES]
    return codes[(codes.index(known_language(locale)) + 1) % len(codes)]
