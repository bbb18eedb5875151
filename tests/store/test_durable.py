"""Copying from file to file, where the system does it itself, does part of it, or knows nothing of it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from journal.store import durable
from journal.store.verification import verify
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATA = bytes(range(256)) * 4100


def copied(folder: Path, start: int, length: int) -> bytes:
    """A part of the data, appended to a file that holds one byte already."""
    (folder / "source").write_bytes(DATA)
    source = os.open(folder / "source", os.O_RDONLY)
    target = os.open(folder / "target", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.write(target, b"x")
        durable.copy(source, start, length, target)
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
