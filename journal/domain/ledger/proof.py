"""Results of checks against outside anchors: a head digest, a copy or a time stamp that a third party holds."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.gaps import Gap
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_
from journal.domain.time.moment_words import side_by_side

if TYPE_CHECKING:
    from journal.domain.text.words import Words

_OLDER = N_(
    "This file is an earlier state of the copy: its {common} records stand there unchanged, and the copy holds {there} "
    "more."
)
_OLDER_PARTLY = N_("This file is an earlier state of the copy, which holds its {common} records and {there} more.")
_NEWER = N_(
    "The copy is an earlier state of this file: its {common} records stand here unchanged, and {here} came since."
)
_NEWER_PARTLY = N_("The copy is an earlier state of this file, which holds its {common} records and {here} more.")
"""The `_PARTLY` messages are for a common part of which something is gone, which is listed behind them."""


class DigestLookup(Struct, frozen=True):
    """Result of looking up a head digest that was given to a third party."""

    record: int = 0
    """Number of the record with this digest; 0 where there is none."""
    since: int = 0
    """Number of records after it."""
    agrees: bool = False
    """Whether the ledger is sound up to that record, declared erasures and losses aside."""
    lossy: bool = False
    """Whether records up to there are missing, as a recovery declared."""
    gone: tuple[Gap, ...] = ()
    """Declared gaps that arose after that record and concern records up to it."""

    @property
    def unchanged(self) -> bool:
        """Whether the ledger up to that record is the same as when the digest was given."""
        return self.agrees and not self.gone

    @property
    def sound(self) -> bool:
        """Whether the ledger still holds everything that the digest covers."""
        return self.unchanged

    def sentence(self, words: Words) -> str:
        """Render the result as one translated sentence."""
        if not self.record:
            return words(
                N_(
                    "No record has this digest: it was written down differently, belongs to another journal, or what "
                    "it stood for was changed or removed since."
                )
            )
        if self.lossy:
            return words(
                N_(
                    "Record {record} has this digest, but records before it are missing, because they could not be "
                    "saved from a damaged file."
                )
            ).format(record=self.record)
        if not self.agrees:
            return words(
                N_("Record {record} has this digest, but up to there not everything agrees with its own digests.")
            ).format(record=self.record)
        if self.gone:
            return words.many(
                "Record {record} has this digest: everything up to there stands as it did when the digest was given, "
                "except that {gone}; {count} record came since.",
                "Record {record} has this digest: everything up to there stands as it did when the digest was given, "
                "except that {gone}; {count} records came since.",
                self.since,
            ).format(record=self.record, count=self.since, gone=_clauses(self.gone, words))
        return words.many(
            "Record {record} has this digest: everything up to there stands as it did when the digest was given, "
            "and {count} record came since.",
            "Record {record} has this digest: everything up to there stands as it did when the digest was given, "
            "and {count} records came since.",
            self.since,
        ).format(record=self.record, count=self.since)


class Comparison(Struct, frozen=True, kw_only=True):
    """Result of comparing two ledgers record by record: the checked file and a copy."""

    same_journal: bool
    """Whether both have the same journal id."""
    common: int
    """Length of the common prefix, in records."""
    only_here: int
    """Number of records in the checked file beyond the common prefix."""
    only_there: int
    """Number of records in the copy beyond the common prefix."""
    both_sound: bool
    """Whether neither ledger has a fault of its own."""
    gone: tuple[Gap, ...] = ()
    """Declared gaps of the checked file whose content the copy still holds in the common prefix."""
    gone_there: tuple[Gap, ...] = ()
    """Declared gaps of the copy whose content the checked file still holds in the common prefix."""

    @property
    def sound(self) -> bool:
        """Whether the copy is a prefix of the checked file, from which nothing of it is gone."""
        return self.same_journal and not self.only_there and self.both_sound and not self.gone

    def sentence(self, words: Words) -> str:
        """Render the result as translated text, one sentence and the exceptions behind it."""
        if not self.same_journal:
            message = N_("The copy is not of this journal: the two began separately.")
        elif not self.both_sound:
            message = N_(
                "The first {common} records are the same in both files, but in one of the files not everything agrees "
                "with its own digests."
            )
        elif self.only_here and self.only_there:
            message = N_(
                "Both files hold the same records up to number {common}; after that they part: {here} stand only here, "
                "{there} only in the copy."
            )
        elif self.only_there:
            message = _OLDER_PARTLY if self.gone or self.gone_there else _OLDER
        elif self.only_here:
            message = _NEWER_PARTLY if self.gone or self.gone_there else _NEWER
        else:
            message = N_("Both files hold the same {common} records.")
        said = words(message).format(common=self.common, here=self.only_here, there=self.only_there)
        if self.gone:
            exception = words(N_("Changed: in this file {gone}."))
            said = f"{said} {exception.format(gone=_clauses(self.gone, words))}"
        if self.gone_there:
            exception = words(N_("In the copy {gone}."))
            said = f"{said} {exception.format(gone=_clauses(self.gone_there, words))}"
        return said


def _clauses(gone: tuple[Gap, ...], words: Words) -> str:
    return side_by_side((clause for gap in gone for clause in gap.in_words(words)), words)


class Stamped(Struct, frozen=True, kw_only=True):
    """Result of checking an RFC 3161 time stamp in the ledger, by which a third party attests when a record existed."""

    kept_in: int
    """Number of the record that holds the time stamp."""
    record: int = 0
    """Number of the stamped record; 0 where no record has the stamped digest."""
    moment: datetime | None = None
    """Time of stamping by the authority's clock, UTC."""
    authority: str = ""
    """Name of the signer, untrusted text from its certificate; empty where the stamp is unchecked or invalid."""
    checked: bool = True
    """Whether the optional extra `stamps`, which verifies time stamps, is installed."""

    @property
    def sound(self) -> bool:
        """Whether the stamp verifies, or could not be checked."""
        return not self.checked or (bool(self.authority) and self.record > 0)

    def sentence(self, words: Words) -> str:
        """Render the result as one translated sentence."""
        if not self.checked:
            message = N_(
                "Record {kept_in} holds a time stamp that was not checked, because the extra part `stamps` of this "
                "program is not installed."
            )
        elif not self.authority:
            message = N_("The time stamp in record {kept_in} does not hold: it was changed, or signed by another.")
        elif not self.record:
            message = N_("The time stamp in record {kept_in} is of a state that this file does not hold.")
        else:
            message = N_(
                "A time stamp by {authority} says that record {record} and all before it existed on {moment}; it "
                "agrees with the certificates that were added with it (record {kept_in})."
            )
        return words(message).format(
            kept_in=self.kept_in,
            record=self.record,
            authority=harmless(self.authority),
            moment=f"{self.moment:%Y-%m-%d %H:%M:%S} UTC" if self.moment else "?",
        )
