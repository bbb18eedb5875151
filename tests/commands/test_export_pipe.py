"""`journal export` outside a terminal: what a pipe is asked, which bytes are a name, and which files hold a key."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pyrage
import pytest

from journal.handover.bundle.encryption import only_key
from journal.logbook import Logbook
from tests.commands.cli_builders import run
from tests.commands.export_builders import a_case, names_of, typed

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch

WAYS = " (? for help, q to leave)"
QUESTIONS = {
    f"{question}{WAYS}"
    for question in ("Name or office of whoever gets it?", "Name?", "Write these files? Type yes or no.")
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


AGE = str(pyrage.x25519.Identity.generate().to_public())


@pytest.mark.parametrize(
    "said",
    [
        "# the desk of the police\n\nKEY\n",
        "KEY\r\n\r\n# after it\r\n",
        "  KEY  \n   # indented\n",
    ],
)
def test_a_file_of_keys_may_hold_comments_and_empty_lines(said: str) -> None:
    assert only_key(said.replace("KEY", AGE)) == AGE


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("KEY\nKEY\n", "has to hold one public key, and holds 2"),
        ("# nothing but this\n\n", "has to hold one public key, and holds 0"),
        ("UPPER", "This is no public key that can be used"),
        ('"KEY"', "This is no public key that can be used"),
        ("age1pq1" + "q" * 1900, "begins with “age1pq1”: it is of a newer sort of age key"),
        ("age1yubikey1" + "q" * 60, "begins with “age1yubikey1”: it is of a newer sort of age key"),
    ],
)
def test_a_file_without_one_plain_key_is_refused_for_what_is_wrong_with_it(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured, *, said: str, why: str
) -> None:
    path = a_case(tmp_path)
    (tmp_path / "keys").write_text(said.replace("KEY", AGE).replace("UPPER", AGE.upper()))
    typed(monkeypatch, "", "", "yes")

    status = run(
        "export", "--for", "police", out, "--file", path, "--formats", "bundle", "--key-file", tmp_path / "keys"
    )

    assert status == 1
    assert why in capsys.readouterr().err
    assert names_of(out) == []


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_a_name_in_another_encoding_is_refused_and_nothing_written(tmp_path: Path, out: Path, locale: str) -> None:
    path = a_case(tmp_path)
    command = [sys.executable, "-m", "journal", "export", "--for", "police", str(out), "--file", str(path), "--yes"]

    ended = subprocess.run(
        command, input=b"Andr\xe9\n\n", capture_output=True, check=False, env={**os.environ, "LC_ALL": locale}
    )

    assert ended.returncode == 1
    assert b"cannot be read as letters. Nothing was written." in ended.stderr
    assert names_of(out) == []
    assert not Logbook(path, read_only=True).handing_over.given()


def test_a_pipe_is_told_every_question_and_why_nothing_was_written_where_it_ends_early(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "An Office")

    status = run("export", "--for", "police", out, "--file", path)

    said = capsys.readouterr().err.splitlines()
    assert status == 1
    assert {*said} >= QUESTIONS
    assert said[-1] == "The question was not answered, so nothing was written."


@pytest.mark.parametrize("more", [(), ("--yes",), ("--formats", "bundle", "--lock")])
def test_a_preview_asks_nothing_and_writes_nothing(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured, more: tuple[str, ...]
) -> None:
    path = a_case(tmp_path)
    before = path.read_bytes()
    typed(monkeypatch, "yes", "yes", "yes", "yes")

    status = run("export", "--for", "police", out, "--file", path, "--preview", *more)

    said = capsys.readouterr().err
    assert status == 0
    assert "?" not in said
    assert said.splitlines()[-1] == "This was only the preview. Nothing was written."
    assert path.read_bytes() == before
    assert names_of(out) == []


@pytest.mark.parametrize("option", ["--for", "--formats", "--keep"])
def test_an_unknown_name_is_answered_with_those_there_are(
    tmp_path: Path, out: Path, capsys: Captured, option: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        run("export", "--for", "police", option, "politie", out, "--file", tmp_path / "journal.json")

    known = {"--for": "police, lawyer", "--formats": "pdf, html", "--keep": "private_notes"}
    assert ended.value.code == 2
    assert known[option] in capsys.readouterr().err
