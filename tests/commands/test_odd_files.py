"""What is no ordinary file is said in one sentence wherever a file can be named, and nothing waits for a pipe."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.commands.cli_builders import a_journal
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[Path], None]

PATIENCE = 120.0
"""Seconds; reached only by what waits for ever."""


def a_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(path.name)
    os.chdir(here)


def a_link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("fifo"))
    path.symlink_to("fifo")


ODD: dict[str, Maker] = {
    "pipe": os.mkfifo,
    "link to a pipe": a_link_to_a_pipe,
    "socket": a_socket,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "loop of links": lambda path: path.symlink_to(path),
    "folder": lambda path: path.mkdir(),
}
COMMANDS = {
    "list": ("list", "--file", "ODD"),
    "verify": ("verify", "ODD"),
    "verify against": ("verify", "JOURNAL", "--against", "ODD"),
    "recover": ("recover", "ODD", "new.json"),
    "protect": ("protect", "--file", "JOURNAL", "--new-passphrase-file", "ODD"),
    "the reply of a stamp": ("stamp", "add", "ODD", "--certificates", "JOURNAL", "--file", "JOURNAL"),
    "the certificates of a stamp": ("stamp", "add", "JOURNAL", "--certificates", "ODD", "--file", "JOURNAL"),
}


def ran(folder: Path, *words: str, said: bytes = b"") -> tuple[int, str]:
    """Run the program in this folder; what it says is all of it, without its line breaks."""
    command = [sys.executable, "-m", "journal", *words]
    ended = subprocess.run(command, cwd=folder, input=said, capture_output=True, timeout=PATIENCE, check=False)
    return ended.returncode, " ".join((ended.stdout + ended.stderr).decode().split())


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_file_is_refused_in_words_and_at_once(tmp_path: Path, command: str, odd: str) -> None:
    path = a_journal(tmp_path, an_entry("It rang."))
    before = path.read_bytes()
    ODD[odd](tmp_path / "odd")
    words = [{"ODD": "odd", "JOURNAL": path.name}.get(word, word) for word in COMMANDS[command]]

    status, said = ran(tmp_path, *words)

    assert status == 1
    assert "was left as it is" in said or "Nothing was" in said or "no new file was made" in said
    assert "expect" not in said
    assert odd == "folder" or "Is a directory" not in said
    assert path.read_bytes() == before
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize("odd", ["pipe", "device", "loop of links"])
def test_a_tail_that_is_no_file_holds_up_no_recovery(tmp_path: Path, odd: str) -> None:
    path = a_journal(tmp_path, an_entry("It rang."))
    ODD[odd](path.with_name(f".{path.name}.tail"))

    status, said = ran(tmp_path, "recover", path.name, "new.json")

    assert status == 0, said
    assert (tmp_path / "new.json").is_file()


def test_a_passphrase_may_come_through_a_pipe(tmp_path: Path) -> None:
    path = a_journal(tmp_path, an_entry("It rang."))
    (tmp_path / "words").write_text("some invented words\n")

    ran(tmp_path, "protect", "--file", path.name, "--new-passphrase-file", "words")
    status, said = ran(
        tmp_path, "list", "--file", path.name, "--passphrase-file", "/dev/stdin", said=b"some invented words\n"
    )

    assert status == 0, said
    assert "It rang." in said


def test_a_file_that_is_too_long_for_a_passphrase_is_not_read_whole(tmp_path: Path) -> None:
    path = a_journal(tmp_path, an_entry("It rang."))
    (tmp_path / "words").write_bytes(b"x" * 70_000)

    status, said = ran(tmp_path, "protect", "--file", path.name, "--new-passphrase-file", "words")

    assert (status, said) == (
        1,
        "The file with the passphrase (--new-passphrase-file) cannot be read. Nothing was changed.",
    )
