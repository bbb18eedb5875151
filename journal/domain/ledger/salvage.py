"""Selection of consistent records among those found in a damaged file, and the ranges missing between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import Record, faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journal.domain.text.words import Words

Range = tuple[int, int]
"""First and last number of a contiguous range, both included."""


class Salvaged(Struct, frozen=True):
    """Result of a salvage: the records to go into the new file, and the last known head of the ledger."""

    records: tuple[Record, ...]
    """Consistent records by number, each once."""
    left_out: tuple[int, ...]
    """Numbers of sound records that conflict with the chosen ones: of another state, or of another journal."""
    end: Head
    """Head of the last record known to have existed, which may be lost."""

    @property
    def missing(self) -> list[Range]:
        """Ranges of numbers up to the end without a record."""
        there = {record.seq for record in self.records}
        return ranges(number for number in range(1, self.end.count + 1) if number not in there)


def consistent(found: Iterable[Record], head: Head | None) -> Salvaged:
    """Choose a consistent set among the records found: sound digests, unbroken links, longest chain first.

    `head` is the stored head of the last save, where it could be read; it counts unless a record contradicts it.
    """
    sound = {record.digest: record for record in found if not any(faults(record))}
    chosen: dict[int, Record] = {}
    for row in sorted(_rows(sound), key=lambda row: (-len(row), row[0].seq)):
        rest = [record for record in row if chosen.get(record.seq) != record]
        if all(_fits(record, chosen) for record in rest):
            chosen |= {record.seq: record for record in rest}
    out = sorted({record.seq for record in sound.values() if chosen.get(record.seq) != record})
    return Salvaged(tuple(chosen[number] for number in sorted(chosen)), tuple(out), _end(chosen, head))


def _rows(sound: Mapping[str, Record]) -> list[list[Record]]:
    """Return the maximal chains of linked records."""
    followed = {record.previous for record in sound.values() if _follows(record, sound.get(record.previous))}
    rows = []
    for last in (record for digest, record in sound.items() if digest not in followed):
        row = [last]
        while (before := sound.get(row[-1].previous)) and _follows(row[-1], before):
            row.append(before)
        rows.append(row[::-1])
    return rows


def _follows(record: Record, before: Record | None) -> bool:
    return before is not None and record.seq == before.seq + 1


def _fits(record: Record, chosen: Mapping[int, Record]) -> bool:
    """Return whether the record's number is free and its links agree with the chosen neighbours."""
    before, after = chosen.get(record.seq - 1), chosen.get(record.seq + 1)
    return (
        record.seq not in chosen
        and (before is None or before.digest == record.previous)
        and (after is None or after.previous == record.digest)
    )


def _end(chosen: Mapping[int, Record], head: Head | None) -> Head:
    last = chosen[max(chosen)] if chosen else None
    of_last = Head(last.seq, last.digest) if last else Head()
    if head is None or head.count <= of_last.count or not _is_digest(head.digest):
        return of_last
    return of_last if any(record.digest == head.digest for record in chosen.values()) else head


def _is_digest(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def ranges(numbers: Iterable[int]) -> list[Range]:
    """Merge numbers into contiguous ranges, ascending."""
    found: list[Range] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def in_words(found: Sequence[Range], words: Words) -> str:
    """Render ranges as translated text: `2, 5 to 8`."""
    several = words("{first} to {last}")
    return ", ".join(str(first) if first == last else several.format(first=first, last=last) for first, last in found)


def blackened_fields(records: Sequence[Record]) -> list[list[Any]]:
    """Return every blackened field as a pair of record number and name, for the `erases` of the recovery record.

    The record that declared the erasure may be among the lost.
    """
    return [[record.seq, name] for record in records for name in sorted(record.blackened)]


def evidence_named(records: Iterable[Record]) -> dict[int, str]:
    """Return the SHA-256 digest of each evidence row that the records refer to, by row number."""
    named = {}
    for record in records:
        said = record.fields()
        number, digest = said.get("file"), said.get("sha256")
        if isinstance(number, int) and isinstance(digest, str) and number > 0 and _is_digest(digest):
            named[number] = digest
    return named
