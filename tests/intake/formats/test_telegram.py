from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import telegram
from journal.intake.model.found import CallResult, Channel, Doubt, Problem, SentBy, SourceTime
from journal.intake.model.source import Source
from tests.intake.exports import SAMPLES, with_samples
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Found

BRAM, LENA = {"from": "Bram", "from_id": "user22"}, {"from": "Lena", "from_id": "user11"}
WHEN = {"date": "2026-10-25T02:30:00", "date_unixtime": "1792891800"}


def message(**content: object) -> dict[str, object]:
    return {"id": 7, "type": "message", **WHEN, **BRAM, "text": "", **content}


def service(action: str, **content: object) -> dict[str, object]:
    return {"id": 8, "type": "service", **WHEN, "actor": "Bram", "actor_id": "user22", "action": action} | content


def a_chat(*messages: object, **about: object) -> dict[str, object]:
    return {"name": "Bram", "type": "personal_chat", "id": 22} | about | {"messages": list(messages)}


def an_account(*chats: object) -> dict[str, object]:
    return {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 11, "first_name": "Lena"},
        "contacts": {"about": "x", "list": [{"user_id": 22, "messages": []}]},
        "chats": {"about": "x", "list": list(chats)},
        "left_chats": {"about": "x", "list": []},
    }


def the_only(folder: Path, document: object) -> Found:
    (found,) = items(telegram, a_file(folder, document, "result.json"))
    return found


def test_a_message_says_who_wrote_it_when_and_where_it_stands(tmp_path: Path) -> None:
    source = a_file(tmp_path, a_chat(message(text="I see you")), "result.json")

    assert telegram.recognises(source.head())
    (found,) = items(telegram, source)
    assert (found.channel, found.direction, found.text) == (Channel.TELEGRAM, SentBy.RECEIVED, "I see you")
    assert (found.party, found.name, found.conversation) == ("user22", "Bram", "Bram")
    assert found.when == SourceTime(instant=1_792_891_800_000)
    assert found.place.id == "7"
    assert json.loads(source.read(found.place.start, found.place.length)) == message(text="I see you")


def test_in_a_chat_of_two_whoever_is_not_the_other_is_the_user(tmp_path: Path) -> None:
    found = the_only(tmp_path, a_chat(message(**LENA, text="Stop")))

    assert found.own_act
    assert (found.party, found.name) == ("user22", "Bram")


def test_in_a_group_nobody_says_who_the_user_is_but_in_a_whole_account(tmp_path: Path) -> None:
    group = a_chat(message(**LENA, text="a"), message(text="b"), name="The street", type="private_group", id=5)

    assert [one.direction for one in items(telegram, a_file(tmp_path, group))] == [SentBy.UNKNOWN] * 2
    own, other = items(telegram, a_file(tmp_path, an_account(group)))
    assert (own.direction, own.party, own.conversation) == (SentBy.SENT, "", "The street")
    assert (other.direction, other.party, other.name) == (SentBy.RECEIVED, "user22", "Bram")


def test_chats_of_an_account_keep_apart_also_where_one_has_no_name(tmp_path: Path) -> None:
    empty = a_chat(name="Empty", id=9)
    saved = {"type": "saved_messages", "id": 11, "messages": [message(**LENA, text="note to myself")]}

    first, second = items(telegram, a_file(tmp_path, an_account(a_chat(message()), empty, saved)))

    assert (first.conversation, second.conversation) == ("Bram", "")
    assert second.direction is SentBy.SENT


def test_a_text_in_parts_is_joined(tmp_path: Path) -> None:
    parts = ["see ", {"type": "bold", "text": "you"}, {"type": "link", "text": " at home"}, 7, {"text": None}]

    assert the_only(tmp_path, a_chat(message(text=parts))).text == "see you at home"


def test_escapes_that_json_does_not_know_are_repaired(tmp_path: Path) -> None:
    data = json.dumps(a_chat(message(text="AB"), message(text="C"))).encode()
    source = a_file(tmp_path, data.replace(b"AB", rb"A\x1FB \\x1F"))

    assert [one.text for one in items(telegram, source)] == ["A\x1fB \\x1F", "C"]
    assert not problems(telegram, source)


def test_a_time_without_a_zone_stays_without_one(tmp_path: Path) -> None:
    local = message()
    del local["date_unixtime"]

    assert the_only(tmp_path, a_chat(local)).when == SourceTime(local="2026-10-25T02:30:00")
    assert the_only(tmp_path, a_chat(local | {"date": "yesterday"})).when.doubt is Doubt.MALFORMED
    assert the_only(tmp_path, a_chat(local | {"date": None})).when.doubt is Doubt.MISSING


@pytest.mark.parametrize(
    ("details", "result", "seconds"),
    [
        ({"discard_reason": "missed"}, CallResult.MISSED, None),
        ({"discard_reason": "busy"}, CallResult.BUSY, None),
        ({"discard_reason": "hangup"}, CallResult.NOT_ANSWERED, None),
        ({"discard_reason": "hangup", "duration_seconds": 12}, CallResult.ANSWERED, 12),
        ({"discard_reason": "disconnect"}, CallResult.UNKNOWN, None),
        ({}, CallResult.UNKNOWN, None),
    ],
)
def test_a_call_ends_as_the_export_says(
    tmp_path: Path, details: dict[str, object], result: CallResult, seconds: int | None
) -> None:
    found = the_only(tmp_path, a_chat(service("phone_call", **details)))

    assert (found.direction, found.call, found.seconds, found.party) == (SentBy.RECEIVED, result, seconds, "user22")


