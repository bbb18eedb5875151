"""Verdict of a full integrity check, and its rendering as plain sentences."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.ledger.chain import Fault, FaultKind, Loss
from journal.domain.ledger.gaps import Gap
from journal.domain.ledger.proof import Comparison, DigestLookup, Stamped
from journal.domain.ledger.record import groups_of_four
from journal.domain.ledger.salvage import in_words, ranges
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_, Words, _
from journal.domain.time.moment_words import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

FAULTS_NAMED = 5
"""Maximum number of faults listed in a sentence; `Verdict.faults` holds all of them."""

LIMIT = N_(
    "This proves order and later change, not true time: whoever owns the file can make all of it again, "
    "and only a head digest that somebody else was given before shows that it was not."
)
"""Disclaimer of every check, shown wherever a verdict is."""

_SAID_OF = labels_of(FaultKind)
_SAID_OF_SEVERAL = {
    FaultKind.BLOCK: N_("records {record} to {through} stand in a damaged block of the file and cannot be read"),
    FaultKind.GAP: N_("records {record} to {through} are missing"),
    FaultKind.END_MISSING: N_("records {record} to {through} are missing at the end"),
    FaultKind.ADDED: N_("records {record} to {through} were added after the last save"),
}


def fault_in_words(fault: Fault, words: Words) -> str:
    """Render a fault as a translated clause without a full stop."""
    several = fault.through > fault.record
    message = (several and _SAID_OF_SEVERAL.get(fault.kind)) or _SAID_OF[fault.kind]
    return words(message).format(record=fault.record, through=fault.through, before=fault.record - 1)


def faults_in_words(faults: Sequence[Fault], words: Words) -> list[str]:
    """Render the first `FAULTS_NAMED` faults as clauses, and behind them the count of the rest."""
    named = [fault_in_words(fault, words) for fault in faults[:FAULTS_NAMED]]
    more = len(faults) - len(named)
    return [*named, words.many("{count} more", "{count} more", more).format(count=more)] if more else named


def told_faults(faults: Sequence[Fault], words: Words) -> str:
    """Render faults as `faults_in_words` does, side by side in one line."""
    return side_by_side(faults_in_words(faults, words), words)


def loss_in_words(loss: Loss, words: Words) -> str:
    """Render a declared loss as a translated clause without a full stop."""
    one = N_("record {first} is missing: it could not be saved from a damaged file, as record {declared} says")
    several = N_(
        "records {first} to {through} are missing: they could not be saved from a damaged file, as record {declared} "
        "says"
    )
    open_end = N_(
        "more records may be missing before record {declared}, which says that the damaged file no longer told how far "
        "it went"
    )
    message = words(several if loss.through > loss.first else one if loss.through else open_end)
    return message.format(first=loss.first, through=loss.through, declared=loss.declared_in)


class Verdict(Struct, frozen=True, kw_only=True):
    """Result of checking every record and every evidence row of a file."""

    journal_id: str
    """Random id of the journal from record 1; empty where it cannot be read."""
    first: datetime | None
    """Earliest time of writing of any record, UTC."""
    last: datetime | None
    """Latest time of writing of any record, UTC."""
    digests: tuple[str, ...]
    """Digests of all readable records, in order."""
    numbers: tuple[int, ...]
    """Numbers of all readable records, in order."""
    faults: tuple[Fault, ...]
    """All faults, by record number."""
    lost: tuple[Loss, ...] = ()
    """Losses declared by a recovery; no faults, but part of the rendered result."""
    gaps: tuple[Gap, ...] = ()
    """Declared erasures and lost evidence; no faults, but part of the rendered result."""
    clock_back: tuple[int, ...] = ()
    """Numbers of the records whose time of writing is before that of their predecessor."""
    evidence: int = 0
    """Number of evidence rows compared with their digests."""
    beside: int = 0
    """Number of saves still in the write-ahead log; they were checked too."""
    stamps: tuple[Stamped, ...] = ()
    """Time stamps that the ledger holds."""

    @property
    def records(self) -> int:
        """Number of records checked."""
        return len(self.digests)

    @property
    def sound(self) -> bool:
        """Whether there is no fault."""
        return not self.faults

    @property
    def head(self) -> str:
        """Head digest, that of the last record: 64 hexadecimal digits; empty without records."""
        return self.digests[-1] if self.digests else ""

    @property
    def head_in_groups(self) -> str:
        """Head digest as 16 groups of four digits, to be written down or read out."""
        return groups_of_four(self.head)

    def sentence(self, words: Words) -> str:
        """Render as one translated sentence: what was compared with what, and the result."""
        compared = self._compared(words)
        lost = [loss_in_words(loss, words) for loss in self.lost]
        lost += [clause for gap in self.gaps for clause in gap.in_words(words)]
        if self.sound and not lost:
            return words(
                N_(
                    "{compared}: each was compared with its own digest, with the record before it, and with the count "
                    "and the digest kept at the last save, and everything agrees."
                )
            ).format(compared=compared)
        if self.sound:
            return words(
                N_(
                    "{compared}: each was compared with its own digest, with the record before it, and with the count "
                    "and the digest kept at the last save, and everything that is left agrees; {lost}."
                )
            ).format(compared=compared, lost=side_by_side(lost, words))
        return words(
            N_(
                "{compared}: each was compared with its own digest, with the record before it, and with the count "
                "and the digest kept at the last save, and not everything agrees: {faults}."
            )
        ).format(compared=compared, faults=side_by_side([*faults_in_words(self.faults, words), *lost], words))

    def _compared(self, words: Words) -> str:
        """Render the counts as the beginning of the sentence."""
        said = words.many(
            "{count} record, written {first}", "{count} records, written from {first} to {last}", self.records
        ).format(count=self.records, first=_day(self.first), last=_day(self.last))
        if self.clock_back:
            said += words.many(
                " (the computer's clock ran backwards {count} time, at record {numbers})",
                " (the computer's clock ran backwards {count} times, at records {numbers})",
                len(self.clock_back),
            ).format(count=len(self.clock_back), numbers=in_words(ranges(self.clock_back), words))
        if self.evidence:
            said += words.many(
                ", with {count} piece of evidence", ", with {count} pieces of evidence", self.evidence
            ).format(count=self.evidence)
        if self.beside:
            said += words.many(
                " ({count} save still beside the file)", " ({count} saves still beside the file)", self.beside
            ).format(count=self.beside)
        return said

    def holding(self, head: str) -> DigestLookup:
        """Look up a head digest that was given to a third party before.

        Spaces, hyphens and capitals do not matter. Raises Refused where it is not 64 hexadecimal digits.
        """
        asked = "".join(head.split()).replace("-", "").lower()
        if len(asked) != 64 or not set(asked) <= set("0123456789abcdef"):
            raise Refused(
                _("A head digest is 16 groups of four, each of figures and the letters a to f. Nothing was compared.")
            )
        if asked not in self.digests:
            return DigestLookup()
        at = self.digests.index(asked)
        number = self.numbers[at]
        doubtful = any(fault.record <= number and fault.kind != FaultKind.NO_HEAD for fault in self.faults)
        lossy = not doubtful and any(loss.first <= number for loss in self.lost)
        gone = tuple(part for part in (gap.up_to(number) for gap in self.gaps) if not part.empty)
        return DigestLookup(number, self.records - at - 1, agrees=not (doubtful or lossy), lossy=lossy, gone=gone)

    def against(self, copy: Verdict) -> Comparison:
        """Compare with the ledger of a copy, digest by digest from record 1 on."""
        pairs = enumerate(zip(self.digests, copy.digests, strict=False))
        shorter = min(self.records, copy.records)
        common = next((at for at, (ours, theirs) in pairs if ours != theirs), shorter)
        last = self.numbers[common - 1] if common else 0
        return Comparison(
            gone=_gone(self, copy, last),
            gone_there=_gone(copy, self, last),
            same_journal=self.journal_id == copy.journal_id,
            common=common,
            only_here=self.records - common,
            only_there=copy.records - common,
            both_sound=self.sound and copy.sound,
        )


def _gone(from_one: Verdict, other: Verdict, last: int) -> tuple[Gap, ...]:
    """Return the declared gaps of one file, up to a record, whose content the other file still holds.

    When they were declared does not matter: a file can declare an erasure of what it still holds.
    """
    fields = frozenset(place for gap in other.gaps for place in gap.fields)
    exhibits = {one for gap in other.gaps for one in gap.exhibits}
    evidence = {one for gap in other.gaps for one in gap.evidence}
    unnamed = {one for gap in other.gaps for one in gap.unnamed}
    parts = (
        replace(
            part := gap.within(last),
            fields=part.fields - fields,
            exhibits=tuple(one for one in part.exhibits if one not in exhibits),
            evidence=tuple(one for one in part.evidence if one not in evidence),
            unnamed=tuple(one for one in part.unnamed if one not in unnamed),
        )
        for gap in from_one.gaps
    )
    return tuple(one for one in parts if not one.empty)


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "?"
