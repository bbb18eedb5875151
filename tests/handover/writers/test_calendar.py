"""The calendar: read by another program, it has every happening at its time, as surely as that is known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
from hypothesis import given, settings

from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment, PartOfDay
from journal.handover.selection.choice import HandoverChoice
from journal.handover.writers.calendar import calendar
from tests.domain.entries import MOMENTS, entries
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from journal.domain.entry.entry import Entry


def made_of(folder: Path, *told: Entry) -> bytes:
    """The calendar of a journal with these entries."""
    logbook = a_logbook(folder / "journal.json")
    for entry in told:
        logbook.record(entry)
    data = calendar(chosen_of(logbook, HandoverChoice(stays=())), Words("en"), "00ff")
    logbook.close()
    return data


def events_in(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def times(event: Any) -> tuple[Any, Any]:
    return event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None


EXACT = Moment(Certainty.EXACT, start="2026-11-21T22:14", offset="+01:00")
NIGHT_BEFORE = Moment(Certainty.EXACT, start="2026-10-25T02:30", offset="+02:00")
NIGHT_AFTER = Moment(Certainty.EXACT, start="2026-10-25T02:30", offset="+01:00")
EVENING = Moment(
    Certainty.PART_OF_DAY, start="2026-11-20T18:00", end="2026-11-20T23:59", offset="+01:00", part=PartOfDay.EVENING
)


@pytest.mark.parametrize(
    ("happened", "until", "begins", "ends"),
    [
        (EXACT, None, datetime(2026, 11, 21, 21, 14, tzinfo=UTC), None),
        (
            EXACT,
            Moment(Certainty.EXACT, start="2026-11-22T00:10", offset="+01:00"),
            datetime(2026, 11, 21, 21, 14, tzinfo=UTC),
            datetime(2026, 11, 21, 23, 10, tzinfo=UTC),
        ),
        (NIGHT_BEFORE, None, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), None),
        (NIGHT_AFTER, None, datetime(2026, 10, 25, 1, 30, tzinfo=UTC), None),
        (Moment(Certainty.DAY, start="2026-11-20"), None, date(2026, 11, 20), date(2026, 11, 21)),
        (EVENING, None, date(2026, 11, 20), date(2026, 11, 21)),
        (
            Moment(Certainty.BETWEEN, start="2026-11-03", end="2026-11-06"),
            None,
            date(2026, 11, 3),
            date(2026, 11, 7),
        ),
        (
            Moment(Certainty.DAY, start="2026-11-20"),
            Moment(Certainty.DAY, start="2026-11-22"),
            date(2026, 11, 20),
            date(2026, 11, 23),
        ),
    ],
)
def test_a_happening_stands_at_its_time_as_surely_as_it_is_known(
    tmp_path: Path, happened: Moment, until: Moment | None, begins: object, ends: object
) -> None:
    [event] = events_in(made_of(tmp_path, an_entry(happened=happened, until=until)))

    assert times(event) == (begins, ends)


def test_what_happened_at_no_known_time_has_no_place_in_it(tmp_path: Path) -> None:
    [event] = events_in(made_of(tmp_path, an_entry("At no time."), an_entry("At ten.", happened=EXACT)))

    assert "At ten." in event["DESCRIPTION"]


def test_words_come_back_as_they_were_typed(tmp_path: Path) -> None:
    account = (
        "First line; with, signs \\ and: more\nBEGIN:VEVENT\nSUMMARY:none " + "é\N{SMILING FACE WITH OPEN MOUTH}" * 90
    )
    entry = an_entry(account, happened=EXACT, place="Gate, 3; back", quoted_words="“Now”")

    data = made_of(tmp_path, entry)

    [event] = events_in(data)
    assert account in event["DESCRIPTION"]
    assert event["DESCRIPTION"].endswith("“Now”")
    assert event["LOCATION"] == "Gate, 3; back"
    assert event["SUMMARY"].startswith("Entry 1: ")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_withdrawn_entries_are_left_out(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.withdraw(logbook.record(an_entry(happened=EXACT)).subject, "By mistake.")

    data = calendar(chosen_of(logbook), Words("en"), "00ff")

    assert events_in(data) == []
    logbook.close()


@settings(max_examples=30)
@given(entries(), MOMENTS)
def test_any_entry_makes_a_calendar_that_can_be_read(entry: Entry, noticed: Moment) -> None:
    from msgspec.structs import replace

    entry = replace(entry, noticed=noticed, person=0, witnesses=(), reported_by=0)
    with TemporaryDirectory() as folder:
        data = made_of(Path(folder), entry)

    found = events_in(data)

    assert len(found) == entry.happened.known
    for event in found:
        begins, ends = times(event)
        assert ends is None or ends > begins
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
