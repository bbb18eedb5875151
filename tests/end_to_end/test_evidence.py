"""A file from the disk to the journal and out again, in a real terminal, compared by a program that is not ours."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal
from tests.evidence.builders import PLACE, a_jpeg

if TYPE_CHECKING:
    from pathlib import Path

LEAVING = "quick exit"


def paste(terminal: Terminal, words: str) -> None:
    """Send words as terminals do that were asked to mark what is pasted."""
    terminal.press(f"\x1b[200~{words}\x1b[201~")


def sha256sum(*paths: Path) -> list[str]:
    """What the system's own program says of the files."""
    run = subprocess.run(["sha256sum", "--", *paths], capture_output=True, text=True, check=True)
    return [line.removeprefix("\\").split()[0] for line in run.stdout.splitlines()]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_a_pasted_photo_is_attached_ticked_seen_and_saved_out_unchanged(
    tmp_path: Path, columns: int, rows: int
) -> None:
    photo, out = tmp_path / "the call's list \U0001f600.jpg", tmp_path / "out"
    photo.write_bytes(a_jpeg(place=PLACE))
    out.mkdir()
    journal = tmp_path / "kept" / "journal.json"

    with Terminal(tmp_path, "--file", journal, columns=columns, rows=rows) as terminal:
        terminal.begin()
        terminal.press("m")
        terminal.wait_for("How many")
        terminal.press("enter")
        terminal.wait_for("entry 1 of 1", "a attach")
        quoted = str(photo).replace("'", "'\\''")
        paste(terminal, f"'{quoted}' ")
        terminal.wait_for("Attach 1 file to entry 1", "photo", "This photo says where it was taken")
        terminal.press("f2")
        terminal.wait_for("Attached as exhibit 1.", "none of these", "call list photographed")
        terminal.press("down", "enter")
        terminal.wait_for("Marked as done (record 5).", "1f")
        terminal.press("l")
        terminal.wait_for("type to find", "1 of 1", "entry 1")
        terminal.press("enter")
        terminal.wait_for("Digest (SHA-256)", "space show")
        terminal.press("space")
        terminal.wait_for("▀▀▀▀")
        terminal.press("space")
        terminal.wait_without("▀▀▀▀")
        terminal.press("s")
        terminal.wait_for("Save a copy of exhibit 1", "leave out where it was taken")
        terminal.wait_for_field("Folder")
        terminal.press(str(out))
        terminal.press("f2")
        terminal.wait_for("The copy is written and checked", "the same as the original", "It is noted under where the")
        shown = terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    (copy,) = out.iterdir()
    original, copied = sha256sum(photo, copy)
    assert original == copied
    assert original in shown.replace("\n", "")
    assert copy.name == photo.name
    assert verify(journal).sound
    assert [path.name for path in journal.parent.iterdir()] == ["journal.json"]
