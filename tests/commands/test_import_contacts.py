"""`journal import contacts.vcf`: fills the numbers of people of the journal, and leaves nothing of anybody else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from journal.domain.case.people import Person
from tests.commands.cli_builders import run
from tests.intake.exports import a_file
from tests.intake.formats.test_vcard import a_card
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CARDS = (
    a_card("FN:Bram Jansens", "TEL:0470 555 123", "TEL:0470 555 124", "EMAIL:bram@example.org")
    + a_card("FN:Mum", "TEL:0470 555 999")
    + a_card("FN:An at the office", "TEL:02 555 12 34")
)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def a_case(folder: Path) -> Path:
    logbook = a_logbook(folder / "journal.json", entries=1)
    logbook.case.add(Person(number=0, name="Bram Jansens", telephone_numbers=("+32470555123",)))
    logbook.case.add(Person(number=0, name="An Peeters"))
    logbook.close()
    return logbook.path


def people_in(folder: Path) -> list[Person]:
    logbook = a_logbook(folder / "journal.json")
    people = logbook.case.standing(Person)
    logbook.close()
    return people


def test_what_was_agreed_to_is_added_and_nothing_of_anybody_else_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = a_case(tmp_path)
    typed(monkeypatch, "yes", "no", "office", "1", "2", "yes", "")

    assert run("import", "--file", journal, a_file(tmp_path, CARDS, "contacts.vcf")) == 0

    said = capsys.readouterr()
    assert "Add 0470 555 124 to Bram Jansens, from “Bram Jansens”?" in said.err
    assert "Added to: Bram Jansens, An Peeters." in said.out
    bram, an = people_in(tmp_path)
    assert bram.telephone_numbers == ("+32470555123", "0470 555 124")
    assert (bram.email_addresses, an.telephone_numbers) == ((), ("02 555 12 34",))
    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.name.startswith(journal.name))
    assert b"555 124" in kept
    assert b"Mum" not in kept
    assert b"office" not in kept


def test_without_an_answer_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = a_case(tmp_path)
    before = journal.read_bytes()

    for answers in (
        (),
        ("no", "no"),
        ("no", "no", "nobody", ""),
        ("no", "no", "office", "9"),
        ("no", "no", "office", "1", "x"),
    ):
        typed(monkeypatch, *answers)
        assert run("import", "--file", journal, a_file(tmp_path, CARDS, "contacts.vcf")) == 1

    assert journal.read_bytes() == before


def test_without_people_there_is_nothing_to_fill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.close()
    typed(monkeypatch)

    assert run("import", "--file", logbook.path, a_file(tmp_path, CARDS, "contacts.vcf")) == 1

    assert "no people in the journal yet" in capsys.readouterr().err
