from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import messenger
from journal.intake.model.found import CallResult, Channel, Problem, SentBy, SourceTime
from journal.intake.model.source import Source
from journal.intake.recognition.readers import recognised
from tests.intake.exports import SAMPLES, with_samples
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Found

FACEBOOK = "your_activity_across_facebook/messages/inbox/bram_1"
INSTAGRAM = "your_instagram_activity/messages/inbox/bram_1"


def mojibake(words: str) -> str:
    return words.encode().decode("latin-1")


def message(**content: object) -> dict[str, object]:
    return {"sender_name": "Bram", "timestamp_ms": 1_795_000_000_000, "content": "hi"} | content


def a_chat(*messages: object) -> dict[str, object]:
    return {
        "participants": [{"name": mojibake("Zoë")}, {"name": "Bram"}],
        "messages": list(messages),
        "title": mojibake("Zoë & Bram"),
        "thread_path": "inbox/bram_1",
    }


def encrypted(*messages: object, people: tuple[str, ...] = ("Zoë", "Bram")) -> dict[str, object]:
    return {"participants": list(people), "threadName": "Bram", "messages": list(messages)}


def secret(**content: object) -> dict[str, object]:
    return {
        "senderName": "Bram",
        "timestamp": 1_795_000_000_000,
        "text": "hi",
        "type": "text",
        "isUnsent": False,
    } | content


def the_only(folder: Path, document: object, name: str = "message_1.json") -> Found:
    (found,) = items(messenger, a_file(folder, document, name))
    return found


def test_a_message_says_who_wrote_it_when_and_where_it_stands(tmp_path: Path) -> None:
    source = a_file(tmp_path, a_chat(message()), "message_1.json")

    assert messenger.recognises(source.head())
    (found,) = items(messenger, source)
    assert (found.direction, found.name, found.party, found.text) == (SentBy.UNKNOWN, "Bram", "", "hi")
    assert (found.conversation, found.when) == ("Zoë & Bram", SourceTime(instant=1_795_000_000_000))
    assert json.loads(source.read(found.place.start, found.place.length)) == message()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (mojibake("café 👍"), "café 👍"),
        ("café 👍", "café 👍"),
        ("naïve", "naïve"),
        (mojibake("€")[:2], mojibake("€")[:2]),
        ("plain", "plain"),
    ],
)
def test_utf_8_written_as_latin_1_is_mended_and_nothing_else_is_touched(written: str, read: str) -> None:
    assert messenger.mended(written) == read


@given(st.text())
def test_a_text_that_was_written_as_latin_1_comes_back(words: str) -> None:
    assert messenger.mended(mojibake(words)) == words


@pytest.mark.parametrize(
    ("folder", "channel"),
    [(FACEBOOK, Channel.MESSENGER), (INSTAGRAM, Channel.INSTAGRAM), ("bram", Channel.META)],
)
@pytest.mark.parametrize("archive", [False, True])
def test_the_folder_tells_messenger_from_instagram_and_without_it_neither_is_claimed(
    tmp_path: Path, folder: str, channel: Channel, archive: bool
) -> None:
    top, name = tmp_path / "export", f"{folder}/message_1.json"
    source = a_file(top, a_chat(message()), name)
    source = zipped(top, name) if archive else source

    assert [one.channel for one in items(messenger, source)] == [channel]


def test_in_an_encrypted_chat_the_first_participant_is_the_user(tmp_path: Path) -> None:
    source = a_file(tmp_path, encrypted(secret(senderName="Zoë", text="café"), secret()), "Bram_1.json")

    assert messenger.recognises(source.head())
    own, other = items(messenger, source)
    assert (own.direction, own.name, own.text) == (SentBy.SENT, "Bram", "café")
    assert (other.direction, other.name, other.channel) == (SentBy.RECEIVED, "Bram", Channel.MESSENGER)


def test_two_people_of_one_name_are_not_told_apart(tmp_path: Path) -> None:
    assert the_only(tmp_path, encrypted(secret(), people=("Bram", "Bram"))).direction is SentBy.UNKNOWN


@pytest.mark.parametrize(
    ("content", "result", "seconds"),
    [
        ({"call_duration": 61}, CallResult.ANSWERED, 61),
        ({"call_duration": 0, "missed": True}, CallResult.MISSED, 0),
        ({"type": "Call", "missed": True}, CallResult.MISSED, None),
        ({"type": "Call"}, CallResult.UNKNOWN, None),
        ({"call_duration": 0}, CallResult.UNKNOWN, 0),
        ({}, None, None),
    ],
)
def test_a_call_ends_as_the_export_says(
    tmp_path: Path, content: dict[str, object], result: CallResult | None, seconds: int | None
) -> None:
    found = the_only(tmp_path, a_chat(message(**content)))

    assert (found.call, found.seconds) == (result, seconds)


