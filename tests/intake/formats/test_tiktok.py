from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from journal.intake.formats import tiktok
from journal.intake.model.found import Channel, Doubt, Problem, SentBy, SourceTime
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def message(**content: object) -> dict[str, object]:
    return {"Date": "2026-05-01 21:14:07", "From": "bram22", "Content": "I see you"} | content


CHATS = {"Chat History with bram22:": [message(), message(From="lena11", Content="Stop")]}
NEWER = {
    "Your Activity": {"Favorite Videos": {"FavoriteVideoList": [{"Date": "2026-05-01 21:14:07"}]}},
    "Direct Message": {"Direct Messages": {"ChatHistory": CHATS}},
    "Profile": {"Profile Information": {"ProfileMap": {"emailAddress": "x", "userName": "lena11"}}},
}
OLDER = {"Activity": {"Favorite Videos": {}}, "Direct Messages": {"Chat History": {"ChatHistory": CHATS}}}


def test_a_message_says_who_wrote_it_and_that_its_time_has_no_zone(tmp_path: Path) -> None:
    source = a_file(tmp_path, NEWER)

    assert tiktok.recognises(source.head())
    other, own = items(tiktok, source)
    assert (other.channel, other.direction, other.party) == (Channel.TIKTOK, SentBy.RECEIVED, "bram22")
    assert (other.text, other.conversation, other.own) == ("I see you", "bram22", "lena11")
    assert other.when == SourceTime(local="2026-05-01T21:14:07", doubt=Doubt.ZONE_NOT_TOLD)
    assert json.loads(source.read(other.place.start, other.place.length)) == message()
    assert (own.direction, own.party, own.text) == (SentBy.SENT, "bram22", "Stop")
    assert not problems(tiktok, source)


def test_without_a_profile_only_the_other_side_is_told(tmp_path: Path) -> None:
    source = a_file(tmp_path, OLDER)

    assert tiktok.recognises(source.head())
    assert [one.direction for one in items(tiktok, source)] == [SentBy.RECEIVED, SentBy.UNKNOWN]


def test_a_time_that_is_missing_or_none_is_in_doubt(tmp_path: Path) -> None:
    chats = {"Chat History with bram22:": [message(Date=None), message(Date="soon")]}
    source = a_file(tmp_path, {"Direct Message": {"Direct Messages": {"ChatHistory": chats}}})

    assert [one.when.doubt for one in items(tiktok, source)] == [Doubt.MISSING, Doubt.MALFORMED]


def test_what_is_no_message_is_told_and_a_cut_end_too(tmp_path: Path) -> None:
    chats = {"Chat History with bram22:": [message(), "text", {"a": 1}, message(Content="last")]}
    data = json.dumps({"Direct Message": {"Direct Messages": {"ChatHistory": chats}}})
    source = a_file(tmp_path, data[: data.index("last")].encode())

    assert len(items(tiktok, source)) == 1
    assert problems(tiktok, source) == [Problem.NOT_UNDERSTOOD] * 2 + [Problem.END_MISSING]


@given(spoilt(NEWER) | spoilt(OLDER))
def test_whatever_stands_in_a_field_every_message_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, document: object
) -> None:
    read_whole(tiktok, a_file(tmp_path_factory.getbasetemp() / "tiktok", document))


@given(torn(json.dumps(NEWER, indent=1).encode()) | torn(json.dumps(OLDER).encode()) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    tiktok.recognises(data)
    read_whole(tiktok, a_file(tmp_path_factory.getbasetemp() / "tiktok", data))
