"""Diaries kept with jrnl: every entry with its words and its time, to the minute and without a zone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.intake.formats import jrnl
from journal.intake.model.found import Channel, Doubt, Problem, SentBy, SourceTime
from tests.intake.exports import found_in
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn

if TYPE_CHECKING:
    from pathlib import Path

DIARY = {
    "tags": {"@work": 1},
    "entries": [
        {
            "title": "He stood at the door.",
            "body": "I saw his car.\nAnd him.",
            "date": "2026-11-21",
            "time": "22:14",
            "tags": ["@work"],
            "starred": False,
        },
        {"title": "Again.", "body": "", "date": "2026-11-22", "time": "07:05", "tags": [], "starred": True},
    ],
}
TEXT = "[2026-11-21 22:14] He stood at the door.\nI saw his car.\nAnd him.\n\n[2026-11-22 07:05] Again.\n"


def test_text_and_json_hold_the_same_entries(tmp_path: Path) -> None:
    for name, content in (("text", TEXT.encode()), ("json", DIARY)):
        found = found_in(a_file(tmp_path, content, name).path)

        assert [(one.text, one.when.local) for one in found] == [
            ("He stood at the door.\nI saw his car.\nAnd him.", "2026-11-21T22:14"),
            ("Again.", "2026-11-22T07:05"),
        ]
        assert {(one.channel, one.direction) for one in found} == {(Channel.DIARY, SentBy.NEITHER)}


def test_places_name_each_entry_byte_for_byte(tmp_path: Path) -> None:
    source = a_file(tmp_path, TEXT.encode())

    found = items(jrnl, source)

    assert b"".join(source.read(one.place.start, one.place.length) for one in found) == TEXT.encode()
    assert [one.place.line for one in found] == [1, 5]


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2026-11-21 9:05", SourceTime(local="2026-11-21T09:05")),
        ("2026-11-21 10:14 PM", SourceTime(local="2026-11-21T22:14")),
        ("2026-11-21 12:00:05 am", SourceTime(local="2026-11-21T00:00:05")),
        ("2026-13-21 10:14", SourceTime(doubt=Doubt.MALFORMED, raw="2026-13-21 10:14")),
        ("2026-11-21 13:14 PM", SourceTime(doubt=Doubt.MALFORMED, raw="2026-11-21 13:14 PM")),
    ],
)
def test_times_are_read_as_they_were_written(tmp_path: Path, written: str, when: SourceTime) -> None:
    (found,) = items(jrnl, a_file(tmp_path, f"[{written}] He called.\n".encode()))

    assert found.when == when


def test_an_entry_without_a_time_and_what_is_none_are_told(tmp_path: Path) -> None:
    source = a_file(tmp_path, {"tags": {}, "entries": [{"title": "a", "body": "b"}, {"starred": 1}, "text"]})

    assert [one.when.doubt for one in items(jrnl, source)] == [Doubt.MISSING]
    assert problems(jrnl, source) == [Problem.NOT_UNDERSTOOD] * 2


@pytest.mark.parametrize("head", [b"", b"[2026-11-21, 22:14:05] Jan: hi", b"[2026-11-21 22:14:05] Jan: hi", b"{}"])
def test_what_is_no_diary_is_not_taken_for_one(head: bytes) -> None:
    assert not jrnl.recognises(head)


@given(
    spoilt(DIARY).map(json.dumps).map(str.encode)
    | torn(TEXT.encode())
    | torn(json.dumps(DIARY, indent=2).encode())
    | st.binary(max_size=100)
)
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    jrnl.recognises(data)
    read_whole(jrnl, a_file(tmp_path_factory.getbasetemp() / "jrnl", data))
