"""`journal import`: asks line by line, takes what was chosen, and nothing else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from journal.domain.case.people import Person, Role
from tests.commands.cli_builders import a_journal, run
from tests.intake.exports import NUMBER, SISTER, a_backup, a_call, a_file, a_text
from tests.intake.formats.mails import a_mail, an_emlx
from tests.logbook.test_intake_journals import the_witness
from tests.ui.builders import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

AT = 1_790_000_000_000


def a_chat(folder: Path) -> Path:
    lines = ("Jan: kom naar buiten", "Els: nee", "Jan: ik wacht", "Jan: nog altijd")
    return a_file(folder, "".join(f"05-04-2026 14:3{at} - {line}\n" for at, line in enumerate(lines)))


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def listed(capsys: pytest.CaptureFixture[str], journal: Path) -> list[str]:
    capsys.readouterr()
    run("list", "--file", journal)
    return capsys.readouterr().out.splitlines()


def test_a_chat_is_asked_about_and_what_was_chosen_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = a_journal(tmp_path)
    typed(monkeypatch, "1", "2", "show 1", "1", "yes")

    assert run("import", "--file", journal, a_chat(tmp_path)) == 0

    said = capsys.readouterr()
    assert "Which day is “05-04-2026”?" in said.err
    assert "1: Sunday 5 April 2026" in said.err
    assert "2: Els" in said.err
    assert "kom naar buiten" in said.out
    assert "3 calls and messages were brought in as entries 1-3, with exhibit 1." in said.out
    assert [line.split("“")[1] for line in listed(capsys, journal)] == ["kom naar buiten”", "ik wacht”", "nog altijd”"]


def test_a_question_that_is_not_answered_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = a_journal(tmp_path)
    for answers in ((), ("1",), ("1", "2"), ("1", "2", "1"), ("1", "2", "1", "no")):
        typed(monkeypatch, *answers)
        assert run("import", "--file", journal, a_chat(tmp_path)) == 1
        assert listed(capsys, journal) == []


def test_what_comes_from_the_known_number_is_taken_without_a_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logbook = a_logbook(tmp_path)
    logbook.case.add(Person(number=0, name="Unknown caller", role=Role.STALKER, telephone_numbers=(NUMBER,)))
    logbook.close()
    calls = [a_call(AT + 60_000 * at, NUMBER if at % 2 else SISTER) for at in range(6)]
    backup = a_file(tmp_path, a_backup(*calls, root="calls"))

    assert run("import", "--file", logbook.path, backup, "--from-known", "--burst", "30") == 0

    assert "3 calls and messages were brought in as entry 1," in capsys.readouterr().out
    (line,) = listed(capsys, logbook.path)
    assert "2026-09-21 16:14:20\N{EN DASH}16:18:20" in line
    assert "Missed call \N{MULTIPLICATION SIGN}3" in line
    assert run("import", "--file", logbook.path, backup, "--from-known") == 1
    assert "already here" in capsys.readouterr().err


def test_only_what_is_of_the_named_days_is_taken_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, day = a_journal(tmp_path), 86_400_000
    backup = a_file(tmp_path, a_backup(*(a_text(f"day {at}", AT + at * day) for at in range(5)), a_text("none", 0)))

    assert run("import", "--file", journal, backup, "--all", "--since", "22/9/2026", "--until", "23 sept 2026") == 0

    said = capsys.readouterr().err
    assert "4 of another time are left out." in said
    assert "1 of them has no time that can be right" in said
    assert [line.split("“")[1] for line in listed(capsys, journal)] == ["day 1”", "day 2”"]
    for days in (("--since", "no day"), ("--since", "23/9/2026", "--until", "22/9/2026")):
        assert run("import", "--file", journal, backup, "--all", *days) == 2
    assert len(listed(capsys, journal)) == 2


def test_hostile_words_are_shown_harmless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = a_journal(tmp_path)
    backup = a_file(tmp_path, a_backup(a_text("a\x1b]0;title\x07 [red]b\u202ec")))
    typed(monkeypatch, "show 1", "all", "yes")

    run("import", "--file", journal, backup)

    assert "\x1b" not in capsys.readouterr().out
    assert "[red]b" in listed(capsys, journal)[0]


def test_what_is_broken_in_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut = a_backup(a_text("one"), a_text("two"))[:-40]

    assert run("import", "--file", a_journal(tmp_path), a_file(tmp_path, cut), "--all") == 0

    said = capsys.readouterr().err
    assert "The end of the file is missing." in said
    assert "The file says that it holds 2 items; 1 were found in it." in said


def test_a_file_that_is_no_export_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "--file", a_journal(tmp_path), a_file(tmp_path, b"words\n"), "--all") == 1

    assert "is no export that this program can read" in capsys.readouterr().err


def test_a_folder_of_mails_is_told_in_one_line_but_for_what_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    for at in range(12):
        a_file(folder, a_mail(f"Message {at}", Message_ID=f"<{at}@example.org>"), f"{at}.eml")
    a_file(folder, an_emlx(a_mail(), b"")[:-5], "cut.emlx")
    typed(monkeypatch)

    assert run("import", "--file", a_journal(tmp_path), folder) == 1

    said = capsys.readouterr().err
    assert "13 \N{MULTIPLICATION SIGN} mail" in said
    assert "cut.emlx: mail" in said
    assert "3.eml" not in said


def test_the_columns_of_a_table_are_asked_with_their_first_values_and_who_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = a_journal(tmp_path)
    table = a_file(tmp_path, f"Datum;Uur;Lijn;Prijs\n13/04/2026;10:00;{NUMBER};0\n14/04/2026;11:00;{NUMBER};0\n")
    typed(monkeypatch, "", "", "1")
    assert run("import", "--file", journal, table) == 1
    assert "It is not clear what the columns of “export” mean" in capsys.readouterr().err
    typed(monkeypatch, "4", "", "1", "1", "yes")

    assert run("import", "--file", journal, table) == 0

    said = capsys.readouterr()
    assert f"“Lijn”: {NUMBER} · {NUMBER}" in said.err
    assert f"13/04/2026 10:00: Other, {NUMBER}\n" in said.err
    assert "2 calls and messages were brought in as entries 1, 2, with exhibit 1." in said.out


def test_columns_that_were_assigned_once_are_taken_for_the_next_table_with_the_same_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, bill = a_journal(tmp_path), tmp_path / "april.csv"
    bill.write_text(f"Datum;Uur;Lijn;Prijs\n13/04/2026;10:00;{NUMBER};0\n", encoding="utf-8")
    typed(monkeypatch, "4", "", "1", "")
    assert run("import", "--file", journal, bill) == 1, "left before anything was brought in"
    typed(monkeypatch, "4", "", "1", "1", "yes")
    assert run("import", "--file", journal, bill) == 0
    capsys.readouterr()

    bill.with_name("may.csv").write_text(f"Datum;Uur;Lijn;Prijs\n13/05/2026;10:00;{NUMBER};0\n", encoding="utf-8")
    typed(monkeypatch, "1", "yes")
    assert run("import", "--file", journal, bill.with_name("may.csv")) == 0

    said = capsys.readouterr().err
    assert "The columns of “may.csv” are read as those of the last table with the same names:" in said
    assert "“Datum”: date · “Uur”: time · “Lijn”: number of the other person\n" in said
    assert f"13/05/2026 10:00: Other, {NUMBER}\n" in said


def test_the_journal_of_a_witness_is_asked_about_and_told_by_her(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal, witness = a_journal(tmp_path), the_witness(tmp_path)
    typed(monkeypatch, "all", "yes", "99", "Els from next door")

    assert run("import", "--file", journal, witness) == 0

    said = capsys.readouterr()
    assert "els.json: journal of this program" in said.err
    assert "There is no person 99." in said.err
    assert "1 entry was brought in as entry 1, with exhibit 1." in said.out
    assert "Missed call  from another journal  He stood at her door." in listed(capsys, journal)[0]
    run("show", "1", "--file", journal)
    shown = capsys.readouterr().out
    assert "Told by: Els from next door" in shown
    assert "entry 1 of another log" in shown
    assert run("import", "--all", "--file", journal, witness) == 1
    assert "0 new, 1 already here" in capsys.readouterr().err
