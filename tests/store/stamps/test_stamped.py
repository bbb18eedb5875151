"""Time stamps inside a journal: shown with the check, and never believed without what they were signed with."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.ledger.proof import Stamped
from journal.domain.ledger.record import seal
from journal.domain.text.words import Words
from journal.store.stamps.timestamp_records import fields_of, stamps_in
from journal.store.stamps.timestamps import write_request
from tests.domain.ledgers import BEGAN, a_ledger, calls
from tests.store.authority import authority_in, needs_openssl

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.ledger.record import Record

ENGLISH = Words()


def with_a_stamp(folder: Path, ledger: list[Record], **changed: str) -> list[Record]:
    """A ledger whose last record is stamped by an invented authority, with some fields of that record changed."""
    authority = authority_in(folder / "authority")
    write_request(folder / "request.tsq", ledger[-1].digest, os.urandom)
    reply = authority.reply_to(folder / "request.tsq", folder / "reply.tsr").read_bytes()
    fields = fields_of(reply, authority.certificates.read_bytes(), ledger) | changed
    last = ledger[-1]
    act = {"action": "stamp.added", **fields}
    return [
        *ledger,
        seal(last.seq + 1, act, recorded_at=BEGAN, previous=last.digest, salts=lambda: os.urandom(16)),
    ]


@needs_openssl
def test_a_kept_stamp_says_which_record_existed_when(tmp_path: Path) -> None:
    (stamped,) = stamps_in(with_a_stamp(tmp_path, a_ledger(*calls(3))))

    assert (stamped.record, stamped.kept_in, stamped.sound) == (4, 5, True)
    assert "A time stamp by CN=An Invented Authority says that record 4" in stamped.sentence(ENGLISH)


@needs_openssl
def test_a_stamp_that_was_put_there_changed_does_not_hold(tmp_path: Path) -> None:
    for at, part in enumerate((base64.b64encode(b"invented").decode(), "not base64", "")):
        (tmp_path / str(at)).mkdir()
        (stamped,) = stamps_in(with_a_stamp(tmp_path / str(at), a_ledger(*calls(3)), reply=part))

        assert not stamped.sound
        assert "does not hold" in stamped.sentence(ENGLISH)


@needs_openssl
def test_a_stamp_of_what_the_file_does_not_hold_is_told_so(tmp_path: Path) -> None:
    ledger = with_a_stamp(tmp_path, a_ledger(*calls(3)))

    (stamped,) = stamps_in([replace(ledger[3], digest="0" * 64), ledger[4]])

    assert not stamped.sound
    assert "of a state that this file does not hold" in stamped.sentence(ENGLISH)


def test_the_name_of_an_authority_does_not_act_on_the_terminal() -> None:
    stamped = Stamped(kept_in=5, record=4, authority="CN=\x1b[2JInvented")

    assert "\x1b" not in stamped.sentence(ENGLISH)


def test_a_journal_without_stamps_has_none_to_tell() -> None:
    ledger = a_ledger(*calls(2), {"action": "entry.recorded", "entry": 3, "account": "stamp.added"})

    assert list(stamps_in(ledger)) == []
