"""The first line: what it says where there is room, and what gives way where there is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.ui.frame.title import Note, said

NOTES = (
    Note("entry 238 of 238", "238 of 238", rank=1),
    Note("last record 1,204, yesterday 22:16", "record 1,204, yesterday 22:16", rank=-1),
    Note("backup 3 days ago, 6 new", "6 since backup"),
)


def test_everything_is_said_in_full_where_there_is_room() -> None:
    assert said(NOTES, 100) == "entry 238 of 238 · last record 1,204, yesterday 22:16 · backup 3 days ago, 6 new"


def test_in_eighty_columns_all_of_it_is_said_in_fewer_words() -> None:
    assert said(NOTES, 60) == "238 of 238 · record 1,204, yesterday 22:16 · 6 since backup"


def test_the_place_gives_way_first_and_the_last_record_stays_longest() -> None:
    assert said(NOTES, 50) == "record 1,204, yesterday 22:16 · 6 since backup"
    assert said(NOTES, 40) == "record 1,204, yesterday 22:16"
    assert said(NOTES, 10) == ""


def test_what_is_only_said_with_room_goes_before_another_note_loses_what_matters() -> None:
    notes = (*NOTES, Note("digest given 3 days ago", "digest 3 days ago", rank=2))
    rest = "238 of 238 · last record 1,204, yesterday 22:16 · backup 3 days ago, 6 new"

    assert said(notes, 120).endswith("6 new · digest given 3 days ago")
    assert said(notes, 96) == f"{rest} · digest 3 days ago"
    assert said(notes, 80) == rest


@given(st.lists(st.builds(Note, st.text("ab ", min_size=1), st.text("a"), st.integers(-1, 2))), st.integers(0, 80))
def test_it_never_needs_more_room_than_there_is(notes: list[Note], room: int) -> None:
    assert len(said(notes, room)) <= room
