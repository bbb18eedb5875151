"""A file that is being written can be read by nobody after a kill, and is whole under its name or not there at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from journal.store.disk.atomic_file import AtomicFile, sweep

if TYPE_CHECKING:
    from pathlib import Path

WRITING = """
import os, sys
from pathlib import Path
from journal.store.disk.atomic_file import AtomicFile
if "{system}" == "without":
    del os.O_TMPFILE
new = AtomicFile(Path(sys.argv[1]))
os.write(new.handle, b"invented words")
print("written", flush=True)
sys.stdin.read()
"""
SYSTEMS = ("with", "without")
"""Whether the system has files without a name."""


@pytest.fixture(params=SYSTEMS)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "without":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return str(request.param)


def somebody_writing(folder: Path, system: str) -> subprocess.Popen[str]:
    """A process that has written words into a new file of the folder, and goes on until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING.format(system=system), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    assert child.stdout.readline() == "written\n"
    return child


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A folder in which a program of a system without such files was killed while it wrote."""
    with somebody_writing(tmp_path, "without") as child:
        child.send_signal(signal.SIGKILL)
    return tmp_path


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without a name")
def test_a_kill_leaves_nothing_where_the_system_has_files_without_a_name(tmp_path: Path) -> None:
    with somebody_writing(tmp_path, "with") as child:
        there = list(tmp_path.iterdir())
        child.send_signal(signal.SIGKILL)

    assert (there, list(tmp_path.iterdir())) == ([], [])


def test_what_a_kill_left_elsewhere_goes_before_the_next_file_is_begun(killed: Path, system: str) -> None:
    left = list(killed.iterdir())

    AtomicFile(killed).remove()

    assert [path.read_bytes() for path in left if path.exists()] == []
    assert len(left) == 1
    assert list(killed.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no open file by itself")
def test_what_somebody_else_is_writing_stays(tmp_path: Path, system: str) -> None:
    with somebody_writing(tmp_path, "without") as child:
        there = list(tmp_path.iterdir())

        AtomicFile(tmp_path).remove()

        assert list(tmp_path.iterdir()) == there
        child.kill()


def test_only_what_is_called_like_ours_and_is_a_file_is_removed(tmp_path: Path) -> None:
    others = {".a.part", "0" * 32 + ".part", "." + "g" * 32 + ".part", "." + "0" * 31 + ".part"}
    for name in others:
        (tmp_path / name).write_bytes(b"of somebody else")
    (tmp_path / ("." + "1" * 32 + ".part")).symlink_to(tmp_path / ".a.part")
    (tmp_path / ("." + "2" * 32 + ".part")).mkdir()

    sweep(tmp_path)
    sweep(tmp_path / "nowhere")

    assert {path.name for path in tmp_path.iterdir()} == others | {"." + "1" * 32 + ".part", "." + "2" * 32 + ".part"}


def test_it_gets_its_name_once_it_is_whole_and_is_readable_by_its_owner_only(tmp_path: Path, system: str) -> None:
    new = AtomicFile(tmp_path)
    os.write(new.handle, b"invented words")
    before = [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")]

    new.name(tmp_path / "letter.txt")

    assert before == []
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert (tmp_path / "letter.txt").read_bytes() == b"invented words"
    assert (tmp_path / "letter.txt").stat().st_mode & 0o777 == 0o600


def test_a_name_that_is_taken_is_never_taken_over_and_another_can_be_tried(tmp_path: Path, system: str) -> None:
    (tmp_path / "letter.txt").symlink_to(tmp_path / "elsewhere")
    new = AtomicFile(tmp_path)

    with pytest.raises(FileExistsError):
        new.name(tmp_path / "letter.txt")
    new.name(tmp_path / "letter (2).txt")

    assert {path.name for path in tmp_path.iterdir()} == {"letter.txt", "letter (2).txt"}
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("named", [False, True])
def test_it_can_be_taken_away_again(tmp_path: Path, system: str, named: bool) -> None:
    new = AtomicFile(tmp_path)
    if named:
        new.name(tmp_path / "letter.txt")

    new.remove()
    new.close()

    assert list(tmp_path.iterdir()) == []
