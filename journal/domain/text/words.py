"""Translation of messages with gettext.

English stands in the code as the message itself. A constant is marked with `N_` where it is written and translated
where it is drawn, so that no value and no record holds text of the interface.
"""

from __future__ import annotations

import gettext
from datetime import tzinfo
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from journal.domain.base.errors import Refused

LOCALE_FOLDER = Path(__file__).parents[2] / "locale"


class Words(Struct, frozen=True):
    """Translator: language with its messages and plurals, and the time zone taken for granted."""

    language: str = "en"
    """Locale name for gettext and Babel: `en`, `nl`, `nl_BE`, `fr`, …"""
    zone: tzinfo | None = None
    """Journal's time zone, against which ambiguous times of day are marked; None where unknown."""

    def __call__(self, message: str) -> str:
        """Translate a message; "" stays empty. Raises NoMessages."""
        return _messages(self.language, LOCALE_FOLDER).gettext(message) if message else ""

    def many(self, one: str, more: str, count: int) -> str:
        """Translate the singular or the plural for `count`. Raises NoMessages."""
        return _messages(self.language, LOCALE_FOLDER).ngettext(one, more, count)


class NoMessages(Refused):
    """Raised for a language without installed messages, so that no document falls back to English unnoticed."""


@lru_cache
def _messages(language: str, folder: Path) -> gettext.NullTranslations:
    """Load the catalogue of a locale, falling back to its language (`nl_BE`, `nl`). Cached.

    Raises NoMessages where there is none, English aside.
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
    """Process-wide translator of the interface, as there is one user."""

    words = Words()


def speak(words: Words) -> None:
    """Set the translator of the interface, process-wide, from the next drawing on."""
    _Interface.words = words


def spoken() -> Words:
    """Return the translator of the interface."""
    return _Interface.words


def _(message: str) -> str:
    """Translate a message to the language of the interface."""
    return _Interface.words(message)


def quoted(words: str) -> str:
    """Return words between the quotation marks of the language in which is spoken."""
    return _("“{words}”").format(words=words)


def labelled(label: str, said: str) -> str:
    """Return what is said behind its label, as the language in which is spoken writes it: `Where: at home`."""
    return _("{label}: {said}").format(label=label, said=said)


def many(one: str, more: str, count: int) -> str:
    """Translate the singular or the plural for `count`, in the language of the interface."""
    return _Interface.words.many(one, more, count)


def N_(message: str) -> str:  # noqa: N802 - the name by which every gettext tool finds a marked message
    """Mark a message for extraction and return it unchanged."""
    return message


def N_many(one: str, more: str) -> tuple[str, str]:  # noqa: N802 - as N_
    """Mark singular and plural of a message for extraction and return both unchanged, for `many(*both, count)`."""
    return one, more
