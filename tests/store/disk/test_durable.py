"""Copying from file to file, where the system does it itself, does part of it, or knows nothing of it."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journal.store.copies.verification import verify
from journal.store.disk import durable_io
from journal.store.file import generation
from tests.store.journals import a_logbook, add_exhibit, an_entry, files_in

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = bytes(range(256)) * 4100


def copied(folder: Path, start: int, length: int) -> bytes:
    """A part of the data, appended to a file that holds one byte already."""
    (folder / "source").write_bytes(DATA)
    source = os.open(folder / "source", os.O_RDONLY)
    target = os.open(folder / "target", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.write(target, b"x")
        durable_io.copy(source, start, length, target)
    finally:
        os.close(source)
        os.close(target)
    return (folder / "target").read_bytes()


def refusing(code: int) -> Callable[..., int]:
    def refuse(*_arguments: object) -> int:
        raise OSError(code, os.strerror(code))

    return refuse


def nothing(*_arguments: object) -> int:
    return 0


def in_small_parts(source: int, target: int, count: int, offset: int) -> int:
    return os.write(target, os.pread(source, min(count, 1000), offset))


def halfway(source: int, target: int, count: int, offset: int) -> int:
    if offset > 500_000:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
    return in_small_parts(source, target, count, offset)


WAYS: list[Callable[..., int]] = [
    *(refusing(code) for code in (errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM)),
    *(nothing, in_small_parts, halfway),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("start", "length"), [(0, len(DATA)), (1, len(DATA) - 2), (77, 0)])
def test_a_part_is_copied_whole_whatever_the_system_can_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[..., int], start: int, length: int
) -> None:
    monkeypatch.setattr(os, "copy_file_range", way)

    assert copied(tmp_path, start, length) == b"x" + DATA[start : start + length]


def test_a_system_without_such_a_call_copies_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "copy_file_range", raising=False)

    assert copied(tmp_path, 5, 1000) == b"x" + DATA[5:1005]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_real_failure_is_not_taken_for_a_missing_ability(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    monkeypatch.setattr(os, "copy_file_range", refusing(code))

    with pytest.raises(OSError, match=os.strerror(code)):
        copied(tmp_path, 0, 1000)


def test_a_source_that_ends_too_early_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Input/output error"):
        copied(tmp_path, len(DATA) - 10, 11)


@pytest.mark.parametrize("way", WAYS)
def test_a_journal_grows_by_generations_in_each_of_these_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[..., int]
) -> None:
    monkeypatch.setattr(os, "copy_file_range", way)

    logbook = a_logbook(tmp_path / "journal.json", entries=5, quiet=0)
    logbook.close()

    assert verify(logbook.path).sound
    assert verify(logbook.path).records == 6


class Mac:
    """What macOS answers when it is asked to empty the disk's own memory; any system where it is not patched."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: int = 0) -> None:
        self.asked: list[str] = []
        self._answer = answer
        monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
        monkeypatch.setattr(fcntl, "fcntl", self._fcntl)
        monkeypatch.setattr(os, "fsync", lambda _descriptor: self.asked.append("fsync"))

    def _fcntl(self, _descriptor: int, command: int) -> int:
        assert command == 51
        self.asked.append("the disk")
        if self._answer:
            raise OSError(self._answer, os.strerror(self._answer))
        return 0


@pytest.mark.parametrize(("answer", "asked"), [(0, ["the disk"]), (errno.ENOTSUP, ["the disk", "fsync"])])
def test_on_macos_the_disk_itself_is_asked_and_plain_fsync_where_it_does_not_know_that(
    monkeypatch: pytest.MonkeyPatch, answer: int, asked: list[str]
) -> None:
    mac = Mac(monkeypatch, answer)

    durable_io.sync(1)

    assert mac.asked == asked


def test_on_macos_a_disk_that_failed_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    mac = Mac(monkeypatch, errno.EIO)

    with pytest.raises(OSError, match="Input/output error"):
        durable_io.sync(1)

    assert mac.asked == ["the disk"]


def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that reads only from where it stands, copies and syncs less, and gives no open file another name."""
    replace, open_files = os.replace, set[int]()
    really_open, really_close = os.open, os.close

    def tracked_open(path: os.PathLike[str] | str, flags: int, mode: int = 0o777, **at: Any) -> int:
        assert at or not Path(path).is_dir(), "Windows opens no folders"
        descriptor = really_open(path, flags, mode, **at)
        open_files.add(descriptor)
        return descriptor

    def tracked_close(descriptor: int) -> None:
        open_files.discard(descriptor)
        really_close(descriptor)

    def replace_closed(source: Path, target: Path) -> None:
        taken = {os.fstat(descriptor).st_ino for descriptor in open_files}
        held = [path for path in (source, target) if path.exists() and path.stat().st_ino in taken]
        if held:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(held[0]))
        replace(source, target)

    for name in ("pread", "copy_file_range"):
        monkeypatch.delattr(os, name)
    for name, call in (("open", tracked_open), ("close", tracked_close), ("replace", replace_closed)):
        monkeypatch.setattr(os, name, call)
    for module in (durable_io, generation):
        monkeypatch.setattr(module, "os", Renamed("nt"))


class Renamed:
    """The module `os` under which a system goes by another name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)


def test_a_journal_is_saved_and_grows_where_open_files_keep_their_names_and_folders_are_not_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_on_windows(monkeypatch)

    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    add_exhibit(logbook, DATA)
    logbook.record(an_entry())
    logbook.checkpoint()
    logbook.record(an_entry())
    logbook.close()

    assert verify(logbook.path).sound
    assert verify(logbook.path).records == 6
    assert files_in(tmp_path) == ["journal.json"]
