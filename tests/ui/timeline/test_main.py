"""The main screen as the manual describes it: look, move, log, tick, withdraw, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import Certainty, Moment
from journal.logbook import Logbook
from tests.ui.builders import Clock, a_logbook, an_entry, at, evenings, salts
from tests.ui.looking import NARROW, cursor_line, focus, line_with, main_screen, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_empty_journal_says_how_to_begin(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path)) as pilot:
        assert "No entries yet. Press n to write the first one." in text(pilot.app)


async def test_the_latest_entry_stands_on_top_and_is_open_beside_the_timeline(tmp_path: Path) -> None:
    earlier = an_entry("The van stood there again.", kind="waited_for", when="2026-11-20T08:05")
    later = an_entry("At supper.", when="2026-11-21T22:14", details={"call.rings": 9}, witnesses=(1,))

    async with opened(a_logbook(tmp_path, later, earlier)) as pilot:
        assert "Sat 21" in cursor_line(pilot.app)
        assert "22:14  Missed call · 9 rings · At supper." in cursor_line(pilot.app)
        assert cursor_line(pilot.app).split()[-2:] == ["0/4", "1w"]
        shown = text(pilot.app)
        assert "Entry 1" in shown
        assert "Saturday 21 November 2026, 22:14" in shown
        assert "An Invented (sister)" in shown
        assert "call list photographed, not deleted" in shown
        assert "0 of 4" in shown
        assert "entry 1 of 2 · last record 4" in shown


async def test_moving_down_shows_the_next_entry_and_its_checklist(tmp_path: Path) -> None:
    letter = an_entry("Under the door.", kind="letter", when="2026-11-20T08:05")

    async with opened(a_logbook(tmp_path, letter, an_entry())) as pilot:
        await pilot.press("j")

        assert "Letter, card or note · Under the doo" in cursor_line(pilot.app)
        assert "original kept, and noted where" in text(pilot.app)


async def test_n_minutes_by_letters_and_page_keys_reach_both_ends(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(100))) as pilot:
        await pilot.press("end")
        assert "Evening 1" in cursor_line(pilot.app)

        await pilot.press("k", "pageup")
        assert "Evening 1" not in cursor_line(pilot.app)

        await pilot.press("home")
        assert "Evening 100" in cursor_line(pilot.app)


async def test_a_missed_call_now_takes_two_keys_and_is_on_the_disk(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), NARROW) as pilot:
        await pilot.press("m")
        assert "Missed call, today 15:03." in text(pilot.app)

        await pilot.press("enter")

        assert "15:03" in cursor_line(pilot.app)
        assert toasts(pilot.app) == ["Entry 1 saved, record 3."]
    again = Logbook(tmp_path / "journal.json", clock=Clock(), salts=salts)
    assert [(one.kind_id, one.times) for one in again.state.entries.values()] == [("call_missed", 1)]


async def test_what_was_said_before_never_hides_the_question_how_many_calls(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), size=NARROW) as pilot:
        await pilot.press("m", "enter")
        assert toasts(pilot.app)

        await pilot.press("m")

        assert not toasts(pilot.app)
        assert "How many:" in text(pilot.app)


async def test_what_was_said_before_never_hides_the_line_of_the_search(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), size=NARROW) as pilot:
        await pilot.press("m", "enter")
        assert toasts(pilot.app)

        await pilot.press("slash")

        assert not toasts(pilot.app)


async def test_thirty_seven_missed_calls_are_one_entry_and_thirty_seven_acts(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path)) as pilot:
        await pilot.press("m", "3", "7", "enter")

        assert "Missed call \N{MULTIPLICATION SIGN}37" in cursor_line(pilot.app)
        assert "37 acts" in line_with(pilot.app, "November 2026 ·")


async def test_escape_on_the_call_line_records_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.press("m", "4", "escape", "down")

        assert len(logbook.state.entries) == 1
        assert focus(pilot) is main_screen(pilot).timeline


async def test_plus_logs_the_same_again_now_without_inventing_anything(tmp_path: Path) -> None:
    first = an_entry(
        "Nobody spoke.",
        kind="call_silent",
        person=1,
        witnesses=(1,),
        details={"call.number": "+00 555 0142", "call.rings": 9},
    )
    logbook = a_logbook(tmp_path, first)

    async with opened(logbook) as pilot:
        await pilot.press("+")

        again = logbook.state.entries[2].entry
        assert again.happened == Moment(Certainty.EXACT, start="2026-11-22T15:03", offset="+01:00")
        assert (again.kind, again.person, again.details) == ("call_silent", 1, {"call.number": "+00 555 0142"})
        assert (again.account, again.witnesses) == ("", ())
        assert "15:03" in cursor_line(pilot.app)


async def test_space_ticks_an_item_today_and_space_again_takes_the_tick_away(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.press("shift+tab", "down", "space")
        ticked = logbook.state.entries[1].marks["call_list_photographed"]
        assert (ticked.state, ticked.on) == (ItemState.DONE, "2026-11-22")
        assert "✓ call list photographed, not deleted  Sun 22" in text(pilot.app)
        assert "1 of 4" in text(pilot.app)

        await pilot.press("space")
        assert logbook.state.entries[1].marks["call_list_photographed"].state is ItemState.TO_DO
        assert "▌ · call list photographed, not deleted" in text(pilot.app)


async def test_keys_typed_without_a_pause_reach_the_pane_that_was_just_opened(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        for key in ("enter", "tab", "space", "u", "space"):
            pilot.app.simulate_key(key)
        await pilot.pause()

        assert logbook.state.entries[1].marks["not_answered"].state is ItemState.DONE


async def test_withdrawing_asks_why_and_leaves_the_entry_struck_in_its_place(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("A mistake."))

    async with opened(logbook) as pilot:
        await pilot.press("w", *"twice", "f2")

        assert logbook.state.entries[1].withdrawn
        assert "Crossed out: Missed call · A mistake." in cursor_line(pilot.app)
        assert "Crossed out  twice" in text(pilot.app)
        assert "0 acts" in line_with(pilot.app, "November 2026 ·")


async def test_nothing_that_writes_is_offered_on_a_withdrawn_entry(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.withdraw(1, "twice")

    async with opened(logbook) as pilot:
        await pilot.press("e", "w", "+", "shift+tab", "space", "enter")

        assert pilot.app.screen is main_screen(pilot)
        assert len(logbook.state.entries) == 1
        assert "amend" not in text(pilot.app).splitlines()[-1]


async def test_undo_takes_back_a_tick_then_the_entry_and_removes_no_record(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await pilot.press("shift+tab", "space", "u")
        assert logbook.state.entries[1].marks["not_answered"].state is ItemState.TO_DO

        await pilot.press("u")
        assert "Crossed out: Missed call" in cursor_line(pilot.app)
        assert toasts(pilot.app)[-1].startswith("Undone: entry 1 is crossed out")
        assert "Crossed out  undone" in text(pilot.app)


async def test_the_highlighted_entry_stays_the_same_when_others_are_added(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(5))

    async with opened(logbook) as pilot:
        await pilot.press("down", "down")
        logbook.record(an_entry("Later", when="2026-11-22T10:00"))
        main_screen(pilot).show_all()

        assert "Evening 3" in cursor_line(pilot.app)


async def test_an_amended_entry_says_so_and_why(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Once."))
    logbook.amend(1, an_entry("Twice."), "asked the neighbour")

    async with opened(logbook) as pilot:
        assert "Amended: Missed call · Twice." in cursor_line(pilot.app)
        assert "asked the neighbour" in text(pilot.app)


async def test_a_read_only_journal_says_so_and_offers_nothing_that_writes(tmp_path: Path) -> None:
    a_logbook(tmp_path, an_entry()).close()
    logbook = a_logbook(tmp_path, read_only=True)

    async with opened(logbook) as pilot:
        await pilot.press("n", "m", "+", "e", "w", "u", "shift+tab", "space", "enter")

        assert pilot.app.screen is main_screen(pilot)
        assert "read only" in text(pilot.app).splitlines()[0]
        assert toasts(pilot.app) == [logbook.read_only_reason]
        footer = text(pilot.app).splitlines()[-1]
        assert "search" in footer
        assert "new" not in footer
        assert "tick" not in footer
    assert len(logbook.state.entries) == 1


async def test_going_to_a_date_highlights_the_last_entry_up_to_it(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, *evenings(60))) as pilot:
        await pilot.press("g", *"yesterday")
        await pilot.press("enter")

        assert "Evening 60" in cursor_line(pilot.app)


async def test_times_are_shown_as_surely_as_they_are_known(tmp_path: Path) -> None:
    span = an_entry("A", when="2026-11-20T20:00", until=at("2026-11-20T23:10"))
    about = an_entry("B", happened=Moment(Certainty.ABOUT, start="2026-11-19T19:30", offset="+01:00"))
    unknown = an_entry("C", happened=Moment(Certainty.UNKNOWN))

    async with opened(a_logbook(tmp_path, span, about, unknown), (200, 60)) as pilot:
        assert "20:00\N{EN DASH}23:10  Missed call · A" in line_with(pilot.app, "Missed call · A")
        assert "~19:30" in line_with(pilot.app, "Missed call · B")
        assert "\N{EN DASH}" in line_with(pilot.app, "Missed call · C")


async def test_where_another_file_was_put_in_its_place_the_person_is_asked_and_both_are_kept(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Mine."))
    other = a_logbook(tmp_path / "elsewhere", an_entry("Not mine."))
    other.close()
    other.path.replace(logbook.path)
    theirs = logbook.path.read_bytes()

    async with opened(logbook) as pilot:
        await pilot.press("+")
        assert "Another file has replaced the journal" in text(pilot.app)

        await pilot.press("f2")
        assert "From now on this journal is journal-2.json" in toasts(pilot.app)[0]
        assert "15:03" in cursor_line(pilot.app)
        assert "Journal: journal-2" in text(pilot.app)
    logbook.close()
    assert (tmp_path / "journal.json").read_bytes() == theirs
    beside = Logbook(tmp_path / "journal-2.json", clock=Clock(), salts=salts)
    assert [one.entry.account for one in beside.state.entries.values()] == ["Mine.", ""]


async def test_a_file_that_was_moved_away_is_not_told_as_another_one_in_its_place(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Mine."))
    logbook.path.rename(tmp_path / "elsewhere.json")

    async with opened(logbook) as pilot:
        await pilot.press("+")
        asked = text(pilot.app)
        await pilot.press("f2")
        said = toasts(pilot.app)[0]

    assert "The journal's file is no longer there" in asked
    assert "Another file" not in asked
    assert "Save under another name" in asked
    assert said == "From now on this journal is journal-2.json, in the same folder."
    logbook.close()
