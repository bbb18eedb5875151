"""What happens while evidence is attached: checkpoints, readers, other windows, and how many bytes are written."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import ChangedUnderneath, NotSaved
from journal.evidence.errors import Cancelled
from journal.store.copies.verification import verify
from tests.store.acts import APPENDING
from tests.store.crashed import FILM, OLD, PHOTO, TAIL, both, contents, crashed, reading
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in
from tests.store.protected import protect
from tests.store.stages import killed, record_at_last, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.faults import Saboteur


def test_an_exhibit_that_is_being_read_is_handed_out_whole_while_a_checkpoint_removes_the_tail(tmp_path: Path) -> None:
    path, key, _tail = crashed(tmp_path, protected=False)
    logbook = reopened(path, key)
    parts: list[bytes] = []

    def take(part: bytes) -> None:
        logbook.checkpoint()
        parts.append(part)

    logbook.exhibits.read(3, take)

    assert len(parts) > 1
    assert b"".join(parts) == FILM
    assert TAIL not in files_in(tmp_path)
    logbook.close()


class Interrupting:
    """Evidence during the reading of which something else happens."""

    def __init__(self, data: bytes, act: Callable[[], object]) -> None:
        self._left, self._act = data, act

    def read(self, size: int) -> bytes:
        self._act()
        part, self._left = self._left[: min(size, 1000)], self._left[min(size, 1000) :]
        return part


@both
def test_a_checkpoint_in_the_middle_of_an_attach_takes_nothing_away_from_it(tmp_path: Path, protected: bool) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    logbook = reopened(path, key)
    ledger = logbook._ledger
    new = PHOTO + b"x"
    said = {"action": "exhibit.added", "sha256": hashlib.sha256(new).hexdigest(), "size": len(new), "exhibit": 4}

    ledger.append([ledger.evidence.put(said, Interrupting(new, logbook.checkpoint))])

    assert contents(logbook) == [OLD, PHOTO, FILM, new]
    assert contents(reading(path, key)) == contents(logbook)
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]
    assert verify(path, key).evidence == 4


@both
@pytest.mark.parametrize("stopped", [False, True], ids=["read to its end", "stopped"])
def test_a_journal_that_is_closed_in_the_middle_of_an_attach_loses_nothing_and_opens_again(
    tmp_path: Path, protected: bool, stopped: bool
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    logbook = reopened(path, key)
    ledger = logbook._ledger

    closing = iter([logbook.close])

    def close() -> None:
        next(closing, tuple)()
        if stopped:
            raise Cancelled("film")

    said = {"action": "exhibit.added", "sha256": hashlib.sha256(FILM).hexdigest(), "size": len(FILM), "exhibit": 4}
    with suppress(Cancelled):
        ledger.append([ledger.evidence.put(said, Interrupting(FILM, close))])

    again = reopened(path, key)
    assert not again.read_only_reason
    assert contents(again) == [OLD, PHOTO, FILM, FILM][: 3 if stopped else 4]
    again.close()
    assert files_in(tmp_path) == ["journal.json"]
    assert verify(path, key).sound


@both
def test_what_another_window_adds_to_the_tail_meanwhile_is_neither_cut_off_nor_overlooked(
    tmp_path: Path, protected: bool
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    logbook = reopened(path, key)
    ledger, theirs = logbook._ledger, b"A save of another window, which no lock told of.\n"

    def save() -> None:
        if theirs not in (tmp_path / TAIL).read_bytes():
            with (tmp_path / TAIL).open("ab") as file:
                file.write(theirs)

    said = {"action": "exhibit.added", "sha256": hashlib.sha256(FILM).hexdigest(), "size": len(FILM), "exhibit": 4}
    with pytest.raises(ChangedUnderneath):
        ledger.append([ledger.evidence.put(said, Interrupting(FILM, save))])

    assert theirs in (tmp_path / TAIL).read_bytes()
    assert [one.number for one in logbook.exhibits.standing] == [1, 2, 3]
    killed(logbook)


@both
@pytest.mark.parametrize("call", ["write", "copy_file_range"])
def test_an_attach_in_the_middle_of_a_checkpoint_waits_in_the_tail_for_the_next_one(
    tmp_path: Path, saboteur: Saboteur, protected: bool, call: str
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    logbook = reopened(path, key)
    attached: list[str] = []

    def attach() -> None:
        if not attached and saboteur.calls[-1] == call:
            attached.append("")
            attached[0] = add_exhibit(logbook, b"Another one.")

    with saboteur.watching(attach):
        logbook.checkpoint()

    assert attached
    assert contents(logbook)[-1] == b"Another one."
    assert TAIL in files_in(tmp_path)
    assert contents(reading(path, key)) == contents(logbook)
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]
    assert verify(path, key).evidence == 4


@both
def test_the_bytes_of_the_evidence_are_on_the_disk_before_the_save_that_names_them(
    tmp_path: Path, saboteur: Saboteur, protected: bool
) -> None:
    path, key, _tail = crashed(tmp_path, protected=protected)
    logbook = reopened(path, key)
    logbook.record(an_entry())

    with saboteur.watching():
        add_exhibit(logbook, FILM)

    changing = [name for name in saboteur.calls if name in {*APPENDING, "replace", "copy_file_range"}]
    assert [name for name, _more in groupby(changing)] == ["write", "fsync", "write", "fsync"]
    logbook.close()


@both
def test_an_attach_of_which_the_save_is_in_doubt_stands_whole_or_not_at_all_however_long_the_disk_fails(
    tmp_path: Path, saboteur: Saboteur, protected: bool
) -> None:
    doubts = 0
    for failing in range(1, 40):
        folder = tmp_path / str(failing)
        folder.mkdir()
        path, key, _tail = crashed(folder, protected=protected)
        logbook = reopened(path, key)
        logbook.record(an_entry())

        def from_the_last_sync(at: int, failing: int = failing) -> bool:
            done = [place for place, name in enumerate(saboteur.calls) if name == "fsync"]
            return len(done) > 1 and done[1] <= at < done[1] + failing

        with saboteur.failing(from_the_last_sync), suppress(NotSaved):
            add_exhibit(logbook, b"Another one.")
        doubts += logbook._ledger._unconfirmed is not None
        record_at_last(logbook)

        assert contents(logbook)[:3] == [OLD, PHOTO, FILM]
        assert contents(logbook)[3:] in ([], [b"Another one."])
        assert contents(reading(path, key)) == contents(logbook)
        logbook.close()
        assert verify(path, key).evidence == len(contents(reading(path, key)))
        assert files_in(folder) == ["journal.json"]
        shutil.rmtree(folder)
    assert doubts > 3


def bytes_written(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> int:
    """How many bytes an act writes, or lets the system copy, whatever the file."""
    written = 0
    with monkeypatch.context() as patch:
        for name in ("write", "copy_file_range"):
            really: Callable[..., int] = getattr(os, name)

            def counted(*arguments: object, really: Callable[..., int] = really) -> int:
                nonlocal written
                done = really(*arguments)
                written += done
                return done

            patch.setattr(os, name, counted)
        act()
    return written


@both
def test_attaching_writes_as_many_bytes_as_the_attachment_has_however_large_the_journal_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, protected: bool
) -> None:
    size, written = 1_000_000, []
    for held in (0, 50_000_000):
        folder = tmp_path / str(held)
        folder.mkdir()
        logbook = a_logbook(folder / "journal.json", entries=1)
        add_exhibit(logbook, os.urandom(held))
        key = protect(logbook) if protected else None
        logbook.close()
        opened = reopened(logbook.path, key)
        photo = os.urandom(size)

        written.append(bytes_written(monkeypatch, partial(add_exhibit, opened, photo)))

        assert contents(opened)[-1] == photo
        opened.close()
        assert verify(opened.path, key).evidence == 2
        shutil.rmtree(folder)
    small, large = written
    assert size * 4 / 3 < small < size * 4 / 3 + 10_000
    assert abs(large - small) < 1_000


def test_the_room_for_another_file_counts_what_waits_in_the_tail(tmp_path: Path) -> None:
    path, key, tail = crashed(tmp_path, protected=False)
    logbook = reopened(path, key)

    assert logbook._ledger.storage.committer.size == path.stat().st_size + len(tail)

    logbook.checkpoint()
    assert logbook._ledger.storage.committer.size == path.stat().st_size
    logbook.close()
