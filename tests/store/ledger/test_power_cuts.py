"""A disk as a power cut would leave it: what never reached it is gone, and what was reported saved is there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

import pytest

from journal.store.age.protection import Key
from journal.store.copies.verification import verify
from tests.store.journals import a_logbook, files_in
from tests.store.killing import a_child
from tests.store.protected import protect
from tests.store.stages import opened_by, reopened
from tests.store.tracing import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CUTS = 25
SIZE = 24 << 20
OPTIONS = "loop,commit=600,nodelalloc,noauto_da_alloc"
"""The system writes nothing by itself while a picture of the disk is taken."""
UNORDERED = f"{OPTIONS},data=writeback"
"""Names may reach the disk before the bytes of the files that have them."""


class Round(NamedTuple):
    """So many power cuts while these saves go on."""

    kind: str
    protected: bool
    options: str = OPTIONS

    def __str__(self) -> str:
        order = "names before bytes" if self.options == UNORDERED else "bytes before names"
        return f"{self.kind}, {'protected' if self.protected else 'plain'}, {order}"


class Cut(NamedTuple):
    """What was on the disk at an instant, and what was reported until then."""

    image: Path
    records: int
    keys: tuple[Key | None, ...]


ROUNDS = [
    Round("entries", protected=False),
    Round("entries", protected=True, options=UNORDERED),
    Round("evidence", protected=False, options=UNORDERED),
    Round("evidence", protected=True),
    Round("protect", protected=False),
    Round("protect", protected=True, options=UNORDERED),
]


@contextmanager
def mounted(image: Path, place: Path, options: str = OPTIONS) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", options, str(image), str(place)], check=True, capture_output=True)
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


class Saver:
    """A process that saves for ever, on a disk that is looked at while it stands still."""

    def __init__(self, journal: Path, trace: Path, secret: str, kind: str) -> None:
        self.watcher = Watcher(trace)
        self.child = a_child("for-ever", journal, trace, kind)
        assert self.child.stdin
        assert self.child.stdout
        self._out = self.child.stdout.fileno()
        self.child.stdin.write(secret + "\n")
        self.child.stdin.flush()
        self._text = os.read(self._out, 1 << 16)
        os.set_blocking(self._out, False)

    def go_on(self, calls: int) -> None:
        """Let it go on, and stop it so many calls later; it is between two calls then."""
        target = self.watcher.instant().calls + calls
        self.child.send_signal(signal.SIGCONT)
        while self.watcher.instant().calls < target:
            pass
        self.child.send_signal(signal.SIGSTOP)
        os.waitpid(self.child.pid, os.WUNTRACED)

    def said(self) -> list[str]:
        """Every whole line that it has said until now."""
        with suppress(BlockingIOError):
            while more := os.read(self._out, 1 << 16):
                self._text += more
        return self._text.decode().split("\n")[:-1]

    def end(self) -> None:
        self.child.kill()
        self.child.communicate()


def cuts(disk: Path, folder: Path, secret: str, one: Round) -> Iterator[Cut]:
    """Let saves go on, and take a picture of the disk again and again."""
    chance = random.Random(str(one))  # noqa: S311 - to be told again in the same way
    saver = Saver(folder / "journal.json", disk.with_name("trace"), secret, one.kind)
    try:
        for at in range(CUTS):
            saver.go_on(chance.randrange(1, 90))
            image, said = disk.with_name(f"cut {at}"), saver.said()
            shutil.copyfile(disk, image)
            drawn = [secret, *(line.split()[1] for line in said if line.startswith("key "))]
            records = max((int(line.split()[0]) for line in said if not line.startswith("key ")), default=0)
            yield Cut(image, records, tuple(Key(one) if one else None for one in reversed(drawn)))
    finally:
        saver.end()


@pytest.mark.slow
@pytest.mark.parametrize("one", ROUNDS, ids=str)
def test_after_a_power_cut_everything_that_was_reported_saved_is_there(
    tmp_path: Path, disk: Path, one: Round, record_property: Callable[[str, object], None]
) -> None:
    with mounted(disk, tmp_path / "mounted", one.options) as folder:
        logbook = a_logbook(folder / "journal.json")
        secret = str(protect(logbook)._identity) if one.protected else ""
        logbook.close()
        taken = list(cuts(disk, folder, secret, one))

    beyond = 0
    for cut in taken:
        with mounted(cut.image, tmp_path / "after", one.options) as folder:
            beyond += check(folder, cut) > cut.records
        cut.image.unlink()

    assert taken[-1].records > taken[0].records
    record_property("figures", f"{one}: {CUTS} power cuts, after {beyond} of them more was there than was reported")


def check(folder: Path, cut: Cut) -> int:
    """See that all that was reported is there, and that the journal goes on; return how many records there are."""
    path = folder / "journal.json"
    key, digests = opened_by(path, cut.keys)
    assert len(digests) >= cut.records
    logbook = reopened(path, key)
    assert not logbook.read_only
    logbook.close()
    assert verify(path, key).digests == digests
    assert [name for name in files_in(folder) if name != "lost+found"] == ["journal.json"]
    return len(digests)
