"""Bringing in on the screen: what the file leaves open is asked, what was picked is taken, one undo takes it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from journal.domain.case.people import Person, Role
from journal.ui.dialogs.dialog import Confirm
from journal.ui.fields.form_row import FormRow
from journal.ui.intake.ask_doubtful import AskDoubtful
from journal.ui.intake.assign_columns import AssignColumns
from journal.ui.intake.choose_day import ChooseDay
from journal.ui.intake.triage_list import TriageList
from journal.ui.intake.who_are_you import WhoAreYou
from journal.ui.maintenance.whose_journal import WhoseJournal
from journal.ui.timeline.main import MainScreen
from tests.intake.exports import NUMBER, SISTER, a_backup, a_call, a_file, a_text
from tests.logbook.test_intake_journals import the_witness
from tests.ui.builders import a_logbook
from tests.ui.evidence_screens import press, settled, type_over
from tests.ui.looking import NARROW, WIDE, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook

AT = 1_790_000_000_000
HOSTILE = "[red]a[/red] \x1b]0;t\x07 \u202ehidden"


def a_journal(folder: Path) -> Logbook:
    logbook = a_logbook(folder)
    logbook.case.add(Person(number=0, name="Unknown caller", role=Role.STALKER, telephone_numbers=(NUMBER,)))
    return logbook


def a_chat(folder: Path) -> Path:
    said = ("Jan: kom naar buiten", "Els: nee", "Jan: ik wacht", "Jan: nog altijd")
    return a_file(folder, "".join(f"05-04-2026 14:3{at} - {line}\n" for at, line in enumerate(said)))


def days(pilot: Pilot[None]) -> list[str]:
    """Return the days of the lines, from top to bottom; ? where the time is in doubt."""
    return re.findall(r"^[▌ ]. (\?|\d{4}-\d\d-\d\d)", text(pilot.app), re.MULTILINE)


async def choose(pilot: Pilot[None], path: Path) -> None:
    """Open the flow and choose a file by its path."""
    await press(pilot, "i")
    await type_over(pilot, str(path))
    await press(pilot, "f2")


async def narrow(pilot: Pilot[None], **words: str) -> None:
    """Fill in the lines of the dialog that sorts and narrows, and take it."""
    for field, typed in words.items():
        row = pilot.app.screen.query_one(f".field-{field}", FormRow)
        pilot.app.screen.set_focus(row.entrance)
        await type_over(pilot, typed)
    await press(pilot, "f2")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_chat_is_asked_about_picked_from_and_taken_back_by_one_undo(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logbook = a_journal(tmp_path)

    async with opened(logbook, size) as pilot:
        await choose(pilot, a_chat(tmp_path))
        assert isinstance(pilot.app.screen, ChooseDay)
        assert "Sunday 5 April 2026" in text(pilot.app)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, WhoAreYou)
        await press(pilot, *"els", "enter")
        assert isinstance(pilot.app.screen, TriageList)
        assert "0 picked · 4 found" in text(pilot.app)
        assert "kom naar buiten" not in text(pilot.app)

        await press(pilot, "f3", *"jan", "f6", "f5")
        await narrow(pilot, silence="10")
        assert "kom naar buiten" in text(pilot.app)
        assert "3 picked · 3 of 4 · together until 10 minutes of silence" in text(pilot.app)
        await press(pilot, "f2")
        assert "They become" not in text(pilot.app)
        assert "It becomes 1 entry." in text(pilot.app)
        await press(pilot, "f2")
        await settled(pilot)

        assert isinstance(pilot.app.screen, MainScreen)
        assert toasts(pilot.app)[-1] == "3 brought in as entry 1. u takes all of it back."
        entry = logbook.state.entries[1].entry
        assert (entry.times, entry.kind) == (3, "chat")
        assert entry.quoted_words == "14:30 kom naar buiten\n14:32 ik wacht\n14:33 nog altijd"
        await press(pilot, "u")
        assert logbook.state.entries[1].withdrawn
        assert logbook.exhibits.standing == []


async def test_what_comes_from_the_known_number_is_picked_beforehand(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    calls = [a_call(AT + 60_000 * at, NUMBER if at % 2 else SISTER) for at in range(4)]

    async with opened(logbook) as pilot:
        await choose(pilot, a_file(tmp_path, a_backup(*calls, root="calls")))
        await press(pilot, "f2")
        assert "2 picked · 4 found" in text(pilot.app)
        await press(pilot, "f2", "f2")
        await settled(pilot)
        await choose(pilot, a_file(tmp_path, a_backup(*calls, root="calls")))
        await press(pilot, "f2")

        assert "0 picked · 2 found · 2 here already" in text(pilot.app)
    caller = next(one.number for one in logbook.people(Role.STALKER) if one.telephone_numbers)
    assert [history.entry.person for history in logbook.state.entries.values()] == [caller, caller]


async def test_the_list_is_sorted_and_narrowed_to_a_sender_a_kind_and_some_days(tmp_path: Path) -> None:
    day = 86_400_000
    calls = [a_call(AT + at * day, NUMBER if at % 2 else SISTER) for at in (3, 2, 1, 0)]
    texts = [a_text("last", AT + 5 * day), a_text("no time", 0)]
    files = [a_file(tmp_path, a_backup(*calls, root="calls"), "calls"), a_file(tmp_path, a_backup(*texts), "texts")]
    (tmp_path / "both").mkdir()
    for one in files:
        one.rename(tmp_path / "both" / one.name)

    async with opened(a_journal(tmp_path)) as pilot:
        await choose(pilot, tmp_path / "both")
        await press(pilot, "f2")
        assert "4 picked · 6 found" in text(pilot.app)
        assert days(pilot) == ["?", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24", "2026-09-26"]

        await press(pilot, "f5", "right")
        await press(pilot, "f2")
        assert days(pilot) == ["?", "2026-09-22", "2026-09-24", "2026-09-26", "2026-09-21", "2026-09-23"]

        await press(pilot, "f5", "tab", "right", "tab", "right")
        await narrow(pilot, since="23/9/2026", until="25/9/2026")
        assert days(pilot) == ["2026-09-24"]
        assert "4 picked · 1 of 6" in text(pilot.app)

        await press(pilot, "f5")
        await narrow(pilot, until="22/9/2026")
        assert "The last day is before the first one." in text(pilot.app)
        await narrow(pilot, until="25/9/2026", silence="many")
        assert "How many minutes of silence?" in text(pilot.app)
        await narrow(pilot, silence="0", since="1/10/2026", until="2/10/2026")
        assert "Nothing of this sender, kind or period is new. F5 shows the rest." in text(pilot.app)


async def test_what_is_perhaps_here_already_is_asked_with_its_entry(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    again = a_backup(a_text("I see you", AT + 60_000), a_text("and now", AT + 120_000))

    async with opened(logbook) as pilot:
        await choose(pilot, a_file(tmp_path, a_backup(a_text("I see you"))))
        await press(pilot, "f2", "f2", "f2")
        await settled(pilot)
        await choose(pilot, a_file(tmp_path, again))
        await press(pilot, "f2")
        assert "perhaps here already: entry 1" in text(pilot.app)
        assert "1 picked · 2 found" in text(pilot.app)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, AskDoubtful)
        assert "I see you  (perhaps here already: entry 1)" in text(pilot.app)
        await press(pilot, "f3")
        assert "Bring in 2 lines?" in text(pilot.app)
        await press(pilot, "escape")
        assert "1 picked · 2 found" in text(pilot.app)
        await press(pilot, "f2", "f2", "f2")
        await settled(pilot)

    assert [one.entry.quoted_words for one in logbook.state.entries.values()] == ["I see you", "and now"]


async def test_escape_anywhere_takes_nothing(tmp_path: Path) -> None:
    logbook = a_journal(tmp_path)
    chat = a_chat(tmp_path)

    async with opened(logbook) as pilot:
        for before in ((), ("enter",), ("enter", "f2"), ("enter", "f2", "enter"), ("enter", "f2", "enter", "f6", "f2")):
            await choose(pilot, chat)
            for key in before:
                await press(pilot, key)
                await settled(pilot)
            while not isinstance(pilot.app.screen, MainScreen):
                await press(pilot, "escape")
                await settled(pilot)
    assert logbook.state.entries == {}
    assert logbook.exhibits.standing == []


async def test_a_file_that_is_no_export_is_said(tmp_path: Path) -> None:
    async with opened(a_journal(tmp_path)) as pilot:
        await choose(pilot, a_file(tmp_path, b"just words\n"))

        assert isinstance(pilot.app.screen, MainScreen)
        assert "is no export that this program can read. Nothing of it was brought in." in toasts(pilot.app)[-1]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_columns_of_a_table_are_asked_with_its_first_rows_in_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logbook = a_journal(tmp_path)
    rows = "".join(f"0{day}/04/2026;1{day}:00;{NUMBER};0:00:1{day}\n" for day in (5, 7, 6))
    table = a_file(tmp_path, f"Datum;Uur;Lijn;Tijdsduur\n{rows}")

    async with opened(logbook, size) as pilot:
        await choose(pilot, table)
        assert isinstance(pilot.app.screen, AssignColumns)
        await press(pilot, "f2")
        assert "Which column holds the number, the name or the words?" in toasts(pilot.app)[-1]
        await press(pilot, "down", "down", "enter", *"number of", "enter")
        await press(pilot, "f2")
        assert "The table does not say who called or wrote." in toasts(pilot.app)[-1]
        assert f"05/04/2026 15:00: Other, {NUMBER}, who called or wrote is not told" in text(pilot.app)
        await press(pilot, "down", "enter", *"duration", "enter", "down", "enter")
        assert "what the table says" not in text(pilot.app)
        await press(pilot, "enter")
        assert f"05/04/2026 15:00: Call answered, {NUMBER}, 15 s" in text(pilot.app)

        await press(pilot, "f2")
        assert "Sunday 5 April 2026" in text(pilot.app)
        await press(pilot, "enter", "f2")
        assert "3 picked · 3 found" in text(pilot.app)
        await press(pilot, "f2", "f2")
        await settled(pilot)

        next_one = tmp_path / "next.csv"
        next_one.write_text(f"Datum;Uur;Lijn;Tijdsduur\n15/04/2026;10:00;{NUMBER};0:00:12\n", encoding="utf-8")
        await choose(pilot, next_one)
        assert "As in the last table with these names; F2 takes it so again." in text(pilot.app)
        assert f"15/04/2026 10:00: Call answered, {NUMBER}, 12 s" in text(pilot.app)

    happened = [one.entry.happened.start for one in logbook.state.entries.values()]
    assert happened == ["2026-04-05T15:00", "2026-04-06T16:00", "2026-04-07T17:00"]


async def test_hostile_words_are_drawn_and_do_nothing(tmp_path: Path) -> None:
    backup = a_backup(a_text(HOSTILE.replace("\x1b", "&#27;").replace("\x07", "&#7;")))

    async with opened(a_journal(tmp_path)) as pilot:
        await choose(pilot, a_file(tmp_path, backup))
        await press(pilot, "f2", "f3")

        assert "[red]a[/red]" in text(pilot.app)
        assert "\u202e" not in text(pilot.app)


async def test_the_keeper_of_another_journal_is_asked_for_and_added_with_what_she_wrote(tmp_path: Path) -> None:
    logbook, witness = a_journal(tmp_path), the_witness(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await choose(pilot, witness)
        await settled(pilot)
        assert isinstance(pilot.app.screen, WhoseJournal)
        assert "Whose journal is “els.json”?" in text(pilot.app)
        await press(pilot, "f6", *"Els", "f2")
        assert isinstance(pilot.app.screen, TriageList)
        await press(pilot, "f6", "f2")
        await press(pilot, "f2")
        await settled(pilot)

        entry = logbook.state.entries[max(logbook.state.entries)].entry
        assert entry.account == "He stood at her door."
        assert logbook.state.people[entry.reported_by].name == "Els"
        await press(pilot, "u")
        assert logbook.state.entries[max(logbook.state.entries)].withdrawn


async def test_what_cannot_be_read_in_a_folder_is_said_before_the_list(tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    a_file(folder, a_backup(a_text("Answer me", AT)))
    for at in range(12):
        (folder / f"cut{at}.zip").write_bytes(b"PK\x03\x04 no archive")

    async with opened(a_journal(tmp_path)) as pilot:
        await choose(pilot, folder)

        said = " ".join(text(pilot.app).split())
        assert "“cut0.zip” could not be read." in said
        await press(pilot, "f2")
        assert "1 found" in text(pilot.app)
