"""Evidence that waits in the tail for a checkpoint: all of an attach or nothing, and within reach of every reader."""

from __future__ import annotations

import random
import stat
from functools import partial
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import ReadOnly
from journal.domain.evidence.exhibit import Exhibit
from journal.store.copies.recovery import recover
from journal.store.copies.verification import verify
from journal.store.file.generation import opened
from journal.store.file.sealed_rows import BLOCK
from journal.store.file.write_ahead_lines import read_lines, replay
from journal.store.ledger.storage import JournalStorage
from journal.store.ledger.unlocking import wraps_of
from tests.store.copying import NAME
from tests.store.crashed import FILM, OLD, PHOTO, TAIL, both, contents, crashed, reading
from tests.store.journals import NOW, add_exhibit, files_in, salts, tables
from tests.store.stages import reopened
from tests.store.traces import in_base64, is_anywhere

if TYPE_CHECKING:
    from pathlib import Path


@both
def test_whoever_only_reads_has_all_evidence_and_leaves_everything_as_it_is(tmp_path: Path, protected: bool) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    before = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)}

    logbook, verdict = reading(path, key), verify(path, key)

    assert contents(logbook) == [OLD, PHOTO, FILM]
    assert verdict.sound
    assert (verdict.evidence, verdict.records, verdict.beside) == (3, 6, 3)
    logbook.close()
    assert {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)} == before


@both
def test_the_next_opening_takes_the_evidence_into_the_file_and_only_the_file_remains(
    tmp_path: Path, protected: bool
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)

    logbook = reopened(path, key)
    seen = contents(logbook)
    logbook.close()

    assert seen == [OLD, PHOTO, FILM]
    assert files_in(tmp_path) == ["journal.json"]
    assert [*tables(path)["files"]] == ["1", "2", "3"]
    assert contents(reading(path, key)) == seen
    assert verify(path, key).sound


@both
def test_a_tail_stands_by_itself_and_holds_evidence_as_sealed_as_the_file_does(tmp_path: Path, protected: bool) -> None:
    _path, key, tail = crashed(tmp_path, protected=protected)

    rows = [line for line in tail.split(b"\n") if line.startswith(b'"')]

    assert [row[:4] for row in rows] == [b'"2":', b'"3":']
    assert stat.S_IMODE((tmp_path / TAIL).stat().st_mode) == 0o600
    assert is_anywhere(tmp_path, in_base64(PHOTO)) is not protected
    assert is_anywhere(tmp_path, (PHOTO, *in_base64(PHOTO)), key)


@both
def test_a_tail_cut_off_anywhere_gives_the_whole_of_an_attach_or_nothing(tmp_path: Path, protected: bool) -> None:
    path, key, tail = crashed(tmp_path, protected=protected)
    first = tail.index(b"\n", tail.index(b"\n") + 1) + 1
    second = tail.index(b"\n", first) + 1
    ends = [at for line in (0, first, second, len(tail)) for at in (line - 1, line, line + 1) if 0 <= at <= len(tail)]
    chance = random.Random(1)  # noqa: S311 - to be told again in the same way

    for length in [*ends, *(chance.randrange(len(tail)) for _ in range(30))]:
        (tmp_path / TAIL).write_bytes(tail[:length])
        whole = 1 + (length >= first) + (length >= len(tail))
        logbook = reading(path, key)
        assert not verify(path, key).faults
        assert contents(logbook) == [OLD, PHOTO, FILM][:whole], length
        assert len(logbook.state.of(Exhibit).standing) == whole
        assert len(logbook.state.entries) == 1 + (length >= second)

    logbook = reopened(path, key)
    add_exhibit(logbook, b"Another one.")
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]
    assert verify(path, key).sound


DAMAGED = {"the first row": (0, 1), "the save that names it": (1, 1), "the entry": (2, 2), "the last row": (3, 2)}
"""The line that is damaged, and how many exhibits stand before it."""
BYTES = [*((where, byte) for where in DAMAGED for byte in (b"\0", b"\n", b'"')), ("the first row", b"A")]
BYTES.append(("the last row", b"A"))


