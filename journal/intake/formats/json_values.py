"""Decoding of single JSON values of exports, and reading of what they claim to be, whatever it really is.

Exports hold what JSON forbids: `\\x1F` (Telegram), halves of surrogate pairs, control characters, bytes that are no
UTF-8. And a field may hold another type in the next version, so that each is asked for and none is trusted.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from journal.intake.model.found import Doubt, SourceTime
from journal.intake.model.times import EPOCH, of_epoch

if TYPE_CHECKING:
    from collections.abc import Mapping

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MARK = b"\xef\xbb\xbf"
"""Mark of the byte order, with which the first line of a file may begin."""
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})"
    r"|u[dD][89aAbB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}"
    r"|(u[dD][89a-fA-F][0-9A-Fa-f]{2})"
    r"|[\s\S])"
)
"""Any escape: a byte as Telegram writes it, a pair of surrogates, half of one, or another, an escaped backslash too."""
_UTC = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?: ?UTC| ?Z)?")
_LONGEST_NUMBER = 20


def decoded(data: bytes) -> tuple[object, bool]:
    """Decode one value; returns it, and whether signs were replaced by U+FFFD. Raises ValueError."""
    try:
        return msgspec.json.decode(data), False
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except ValueError:
        return _repaired(data)


def _repaired(data: bytes) -> tuple[object, bool]:
    text = data.removeprefix(_MARK).decode("utf-8", "replace")
    text, lone = _mended(text)
    replaced = lone or text.count(REPLACEMENT) > data.count(REPLACEMENT.encode())
    try:
        return json.loads(text, strict=False), replaced
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _mended(text: str) -> tuple[str, bool]:
    lone = False

    def escape(found: re.Match[str]) -> str:
        nonlocal lone
        if found[1]:
            return "\\u00" + found[1]
        if found[2]:
            lone = True
            return REPLACEMENT
        return found[0]

    return _ESCAPE.sub(escape, text), lone


def row(value: object) -> dict[str, object]:
    """Return an object as it is; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[dict[str, object]]:
    """Return the objects of an array; none of anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """Return a text as it is; an empty one in place of anything else."""
    return value if isinstance(value, str) else ""


def first_text(said: Mapping[str, object], *keys: str) -> str:
    """Return the first of these fields that holds a text that is not empty."""
    return next((found for key in keys if (found := text(said.get(key)))), "")


def whole_number(value: object) -> int | None:
    """Return a number that is whole, also one that is written as text; None in place of anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < _LONGEST_NUMBER:
        return int(value)
    return value if isinstance(value, int) else None


def identity(value: object) -> str:
    """Return an id, which is a number in one export and a text in another, as text; empty where it is neither."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    return value if isinstance(value, str) else str(value)[:_LONGEST_NUMBER]


def seconds(value: object) -> int | None:
    """Return a duration in seconds; None where there is none, or one that no call can last."""
    found = whole_number(value)
    return found if found is not None and 0 <= found < 10_000_000 else None


def epoch(value: object, *, per_second: int = 1000) -> SourceTime:
    """Read a count since 1970, UTC, as text or number."""
    if value is None:
        return SourceTime(doubt=Doubt.MISSING)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return SourceTime(doubt=Doubt.MALFORMED, raw=str(value)[:80])
    if isinstance(value, int) and abs(value) > 10**18:
        return SourceTime(doubt=Doubt.MALFORMED, raw=str(value)[:80] if abs(value) < 10**80 else "")
    return of_epoch(value, per_second=per_second)


def written_utc(value: object) -> SourceTime:
    """Read `2024-05-01 21:14:07 UTC`, to the second."""
    said = text(value)
    if not said.strip():
        return SourceTime(doubt=Doubt.MISSING)
    when = clock(said)
    if when is None:
        return SourceTime(doubt=Doubt.MALFORMED, raw=said[:80])
    return of_epoch(int((when.replace(tzinfo=UTC) - EPOCH).total_seconds()) * 1000)


def clock(said: str) -> datetime | None:
    """Parse a date with a time to the second, without a zone; None where it is none."""
    found = _UTC.fullmatch(said.strip())
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}") if found else None
    except ValueError:
        return None
