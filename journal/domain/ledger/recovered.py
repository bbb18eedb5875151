"""Report of a recovery from a damaged file: counts of what was saved and what is missing, rendered as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.salvage import Range, in_words, ranges
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words


class Recovered(Struct, frozen=True, kw_only=True):
    """Result of a recovery into a new file."""

    records: int
    """Number of records saved."""
    declared_in: int
    """Number of the record in the new file that declares the losses."""
    missing: tuple[Range, ...]
    """Ranges of record numbers that are not in the new file."""
    end_known: bool
    """Whether the damaged file showed its last record number; otherwise records may be missing at the end."""
    unverified: tuple[int, ...] = ()
    """Numbers of missing records of which text was found whose digests do not hold."""
    left_out: tuple[int, ...] = ()
    """Numbers of sound records that conflict with the saved ones."""
    evidence: int = 0
    """Number of evidence rows saved, each verified against its digest."""
    missing_evidence: tuple[int, ...] = ()
    """Evidence rows that records refer to and that were not saved."""
    unnamed_evidence: tuple[int, ...] = ()
    """Orphaned evidence rows: saved although no remaining record refers to them."""
    unread_evidence: int = 0
    """Number of sealed or damaged rows that no remaining record refers to."""
    damaged_blocks: int = 0
    """Number of sealed blocks of records that could not be opened."""
    drafts: int = 0
    missing_drafts: int = 0
    desk: bool = True
    """Whether the settings could be read."""

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        told = (
            self.missing,
            self.damaged_blocks,
            self.missing_evidence,
            self.missing_drafts,
            self.unread_evidence,
            self.left_out,
        )
        return self.end_known and self.desk and not any(told)

    def sentences(self, words: Words) -> Iterator[str]:
        """Render the report as translated sentences: first what was saved, then everything that is missing."""
        yield words.many("{count} record was saved.", "{count} records were saved.", self.records).format(
            count=self.records
        )
        yield from self._of_records(words)
        yield from self._of_evidence(words)
        yield from self._of_the_desk(words)
        if self.whole:
            yield words(N_("Nothing is missing."))

    def _of_records(self, words: Words) -> Iterator[str]:
        if self.missing:
            said = words(N_("Missing records: {numbers}. Record {declared} of the new file says so."))
            yield said.format(numbers=in_words(self.missing, words), declared=self.declared_in)
        if self.damaged_blocks:
            yield words.many(
                "{count} block of records is damaged and cannot be read.",
                "{count} blocks of records are damaged and cannot be read.",
                self.damaged_blocks,
            ).format(count=self.damaged_blocks)
        if not self.end_known:
            yield words(N_("How far the journal went cannot be read: more records may be missing at the end."))
        if self.unverified:
            said = words(
                N_(
                    "Of the missing records {numbers} words can be read that may have been changed by the damage; "
                    "record {declared} holds them apart."
                )
            )
            yield said.format(numbers=in_words(ranges(self.unverified), words), declared=self.declared_in)
        if self.left_out:
            said = words(
                N_(
                    "Records {numbers} stand in the damaged file a second time with other contents, from another state "
                    "or another journal; these were left out."
                )
            )
            yield said.format(numbers=in_words(ranges(self.left_out), words))

    def _of_evidence(self, words: Words) -> Iterator[str]:
        if self.evidence or self.unnamed_evidence:
            yield words.many(
                "{count} evidence row was saved.",
                "{count} evidence rows were saved.",
                count := self.evidence + len(self.unnamed_evidence),
            ).format(count=count)
        if self.missing_evidence:
            said = words(N_("Missing evidence rows: {numbers}."))
            yield said.format(numbers=in_words(ranges(self.missing_evidence), words))
        if self.unnamed_evidence:
            said = words(N_("Evidence rows {numbers} were saved although no record that is left speaks of them."))
            yield said.format(numbers=in_words(ranges(self.unnamed_evidence), words))
        if self.unread_evidence:
            yield words.many(
                "{count} damaged part that no record names could not be read.",
                "{count} damaged parts that no record names could not be read.",
                self.unread_evidence,
            ).format(count=self.unread_evidence)

    def _of_the_desk(self, words: Words) -> Iterator[str]:
        if self.drafts:
            yield words.many("{count} draft was saved.", "{count} drafts were saved.", self.drafts).format(
                count=self.drafts
            )
        if self.missing_drafts:
            yield words.many("{count} draft is missing.", "{count} drafts are missing.", self.missing_drafts).format(
                count=self.missing_drafts
            )
        if not self.desk:
            yield words(
                N_("The settings could not be read; they are as in a new journal, and drafts may be missing too.")
            )
