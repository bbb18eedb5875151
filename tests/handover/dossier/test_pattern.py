"""The pages of the pattern say the counts of what was chosen, and nothing that stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN
from journal.handover.dossier.pattern import pattern
from journal.handover.selection.choice import Exclusion, HandoverChoice, ObjectRef
from tests.handover.cases import chosen_of
from tests.handover.dossier.said import ENGLISH, a_call, a_log, a_no, at, bars_of, on, rows_of, tables_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry
    from journal.handover.model.document import Section

NUMBER = {"call.number": "+00 555 0142"}
SOME = (
    a_call(at("2026-10-05T22:30"), 2, details=NUMBER),
    a_call(at("2026-10-06T02:30"), place="At home"),
    a_call(on("2026-10-20"), kind="letter", place="at home"),
    a_call(UNKNOWN),
    a_no(on("2026-10-06")),
)


def told(folder: Path, *entries: Entry, words: Words = ENGLISH, **choice: Any) -> Section | None:
    """The section."""
    logbook = a_log(folder, *entries)
    section = pattern(chosen_of(logbook, HandoverChoice(**choice)), words)
    logbook.close()
    return section


def test_days_nights_and_the_longest_time_without_an_act_are_told(tmp_path: Path) -> None:
    section = told(tmp_path, *SOME)

    assert section
    page = {label: values[0] for label, values in rows_of(section).items()}
    assert page == {
        "Days with an act": "3",
        "Days with more than one act": "1",
        "Most on one day": "2 acts, 5 October 2026",
        "Longest time without an act": "13 days, 7 October 2026 to 19 October 2026; perhaps in that time: 1 act",
        "At night (22:00 to 6:00)": "3 acts in 1 night",
        "Not known whether at night": "2 acts",
    }


def test_hours_kinds_delays_numbers_and_places_are_counted(tmp_path: Path) -> None:
    section = told(tmp_path, *SOME)

    assert section
    hours, kinds = tables_of(section)
    assert hours[0][:3] == ("02:00", "", "1")
    assert hours[1][:2] == ("22:00", "2")
    assert hours[2] == ("no known hour", "", "1", "", "", "", "", "", "1")
    assert kinds == [("Missed call", "2", "1", "1"), ("Letter, card or note", "", "1", "")]
    delays, numbers, places = bars_of(section)
    assert sum(acts for _label, acts in delays.rows) == 5
    assert numbers.rows == (("+00 555 0142", 2),)
    assert places.rows == (("At home", 2),)
    assert "Not said, or not in this document: 3 acts." in texts_of(section)


def test_what_stays_behind_is_in_no_count_by_its_name(tmp_path: Path) -> None:
    out = Exclusion(ObjectRef("entry", 1), "call.number")

    section = told(tmp_path, *SOME, without=(out,))

    assert section
    assert "+00 555 0142" not in str(section)


def test_own_steps_alone_have_no_pattern(tmp_path: Path) -> None:
    assert told(tmp_path, a_no(on("2026-10-06"))) is None


@pytest.mark.parametrize("count", [12, 13])
def test_of_many_numbers_the_rarest_are_told_in_a_sentence(tmp_path: Path, count: int) -> None:
    calls = [a_call(on("2026-10-05"), at + 1, details={"call.number": f"+00 555 01{at:02}"}) for at in range(count)]

    section = told(tmp_path, *calls)

    assert section
    assert len(bars_of(section)[1].rows) == 12
    assert any("+00 555 0100 (1)" in text for text in texts_of(section)) is (count > 12)


@pytest.mark.parametrize(("language", "words"), [("nl_BE", "Langste tijd zonder"), ("fr", "Plus longue période")])
def test_the_pattern_is_told_in_each_language(tmp_path: Path, language: str, words: str) -> None:
    section = told(tmp_path, *SOME, words=Words(language))

    assert words in str(section)
