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


LANGUAGES: Mapping[str, Language] = {
    "nl": Language("Nederlands", "NL"),
    "fr": Language("français", "BE"),
    "en": Language("English", region="GB", separator=","),
}
"""By ISO 639-1 code, in the order in which they are offered and tried."""
LANGUAGE_NAMES = {code: one.name for code, one in LANGUAGES.items()}


def known_language(locale: str) -> str:
    """Return the language code of a locale name (`nl_BE`), or English for one that is not written."""
    code = locale.partition("_")[0]
    return code if code in LANGUAGES else "en"
