"""Calendar names and number formats of the interface's languages, copied from Babel's CLDR data.

A copy, because loading Babel's own data takes longer than drawing the first screen; other languages use Babel.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

_FIELD = re.compile("EEEE|EEE|MMMM|LLLL|LLL|d|y")


class Names(Struct, frozen=True):
    """Names of one language."""

    days: tuple[str, ...]
    """From Monday on."""
    short_days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    between_thousands: str


def _names(days: str, short_days: str, months: str, short_months: str, between_thousands: str) -> Names:
    lists = [tuple(names.split()) for names in (days, short_days, months, short_months)]
    return Names(lists[0], lists[1], lists[2], lists[3], between_thousands)


_KNOWN = {
    "en": _names(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        ",",
    ),
    "nl": _names(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "ma di wo do vr za zo",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        ".",
    ),
    "fr": _names(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "\N{NARROW NO-BREAK SPACE}",
    ),
}
_AS = {"nl_BE": "nl", "nl_NL": "nl", "fr_BE": "fr", "fr_FR": "fr"}


def written(day: date, pattern: str, language: str) -> str:
    """Format a date by a CLDR pattern of weekday, day, month name and year; no other fields are supported.

    Unlike in CLDR, the first of a month is `1er mars` in French.
    """
    names = _known(language)
    if names is None:
        from babel.dates import format_date

        return format_date(day, format=pattern, locale=language)
    fields = {
        "EEEE": names.days[day.weekday()],
        "EEE": names.short_days[day.weekday()],
        "MMMM": names.months[day.month - 1],
        "LLLL": names.months[day.month - 1],
        "LLL": names.short_months[day.month - 1],
        "d": "1er" if day.day == 1 and names is _KNOWN["fr"] and "MMMM" in pattern else str(day.day),
        "y": str(day.year),
    }
    return _FIELD.sub(lambda field: fields[field[0]], pattern)


def _known(language: str) -> Names | None:
    """Return the names of a language or locale (`nl_BE` as `nl`); None for one that is not copied here."""
    return _KNOWN.get(_AS.get(language, language))


def names_in(language: str) -> Names | None:
    """Return the calendar names of a language or locale, as they stand in the middle of a sentence."""
    return _known(language)


def grouped(number: int, language: str) -> str:
    """Format a whole number with the language's thousands separator."""
    names = _known(language)
    if names is None:
        from babel.numbers import format_decimal

        return format_decimal(number, locale=language)
    return f"{number:,}".replace(",", names.between_thousands)
