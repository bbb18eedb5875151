from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import snapchat
from journal.intake.model.found import CallResult, Channel, Doubt, Problem, SentBy, SourceTime
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Found

GROUP = "0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"


def message(**content: object) -> dict[str, object]:
    return {
        "From": "bram.22",
        "Media Type": "TEXT",
        "Created": "2026-05-01 21:14:07 UTC",
        "Content": "I see you",
        "Conversation Title": None,
        "IsSender": False,
        "Created(microseconds)": 1_777_670_047_250,
        "IsSaved": True,
        "Media IDs": "",
    } | content


def the_only(folder: Path, document: object) -> Found:
    (found,) = items(snapchat, a_file(folder, document, "chat_history.json"))
    return found


def test_a_message_says_who_wrote_it_when_and_where_it_stands(tmp_path: Path) -> None:
    source = a_file(tmp_path, {"bram.22": [message()]}, "chat_history.json")

    assert snapchat.recognises(source.head())
    (found,) = items(snapchat, source)
    assert (found.channel, found.direction, found.text) == (Channel.SNAPCHAT, SentBy.RECEIVED, "I see you")
    assert (found.party, found.conversation) == ("bram.22", "")
    assert found.when == SourceTime(instant=1_777_670_047_250)
    assert json.loads(source.read(found.place.start, found.place.length)) == message()
    assert not problems(snapchat, source)


def test_what_the_user_wrote_is_sent_to_the_other_of_the_chat(tmp_path: Path) -> None:
    own = message(From="lena.11", IsSender=True)

    assert [(one.own_act, one.party) for one in (the_only(tmp_path, {"bram.22": [own]}),)] == [(True, "bram.22")]
    assert the_only(tmp_path, {GROUP: [own | {"Conversation Title": "The street"}]}).party == ""


@pytest.mark.parametrize("number", [1_777_670_047_250_000, 0, None, "soon", 1_777_670_048_000])
def test_a_number_that_does_not_mean_the_written_second_adds_nothing(tmp_path: Path, number: object) -> None:
    found = the_only(tmp_path, {"bram.22": [message(**{"Created(microseconds)": number})]})

    assert found.when == SourceTime(instant=1_777_670_047_000)


def test_signs_written_for_a_page_are_signs_again(tmp_path: Path) -> None:
    assert the_only(tmp_path, {"bram.22": [message(Content="you &amp; me &#39;n")]}).text == "you & me 'n"


def test_the_older_lists_say_by_their_name_who_wrote(tmp_path: Path) -> None:
    row = {"Media Type": "TEXT", "Created": "2022-05-01 21:14:07 UTC", "Text": "hi"}
    document = {
        "Received Saved Chat History": [row | {"From": "bram.22"}],
        "Sent Saved Chat History": [row | {"To": "bram.22"}],
    }
    source = a_file(tmp_path, document)

    assert snapchat.recognises(source.head())
    received, sent = items(snapchat, source)
    assert (received.direction, received.party, received.text) == (SentBy.RECEIVED, "bram.22", "hi")
    assert (sent.direction, sent.party, sent.text) == (SentBy.SENT, "bram.22", "hi")
    assert not problems(snapchat, source)


def test_a_snap_has_no_content_and_says_so(tmp_path: Path) -> None:
    snap = message(**{"Media Type": "IMAGE"})
    del snap["Content"]

    found = the_only(tmp_path, {"bram.22": [snap]})

    assert (found.text, found.notes) == ("", (OriginNote.VIEW_ONCE,))


@pytest.mark.parametrize("archive", [False, True])
def test_media_are_found_by_their_id_in_the_folder_beside(tmp_path: Path, archive: bool) -> None:
    top = tmp_path / "mydata"
    a_file(top, b"a picture", "chat_media/2026-05-01_b~AbC.jpg")
    row = message(Content=None, **{"Media Type": "MEDIA", "Media IDs": "b~AbC | b~gone"})
    source = a_file(top, {"bram.22": [row]}, "json/chat_history.json")
    source = zipped(top, "json/chat_history.json") if archive else source

    (found,) = items(snapchat, source)

    assert [one.missing for one in found.attachments] == [False, True]
    assert found.notes == (OriginNote.FILE_MISSING,)
    assert snapchat.attachment(source, found, 0) == b"a picture"


def a_call(folder: Path, heading: str, **content: object) -> Found:
    row = {"Type": "AUDIO", "City": "", "Date & Time": "2026-05-01 21:14:07 UTC"} | content
    source = a_file(folder, {heading: [row]}, "talk_history.json")
    assert snapchat.recognises(source.head())
    assert not problems(snapchat, source)
    (found,) = items(snapchat, source)
    return found


@pytest.mark.parametrize(
    ("heading", "direction"),
    [
        ("Outgoing Calls", SentBy.SENT),
        ("Incoming Calls", SentBy.RECEIVED),
        ("Completed Calls", SentBy.UNKNOWN),
    ],
)
def test_the_list_in_which_a_call_stands_tells_its_direction(tmp_path: Path, heading: str, direction: SentBy) -> None:
    assert a_call(tmp_path, heading).direction is direction


@pytest.mark.parametrize(
    ("said", "result", "seconds"),
    [
        ({"Result": "MISSED"}, CallResult.MISSED, None),
        ({"Result": "Answered", "Length (sec)": 61}, CallResult.ANSWERED, 61),
        ({"Length (sec)": 0.0}, CallResult.UNKNOWN, 0),
        ({}, CallResult.UNKNOWN, None),
    ],
)
def test_a_call_ends_as_the_export_says(
    tmp_path: Path, said: dict[str, object], result: CallResult, seconds: int | None
) -> None:
    found = a_call(tmp_path, "Incoming Calls", **said)

    assert (found.call, found.seconds, found.party) == (result, seconds, "")


def test_a_time_that_is_missing_or_none_is_in_doubt(tmp_path: Path) -> None:
    assert the_only(tmp_path, {"bram.22": [message(Created="")]}).when.doubt is Doubt.MISSING
    assert the_only(tmp_path, {"bram.22": [message(Created="soon")]}).when.doubt is Doubt.MALFORMED


def test_what_is_no_message_is_told(tmp_path: Path) -> None:
    source = a_file(tmp_path, {"bram.22": ["text", {"a": 1}], "note": 5})

    assert problems(snapchat, source) == [Problem.NOT_UNDERSTOOD] * 3


EVERYTHING = {
    "bram.22": [message(**{"Media IDs": "b~AbC"}), message(IsSender=True)],
    GROUP: [message(**{"Conversation Title": "The street", "Media Type": "VIDEO"})],
    "Received Saved Chat History": [{"From": "bram.22", "Media Type": "TEXT", "Created": "", "Text": "hi"}],
    "Outgoing Calls": [{"Date & Time": "2026-05-01 21:14:07 UTC", "Length (sec)": 3, "Result": "x", "Type": "y"}],
}


@given(spoilt(EVERYTHING))
def test_whatever_stands_in_a_field_every_row_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, document: object
) -> None:
    read_whole(snapchat, a_file(tmp_path_factory.getbasetemp() / "snapchat", document))


@given(torn(json.dumps(EVERYTHING, indent=1).encode()) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    snapchat.recognises(data)
    read_whole(snapchat, a_file(tmp_path_factory.getbasetemp() / "snapchat", data))
