"""`journal export`: what is asked, what is shown, what is written, and how it ends."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pexpect
import pyrage
import pytest

from journal.logbook import Logbook
from journal.store.file.mutable_state import Remembered
from tests.commands.cli_builders import run
from tests.commands.export_builders import PRIVATE, a_case, names_of, typed
from tests.ui.builders import HOSTILE, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_names_are_read_line_by_line_and_the_documents_written_after_a_yes(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "An Office", "An Invented", "yes")

    status = run("export", "--for", "police", out, "--file", path, "--formats", "text,calendar")

    said = capsys.readouterr()
    assert status == 0
    assert [path.suffix for path in sorted(out.iterdir())] == [".ics", ".txt"]
    page = next(out.glob("*.txt")).read_text()
    assert "An Office" in page
    assert "An Invented" in page
    assert PRIVATE not in page
    assert "2 entries, 0 exhibits" in said.err
    assert "Tell the receiver the digest of each file" in said.out
    with_record = Logbook(path, read_only=True)
    (given,) = with_record.handing_over.given()
    assert f"Recorded as record {given.record}." in said.out
    assert given.receiver == "An Office"


@pytest.mark.parametrize("answer", ["no", "", "anything"])
def test_without_a_yes_nothing_is_written_and_it_ends_with_1(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured, answer: str
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "", "", answer)

    status = run("export", "--for", "lawyer", out, "--file", path)

    assert status == 1
    assert "othing was written." in capsys.readouterr().err
    assert names_of(out) == []
    assert not Logbook(path, read_only=True).handing_over.given()


def test_the_preview_tells_each_field_that_leaves_and_each_that_stays(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch)

    run("export", "--for", "police", out, "--file", path, "--since", "1 June 2026", "--preview")

    leaves, stays = capsys.readouterr().out.split("Will not be shared:")
    assert "It rang in autumn." in leaves
    assert "It rang in spring." in stays
    assert PRIVATE in stays
    assert PRIVATE not in leaves


def test_what_is_let_go_deliberately_leaves_and_what_is_kept_stays(
    tmp_path: Path, out: Path, monkeypatch: Patch
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "", "")

    run("export", "--for", "own", out, "--file", path, "--formats", "text", "--let", "private_notes", "--yes")

    assert PRIVATE in next(out.glob("*.txt")).read_text()


def test_a_caution_is_said_before_the_request_to_the_ombudsman_is_made(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, *[""] * 9, "no")

    run("export", "--for", "ombudsman", out, "--file", path, "--language", "en")

    said = capsys.readouterr().err
    assert "Talk about it with the police or victim support first" in said
    assert said.index("Talk about it") < said.index("Nothing was written.")


@pytest.mark.parametrize(
    ("arguments", "why", "ends"),
    [
        (("--since", "30 February"), "is no day that is understood", 2),
        (("--since", "May 2026", "--until", "April 2026"), "is before the first", 2),
        (("--lock",), "Only a bundle can be locked", 2),
        (("--formats", "bundle", "--key-file", "/nowhere/key"), "public key cannot be read", 1),
        (("--formats", "bundle", "--lock"), "is asked for in a terminal. Nothing was written; or use --key-file", 1),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured, *, arguments: tuple[str, ...], why: str, ends: int
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "", "", "yes")

    status = run("export", "--for", "police", out, "--file", path, *arguments)

    assert status == ends
    assert why in capsys.readouterr().err
    assert names_of(out) == []


@pytest.mark.parametrize("arguments", [("--for", "nobody"), (), ("--for", "police", "--formats", "paper")])
def test_wrong_usage_ends_with_2(tmp_path: Path, out: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("export", *arguments, out, "--file", a_case(tmp_path))

    assert ended.value.code == 2


def test_a_folder_that_is_not_there_is_said_and_no_record_is_made(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "", "")

    status = run("export", "--for", "police", tmp_path / "gone", "--file", path, "--yes")

    assert status == 1
    assert "There is no folder" in capsys.readouterr().err
    assert not Logbook(path, read_only=True).handing_over.given()


def test_what_is_kept_of_the_sender_stands_there_unless_something_else_is_typed(
    tmp_path: Path, out: Path, monkeypatch: Patch
) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    logbook.handing_over.keep_sender({"name": "An Invented"})
    logbook.handing_over.remember(Remembered(name="Monthly"))
    logbook.close()
    typed(monkeypatch, "", "")

    run("export", "--for", "police", out, "--file", logbook.path, "--formats", "text", "--yes")

    assert "An Invented" in next(out.glob("*.txt")).read_text()


def test_a_bundle_is_locked_to_the_key_in_a_file(tmp_path: Path, out: Path, monkeypatch: Patch) -> None:
    path, identity = a_case(tmp_path), pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"{identity.to_public()}\n")
    typed(monkeypatch, "", "")

    run(
        "export", "--for", "police", out, "--file", path, "--formats", "bundle", "--key-file", tmp_path / "key", "--yes"
    )

    (locked,) = out.glob("*.zip.age")
    assert pyrage.decrypt(locked.read_bytes(), [identity]).startswith(b"PK")


def test_hostile_words_reach_no_terminal(tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured) -> None:
    logbook = a_logbook(tmp_path, *(an_entry(words, place=words) for words in HOSTILE))
    logbook.close()
    typed(monkeypatch, "\x1b[2J", "[/]", "no")

    run("export", "--for", "police", out, "--file", logbook.path, "--preview")
    run("export", "--for", "police", out, "--file", logbook.path)

    said = capsys.readouterr()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*said.out, *said.err}
    assert "[@click=app.quit]x[/]" in said.out


def test_a_process_of_its_own_writes_the_files_and_ends_with_0(tmp_path: Path, out: Path) -> None:
    path = a_case(tmp_path)
    command = [sys.executable, "-m", "journal", "export", "--for", "police", str(out), "--file", str(path)]

    ended = subprocess.run(
        [*command, "--formats", "pdf,html", "--yes"], input="\n\n", capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
    assert [path.suffix for path in sorted(out.iterdir())] == [".html", ".pdf"]
    assert "% done" not in ended.stderr


def test_in_a_terminal_each_line_is_asked_and_progress_told(tmp_path: Path, out: Path) -> None:
    path = a_case(tmp_path)
    arguments = ["-m", "journal", "export", "--for", "police", str(out), "--file", str(path), "--formats", "text"]

    with pexpect.spawn(sys.executable, arguments, timeout=30, encoding="utf-8") as terminal:
        terminal.expect("Name or office of whoever gets it?")
        terminal.sendline("An Office")
        terminal.expect("Name?")
        terminal.sendline("An Invented")
        terminal.expect("Type yes or no.")
        terminal.sendline("yes")
        terminal.expect("100 % done")
        terminal.expect("Recorded as record")
        terminal.expect(pexpect.EOF)

    assert terminal.exitstatus == 0
    assert [path.suffix for path in out.iterdir()] == [".txt"]


def test_what_was_written_and_recorded_is_told_also_where_the_journals_own_file_cannot_be_written(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "An Office", "An Invented", "yes")

    def refuse(*_names: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", refuse)
    status = run("export", "--for", "police", out, "--file", path, "--formats", "text")
    monkeypatch.undo()

    said = capsys.readouterr()
    assert status == 0
    assert "What was said above is saved, beside the journal's file" in said.err
    logbook = Logbook(path)
    (given,) = logbook.handing_over.given()
    logbook.close()
    assert f"Recorded as record {given.record}." in said.out


def test_a_supplement_holds_what_came_since_the_last_dossier_of_its_receiver(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "An Office", "An Invented", "yes")
    run("export", "--for", "police", out, "--file", path, "--formats", "text")
    with closing(Logbook(path)) as logbook:
        logbook.record(an_entry("It rang in winter.", when="2026-11-30T20:00"))
    (out / "more").mkdir()
    capsys.readouterr()

    typed(monkeypatch, "", "An Invented", "yes")
    status = run("export", "--for", "police", out / "more", "--file", path, "--formats", "text", "--supplement", "last")

    said = capsys.readouterr()
    assert status == 0
    assert "This is a supplement to the dossier of" in said.err
    (page,) = [one.read_text() for one in (out / "more").iterdir()]
    assert "It rang in winter." in page
    assert "It rang in autumn." not in page


@pytest.mark.parametrize("since", ["last", "4"])
def test_without_such_a_dossier_there_is_no_supplement(
    tmp_path: Path, out: Path, monkeypatch: Patch, capsys: Captured, since: str
) -> None:
    path = a_case(tmp_path)
    typed(monkeypatch, "An Office", "An Invented", "yes")

    status = run("export", "--for", "police", out, "--file", path, "--supplement", since)

    assert status == 2
    assert names_of(out) == []
    assert "dossier" in capsys.readouterr().err
