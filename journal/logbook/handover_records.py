"""Decoder of the records of past hand-overs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.ledger.actions import Action
from journal.handover.selection.choice import CALLS_ONLY, EarlierHandover, Exclusion, ObjectRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo

    from journal.domain.ledger.record import Record


class Given(Struct, frozen=True, kw_only=True):
    """One hand-over, as recorded."""

    record: int
    when: datetime
    to: str = ""
    """Receiver, an id of `For`; a newer version may have others."""
    document: str = ""
    """Letter or form, an id of `Letter`; empty for other documents."""
    receiver: str = ""
    language: str = ""
    stays: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    exhibits: tuple[int, ...] = ()
    without: tuple[Exclusion, ...] = ()
    """Fields that the user took out."""
    files: tuple[tuple[str, str], ...] = ()
    """Name and digest (SHA-256, lower-case hexadecimal) of each file."""
    head: str = ""
    """Head digest contained in the documents."""
    supplement_to: int = 0
    """Record of the earlier hand-over to which it is a supplement; 0 for none."""


def given_in(records: Iterable[Record]) -> Iterator[Given]:
    """Yield every hand-over, oldest first; malformed values are left out."""
    for record in records:
        said = record.fields()
        if said.get("action") == Action.HANDED_OVER:
            yield _given(record, said)


def earlier_dossiers(given: Sequence[Given], zone: tzinfo) -> tuple[EarlierHandover, ...]:
    """Return the last dossier of each receiver, or the last supplement to it, the latest first.

    Letters and requests about calls are none; receivers are told apart by sort and name.
    """
    last: dict[tuple[str, str], Given] = {}
    for one in given:
        if not one.document and one.to not in CALLS_ONLY:
            last[one.to, " ".join(one.receiver.casefold().split())] = one
    by_record = {one.record: one for one in given}
    latest = sorted(last.values(), key=lambda one: one.record, reverse=True)
    return tuple(_earlier(one, by_record, zone) for one in latest)


def _earlier(one: Given, by_record: Mapping[int, Given], zone: tzinfo) -> EarlierHandover:
    held: dict[int, None] = {}
    before: Given | None = one
    while before:
        held |= dict.fromkeys(before.entries)
        # A supplement is always to an earlier record, so that no damaged one leads round in a circle.
        before = by_record.get(before.supplement_to) if before.supplement_to < before.record else None
    day = one.when.astimezone(zone).date().isoformat()
    return EarlierHandover(record=one.record, day=day, to=one.to, receiver=one.receiver, entries=tuple(sorted(held)))


def _given(record: Record, said: Mapping[str, Any]) -> Given:
    texts = {name: said[name] for name in ("to", "document", "receiver", "language", "head") if _is_text(said, name)}
    pairs = (pair for pair in _only(said.get("files"), list) if len(pair) == 2)
    return Given(
        record=record.seq,
        when=record.written,
        stays=tuple(_only(said.get("stays"), str)),
        files=tuple((str(name), str(digest)) for name, digest in pairs),
        entries=tuple(_only(said.get("entries"), int)),
        exhibits=tuple(_only(said.get("exhibits"), int)),
        without=tuple(_taken_out(said.get("without"))),
        supplement_to=said["supplement_to"] if isinstance(said.get("supplement_to"), int) else 0,
        **texts,
    )


def _taken_out(value: object) -> Iterator[Exclusion]:
    for one in _only(value, list):
        match one:
            case [str(sort), int() | str() as key, str(name)]:
                yield Exclusion(ObjectRef(sort, key), name)


def _is_text(said: Mapping[str, Any], name: str) -> bool:
    return isinstance(said.get(name), str)


def _only(value: object, sort: type) -> Iterator[Any]:
    return (one for one in value if isinstance(one, sort)) if isinstance(value, list) else iter(())
