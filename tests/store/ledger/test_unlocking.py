"""Getting back in: by passphrase or recovery code, from either copy of the key, with every attempt in vain counted."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest

from journal.domain.base.errors import Unreadable
from journal.domain.ledger.chain import FaultKind
from journal.store.age.protection import WrongPassphrase, from_text
from journal.store.copies.verification import verify
from journal.store.disk import durable_io
from journal.store.file.identity import FailedAttempts
from journal.store.ledger.passphrase_protection import PassphraseProtection
from journal.store.ledger.unlocking import attempts_of, count_failed, unlock_file, wraps_of
from tests.store.journals import NOW, STYLES, Tables, a_journal, a_logbook, an_entry, files_in, tables
from tests.store.little_work import armoured, with_little_work
from tests.store.protected import TYPED, a_protected_journal, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "It rang and rang."


class Journal(NamedTuple):
    path: Path
    code: str
    """Its recovery code."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    """Make a journal under a passphrase once."""
    logbook = a_logbook(tmp_path_factory.mktemp("made") / "journal.json", entries=2)
    code = PassphraseProtection(logbook._ledger, wrap=with_little_work).protect(TYPED)
    logbook.close()
    return Journal(logbook.path, code)


@pytest.fixture
def journal(made: Journal, tmp_path: Path) -> Journal:
    shutil.copyfile(made.path, tmp_path / "journal.json")
    return Journal(tmp_path / "journal.json", made.code)


def test_the_passphrase_and_the_recovery_code_both_open_it(journal: Journal) -> None:
    for typed in (TYPED, journal.code, journal.code.lower().replace("-", " ")):
        key = unlock_file(journal.path, typed, NOW)

        assert verify(journal.path, key).sound
        assert len(unlocked(journal.path, key, read_only=True).state.entries) == 2
    assert attempts_of(journal.path) == FailedAttempts()


def test_a_wrong_passphrase_is_counted_and_told_when_the_right_one_comes(journal: Journal) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            unlock_file(journal.path, "not this one", NOW)

    assert attempts_of(journal.path).failed == 2
    logbook = unlocked(journal.path, unlock_file(journal.path, TYPED, NOW))
    assert logbook.protection.attempts == FailedAttempts(2, "2026-11-22T14:03:00Z")
    logbook.close()
    assert attempts_of(journal.path) == FailedAttempts()
    assert files_in(journal.path.parent) == ["journal.json"]


def damaged_in_the_lock(path: Path) -> None:
    plain = tables(path)
    wrapped = plain["lock"]["1"]["key"]["passphrase"]
    path.write_bytes(path.read_bytes().replace(wrapped[60:64].encode(), b"AAAA", 1))


def damaged_behind_the_salt(path: Path) -> None:
    """Change what only shows as a wrong passphrase: the file key that lies under it."""
    wrapped = tables(path)["lock"]["1"]["key"]["passphrase"]
    raw = bytearray(base64.b64decode("".join(wrapped.splitlines()[1:-1])))
    at = raw.index(b"\n", raw.index(b"-> scrypt")) + 5
    raw[at] = b"AB"[raw[at] == b"A"[0]]
    lock, changed = json.dumps(wrapped).encode(), json.dumps(armoured(bytes(raw))).encode()
    path.write_bytes(path.read_bytes().replace(lock, changed, 1))


def gone_from_the_lock(path: Path) -> None:
    plain = tables(path)
    del plain["lock"]["1"]["key"]
    path.write_bytes(STYLES[0](plain))


@pytest.mark.parametrize("damage", [damaged_in_the_lock, damaged_behind_the_salt, gone_from_the_lock])
def test_where_the_key_in_the_lock_is_damaged_the_second_copy_opens_the_journal(
    journal: Journal, damage: Callable[[Path], None]
) -> None:
    damage(journal.path)

    key = unlock_file(journal.path, TYPED, NOW)

    assert [fault.kind for fault in verify(journal.path, key).faults] == [FaultKind.LOCK]
    assert len(unlocked(journal.path, key, read_only=True).state.entries) == 2


def test_where_both_copies_are_damaged_it_is_said(journal: Journal) -> None:
    plain = tables(journal.path)
    wrapped = plain["lock"]["1"]["key"]["passphrase"]
    journal.path.write_bytes(journal.path.read_bytes().replace(wrapped[60:64].encode(), b"AAAA"))

    with pytest.raises(Unreadable, match="was changed by something other than this program"):
        unlock_file(journal.path, TYPED, NOW)


@pytest.mark.parametrize("style", STYLES)
def test_the_wrapped_key_is_found_without_opening_the_journal(
    journal: Journal, style: Callable[[Tables], bytes]
) -> None:
    plain = tables(journal.path)
    journal.path.write_bytes(style(plain))

    wraps = wraps_of(journal.path)

    assert wraps
    assert {"passphrase": wraps.passphrase, "recovery": wraps.recovery} == plain["lock"]["1"]["key"]
    assert {"about": "key"} | plain["lock"]["1"]["key"] in plain["desk"].values()


def test_there_is_no_wrapped_key_in_a_plain_journal_in_anything_else_or_in_nothing(tmp_path: Path) -> None:
    a_journal(tmp_path / "plain.json", entries=1)
    (tmp_path / "other.json").write_bytes(b"Dear diary")

    for name in ("plain.json", "other.json", "nothing.json"):
        assert wraps_of(tmp_path / name) is None
        with pytest.raises(Unreadable, match="no protected journal"):
            unlock_file(tmp_path / name, TYPED, NOW)


@pytest.mark.skipif(shutil.which("age") is None, reason="the age tool is not installed")
def test_the_standard_tool_reads_everything_back_without_this_program(journal: Journal, tmp_path: Path) -> None:
    key = unlock_file(journal.path, TYPED, NOW)
    logbook = unlocked(journal.path, key)
    logbook.record(an_entry(WORDS))
    logbook.close()
    plain = tables(journal.path)
    with_the_tool = tmp_path / "key.txt"
    with_the_tool.write_text(str(key._identity))
    block = tmp_path / "block.age"
    block.write_bytes(from_text(plain["records"]["1"]["sealed"]))

    opened = subprocess.run(["age", "-d", "-i", str(with_the_tool), str(block)], check=True, capture_output=True)

    assert len(opened.stdout.splitlines()) == 4
    assert WORDS.encode() in opened.stdout


def test_attempts_in_vain_are_told_at_the_next_opening_and_then_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    key = a_protected_journal(path)
    digests = verify(path, key).digests

    for _ in range(3):
        count_failed(path, NOW)

    assert attempts_of(path) == FailedAttempts(3, "2026-11-22T14:03:00Z")
    assert verify(path, key).digests == digests
    assert unlocked(path, key, read_only=True).protection.attempts == FailedAttempts()
    logbook = unlocked(path, key)
    assert logbook.protection.attempts.failed == 3
    logbook.close()
    assert attempts_of(path) == FailedAttempts()
    assert unlocked(path, key).protection.attempts == FailedAttempts()
    assert verify(path, key).digests == digests


def test_counting_an_attempt_touches_neither_the_tail_of_a_crash_nor_an_open_journal(tmp_path: Path) -> None:
    key = a_protected_journal(tmp_path / "before" / "journal.json", entries=1)
    logbook = unlocked(tmp_path / "before" / "journal.json", key)
    logbook.record(an_entry(WORDS))
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    path = tmp_path / "after" / "journal.json"
    tail = path.with_name(".journal.json.tail").read_bytes()

    count_failed(path, NOW)
    count_failed(logbook.path, NOW)

    assert path.with_name(".journal.json.tail").read_bytes() == tail
    assert attempts_of(path).failed == 1
    assert attempts_of(logbook.path).failed == 0
    logbook.close()
    again = unlocked(path, key)
    assert again.state.entries[2].entry.account == WORDS
    again.close()


def test_nothing_is_counted_in_a_plain_journal_or_where_there_is_none(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    before = path.read_bytes()

    count_failed(path, NOW)
    count_failed(tmp_path / "nothing.json", NOW)

    assert path.read_bytes() == before
    assert attempts_of(path) == attempts_of(tmp_path / "nothing.json") == FailedAttempts()
    assert files_in(tmp_path) == ["journal.json"]


def test_what_is_asked_before_there_is_a_key_reads_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.json"
    logbook = unlocked(path, a_protected_journal(path))
    for _ in range(4):
        logbook.record(an_entry("It rang. " * 20_000))
    logbook.close()
    size, read = path.stat().st_size, durable_io.read_all
    lengths: list[int] = []

    def counted(file: int, at: int, length: int) -> bytes:
        lengths.append(length)
        return read(file, at, length)

    monkeypatch.setattr(durable_io, "read_all", counted)

    assert attempts_of(path) == FailedAttempts()
    assert wraps_of(path)

    assert size > 500_000
    assert sum(lengths) < size / 2
