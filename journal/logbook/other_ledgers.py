"""Another journal or bundle as a ledger to look up head digests in, which were kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import Unreadable
from journal.domain.ledger.proof import DigestLookup
from journal.domain.text.words import N_, _
from journal.intake.formats import journal_ledger
from journal.intake.recognition.readers import recognised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from journal.domain.case.kept_head import KeptHead

_NO_LEDGER = N_("This file is no journal and no bundle of this program. It was only read, and nothing was compared.")


class OtherLedger(Struct, frozen=True):
    """Chain of another journal, reduced to what a head digest is compared with."""

    journal: str
    digests: tuple[str, ...]
    """Digests of all readable records, in order."""
    numbers: tuple[int, ...]
    faults: tuple[int, ...]
    """Numbers of the records that do not hold; 0 for the file as a whole."""
    blackened: tuple[int, ...]
    """Numbers of the records of which fields are blackened or erased."""

    @property
    def head(self) -> str:
        """Digest of the last record; empty without any."""
        return self.digests[-1] if self.digests else ""

    @property
    def last(self) -> int:
        """Number of the last record."""
        return self.numbers[-1] if self.numbers else 0

    def holding(self, digest: str) -> DigestLookup:
        """Look up a digest that was kept."""
        if digest not in self.digests:
            return DigestLookup()
        at = self.digests.index(digest)
        number = self.numbers[at]
        agrees = not any(fault <= number for fault in self.faults)
        return DigestLookup(number, len(self.digests) - at - 1, agrees=agrees)


def ledger_of(path: Path) -> OtherLedger:
    """Read and check the ledger in a file or folder; raises Unreadable where there is none, and FileRefused."""
    found = next((one for one in recognised([path]) if journal_ledger.recognises(one.source.head())), None)
    if found is None:
        raise Unreadable(_(_NO_LEDGER))
    journal, records, faults = journal_ledger.chain_of(found.source)
    return OtherLedger(
        journal,
        digests=tuple(one.digest for one in records),
        numbers=tuple(one.seq for one in records),
        faults=tuple(faults),
        blackened=tuple(one.seq for one in records if one.blackened),
    )


def compared(heads: Iterable[KeptHead], ledger: OtherLedger) -> Iterator[tuple[KeptHead, DigestLookup | None]]:
    """Yield each head with what the ledger says of it; None for a head of another journal."""
    for one in heads:
        yield one, ledger.holding(one.digest) if one.may_be_of(ledger.journal) else None
