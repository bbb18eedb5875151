"""A journal on a USB stick leaves nothing elsewhere: neither at home nor where temporary files lie."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.end_to_end.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COMMANDS = (
    ("list",),
    ("verify",),
    ("backup", "copy"),
    ("export", "--for", "police", "--yes", "--formats", "text", "."),
)


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_nothing_is_written_beside_the_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, home, temporary = (tmp_path / name for name in ("stick", "home", "temporary"))
    for folder in (stick, home, temporary, stick / "copy"):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "runtime"))
    monkeypatch.setenv("TMPDIR", str(temporary))
    path = stick / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1")
        terminal.press("n")
        terminal.wait_for("New entry", "quick exit")
        terminal.press("f12")
        assert terminal.wait_for_end() == 0
    program = [sys.executable, "-m", "journal"]
    ran = [
        subprocess.run([*program, *command, "--file", path], cwd=stick, capture_output=True, check=False)
        for command in COMMANDS
    ]

    assert [(one.returncode, one.stderr) for one in ran if one.returncode] == []
    assert everything_in(home) == []
    assert everything_in(temporary) == []
    assert "journal.json" in everything_in(stick)
