"""The last head digest that somebody else was given: by it a later change shows, even one of the whole journal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.acts import Act

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

GIVING = frozenset({Act.HANDED_OVER, Act.STAMP_ADDED})
"""The acts by which a head digest leaves: it stands in what is handed over, and in the request for a time stamp.

A look at the digest on the screen is none, because nobody else has it by that.
"""
_TO_ONESELF = "own"


class Outside(Struct, frozen=True):
    """A head digest that somebody else holds."""

    record: int
    """The last record that it covers."""
    given: datetime
    """When it was recorded that it left, UTC."""


def outside_in(record: Record) -> Outside | None:
    """Return what a record of a giving act says; None for an archive of one's own, and for a letter or a form.

    Not every letter tells the digest, and the record does not say which did.
    """
    said = record.fields()
    if not said.get("head") or said.get("to") == _TO_ONESELF or "document" in said:
        return None
    return Outside(int(said["at_record"]), record.written)