def test_a_line_of_the_program_is_nobodys_message_and_keeps_its_words(tmp_path: Path) -> None:
    found = the_only(tmp_path, a_chat(service("take_screenshot")))
    assert (found.direction, found.text, found.name) == (SentBy.NEITHER, "take_screenshot", "Bram")

    near = {**BRAM, "to": "Lena", "to_id": "user11", "distance": 40}
    found = the_only(tmp_path, a_chat(service("proximity_reached", **near)))
    assert (found.name, found.text) == ("Bram", "proximity_reached distance=40 to=Lena")


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ({"edited_unixtime": "1792891900", "edited": "2026-10-25T02:31:40"}, OriginNote.EDITED),
        ({"forwarded_from": "Kim"}, OriginNote.FORWARDED),
        ({"photo": "photos/1.jpg", "self_destruct_period_seconds": 5}, OriginNote.DISAPPEARING),
        ({"file": "(File not included. Change data exporting settings to download.)"}, OriginNote.MEDIA_LEFT_OUT),
        ({"file": "a.mp4 (File exceeds maximum size. Change data exporting settings.)"}, OriginNote.MEDIA_LEFT_OUT),
        ({"photo": "(File unavailable, please try again later)"}, OriginNote.FILE_MISSING),
        ({"photo": "photos/2.jpg"}, OriginNote.FILE_MISSING),
        ({"photo": "../../diary.jpg"}, OriginNote.FILE_MISSING),
    ],
)
def test_what_is_special_about_a_message_is_told(tmp_path: Path, content: dict[str, object], note: OriginNote) -> None:
    a_file(tmp_path, b"a picture", "photos/1.jpg")
    a_file(tmp_path.parent, b"a picture", "diary.jpg")

    assert the_only(tmp_path, a_chat(message(**content))).notes == (note,)


@pytest.mark.parametrize("archive", [False, True])
def test_a_file_beside_the_export_is_read(tmp_path: Path, archive: bool) -> None:
    folder = tmp_path / "ChatExport"
    a_file(folder, b"a picture", "photos/1.jpg")
    source = a_file(folder, a_chat(message(photo="photos/1.jpg", mime_type="image/jpeg")), "result.json")
    source = zipped(folder, "result.json") if archive else source

    (found,) = items(telegram, source)

    (file,) = found.attachments
    assert (file.name, file.media_type, file.missing) == ("1.jpg", "image/jpeg", False)
    assert telegram.attachment(source, found, file.index) == b"a picture"


def test_what_is_not_known_is_told(tmp_path: Path) -> None:
    source = a_file(tmp_path, a_chat({"id": 3, "type": "unsupported"}, "text", {"type": ["message"]}, message()))

    assert len(items(telegram, source)) == 1
    assert problems(telegram, source) == [Problem.NOT_UNDERSTOOD] * 3


def test_of_a_file_that_is_cut_off_all_that_is_whole_is_read(tmp_path: Path) -> None:
    data = json.dumps(a_chat(message(text="one"), message(text="two"), message(text="three"))).encode()
    source = a_file(tmp_path, data[: data.index(b"three")])

    assert [one.text for one in items(telegram, source)] == ["one", "two"]
    assert problems(telegram, source) == [Problem.END_MISSING]


@with_samples
def test_the_samples_hold_what_their_maker_expects() -> None:
    folder = SAMPLES / "telegram"
    expected = [(one["author"], one["message"]) for one in json.loads((folder / "chat-miner_target.json").read_text())]

    for name in ("single", "batch"):
        source = Source(folder / f"chat-miner_{name}_export.json")
        assert telegram.recognises(source.head())
        assert [(one.name, one.text.replace(":http", ": http")) for one in items(telegram, source)] == expected
        assert [one.when.instant for one in items(telegram, source)] == [1_544_006_350_000, 1_544_006_964_000]
        assert not problems(telegram, source)


EVERYTHING = an_account(
    a_chat(
        message(text=["a", {"text": "b"}], photo="photos/1.jpg", edited="2026-10-25T02:31:40"),
        service("phone_call", duration_seconds=4, discard_reason="hangup"),
        service("proximity_reached", distance=4, members=["Kim", None]),
        message(poll={"question": "Home?", "answers": [{"text": "yes"}]}, contact_information={"first_name": "Kim"}),
        message(location_information={"latitude": 50.5, "longitude": 4.25}, file="x (File not included)"),
    )
)


@given(spoilt(EVERYTHING))
def test_whatever_stands_in_a_field_every_message_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, document: object
) -> None:
    read_whole(telegram, a_file(tmp_path_factory.getbasetemp() / "telegram", document, "result.json"))


@given(torn(json.dumps(EVERYTHING, indent=1).encode()) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    telegram.recognises(data)
    read_whole(telegram, a_file(tmp_path_factory.getbasetemp() / "telegram", data, "result.json"))
