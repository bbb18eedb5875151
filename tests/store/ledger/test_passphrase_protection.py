"""A passphrase put on a journal, changed and taken away: everything is written anew, and nothing old is left."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import JournalError, ReadOnly, Refused, Unreadable
from journal.domain.ledger import recovery_code
from journal.domain.ledger.chain import FaultKind
from journal.logbook import Logbook
from journal.store.age.age_streams import piped
from journal.store.age.protection import Key, from_text
from journal.store.copies.verification import verify
from journal.store.ledger import reencryption
from tests.store.acts import DRAFT
from tests.store.children import PROCESSES, shown_by_the_system
from tests.store.journals import a_journal, a_logbook, add_exhibit, an_entry, files_in, tables
from tests.store.protected import TYPED, a_protected_journal, guard_of, key_of, protect, unlocked
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PHOTO = bytes(range(256)) * 300
WORDS = "It rang 2 times."


def a_full_journal(path: Path) -> Logbook:
    """A plain journal with entries, a draft and two pieces of evidence, of which something is still in the tail."""
    logbook = a_logbook(path, entries=3)
    for content in (PHOTO, b""):
        add_exhibit(logbook, content)
    logbook.keep_draft(DRAFT)
    return logbook


def photo_in(logbook: Logbook) -> bytes:
    parts: list[bytes] = []
    logbook._ledger.evidence.read(1, hashlib.sha256(PHOTO).hexdigest(), parts.append)
    return b"".join(parts)


def everything_in(folder: Path) -> bytes:
    return b"\n".join((folder / name).read_bytes() for name in files_in(folder))


def test_protecting_changing_and_unprotecting_keep_every_record_and_all_evidence(tmp_path: Path) -> None:
    logbook = a_full_journal(tmp_path / "journal.json")
    digests = logbook.verify().digests
    guard = guard_of(logbook)
    assert not guard.protected

    first = guard.protect(TYPED)
    first_key = key_of(logbook)
    assert guard.protected
    assert logbook.verify().digests == digests
    assert photo_in(logbook) == PHOTO
    assert WORDS.encode() not in everything_in(tmp_path)
    logbook.record(an_entry("More."))

    second = guard.change_passphrase(first_key, "another one")
    second_key = key_of(logbook)
    assert second_key is not first_key
    assert first != second
    assert recovery_code.read(first) == first
    assert photo_in(logbook) == PHOTO
    with pytest.raises(JournalError):
        unlocked(logbook.path, first_key, read_only=True)._ledger.evidence.read(
            1, hashlib.sha256(PHOTO).hexdigest(), len
        )
    assert not verify(logbook.path, first_key).sound
    assert verify(logbook.path, second_key).sound

    guard.unprotect(second_key)
    assert not guard.protected
    assert logbook.verify().digests[:-1] == digests
    assert photo_in(logbook) == PHOTO
    logbook.close()
    assert verify(logbook.path).sound
    assert WORDS.encode() in logbook.path.read_bytes()
    assert Logbook(logbook.path, read_only=True).drafts == (DRAFT,)
    assert tables(logbook.path)["lock"] == {"1": {"program": "Journal", "format": 1}}
    assert files_in(tmp_path) == ["journal.json"]


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    guard = guard_of(logbook)

    with pytest.raises(Refused, match="has no passphrase"):
        guard.change_passphrase(None, TYPED)
    with pytest.raises(Refused, match="has no passphrase"):
        guard.unprotect(None)
    guard.protect(TYPED)
    with pytest.raises(Refused, match="has a passphrase already"):
        guard.protect(TYPED)
    logbook.close()


@pytest.mark.parametrize("opened", [None, Key()])
def test_nobody_changes_the_passphrase_or_takes_it_away_without_the_present_one(
    tmp_path: Path, opened: Key | None
) -> None:
    logbook = a_full_journal(tmp_path / "journal.json")
    key = protect(logbook)
    guard = guard_of(logbook)
    before = logbook.path.read_bytes()

    for act in (lambda: guard.change_passphrase(opened, "another one"), lambda: guard.unprotect(opened)):
        with pytest.raises(Refused, match="not the passphrase that opens this journal"):
            act()

    assert key_of(logbook) is key
    assert logbook.path.read_bytes() == before
    logbook.close()


def test_who_only_reads_protects_nothing(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    before = path.read_bytes()

    with pytest.raises(ReadOnly):
        guard_of(Logbook(path, read_only=True)).protect(TYPED)

    assert path.read_bytes() == before


def test_a_passphrase_that_cannot_be_taken_leaves_everything_as_it_was(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)

    with pytest.raises(Refused, match="cannot be used"):
        logbook.protection.protect("")

    assert not logbook.protection.protected
    logbook.close()
    assert verify(logbook.path).sound


def test_the_progress_is_told_and_who_is_told_may_stop_it(tmp_path: Path) -> None:
    logbook = a_full_journal(tmp_path / "journal.json")
    told: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guard_of(logbook).protect(TYPED, Told(stop))
    assert logbook.verify().sound
    assert photo_in(logbook) == PHOTO
    assert not logbook.protection.protected
    guard_of(logbook).protect(TYPED, Told(lambda done, whole: told.append((done, whole))))

    assert told == sorted(told)
    assert len({whole for _, whole in told}) == 1
    assert told[-1][0] > len(PHOTO)
    logbook.record(an_entry())
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]


def test_a_damaged_piece_of_evidence_stops_it_and_everything_stays_as_it_was(tmp_path: Path) -> None:
    logbook = a_full_journal(tmp_path / "journal.json")
    key = protect(logbook)
    logbook.close()
    plain = tables(logbook.path)
    sealed = plain["files"]["1"]["sealed"]
    logbook.path.write_bytes(logbook.path.read_bytes().replace(sealed[5000:5010].encode(), sealed[5010:5020].encode()))
    before = verify(logbook.path, key)
    again = unlocked(logbook.path, key)

    with pytest.raises(Unreadable, match="nothing was written anew"):
        guard_of(again).change_passphrase(key, "another one")

    assert key_of(again) is key
    again.close()
    assert verify(logbook.path, key) == before
    assert [fault.kind for fault in before.faults] == [FaultKind.EVIDENCE_CHANGED]
    assert files_in(tmp_path) == ["journal.json"]


@shown_by_the_system
def test_the_old_generation_is_not_kept_open(tmp_path: Path) -> None:
    logbook = a_full_journal(tmp_path / "journal.json")

    protect(logbook)

    held = [os.path.realpath(one) for one in (PROCESSES / "self" / "fd").iterdir()]
    assert any(str(logbook.path) in name for name in held)
    assert not [name for name in held if str(tmp_path) in name and "(deleted)" in name]
    logbook.close()


def test_the_sealed_parts_name_no_record(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    key = a_protected_journal(path)

    assert [*tables(path)["records"]] == ["1"]
    lines = key.open(from_text(tables(path)["records"]["1"]["sealed"])).split(b"\n")
    assert len(lines) == 4


def test_a_ledger_of_several_batches_is_written_anew_record_by_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reencryption, "_BATCH", 20)
    monkeypatch.setattr(reencryption, "_LINES", 1)
    logbook = a_logbook(tmp_path / "journal.json", entries=45)
    logbook.checkpoint()
    digests, guard = logbook.verify().digests, guard_of(logbook)

    guard.protect(TYPED)
    assert logbook.verify().digests == digests
    guard.change_passphrase(key_of(logbook), "another one")
    assert logbook.verify().digests == digests
    logbook.record(an_entry("More."))
    logbook.checkpoint()
    key = key_of(logbook)
    logbook.close()
    logbook = unlocked(tmp_path / "journal.json", key)
    guard_of(logbook).unprotect(key)

    assert logbook.verify().sound
    assert logbook.verify().digests[:-1] == digests
    logbook.close()
    assert tables(tmp_path / "journal.json")["records"].keys() == {str(number) for number in range(1, len(digests) + 2)}


def test_nothing_is_written_anew_where_a_line_changed_since_it_was_read(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=3)
    logbook.checkpoint()
    with (tmp_path / "journal.json").open("r+b") as file:
        file.seek(file.read().index(b"It rang 2"))
        file.write(b"It sang")
    before = (tmp_path / "journal.json").read_bytes()

    with pytest.raises(JournalError):
        guard_of(logbook).protect(TYPED)

    assert (tmp_path / "journal.json").read_bytes() == before


def test_what_reads_from_a_pipe_gets_the_error_of_what_fills_it_and_may_end_before_it() -> None:
    def broken(give: Callable[[bytes], object]) -> None:
        give(b"some")
        raise OSError("gone")

    with piped(broken) as source:
        assert source.read(2) + source.read(9) == b"some"
        with pytest.raises(OSError, match="gone"):
            source.read(1)
    with piped(lambda give: [give(b"x") for _ in range(100)]) as source:
        assert source.read(1) == b"x"
