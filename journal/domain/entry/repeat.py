"""Repetition of an entry: copies only the fields that do not have to be observed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry.entry import Entry
from journal.domain.kinds import fields

if TYPE_CHECKING:
    from journal.domain.time.moment import Moment

LASTING = frozenset(
    one.id
    for one in (
        *fields.CALLER,
        fields.CALL_OWN_LINE,
        fields.MESSAGE_CHANNEL,
        fields.MESSAGE_SENDER,
        fields.MESSAGE_RECEIVED_ON,
        fields.PLATFORM,
        fields.ACCOUNT,
        fields.ADDRESS,
    )
)
"""Fields about the other side's means of contact, which are the same when the act is repeated."""


def same_again(entry: Entry, happened: Moment) -> Entry:
    """Return a copy of an entry at another time: its kind, who it was and from where, and its target.

    Words, place, witnesses, rings and everything else that has to be observed stay empty: nothing is invented.
    """
    return Entry(
        happened=happened,
        kind=entry.kind,
        person=entry.person,
        identified_by=entry.identified_by,
        targeted=entry.targeted,
        details={name: value for name, value in entry.details.items() if name in LASTING},
    )
