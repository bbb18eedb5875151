"""Evidence in the file: whole, read only when it is asked for, and never a reason for a save to take longer."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.ledger.chain import FaultKind
from journal.store.copies.verification import verify
from journal.store.ledger.ledger import Ledger
from journal.store.ledger.storage import JournalStorage
from tests.store.journals import STYLES, Clock, Tables, a_journal, files_in, salts, tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PHOTO = bytes(range(256)) * 40 + b"x"
SIZES = (0, 1, 2, 3, 100_000, (1 << 20) - 1, 1 << 20, 3_000_001)


def a_ledger(path: Path, *, quiet: float | None = None, read_only: bool = False) -> Ledger:
    if not path.exists():
        a_journal(path, entries=2)
    return Ledger(JournalStorage(path, quiet=quiet), clock=Clock(), salts=salts(), read_only=read_only)


def said(content: bytes) -> dict[str, object]:
    return {"action": "exhibit.added", "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def add(ledger: Ledger, content: bytes) -> int:
    """Add a piece of evidence and return the number of its row."""
    record = ledger.append([ledger.evidence.put(said(content), io.BytesIO(content))])[0]
    number = record.fields()["file"]
    assert isinstance(number, int)
    return number


def read(ledger: Ledger, number: int, content: bytes) -> bytes:
    parts: list[bytes] = []
    ledger.evidence.read(number, hashlib.sha256(content).hexdigest(), parts.append)
    return b"".join(parts)


def test_evidence_of_any_size_comes_back_as_it_was(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    contents = [os.urandom(size) for size in SIZES]

    numbers = [add(ledger, content) for content in contents]

    assert numbers == list(range(1, len(SIZES) + 1))
    for opened in (ledger, a_ledger(ledger.path, read_only=True)):
        for number, content in zip(numbers, contents, strict=True):
            assert read(opened, number, content) == content
    verdict = verify(ledger.path)
    assert verdict.sound
    assert verdict.evidence == len(SIZES)
    ledger.close()
    assert files_in(tmp_path) == ["journal.json"]


@pytest.mark.parametrize("style", STYLES)
def test_evidence_is_read_and_kept_after_another_program_wrote_the_file(
    tmp_path: Path, style: Callable[[Tables], bytes]
) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    add(ledger, PHOTO)
    ledger.close()
    ledger.path.write_bytes(style(tables(ledger.path)))

    again = a_ledger(ledger.path)
    second = add(again, PHOTO + b"y")

    assert second == 2
    assert read(again, 1, PHOTO) == PHOTO
    again.close()
    assert verify(ledger.path).sound
    assert read(a_ledger(ledger.path, read_only=True), 1, PHOTO) == PHOTO


class Counted(NamedTuple):
    calls: int
    """How many calls to the system."""
    taken: int
    """How many bytes went through this program."""


def through_this_program(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> int:
    """How many bytes an act reads and writes itself."""
    really_read, really_write = os.pread, os.write
    taken = 0

    def pread(descriptor: int, length: int, start: int) -> bytes:
        nonlocal taken
        data = really_read(descriptor, length, start)
        taken += len(data)
        return data

    def write(descriptor: int, data: bytes) -> int:
        nonlocal taken
        taken += len(data)
        return really_write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "pread", pread)
        patch.setattr(os, "write", write)
        act()
    return taken


def test_neither_opening_nor_saving_nor_catching_up_reads_the_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    add(ledger, os.urandom(5_000_000))
    ledger.close()
    opened: list[Ledger] = []

    opening = through_this_program(monkeypatch, lambda: opened.append(a_ledger(ledger.path)))
    saving = through_this_program(monkeypatch, lambda: opened[0].append([{"action": "x"}]))
    checkpointing = through_this_program(monkeypatch, opened[0].close)

    assert opening < 200_000
    assert saving < 20_000
    assert checkpointing < 30_000
    assert len(tables(ledger.path)["files"]["1"]["data"]) > 6_000_000
    assert verify(ledger.path).sound


def test_evidence_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    size = 30_000_000
    largest: list[int] = []

    class Pieces:
        def __init__(self) -> None:
            self.left = size

        def read(self, most: int) -> bytes:
            largest.append(most)
            part = bytes(min(most, self.left))
            self.left -= len(part)
            return part

    digest = hashlib.sha256(bytes(size)).hexdigest()
    ledger.append([ledger.evidence.put({"action": "exhibit.added", "sha256": digest, "size": size}, Pieces())])
    parts: list[int] = []
    ledger.evidence.read(1, digest, lambda part: parts.append(len(part)))

    assert max(largest) <= 1 << 20
    assert max(parts) <= 1 << 20
    assert sum(parts) == size
    ledger.close()


def test_a_file_that_changes_while_it_is_read_is_not_added(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    before = ledger.path.read_bytes()

    with pytest.raises(Refused, match="changed while it was read"):
        ledger.append([ledger.evidence.put(said(PHOTO), io.BytesIO(PHOTO + b"y"))])

    assert ledger.path.read_bytes() == before
    assert not ledger.storage.committer.due, "nothing waits for a checkpoint"
    assert add(ledger, PHOTO) == 1
    ledger.close()
    assert verify(ledger.path).records == 4


def test_evidence_for_which_there_is_no_room_is_refused_with_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=26_000_000))

    with pytest.raises(Refused, match="27 MB would have to be free, and 26 MB are"):
        ledger.evidence.put({"sha256": "0" * 64, "size": 10_000_000}, io.BytesIO())

    assert add(ledger, PHOTO) == 1
    ledger.close()


def test_what_is_saved_beside_the_evidence_in_one_batch_is_one_save(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    before = ledger.path.stat().st_ino

    with ledger.batch():
        for number in range(3):
            add(ledger, PHOTO + bytes([number]))

    assert ledger.path.stat().st_ino == before
    assert verify(ledger.path).beside == 1
    assert [read(ledger, number, PHOTO + bytes([number - 1])) for number in (1, 2, 3)]
    assert verify(ledger.path).evidence == 3
    ledger.close()
    assert verify(ledger.path).sound


def test_evidence_that_was_changed_or_is_missing_is_named_and_not_handed_out(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path / "journal.json")
    for number in range(3):
        add(ledger, PHOTO + bytes([number]))
    ledger.close()
    plain = tables(ledger.path)
    del plain["files"]["1"]
    plain["files"]["2"]["data"] = plain["files"]["3"]["data"]
    plain["files"]["9"] = plain["files"]["3"]

    for style in STYLES:
        ledger.path.write_bytes(style(plain))
        faults = [(fault.record, fault.kind) for fault in verify(ledger.path).faults]
        opened = a_ledger(ledger.path, read_only=True)

        assert faults == [(0, FaultKind.TABLE), (4, FaultKind.EVIDENCE_MISSING), (5, FaultKind.EVIDENCE_CHANGED)]
        for number in (1, 2):
            with pytest.raises(Unreadable, match="look for it in a copy"):
                read(opened, number, PHOTO + bytes([number - 1]))
        assert read(opened, 3, PHOTO + b"\x02") == PHOTO + b"\x02"
