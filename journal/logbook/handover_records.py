"""Decoder of the records of past hand-overs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.ledger.actions import Action
from journal.handover.selection.choice import Exclusion, ObjectRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


def given_in(records: Iterable[Record]) -> Iterator[Given]:
    """Yield every hand-over, oldest first; malformed values are left out."""
    for record in records:
        said = record.fields()
        if said.get("action") == Action.HANDED_OVER:
            yield _given(record, said)


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
