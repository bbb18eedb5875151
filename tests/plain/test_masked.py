"""Names and numbers are masked line by line too, in plain mode and in commands, and stored as they were."""

from __future__ import annotations

import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.logbook import Logbook
from journal.ui.frame.masking import mask_by
from tests.commands.cli_builders import a_journal, run
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry
from tests.ui.case_builders import a_hostile_case
from tests.ui.safety.test_name_masking import NAME, STORED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Captured = pytest.CaptureFixture[str]
    Patch = pytest.MonkeyPatch

NUMBER = "98 76"
TOLD = "are masked here too"


@pytest.fixture(autouse=True)
def _nothing_is_masked_afterwards() -> Iterator[None]:
    yield
    mask_by(None)


def a_masked_case(folder: Path) -> Path:
    with closing(a_hostile_case(folder, STORED, NAME)) as logbook:
        logbook.choose(replace(logbook.settings, masked=True))
    return logbook.path


def all_told(captured: Captured) -> str:
    out, err = captured.readouterr()
    return out + err


@pytest.mark.parametrize(
    "typed",
    [
        ("l", "1", "", ""),
        ("f", NAME, "1", "", ""),
        ("c", "1", ""),
        ("p", "", ""),
        ("x", "1", "q"),
        ("u", "no"),
        ("a", "?"),
        ("h", "1", "", "", "", "", "", "", "", "", "yes"),
    ],
)
def test_plain_mode_tells_no_name_while_names_are_masked_and_says_so_at_its_start(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured, typed: tuple[str, ...]
) -> None:
    path = a_masked_case(tmp_path)

    talk(monkeypatch, path, *typed, "q")

    said = heard(all_told(capsys))
    assert said.count(TOLD) == 1
    assert NAME not in said
    assert NUMBER not in said


@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "1"), ("search",), ("questions",), ("export", "--for", "police", "--preview", "out")],
)
def test_commands_tell_no_name_while_names_are_masked(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured, command: tuple[str, ...]
) -> None:
    path = a_masked_case(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{NAME}\n\n\n\n\n\n\n"))

    run("--file", path, *command)

    said = all_told(capsys)
    assert said
    assert NAME not in said
    assert NUMBER not in said
    assert (TOLD in said) == (command != ("questions",))


def test_what_is_asked_for_as_values_is_never_masked(tmp_path: Path, capsys: Captured) -> None:
    path = a_masked_case(tmp_path)

    run("--file", path, "list", "--json")

    said, told = capsys.readouterr()
    assert NAME in json.dumps(json.loads(said))
    assert TOLD not in told


def test_plain_mode_shows_names_again_and_masks_them_where_that_is_set(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured
) -> None:
    path = a_masked_case(tmp_path)

    talk(monkeypatch, path, "s", "3", "no", "p", "", "q")
    shown = heard(all_told(capsys))
    with closing(Logbook(path, read_only=True)) as logbook:
        kept = logbook.settings.masked
    talk(monkeypatch, path, "s", "3", "yes", "p", "", "q")
    masked = heard(all_told(capsys))

    assert NAME in shown
    assert not kept
    assert NAME not in masked
    assert masked.count(TOLD) == 1


def test_where_it_is_not_set_nothing_is_masked(tmp_path: Path, capsys: Captured) -> None:
    a_hostile_case(tmp_path, STORED, NAME).close()

    run("--file", tmp_path / "journal.json", "show", "1")

    said = all_told(capsys)
    assert NAME in said
    assert TOLD not in said


@pytest.mark.parametrize(("answer", "told"), [("yes", True), ("", False)])
def test_the_preview_covers_the_words_of_the_suspect_until_they_are_asked_for(
    tmp_path: Path, monkeypatch: Patch, capsys: Captured, answer: str, *, told: bool
) -> None:
    path = a_journal(tmp_path, an_entry(quoted_words="You belong to me.\nAlways."))
    with closing(Logbook(path)) as logbook:
        logbook.choose(replace(logbook.settings, cover_words=True))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))

    run("--file", path, "export", "--for", "own", "--preview", "out")

    said = all_told(capsys)
    assert "2 lines of their words" in said
    assert "Their words are covered." in said
    assert ("You belong to me. Always." in said) is told
    assert "This was only the preview" in said