def test_what_was_taken_back_is_told_with_what_is_left_of_it(tmp_path: Path) -> None:
    assert the_only(tmp_path, a_chat(message(is_unsent=True, content=None))).notes == (OriginNote.DELETED,)
    assert the_only(tmp_path, encrypted(secret(isUnsent=True))).notes == (OriginNote.UNSENT,)


@pytest.mark.parametrize("archive", [False, True])
def test_files_are_found_by_the_name_that_begins_at_the_top_of_the_export(tmp_path: Path, archive: bool) -> None:
    top = tmp_path / "export"
    a_file(top, b"a picture", f"{FACEBOOK}/photos/1.jpg")
    photos = [{"uri": f"{FACEBOOK}/photos/1.jpg"}, {"uri": f"{FACEBOOK}/photos/2.jpg"}, {"uri": "../../../../1.jpg"}]
    source = a_file(top, a_chat(message(photos=photos)), f"{FACEBOOK}/message_1.json")
    source = zipped(top, f"{FACEBOOK}/message_1.json") if archive else source

    (found,) = items(messenger, source)

    assert [(one.name, one.missing) for one in found.attachments] == [
        ("1.jpg", False),
        ("2.jpg", True),
        ("1.jpg", True),
    ]
    assert found.notes == (OriginNote.FILE_MISSING,)
    assert messenger.attachment(source, found, 0) == b"a picture"


def test_the_words_of_a_failed_download_are_no_file(tmp_path: Path) -> None:
    found = the_only(tmp_path, encrypted(secret(type="media", media=[{"uri": "Failed to download media"}])))

    assert found.notes == (OriginNote.FILE_MISSING,)


def test_a_shared_link_is_part_of_the_message(tmp_path: Path) -> None:
    found = the_only(tmp_path, a_chat(message(share={"link": "https://example.org/you"})))

    assert found.text == "hi\nhttps://example.org/you"


@pytest.mark.parametrize("archive", [False, True])
def test_the_files_of_a_chat_are_read_in_the_order_of_their_numbers(tmp_path: Path, archive: bool) -> None:
    for number in (10, 2, 1):
        a_file(tmp_path / "export", a_chat(message(content=str(number))), f"inbox/bram_1/message_{number}.json")
    path = zipped(tmp_path / "export", "").path if archive else tmp_path / "export"

    found = [one for each in recognised([path]) for one in each.items(None)]

    assert [one.text for one in found] == ["1", "2", "10"]


def test_what_is_no_message_is_told_and_a_cut_end_too(tmp_path: Path) -> None:
    data = json.dumps(a_chat(message(), "text", {"a": 1}, message(content="last")))
    source = a_file(tmp_path, data[: data.index("last")].encode())

    assert len(items(messenger, source)) == 1
    assert problems(messenger, source) == [Problem.NOT_UNDERSTOOD] * 2 + [Problem.END_MISSING]


@with_samples
def test_the_samples_are_read_whole() -> None:
    folder = SAMPLES / "meta"
    for path in folder.glob("*.json"):
        source = Source(path)
        whole = json.loads(path.read_bytes())
        times = [one.get("timestamp_ms", one.get("timestamp")) for one in whole["messages"]]
        assert messenger.recognises(source.head())
        assert [one.when.instant for one in items(messenger, source)] == times
        assert not problems(messenger, source)

    found = [one for path in folder.glob("*multifile*.json") for one in items(messenger, Source(path))]
    assert [one.text[8] for one in sorted(found, key=lambda one: one.when.instant or 0)] == ["A", "B", "C", "D"]
    (cafe,) = (one for one in items(messenger, Source(next(folder.glob("*json_simple*")))) if "time" in one.text)
    assert cafe.text == "café time?"
    assert [one.own_act for one in items(messenger, Source(next(folder.glob("*e2ee*"))))] == [True, False, True, True]


EVERYTHING = a_chat(
    message(photos=[{"uri": f"{FACEBOOK}/photos/1.jpg"}], share={"link": "x", "share_text": "y"}, is_unsent=False),
    message(call_duration=4, missed=False, sticker={"uri": "1.png"}),
)
SECRET = encrypted(secret(media=[{"uri": "media/1.jpg"}], isUnsent=True))


@given(spoilt(EVERYTHING) | spoilt(SECRET))
def test_whatever_stands_in_a_field_every_message_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, document: object
) -> None:
    read_whole(messenger, a_file(tmp_path_factory.getbasetemp() / "messenger", document, "message_1.json"))


@given(torn(json.dumps(EVERYTHING).encode()) | torn(json.dumps(SECRET, indent=1).encode()) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    messenger.recognises(data)
    read_whole(messenger, a_file(tmp_path_factory.getbasetemp() / "messenger", data, "message_1.json"))
