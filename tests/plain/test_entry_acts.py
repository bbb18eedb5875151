"""What plain mode does to entries: checked off, given evidence, amended, crossed out, undone, gone on with."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PIL import Image

from journal.domain.case.people import Role
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.logbook import Logbook
from tests.commands.cli_builders import a_journal, run
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def kept(path: Path) -> Iterator[Logbook]:
    with closing(Logbook(path, read_only=True)) as logbook:
        yield logbook


def test_an_item_of_the_checklist_is_marked_with_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "c", "", "1", "2", "in the drawer", "2", "", "", "q")

    said = capsys.readouterr()
    with kept(path) as logbook:
        first, second, *_rest = logbook.state.entries[1].checklist
    assert (first.mark.state, first.mark.note) == (ItemState.DONE, "in the drawer")
    assert first.mark.on
    assert second.mark.state is ItemState.TO_DO
    assert "Evidence checklist: 1 of " in heard(said.out)
    assert "in the drawer" in heard(said.err)


def test_something_of_ones_own_stands_on_the_checklist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_journal(tmp_path, an_entry())
    with kept(path) as logbook:
        last = str(len(logbook.state.entries[1].checklist) + 1)

    talk(monkeypatch, path, "c", "1", last, "ask the baker", last, "2", "seen", "q", "q")

    with kept(path) as logbook:
        own = logbook.state.entries[1].checklist[-1]
    assert (own.mark.label, own.mark.state, own.mark.note) == ("ask the baker", ItemState.DONE, "seen")


@pytest.mark.parametrize("name", ["door.png", "the front door.png"])
def test_a_file_is_attached_and_ticks_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path, file = a_journal(tmp_path, an_entry()), tmp_path / name
    Image.new("RGB", (8, 8)).save(file)

    talk(monkeypatch, path, "e", "", str(file), "Note from the door", "yes", "1", "q")

    told = capsys.readouterr()
    assert f"File: {name}" in heard(told.out)
    assert "Attached as exhibit 1." in heard(told.err)
    with kept(path) as logbook:
        (exhibit,) = logbook.state.of(Exhibit).standing
        targets = logbook.state.standing_links[1]
        done = [line.item.id for line in logbook.state.entries[1].checklist if line.mark.state is ItemState.DONE]
    assert exhibit.title == "Note from the door"
    assert Target(entry=1) in targets
    assert [Target(entry=1, item=item) in targets for item in done] == [True]


def test_words_in_an_attached_text_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, file = a_journal(tmp_path, an_entry()), tmp_path / "chat.txt"
    file.write_text("I know where the zebra sleeps.", encoding="utf-8")

    talk(monkeypatch, path, "e", "", str(file), "", "yes", "", "f", "zebra", "", "q")

    assert "1 entry is found." in heard(capsys.readouterr().err)


@pytest.mark.parametrize("typed", [("", "no"), ("", ""), ("q",)])
def test_nothing_is_attached_before_that_is_agreed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    path, file = a_journal(tmp_path, an_entry()), tmp_path / "door.txt"
    file.write_text("Invented words.\n", encoding="utf-8")

    talk(monkeypatch, path, "e", "", str(file), *typed, "q")

    with kept(path) as logbook:
        assert not logbook.state.of(Exhibit).standing


def test_a_file_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    assert talk(monkeypatch, path, "e", "", str(tmp_path / "nowhere.jpg"), "q") == 0

    said = capsys.readouterr().err
    assert "nowhere.jpg" in said
    assert said.count("Which file?") == 2


def test_a_field_is_typed_anew_emptied_or_filled_and_the_reason_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry("Rang twice.", place="hall"))
    talk(monkeypatch, path, "m", "", "q", "q")
    offered = capsys.readouterr().err.splitlines()
    figure = {
        line.partition(": ")[2].partition(":")[0]: line.partition(":")[0] for line in offered if line[:1].isdigit()
    }

    typed = (figure["What happened"], "1", "Rang three times.", ".", figure["Where"], "2", "", "", "Counted again.")
    talk(monkeypatch, path, "m", "1", *typed, "q")

    with kept(path) as logbook:
        history = logbook.state.entries[1]
        assert (history.entry.account, history.entry.place) == ("Rang three times.", "")
        assert history.versions[-1].reason == "Counted again."
    assert "A correction without a reason" in heard(capsys.readouterr().err)


def test_leaving_an_amendment_keeps_it_as_a_draft_that_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_journal(tmp_path, an_entry("Rang."))

    talk(monkeypatch, path, "m", "", "3", "1", "Rang at the door.", ".")
    with kept(path) as logbook:
        assert [draft.amends for draft in logbook.drafts] == [1]
    talk(monkeypatch, path, "d", "1", "1", "", "It was the door.", "q")

    with kept(path) as logbook:
        assert logbook.state.entries[1].entry.account == "Rang at the door."
        assert not logbook.drafts


def test_somebody_new_who_is_left_halfway_waits_as_a_draft_and_only_the_rest_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "p", "2", "An Invented Neighbour", "q", "q")

    assert "kept as a draft" in heard(capsys.readouterr().err)
    talk(monkeypatch, path, "d", "1", "1", "lives at 4", "no", "q")
    said = capsys.readouterr()
    assert "An Invented Neighbour" in heard(said.out)
    with kept(path) as logbook:
        assert not logbook.drafts
        (person,) = (one for one in logbook.people() if one.name == "An Invented Neighbour")
        assert (person.role, person.note) == ([*Role][1], "lives at 4")


def test_a_draft_of_a_new_entry_is_gone_on_with_or_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())
    talk(monkeypatch, path, "a", "unknown", "sms", "First.", ".", "q", "a", "unknown", "sms", "Second.", ".", "q", "q")

    talk(monkeypatch, path, "d", "1", "2", "yes", "d", "1", "1", "", "d", "q")

    assert "No draft waits." in heard(capsys.readouterr().err)
    with kept(path) as logbook:
        assert logbook.state.entries[2].entry.account == "First."
        assert not logbook.drafts


def test_an_entry_is_crossed_out_and_counts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "x", "", "It was the plumber.", "q")
    assert "Entry 1 is crossed out" in heard(capsys.readouterr().err)
    with kept(path) as logbook:
        assert logbook.state.entries[1].withdrawn
    talk(monkeypatch, path, "x", "1", "", "It was not.", "q")

    assert "Entry 1 counts again" in heard(capsys.readouterr().err)
    with kept(path) as logbook:
        assert not logbook.state.entries[1].withdrawn
        assert logbook.state.entries[1].versions[-1].reason == "It was not."


def test_what_was_saved_last_is_undone_once_agreed_and_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())
    talk(monkeypatch, path, "x", "", "It was the plumber.", "u", "no", "q")
    with kept(path) as logbook:
        assert logbook.state.entries[1].withdrawn

    talk(monkeypatch, path, "u", "yes", "q")
    with kept(path) as logbook:
        assert not logbook.state.entries[1].withdrawn
    talk(monkeypatch, path, "r", "q")

    heard(capsys.readouterr().err)
    with kept(path) as logbook:
        assert logbook.state.entries[1].withdrawn


@pytest.mark.parametrize("letter", ["a", "c", "e", "m", "x", "d", "u", "r"])
def test_nothing_is_asked_where_nothing_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], letter: str
) -> None:
    path = a_journal(tmp_path, an_entry())
    with closing(Logbook(path)):
        assert talk(monkeypatch, path, letter, "q") == 0

    assert capsys.readouterr().err.count("Another window has this journal open") == 2


class _Replacing:
    """Typed lines; once the last of them is read, another file takes the place of the journal."""

    def __init__(self, path: Path, other: Path, *typed: str) -> None:
        self._path, self._other, self._typed = path, other, [*typed]

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if len(self._typed) == LINES_AFTERWARDS + 1:
            self._other.replace(self._path)
        return f"{self._typed.pop(0)}\n" if self._typed else ""


LINES_AFTERWARDS = 2


@pytest.mark.parametrize(
    "typed",
    [
        ("a", "unknown", "sms", "Precious words.", ".", "", "", ""),
        ("m", "1", "3", "1", "Precious words.", ".", "", "It was so."),
        ("x", "1", "Precious words."),
        ("p", "1", "Precious words.", "", "no"),
    ],
)
def test_what_was_typed_goes_beside_a_file_that_took_the_place_of_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...]
) -> None:
    (tmp_path / "other").mkdir()
    path, other = a_journal(tmp_path, an_entry("Rang.")), a_journal(tmp_path / "other", an_entry("Another."))
    before = other.read_bytes()
    monkeypatch.setattr("sys.stdin", _Replacing(path, other, *typed, "yes", "q"))

    assert run("--plain", "--file", path) == 0

    beside = path.with_stem(f"{path.stem}-2")
    assert f"From now on this journal is {beside.name}" in heard(capsys.readouterr().err)
    assert path.read_bytes() == before
    assert "Precious words." in beside.read_text(encoding="utf-8")


def test_covered_words_are_told_only_when_they_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_journal(tmp_path, an_entry(quoted_words="You belong to me.\nAlways."))
    with closing(Logbook(path)) as logbook:
        logbook.choose(replace(logbook.settings, cover_words=True))

    talk(monkeypatch, path, "l", "1", "", "", "q")
    unasked = heard(capsys.readouterr().out)
    talk(monkeypatch, path, "l", "1", "yes", "", "q")
    asked = heard(capsys.readouterr().out)
    run("--file", path, "list")
    listed = capsys.readouterr().out

    assert "Exact words: 2 lines of their words" in unasked
    assert "First words: 2 lines of their words" in unasked
    assert "belong" not in unasked + listed
    assert "2 lines of their words" in listed
    assert "You belong to me." in asked
