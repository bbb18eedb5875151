"""A disk as a power cut would leave it: what never reached it is gone, and what was reported saved is there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from journal.store.protection import Key
from journal.store.verification import verify
from tests.store.journals import a_logbook, files_in
from tests.store.killing import a_child
from tests.store.protected import protect, unlocked
from tests.store.tracing import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CUTS = 40
SIZE = 24 << 20
OPTIONS = "loop,commit=600,nodelalloc"
"""The system writes nothing by itself while a picture of the disk is taken."""


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", OPTIONS, str(image), str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


def a_disk(image: Path) -> Path:
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True, capture_output=True)
    return image


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A small disk in a file; skipped, with the reason, where the machine allows none."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        pytest.skip("only the system's administrator can mount a disk in a file")
    image = a_disk(tmp_path / "disk")
    try:
        with mounted(image, tmp_path / "probe"):
            pass
    except subprocess.CalledProcessError:
        pytest.skip("this machine has no loop devices")
    return image


@pytest.mark.slow
@pytest.mark.parametrize("protected", [False, True])
def test_after_a_power_cut_everything_that_was_reported_saved_is_there(
    tmp_path: Path, disk: Path, protected: bool
) -> None:
    chance = random.Random(CUTS)  # noqa: S311 - to be told again in the same way
    with mounted(disk, tmp_path / "mounted") as folder:
        logbook = a_logbook(folder / "journal.json")
        secret = str(protect(logbook)._identity) if protected else ""
        logbook.close()
        watcher = Watcher(tmp_path / "trace")
        child = a_child("for-ever", folder / "journal.json", tmp_path / "trace", "entries")
        assert child.stdin
        assert child.stdout
        with child, child.stdin, child.stdout:
            child.stdin.write(secret + "\n")
            child.stdin.flush()
            for at in range(CUTS):
                reported = int(child.stdout.readline().split()[0])
                target = watcher.instant().calls + chance.randrange(60)
                while watcher.instant().calls < target:
                    pass
                child.send_signal(signal.SIGSTOP)
                shutil.copyfile(disk, tmp_path / f"cut {at}")
                child.send_signal(signal.SIGCONT)
                (tmp_path / f"reported {at}").write_text(str(reported))
            child.kill()

    for at in range(CUTS):
        with mounted(tmp_path / f"cut {at}", tmp_path / "after") as folder:
            check(folder, int((tmp_path / f"reported {at}").read_text()), Key(secret) if secret else None)
        (tmp_path / f"cut {at}").unlink()


def check(folder: Path, reported: int, key: Key | None) -> None:
    path = folder / "journal.json"
    verdict = verify(path, key)
    assert verdict.sound
    assert verdict.records >= reported
    logbook = unlocked(path, key) if key else a_logbook(path)
    assert not logbook.read_only
    logbook.close()
    assert verify(path, key).digests == verdict.digests
    assert [name for name in files_in(folder) if name != "lost+found"] == ["journal.json"]
