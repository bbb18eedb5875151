"""One writer at a time, known by name, and nobody locked out by somebody who is gone."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.base.errors import ReadOnly
from journal.logbook import Logbook
from journal.store.disk.write_lock import WriteLock
from tests.store.journals import NOW, a_journal, a_logbook, an_entry, files_in, tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from journal.logbook import Logbook
logbook = Logbook(Path(sys.argv[1]))
print("read only" if logbook.read_only else "writing", flush=True)
sys.stdin.read()
logbook.close()
"""


class Window:
    """Another process that has the journal open until it is told to close it, or is killed."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.state = self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.communicate()
        assert self.process.returncode == 0

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_journal(tmp_path / "journal.json", entries=2)


@pytest.fixture
def window(path: Path) -> Iterator[Window]:
    other = Window(path)
    yield other
    other.kill()


def test_a_second_window_reads_only_and_says_who_writes(path: Path, window: Window) -> None:
    logbook = Logbook(path)

    assert window.state == "writing"
    assert logbook.read_only
    assert logbook.holder
    assert (logbook.holder.process, logbook.holder.computer) == (window.process.pid, socket.gethostname())
    assert f"process {window.process.pid} on {socket.gethostname()}, since 2" in logbook.read_only_reason
    assert len(logbook.state.entries) == 2
    with pytest.raises(ReadOnly, match="Another window"):
        logbook.record(an_entry())
    logbook.close()


def test_a_window_that_reads_only_does_not_take_the_lock_away_when_it_closes(path: Path, window: Window) -> None:
    Logbook(path).close()

    again = Logbook(path)

    assert again.read_only
    assert ".journal.json.lock" in files_in(path.parent)
    again.close()


def test_when_the_writer_closes_the_next_window_may_write_and_nothing_is_left_behind(
    path: Path, window: Window
) -> None:
    window.close()
    assert files_in(path.parent) == ["journal.json"]

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


def test_a_writer_that_was_killed_locks_nobody_out(path: Path, window: Window) -> None:
    window.kill()
    assert files_in(path.parent) == [".journal.json.lock", "journal.json"]

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only
    assert logbook.holder is None
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


def test_what_a_killed_writer_left_beside_the_file_is_removed(path: Path) -> None:
    beside = path.with_name(".journal.json.new")
    beside.write_bytes(b'{"half')

    a_logbook(path).close()

    assert files_in(path.parent) == ["journal.json"]


def test_a_window_that_only_reads_touches_nothing_of_the_writers(path: Path, window: Window) -> None:
    beside = path.with_name(".journal.json.new")
    beside.write_bytes(b"the writer is at work")

    Logbook(path).close()
    Logbook(path, read_only=True).close()

    assert beside.read_bytes() == b"the writer is at work"
    beside.unlink()


@pytest.mark.parametrize("left", [b"", b"\0", b"not a name", b"\0" * 9000, b'\0{"process":1}'])
def test_a_lock_file_with_anything_in_it_locks_nobody_out(path: Path, left: bytes) -> None:
    path.with_name(".journal.json.lock").write_bytes(left)

    logbook = Logbook(path)

    assert not logbook.read_only
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


def test_two_windows_in_one_process_are_two_windows(path: Path) -> None:
    first = Logbook(path)
    second = Logbook(path)

    assert (first.read_only, second.read_only) == (False, True)
    assert second.holder
    assert second.holder.process == os.getpid()
    second.close()
    first.record(an_entry())
    first.close()
    assert len(tables(path)["records"]) == 4


def test_who_waited_on_a_lock_file_that_was_removed_does_not_hold_the_lock_on_nothing(tmp_path: Path) -> None:
    """The classic race: the file is opened by one, removed by its holder, made anew by a third."""
    path = tmp_path / "journal.json"
    first, second, third = WriteLock(path), WriteLock(path), WriteLock(path)
    assert first.take(NOW)

    first.release()
    assert second.take(NOW)
    first.release()

    assert not third.take(NOW)
    second.release()
    assert third.take(NOW)
    third.release()
    assert files_in(tmp_path) == []


def test_a_lock_file_that_somebody_else_made_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    ours, theirs = WriteLock(path), WriteLock(path)
    assert ours.take(NOW)
    (tmp_path / ".journal.json.lock").unlink()
    assert theirs.take(NOW)

    ours.release()

    assert files_in(tmp_path) == [".journal.json.lock"]
    theirs.release()


def test_the_lock_lies_beside_the_real_file(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "real" / "journal.json")
    link = tmp_path / "link.json"
    link.symlink_to(path)

    through_the_link, directly = Logbook(link), Logbook(path)

    assert (through_the_link.read_only, directly.read_only) == (False, True)
    assert through_the_link.path == path
    through_the_link.record(an_entry())
    directly.close()
    through_the_link.close()
    assert link.is_symlink()
    assert files_in(tmp_path) == ["link.json", "real"]
    assert files_in(path.parent) == ["journal.json"]


def test_a_folder_that_allows_no_writing_opens_for_reading_with_the_reason(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def guarded(name: os.PathLike[str] | str, flags: int, mode: int = 0o777, **at: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(30, "Read-only file system", os.fspath(name))
        return really_open(name, flags, mode, **at)

    monkeypatch.setattr(os, "open", guarded)

    logbook = Logbook(path)

    assert logbook.read_only
    assert "does not allow writing at this place (Read-only file system)" in logbook.read_only_reason
    assert len(logbook.state.entries) == 2
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_that_knows_no_locks_is_read_only_and_locks_nobody_out_elsewhere(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", refuse)
        logbook = Logbook(path)
        reason = logbook.read_only_reason
        logbook.close()

    assert f"does not allow writing at this place ({os.strerror(code)})" in reason
    elsewhere = a_logbook(path, entries=1)
    elsewhere.close()
    assert files_in(path.parent) == ["journal.json"]


def test_a_file_marked_as_not_to_be_written_opens_for_reading_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)

    logbook = Logbook(path)

    assert "marked as not to be written" in logbook.read_only_reason
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


def test_whoever_asks_to_read_only_leaves_no_trace(path: Path) -> None:
    before = path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns

    logbook = Logbook(path, read_only=True)

    assert logbook.read_only_reason.startswith("This journal was opened for reading only.")
    assert logbook.holder is None
    logbook.close()
    assert (path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns) == before
