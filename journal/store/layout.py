"""How the four tables lie in the one JSON file: one row per line, evidence before records, the desk last.

A raw newline cannot stand inside a JSON string, so the boundaries between rows are certain. The order serves speed
only: a file that another program wrote again in its own way is still read, by parsing all of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Raw

TABLES = ("lock", "files", "records", "desk")
"""The tables, always all of them, in this order."""

Rows = dict[str, dict[str, Raw]]
"""Table to row key to the encoded row."""


class Malformed(ValueError):
    """The bytes are not a journal's tables; says what was found instead."""


def render(rows: Mapping[str, Mapping[str, Raw]]) -> bytes:
    """Return the bytes of a file with these tables, known ones first and in their order."""
    order = [*TABLES, *(name for name in rows if name not in TABLES)]
    tables = (b"%s:{\n%s}" % (_quoted(name), _lines(rows.get(name, {}))) for name in order)
    return b"{" + b",\n".join(tables) + b"}\n"


def parse(data: bytes) -> Rows:
    """Return the encoded rows of every table.

    Raises Malformed where the bytes are not a JSON object of tables of rows, or name a table or row twice.
    """
    try:
        rows = msgspec.json.decode(data, type=Rows)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if data != render(rows):
        _refuse_doubled_keys(data)
    return rows


def _lines(rows: Mapping[str, Raw]) -> bytes:
    return b",\n".join(b"%s:%s" % (_quoted(key), bytes(row)) for key, row in rows.items()) + (b"\n" if rows else b"")


def _quoted(name: str) -> bytes:
    return msgspec.json.encode(name)


def _refuse_doubled_keys(data: bytes) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        named = dict(pairs)
        if len(named) != len(pairs):
            twice = next(name for at, (name, _) in enumerate(pairs) if name in dict(pairs[:at]))
            raise Malformed(f"the name {twice!r} stands twice in one object")
        return named

    json.loads(data, object_pairs_hook=once)
