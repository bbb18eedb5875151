"""Fingerprints of real files, and the files that have none."""

from __future__ import annotations

import hashlib
import os
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import JournalError
from journal.evidence.digest import CHUNK, fingerprint
from journal.evidence.errors import (
    Cancelled,
    FileChanged,
    FileMissing,
    FileRefused,
    IsFolder,
    NotAFile,
    NotAllowed,
    Vanished,
)
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Callable


def a_file(folder: Path, content: bytes = b"An invented letter.", name: str = "letter.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@given(content=st.binary(max_size=2000))
def test_the_fingerprint_is_that_of_the_bytes(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = a_file(tmp_path_factory.mktemp("any"), content)
    kept: list[bytes] = []

    found = fingerprint(path, keep=kept.append)

    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.size == len(content)
    assert found.empty == (not content)
    assert b"".join(kept) == content


def test_a_large_file_is_read_in_pieces_and_says_how_far_it_is(tmp_path: Path) -> None:
    content = bytes(range(256)) * (CHUNK // 256) * 2 + b"end"
    path = a_file(tmp_path, content)
    told: list[tuple[int, int]] = []

    task = Told(lambda read, size: told.append((read, size)))
    task.begin(len(content))
    found = fingerprint(path, task)

    assert told == [(CHUNK, len(content)), (2 * CHUNK, len(content)), (len(content), len(content))]
    assert found.sha256 == hashlib.sha256(content).hexdigest()


def test_the_time_of_the_last_change_is_told_in_utc(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    os.utime(path, (0, datetime(2026, 11, 20, 22, 14, tzinfo=UTC).timestamp()))

    assert fingerprint(path).modified == datetime(2026, 11, 20, 22, 14, tzinfo=UTC)


def test_reading_stops_when_asked(tmp_path: Path) -> None:
    path = a_file(tmp_path, b"x" * (3 * CHUNK))
    read: list[int] = []

    task = Told(lambda done, _size: read.append(done), until=lambda: len(read) == 1)
    task.begin(3 * CHUNK)
    with pytest.raises(Cancelled):
        fingerprint(path, task)

    assert read == [CHUNK]


def test_a_link_is_followed_and_the_real_path_is_told(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    link = tmp_path / "link"
    link.symlink_to(path)

    assert fingerprint(link).path == str(path.resolve())


def test_a_name_of_255_bytes_with_every_kind_of_sign_is_read(tmp_path: Path) -> None:
    name = "😀\n'\"\x1b[31m" + "x" * (255 - len("😀\n'\"\x1b[31m".encode()))
    path = a_file(tmp_path, name=name)

    assert fingerprint(path).path == str(path.resolve())


@pytest.mark.parametrize("name", ["absent", "a\0b", "x" * 300, "\ud800", "letter.txt/below", "round"])
def test_what_is_not_there_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    a_file(tmp_path)
    (tmp_path / "round").symlink_to(tmp_path / "round")

    with pytest.raises(FileMissing, match="was not found"):
        fingerprint(tmp_path / name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsFolder, match="is a folder"):
        fingerprint(tmp_path)


def test_a_pipe_a_socket_and_a_device_are_refused_without_waiting_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "socket"))

        for special in (tmp_path / "pipe", tmp_path / "socket", Path(os.devnull)):
            with pytest.raises(NotAFile, match="is not an ordinary file"):
                fingerprint(special)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    path.chmod(0)

    with pytest.raises(NotAllowed, match="does not allow"):
        fingerprint(path)


def longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def shorter(path: Path) -> None:
    os.truncate(path, CHUNK)


def rewritten(path: Path) -> None:
    path.write_bytes(b"y" * path.stat().st_size)
    os.utime(path, (1, 1))


def replaced(path: Path) -> None:
    other = a_file(path.parent, path.read_bytes(), "other")
    other.replace(path)


@pytest.mark.parametrize("change", [longer, shorter, rewritten, replaced])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = a_file(tmp_path, b"x" * (2 * CHUNK + 5))

    task = Told(lambda done, _size: change(path) if done == CHUNK else None)
    task.begin(2 * CHUNK + 5)
    with pytest.raises(FileChanged, match="was changed by another program"):
        fingerprint(path, task)


def test_a_file_that_goes_away_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path)

    with pytest.raises(Vanished, match="went away"):
        fingerprint(path, Told(lambda _done, _size: path.unlink(missing_ok=True)))


def test_a_file_that_seems_empty_and_is_not_is_refused() -> None:
    endless = Path("/proc/self/status")
    if not endless.exists():
        pytest.skip("this system has no files of unknown size")

    with pytest.raises(FileChanged):
        fingerprint(endless)


def test_a_refusal_shows_no_escape_of_a_name(tmp_path: Path) -> None:
    with pytest.raises(JournalError) as refused:
        fingerprint(tmp_path / "a\x1b[31m{name}\u202e")

    assert "a␛[31m{name}⟨202E⟩" in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_every_refusal_says_what_is_safe() -> None:
    refusals = [FileRefused, FileMissing, NotAllowed, IsFolder, NotAFile, Vanished, FileChanged, Cancelled]

    assert all("Nothing was added" in str(refusal("photo.jpg")) for refusal in refusals)
