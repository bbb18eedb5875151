"""Last head digest given to a third party, by which even a rewrite of the whole journal is detectable."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.actions import Action

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

GIVING = frozenset({Action.HANDED_OVER, Action.STAMP_ADDED})
"""Acts by which a head digest leaves: in what is handed over, and in the request for a time stamp.

Showing the digest on the screen does not count, because no third party holds it by that.
"""
_TO_ONESELF = "own"


class OutsideDigest(Struct, frozen=True):
    """Head digest held by a third party."""

    record: int
    """Number of the last record that it covers."""
    given: datetime
    """Time of the act that recorded it, UTC."""


def outside_in(record: Record) -> OutsideDigest | None:
    """Decode a record of a giving act; None for the user's own archive, and for a letter or a form.

    Not every letter contains the digest, and the record does not show which did.
    """
    said = record.fields()
    if not said.get("head") or said.get("to") == _TO_ONESELF or "document" in said:
        return None
    return OutsideDigest(int(said["at_record"]), record.written)
