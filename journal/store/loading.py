"""Reading a journal as it stands on the disk: its file, and what a crash or an open window left in the tail."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.store import generation, layout, tail
from journal.store.generation import Generation, Span
from journal.store.layout import TABLES, Parsed, Row, lines
from journal.store.quick import read_quickly
from journal.store.tail import Found
from journal.store.volume import Layout, Volume

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from journal.store.sealing import Sealing
    from journal.store.tail import Save

_LOOKS = 9
"""How often file and tail are read again when another window saves in between."""


class Loaded(Struct, frozen=True):
    """What was found."""

    parsed: Parsed
    """The tables, opened and with the saves of the tail; without the rows of evidence where they were not read."""
    volume: Volume
    generation: Generation | None
    """The file; None where there is none."""
    tail: Found | None
    """What the tail holds beyond the file; None where there is no tail."""


def load(path: Path, sealing: Sealing, *, closely: bool = False) -> Loaded:
    """Read the journal at the path; `closely` looks also whether all but the evidence is UTF-8.

    Raises Malformed for bytes that are not a journal's tables, OSError where the file cannot be read.
    """
    for _ in range(_LOOKS):
        # The tail first: what disappears from it in between is then in the file.
        data = tail.read(path)
        loaded = _load(path, sealing, data, closely=closely)
        if loaded.tail is None or loaded.tail.fits or data == tail.read(path):
            break
    return loaded


def _load(path: Path, sealing: Sealing, data: bytes | None, *, closely: bool) -> Loaded:
    file = generation.opened(path)
    if file is None:
        return Loaded(Parsed({}, {}), Volume(), None, None if data is None else Found(fits=not data))
    parsed, volume = _quick(file, sealing, closely=closely) or _whole(file, sealing)
    if data is None:
        return Loaded(parsed, volume, file, None)
    found = tail.found_in(data, volume.taken_in, sealing.reveal)
    new = _new_rows(parsed.rows("records"), found.saves)
    if new is None:
        return Loaded(parsed, volume, file, replace(found, saves=(), fits=False))
    desk = next((save.desk for save in reversed(found.saves) if save.desk), volume.desk)
    volume = replace(volume.grown(new, desk), taken_in=found.last)
    return Loaded(_with(parsed, new, desk), volume, file, found)


def _quick(file: Generation, sealing: Sealing, *, closely: bool) -> tuple[Parsed, Volume] | None:
    found = read_quickly(file)
    if found is None or (closely and not _is_text(file, found.checks)):
        return None
    file.checks = found.checks
    settled = sealing.settled(found.records)
    rows = sealing.unpack(found.records)
    desk = sealing.reveal_desk(_without_layout(found.desk))
    volume = Volume(
        lock=found.lock,
        files=dict(found.files),
        settled=found.first_lines(settled, file),
        blocks=settled,
        recent=_pairs(sealing.unpack(found.records[settled:])),
        desk=desk,
        taken_in=found.layout.taken_in,
    )
    lock = layout.rows_of(found.lock)
    tables = {"lock": _rows(lock), "files": (), "records": rows, "desk": _rows(desk)}
    return Parsed(tables, {}), volume


def _is_text(file: Generation, spans: Iterable[Span]) -> bool:
    try:
        for span in spans:
            file.read(span).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _whole(file: Generation, sealing: Sealing) -> tuple[Parsed, Volume]:
    data = file.read(Span(0, file.size))
    file.checks = (Span(0, len(data), zlib.crc32(data)),)
    parsed = layout.parse(data)
    stored = {name: {row.key: _compact(row) for row in rows} for name, rows in parsed.tables.items()}
    records = tuple(stored.get("records", {}).values())
    desk = {key: row.data for key, row in stored.get("desk", {}).items()}
    settled = sealing.settled(records)
    note = next((found for row in desk.values() if (found := _layout(row))), Layout())
    volume = Volume(
        lock=_lines(stored.get("lock", {}).values()),
        files={key: _lines([row]) for key, row in stored.get("files", {}).items()},
        settled=_lines(records[:settled]),
        blocks=settled,
        recent=_pairs(sealing.unpack(records[settled:])),
        desk=sealing.reveal_desk(_without_layout(desk)),
        others={name: _lines(rows.values()) for name, rows in stored.items() if name not in TABLES},
        taken_in=note.taken_in,
    )
    opened = {"records": sealing.unpack(parsed.rows("records")), "desk": _rows(volume.desk)}
    return replace(parsed, tables={**parsed.tables, **opened}), volume


def _compact(row: Row) -> Row:
    """Return a row as this program writes it: on one line, without space between its parts."""
    return replace(row, data=Raw(msgspec.json.format(bytes(row.data), indent=-1)))


def _new_rows(there: Sequence[Row], saves: Sequence[Save]) -> tuple[tuple[str, Raw], ...] | None:
    """Return the rows that the saves add; None where one of them stands in the file with another content."""
    known = {row.key: row.data for row in there} if any(save.records for save in saves) else {}
    new = {}
    for key, row in (pair for save in saves for pair in save.records.items()):
        if key not in known:
            known[key] = new[key] = row
        elif msgspec.json.decode(known[key]) != msgspec.json.decode(row):
            return None
    return tuple(new.items())


def _with(parsed: Parsed, new: tuple[tuple[str, Raw], ...], desk: dict[str, Raw]) -> Parsed:
    rows = (*parsed.rows("records"), *(Row(key, row) for key, row in new))
    return replace(parsed, tables={**parsed.tables, "records": rows, "desk": _rows(desk)})


def _without_layout(desk: dict[str, Raw]) -> dict[str, Raw]:
    return {key: row for key, row in desk.items() if _layout(row) is None}


def _layout(row: Raw) -> Layout | None:
    try:
        return msgspec.json.decode(row, type=Layout)
    except (ValueError, RecursionError):
        return None


def _rows(rows: dict[str, Raw]) -> tuple[Row, ...]:
    return tuple(Row(key, row) for key, row in rows.items())


def _pairs(rows: Sequence[Row]) -> tuple[tuple[str, Raw], ...]:
    return tuple((row.key, row.data) for row in rows)


def _lines(rows: Iterable[Row]) -> bytes:
    return lines((row.key, row.data) for row in rows)
