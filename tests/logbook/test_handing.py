"""Handing over through the logbook: neutral names, nothing written over, all or nothing, and a record of what left."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import NotSaved, Refused
from journal.domain.evidence.exhibit import Target
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment, PartOfDay
from journal.evidence.examining import examine
from journal.handover.dossier.dossier import dossier
from journal.handover.selection.choice import For, Format, HandoverChoice, Sender
from journal.handover.writers.text import text
from journal.logbook.new_files import new_files
from journal.store.file.mutable_state import Settings
from tests.store.journals import a_logbook, an_entry
from tests.tasks import Told

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

AFTERNOON = Moment(Certainty.PART_OF_DAY, start="2026-11-21T12:00", end="2026-11-21T18:00", part=PartOfDay.AFTERNOON)
FORMATS = (Format.PDF, Format.HTML, Format.TEXT, Format.CSV, Format.XLSX, Format.CALENDAR)


def a_case(folder: Path) -> Logbook:
    """A journal with two entries, of which one has a file."""
    logbook = a_logbook(folder / "journal.json", entries=1)
    entry = logbook.record(an_entry("A note was left.", private_note="Secretword")).subject
    (folder / "note.txt").write_text("An invented note")
    logbook.exhibits.attach([examine(folder / "note.txt")], Target(entry=entry))
    return logbook


def test_every_format_is_written_under_a_neutral_name_and_the_record_tells_their_digests(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()

    handed = logbook.handing_over.write(HandoverChoice(formats=FORMATS, sender=Sender(name="An Invented")), out)

    names = sorted(path.name for path in out.iterdir())
    assert names == [f"2026-11-22-a{end}" for end in ("-1.csv", "-2.csv", ".html", ".ics", ".pdf", ".txt", ".xlsx")]
    assert logbook.last is not None
    said = logbook.last.fields()
    assert said["action"] == "handed.over"
    assert dict(said["files"]) == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
    assert handed.record == logbook.last.seq
    assert not [path.name for path in out.iterdir() if b"Secretword" in path.read_bytes()]
    logbook.close()


def test_a_second_time_takes_the_next_letter_and_writes_over_nothing(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()
    logbook.handing_over.write(HandoverChoice(formats=(Format.TEXT,)), out)
    first = (out / "2026-11-22-a.txt").read_bytes()

    logbook.handing_over.write(HandoverChoice(formats=(Format.TEXT,), to=For.LAWYER), out)

    assert (out / "2026-11-22-a.txt").read_bytes() == first
    assert (out / "2026-11-22-b.txt").exists()
    logbook.close()


def test_no_two_hand_overs_look_like_two_forms_of_one(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()

    for form in (Format.CSV, Format.HTML, Format.TEXT):
        logbook.handing_over.write(HandoverChoice(formats=(form,)), out)

    assert {path.name.partition(".")[0][:12] for path in out.iterdir() if path.suffix == ".csv"} == {"2026-11-22-a"}
    assert {path.name for path in out.iterdir() if path.suffix != ".csv"} == {"2026-11-22-b.html", "2026-11-22-c.txt"}
    logbook.close()


def test_stopping_in_the_middle_leaves_no_file_and_no_record(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()
    assert logbook.last is not None
    before, asked = logbook.last.seq, iter([False, True])

    with pytest.raises(Refused):
        logbook.handing_over.write(HandoverChoice(formats=FORMATS), out, task=Told(until=lambda: next(asked)))

    assert list(out.iterdir()) == []
    assert logbook.last.seq == before
    logbook.close()


def test_a_folder_that_is_not_there_is_said_before_anything_is_made(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    with pytest.raises(NotSaved, match="no folder"):
        logbook.handing_over.write(HandoverChoice(), tmp_path / "nowhere")

    logbook.close()


@pytest.mark.parametrize(("country", "said"), [("", "namiddag van"), ("NL", " middag van")])
def test_documents_use_the_words_of_the_journals_country_and_the_record_names_their_language(
    tmp_path: Path, country: str, said: str
) -> None:
    logbook, out = a_logbook(tmp_path / "journal.json"), tmp_path / "out"
    out.mkdir()
    logbook.choose(Settings(country=country))
    logbook.record(an_entry("A note was left.", happened=AFTERNOON))

    handed = logbook.handing_over.write(HandoverChoice(language="nl", formats=(Format.TEXT,)), out)

    assert said in handed.files[0].read_text(encoding="utf-8")
    assert logbook.last is not None
    assert logbook.last.fields()["language"] == "nl"
    logbook.close()


@pytest.mark.parametrize("besides", [(), (Format.BUNDLE,)])
def test_a_document_speaks_of_a_bundle_only_where_one_goes_with_it(tmp_path: Path, besides: tuple[Format, ...]) -> None:
    logbook = a_case(tmp_path)

    said = text(
        dossier(logbook.handing_over.chosen(HandoverChoice(formats=(Format.TEXT, *besides))), Words("en"))
    ).decode()

    assert ("The bundle that goes with this document" in said) is bool(besides)
    logbook.close()


@pytest.mark.parametrize("form", [Format.TEXT, Format.BUNDLE])
def test_a_journal_of_which_a_record_was_changed_by_hand_is_not_handed_over(tmp_path: Path, form: Format) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()
    logbook.close()
    logbook.path.write_bytes(logbook.path.read_bytes().replace(b"A note was left.", b"A dog was heard."))
    changed = a_logbook(logbook.path)

    with pytest.raises(Refused, match="in record 3 a field was changed"):
        changed.handing_over.write(HandoverChoice(formats=(form,)), out)

    assert list(out.iterdir()) == []
    assert changed.handing_over.given() == ()
    changed.close()


def test_no_file_stands_under_its_name_before_all_of_them_are_whole(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    seen = []

    with new_files(folder, "2026-11-22", [".txt", ".csv"]) as files:
        for suffix in (".txt", ".csv"):
            files.write(suffix, lambda out: out.write(b"words"))
            seen.append(sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")))
        files.publish()

    assert seen == [[], []]
    assert sorted(path.name for path in folder.iterdir()) == ["2026-11-22-a.csv", "2026-11-22-a.txt"]


def test_a_file_that_took_the_name_meanwhile_is_left_alone_and_nothing_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    other = folder / "2026-11-22-a.csv"

    def write_both() -> None:
        with new_files(folder, "2026-11-22", [".txt", ".csv"]) as files:
            for suffix in (".txt", ".csv"):
                files.write(suffix, lambda out: out.write(b"words"))
            other.write_bytes(b"of somebody else")
            files.publish()

    with pytest.raises(NotSaved):
        write_both()

    assert [path.name for path in folder.iterdir()] == [other.name]
    assert other.read_bytes() == b"of somebody else"
