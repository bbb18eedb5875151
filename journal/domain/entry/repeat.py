"""The same again, now: a new entry that takes over only what does not have to be seen anew."""

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
"""The fields that say from where somebody reaches the person, which is the same when it is the same again."""


def same_again(entry: Entry, happened: Moment) -> Entry:
    """Return one more act like this one: kind, who it was and from where, and at whom it was aimed.

    Words, place, witnesses, rings and everything else that this act must show itself stay empty: nothing is invented.
    """
    return Entry(
        happened=happened,
        kind=entry.kind,
        person=entry.person,
        identified_by=entry.identified_by,
        targeted=entry.targeted,
        details={name: value for name, value in entry.details.items() if name in LASTING},
    )
