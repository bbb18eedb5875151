"""Normalisation of telephone numbers: `0470…`, `+32 470…` and `0032…` are one number.

Uses the numbering plans only; never looks up whether a number is in use.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_BESIDE_DIGITS = re.compile(r"[\s().,/\\\u2010-\u2015\u2212-]+")
_DIALLED = re.compile(r"\+?[0-9]{3,17}")
_SCHEME = re.compile(r"^\s*tel:\s*", re.IGNORECASE)
_LONGEST = 40


def normalised(text: str, region: str) -> str:
    """Return a number in E.164 form, `+32470123456`, or "" where the text is not exactly one telephone number.

    `region` is the country code of the notation for numbers without a country: `BE`, `NL`. Short numbers, as of
    services and emergencies, are not accepted.
    """
    return _international(_bare(text), region)


def same_number(one: str, other: str, region: str) -> bool:
    """Return whether two spellings are the same number; numbers outside every plan are compared by their digits."""
    return bool(key(one, region)) and key(one, region) == key(other, region)


def key(text: str, region: str) -> str:
    """Return the key for comparing a number: its E.164 form, its digits where outside every plan, "" for other text."""
    bare = _bare(text)
    return _international(bare, region) or (bare.lstrip("+") if _DIALLED.fullmatch(bare) else "")


def _bare(text: str) -> str:
    """Strip separators and format characters; letters and other characters stay, so that the result is no number."""
    if len(text) > _LONGEST:
        return ""
    visible = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    plain = "".join(str(unicodedata.decimal(sign, sign)) for sign in _SCHEME.sub("", visible))
    return _BESIDE_DIGITS.sub("", plain)


def _international(bare: str, region: str) -> str:
    if not _DIALLED.fullmatch(bare):
        return ""
    import phonenumbers

    try:
        number = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number) or _is_short(number, bare, region):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_short(number: PhoneNumber, bare: str, region: str) -> bool:
    """Return whether it is a service's short number and no regular one: `116 111`, `110`.

    Some numbering plans allow so few digits that a service looks like a possible number of that country.
    """
    from phonenumbers import is_possible_short_number_for_region, is_valid_number

    if bare.startswith(("+", "0")):
        return False
    return is_possible_short_number_for_region(number, region) and not is_valid_number(number)
