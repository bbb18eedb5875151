"""`journal stamp request` and `journal stamp add`: RFC 3161 time stamps of the head digest."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import key_of, opened_to_write
from journal.commands.output import say_words
from journal.domain.base.errors import Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.store.copies.verification import verify
from journal.store.stamps.timestamps import read_file, write_request

if TYPE_CHECKING:
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation

_REQUESTED = N_(
    "The request was written to {path}. It holds the head digest of record {record} and nothing else of the "
    "journal. This program sends nothing: have it stamped by an authority of your choice, and add the reply with "
    "`journal stamp add`."
)
_NOT_SOUND = N_("In the journal not everything agrees, so no request was written. Check it with `journal verify`.")
_ADDED = N_("The time stamp holds and is kept in record {record}. `journal verify` shows what it says.")


def request(place: JournalLocation, out: Path) -> int:
    """Write a request for the head digest to a new file; raises Refused or NotSaved where it could not be written."""
    verdict = verify(place.existing, key_of(place))
    if not verdict.sound:
        raise Refused(_(_NOT_SOUND))
    write_request(out.expanduser(), verdict.head, secrets.token_bytes)
    say_words(
        [
            _(_REQUESTED).format(path=harmless(str(out)), record=verdict.numbers[-1]),
            _("Head digest: {head}").format(head=verdict.head_in_groups),
        ]
    )
    return DONE


def add(place: JournalLocation, reply: Path, certificates: Path) -> int:
    """Verify a reply and record it; raises Refused or DoesNotHold where it is not accepted."""
    with opened_to_write(place) as logbook:
        saved = logbook.add_stamp(read_file(reply.expanduser()), read_file(certificates.expanduser()))
    say_words([_(_ADDED).format(record=saved.record)])
    return DONE
