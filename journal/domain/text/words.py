"""Everything a person reads, in their language.

English stands in the code as the message itself; `gettext` finds the other languages. A constant is marked with `N_`
where it is written and translated where it is drawn, so that no value and no record holds a word of the interface.
"""

from __future__ import annotations

import gettext
from datetime import tzinfo
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import Refused

LOCALE_FOLDER = Path(__file__).parents[2] / "locale"


class Words(Struct, frozen=True):
    """How something is told: the language with its messages and plurals, and the clock that is taken for granted."""

    language: str = "en"
    """The language as a gettext and Babel locale name: `en`, `nl`, `nl_BE`, `fr`, …"""
    zone: tzinfo | None = None
    """The journal's time zone: a time of day that is not clear by its clock says more; None where none is known."""

    def __call__(self, message: str) -> str:
        """Return the message in this language."""
        return _messages(self.language, LOCALE_FOLDER).gettext(message) if message else ""

    def many(self, one: str, more: str, count: int) -> str:
        """Return the singular or the plural that `count` asks for."""
        return _messages(self.language, LOCALE_FOLDER).ngettext(one, more, count)


class NoMessages(Refused):
    """A language whose messages are not installed; its documents are not made in English unseen."""


@lru_cache
def _messages(language: str, folder: Path) -> gettext.NullTranslations:
    """Return the messages of a language, those of a country after those of the language alone (`nl_BE`, `nl`).

    Raises NoMessages for a language of which there are none, English aside.
    """
    base = language.partition("_")[0]
    if base == "en":
        return gettext.NullTranslations()
    try:
        return gettext.translation("journal", folder, [language, base])
    except FileNotFoundError as error:
        told = N_(
            "The messages of the language “{language}” are not installed. Nothing was written, and the journal is as "
            "it was. Please choose English, or install the program again."
        )
        raise NoMessages(told.format(language=language)) from error


class _Interface:
    """The language that the program speaks to its user; one for the process, because there is one user."""

    words = Words()


def speak(words: Words) -> None:
    """Make the interface speak another language, from the next drawing on."""
    _Interface.words = words


def tell_by(zone: tzinfo | None) -> None:
    """Make the interface tell times by the clock of this zone."""
    _Interface.words = replace(_Interface.words, zone=zone)


def spoken() -> Words:
    """Return the words that the interface speaks now."""
    return _Interface.words


def _(message: str) -> str:
    """Return the message in the language of the interface."""
    return _Interface.words(message)


def many(one: str, more: str, count: int) -> str:
    """Return the singular or the plural, in the language of the interface."""
    return _Interface.words.many(one, more, count)


def N_(message: str) -> str:  # noqa: N802 - the name by which every gettext tool finds a marked message
    """Mark a message for the translators and return it as it is."""
    return message