@both
@pytest.mark.parametrize(("where", "byte"), BYTES)
def test_a_damaged_line_is_said_and_costs_nothing_before_it_and_everything_is_kept(
    tmp_path: Path, where: str, byte: bytes, protected: bool
) -> None:
    path, key, tail = crashed(tmp_path, protected=protected)
    line, whole = DAMAGED[where]
    lines = tail.split(b"\n")
    middle = len(lines[line]) // 2
    assert lines[line][middle : middle + 1] != byte
    lines[line] = lines[line][:middle] + byte + lines[line][middle + 1 :]
    damaged = b"\n".join(lines)
    (tmp_path / TAIL).write_bytes(damaged)

    looked_at = reading(path, key)
    opened = reopened(path, key)

    assert contents(looked_at) == [OLD, PHOTO, FILM][:whole]
    assert "nothing was thrown away" in opened.read_only_reason
    assert contents(opened) == [OLD, PHOTO, FILM][:whole]
    with pytest.raises(ReadOnly):
        add_exhibit(opened, b"Another one.")
    opened.close()
    (kept,) = [name for name in files_in(tmp_path) if name.endswith(".tail")]
    assert (tmp_path / kept).read_bytes() == damaged
    again = reopened(path, key)
    assert not again.read_only
    add_exhibit(again, b"Another one.")
    again.close()
    assert verify(path, key).sound


def test_reading_a_long_tail_can_be_ended_at_any_time(tmp_path: Path) -> None:
    path, _key, _tail = crashed(tmp_path, protected=False)
    asked: list[int] = []

    def between() -> None:
        asked.append(len(asked))
        if len(asked) == 2:
            raise EndedError

    with pytest.raises(EndedError):
        JournalStorage(path, between=between).load()

    assert asked == [0, 1]


class EndedError(Exception):
    """Nobody wants to read on."""


def noting(read: list[bytes], line: bytes) -> bytes:
    read.append(line)
    return line


def test_a_row_of_evidence_is_never_in_memory_as_a_whole_not_even_a_damaged_one(tmp_path: Path) -> None:
    _path, _key, tail = crashed(tmp_path, protected=False)
    place = tmp_path / "tail"

    for first in (b'"', b"\0", b"A"):
        place.write_bytes(first + tail[1:])
        file = opened(place)
        assert file
        read: list[bytes] = []
        replay(read_lines(file), "", partial(noting, read))
        assert all(line.startswith(b"{") for line in read)


@both
def test_a_recovery_saves_the_evidence_of_the_tail_too(tmp_path: Path, protected: bool) -> None:
    path, key, tail = crashed(tmp_path, protected=protected)
    path.write_bytes(path.read_bytes().partition(b'"desk":{')[0])
    wraps = wraps_of(path) if key else None

    said = recover(
        path, tmp_path / "new.json", now=NOW, salts=salts(), protection=(key, wraps) if key and wraps else None
    )

    assert (said.evidence, said.missing_evidence) == (3, ())
    assert contents(reading(tmp_path / "new.json", key)) == [OLD, PHOTO, FILM]
    assert (tmp_path / TAIL).read_bytes() == tail


@both
def test_a_damaged_file_opens_for_reading_with_the_evidence_of_its_tail(tmp_path: Path, protected: bool) -> None:
    path, key, tail = crashed(tmp_path, protected=protected, entries=BLOCK + 1)
    data = bytearray(path.read_bytes())
    data[data.index(b'"1":{', data.index(b'"records":{\n')) + 2] = 0
    path.write_bytes(data)

    logbook = reopened(path, key)

    assert logbook.read_only
    assert contents(logbook) == [OLD, PHOTO, FILM]
    logbook.close()
    assert path.read_bytes() == data
    assert (tmp_path / TAIL).read_bytes() == tail


@both
def test_a_reader_keeps_what_it_found_when_another_window_takes_it_into_the_file(
    tmp_path: Path, protected: bool
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    writing = reopened(path, key)
    looking = reading(path, key)

    writing.checkpoint()

    assert files_in(tmp_path) == [".journal.json.lock", "journal.json"]
    assert contents(looking) == [OLD, PHOTO, FILM]
    assert contents(writing) == [OLD, PHOTO, FILM]
    writing.close()


@both
def test_a_copy_and_a_backup_made_before_the_checkpoint_are_whole(tmp_path: Path, protected: bool) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "stick").mkdir()
    path, key, _tail = crashed(tmp_path / "home", protected=protected)
    logbook = reopened(path, key)

    saved = logbook.exhibits.save_out(3, tmp_path / "stick") if not protected else None
    logbook.copies.back_up(tmp_path / "stick")

    assert saved is None or saved.sha256 == saved.original_sha256
    copy = reading(tmp_path / "stick" / NAME, key)
    assert contents(copy) == [OLD, PHOTO, FILM]
    assert verify(tmp_path / "stick" / NAME, key).sound
    logbook.close()


def test_asking_for_the_wrapped_key_looks_at_the_file_alone(tmp_path: Path) -> None:
    path, _key, _tail = crashed(tmp_path, protected=True)
    before = wraps_of(path)

    (tmp_path / TAIL).unlink()
    (tmp_path / TAIL).mkdir()

    assert before
    assert wraps_of(path) == before
