"""Records of time stamps: an RFC 3161 reply stored in the ledger with the certificates that verify it.

The owner of the file can put any certificate there; the check proves that stamp and certificate belong together and who
signed, and leaves it to the reader whether that authority is to be trusted.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError, Refused
from journal.domain.ledger.actions import Action
from journal.domain.ledger.proof import Stamped
from journal.domain.text.words import N_, _
from journal.store.stamps.timestamps import NotInstalled, Stamp, check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal.domain.ledger.record import Record

_OF_ANOTHER = N_(
    "This time stamp is not of a state of this journal. Nothing was changed. Please choose the reply to a request that"
    " was written for this journal."
)
_KNOWN = N_("This time stamp is in the journal already, in record {record}. Nothing was changed.")
_MARK = Action.STAMP_ADDED.encode()
_PARTS = ("reply", "certificates")


def fields_of(reply: bytes, certificates: bytes, records: Sequence[Record]) -> dict[str, Any]:
    """Verify a reply against the authority's certificates (PEM), and return the fields of the record that stores it.

    Raises DoesNotHold, and Refused where it is no time stamp, not of a state of these records, or stored already.
    """
    stamp = check(reply, certificates)
    encoded = base64.b64encode(reply).decode()
    for record, said in _stamp_records(records):
        if said.get("reply") == encoded:
            raise Refused(_(_KNOWN).format(record=record.seq))
    numbers = [record.seq for record in records if record.digest == stamp.head]
    if not numbers:
        raise Refused(_(_OF_ANOTHER))
    pem = base64.b64encode(certificates).decode()
    return {"at_record": numbers[0], "head": stamp.head, "reply": encoded, "certificates": pem}


def stamps_in(records: Sequence[Record]) -> Iterator[Stamped]:
    """Yield every time stamp in the records, each verified again where the library for that is installed."""
    found = list(_stamp_records(records))
    numbers = {record.digest: record.seq for record in records} if found else {}
    for record, said in found:
        try:
            stamp = _checked(said)
        except NotInstalled:
            yield Stamped(kept_in=record.seq, checked=False)
        except (JournalError, ValueError):
            yield Stamped(kept_in=record.seq)
        else:
            number = numbers.get(stamp.head, 0)
            yield Stamped(kept_in=record.seq, record=number, moment=stamp.moment, authority=stamp.authority or "?")


def _checked(said: dict[str, Any]) -> Stamp:
    reply, certificates = (base64.b64decode(str(said.get(name, "")), validate=True) for name in _PARTS)
    return check(reply, certificates)


def _stamp_records(records: Iterable[Record]) -> Iterator[tuple[Record, dict[str, Any]]]:
    for record in records:
        if _MARK not in bytes(record.body):
            continue
        try:
            said = record.fields()
        except (ValueError, RecursionError):
            continue
        if said.get("action") == Action.STAMP_ADDED:
            yield record, said
