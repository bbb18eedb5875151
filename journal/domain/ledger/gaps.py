"""Declared gaps: erasures on purpose and losses from a damaged file, by the record that declares them.

Declared gaps are no faults; a check reports each of them all the same, because the owner of the file can declare
anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.ledger.actions import Action
from journal.domain.ledger.erased import erased_by
from journal.domain.ledger.salvage import in_words, ranges
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.domain.ledger.record import Record
    from journal.domain.text.words import Words


class Gap(Struct, frozen=True, kw_only=True):
    """Content that one record declares gone, limited to what really is gone."""

    declared_in: int
    """Number of the declaring record."""
    at: str
    """Time of the declaration, UTC, ISO 8601."""
    fields: frozenset[tuple[int, str]] = frozenset()
    """Fields erased on purpose, by record number and name."""
    exhibits: tuple[tuple[int, int], ...] = ()
    """Exhibits whose bytes were erased on purpose: number, and the record that added it (0 where that is lost)."""
    evidence: tuple[tuple[int, int], ...] = ()
    """Evidence rows that a recovery could not save, each with the first record referring to it (0 where lost)."""
    unnamed: tuple[int, ...] = ()
    """Orphaned evidence rows: saved by a recovery although no remaining record refers to them."""

    def up_to(self, record: int) -> Gap:
        """Return the part that was present when this record was the last one, and went later."""
        if self.declared_in <= record:
            return Gap(declared_in=self.declared_in, at=self.at)
        return self.within(record)

    def within(self, record: int) -> Gap:
        """Return the part that concerns records up to this one, whenever it was declared."""
        return replace(
            self,
            fields=frozenset(place for place in self.fields if place[0] <= record),
            exhibits=tuple(one for one in self.exhibits if one[1] <= record),
            evidence=tuple(one for one in self.evidence if one[1] <= record),
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is gone."""
        return not (self.fields or self.exhibits or self.evidence or self.unnamed)

    def in_words(self, words: Words) -> Iterator[str]:
        """Render each kind of content that is gone as a translated clause without a full stop."""
        when = f"{self.at[:10]} {self.at[11:16]} UTC"
        if self.fields:
            yield words.many(
                "{count} field of {records} was erased on purpose, as record {declared} of {when} says",
                "{count} fields of {records} were erased on purpose, as record {declared} of {when} says",
                len(self.fields),
            ).format(
                count=len(self.fields),
                records=_records({number for number, _name in self.fields}, words),
                declared=self.declared_in,
                when=when,
            )
        for numbers, one, several in (
            (
                tuple(number for number, _added in self.exhibits),
                N_("the file of exhibit {numbers} was erased on purpose, as record {declared} of {when} says"),
                N_("the files of exhibits {numbers} were erased on purpose, as record {declared} of {when} says"),
            ),
            (
                tuple(row for row, _named in self.evidence),
                N_(
                    "evidence row {numbers} could not be saved from a damaged file, as record {declared} of {when} says"
                ),
                N_(
                    "evidence rows {numbers} could not be saved from a damaged file, as record {declared} of {when} "
                    "says"
                ),
            ),
            (
                self.unnamed,
                N_("no record that is left speaks of evidence row {numbers}, as record {declared} of {when} says"),
                N_("no record that is left speaks of evidence rows {numbers}, as record {declared} of {when} says"),
            ),
        ):
            if numbers:
                said = words(one if len(numbers) == 1 else several)
                yield said.format(numbers=in_words(ranges(numbers), words), declared=self.declared_in, when=when)


def gaps(records: Sequence[Record], evidence: Iterable[str]) -> tuple[Gap, ...]:
    """Return the declared gaps of these records, oldest first; `evidence` holds the names of the evidence rows present.

    A field counts for the first record that declares it erased.
    """
    there = {int(name) for name in evidence if name.isdecimal()}
    blackened = {(record.seq, name) for record in records for name in record.blackened}
    added: dict[int, int] = {}
    named: dict[int, int] = {}
    found = []
    for record in records:
        said = _said(record)
        _note(added, said, "exhibit", record.seq)
        _note(named, said, "file", record.seq)
        fields = frozenset(place for place in erased_by(said) if place in blackened)
        blackened -= fields
        gap = Gap(declared_in=record.seq, at=record.recorded_at, fields=fields)
        if said.get("action") == Action.EXHIBIT_ERASED:
            gap = replace(gap, exhibits=tuple((one, added[one]) for one in added if one == said.get("exhibit")))
        elif said.get("action") == Action.JOURNAL_RECOVERED:
            missing = tuple((one, named.get(one, 0)) for one in _numbers(said, "missing_evidence") if one not in there)
            unnamed = tuple(one for one in _numbers(said, "unnamed_evidence") if one in there)
            gap = replace(gap, evidence=missing, unnamed=unnamed)
        if not gap.empty:
            found.append(gap)
    return tuple(found)


def _note(first: dict[int, int], said: Mapping[str, Any], name: str, record: int) -> None:
    number = said.get(name)
    if isinstance(number, int):
        first.setdefault(number, record)


def _numbers(said: Mapping[str, Any], name: str) -> Iterator[int]:
    told = said.get(name)
    yield from (number for number in (told if isinstance(told, list) else []) if isinstance(number, int))


def _said(record: Record) -> Mapping[str, Any]:
    try:
        return record.fields()
    except (ValueError, RecursionError):
        return {}


def _records(numbers: set[int], words: Words) -> str:
    said = words(N_("record {numbers}") if len(numbers) == 1 else N_("records {numbers}"))
    return said.format(numbers=in_words(ranges(numbers), words))
