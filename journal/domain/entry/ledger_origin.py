"""Origin of an entry in another ledger: whose journal, which entry and record, and the head digest of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words


class LedgerOrigin(Struct, frozen=True, omit_defaults=True):
    """Entry of another journal, or of a copy of this one, as it stood when it was read."""

    file: str = ""
    """Name of the file, and of the member of an archive behind it."""
    sha256: str = ""
    """SHA-256 digest of the whole file, lower-case hexadecimal."""
    journal: str = ""
    """Random id of that journal; empty where the file does not tell."""
    same: bool = False
    """Whether it is a copy of this journal, which went its own way."""
    entry: int = 0
    """Number of the entry there."""
    recorded_at: str = ""
    """Time of writing there, UTC, ISO 8601 to the second."""
    record: int = 0
    """Number of the record there that recorded it; 0 where the file holds no ledger."""
    version: str = ""
    """SHA-256 over the fields of the entry there, by which it is recognised again."""
    head: str = ""
    """Head digest of that ledger; empty where the file holds none."""
    last: int = 0
    """Number of its last record, for which the head digest stands."""
    broken: bool = False
    """Whether not everything in that ledger agreed with its digests."""


def ledger_origin_in_words(origin: LedgerOrigin, words: Words) -> Iterator[str]:
    """Yield what is told of it as clauses; a stored time is shown as it stands, in UTC."""
    yield origin.file
    own = N_("entry {number} of a copy of this log")
    other = N_("entry {number} of another log")
    yield words(own if origin.same else other).format(number=origin.entry)
    if origin.recorded_at:
        written = origin.recorded_at.replace("T", " ").removesuffix("Z")
        yield words(N_("written there on {time} UTC")).format(time=written)
    if origin.head:
        told = words(N_("digest of record {record}, the last one of that log: {digest}"))
        yield told.format(record=origin.last, digest=groups_of_four(origin.head))
    else:
        yield words(N_("the file holds no digests, so that nothing in it could be checked"))
    if origin.broken:
        yield words(N_("not everything in that log agreed with its digests"))
