from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import signal
from journal.intake.model.found import CallResult, Channel, Doubt, Place, Problem, SentBy, SourceTime
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from journal.intake.model.found import Found
    from journal.intake.model.source import Source

PICTURE = b"a picture"
ACI = "q83vEjRWeJCrze8SNFZ4kA=="
KEY = b"k" * 32
DIGEST = hashlib.sha256(hashlib.sha256(PICTURE).digest() + KEY).hexdigest()
POINTER = {
    "contentType": "image/jpeg",
    "fileName": "door.jpg",
    "locatorInfo": {
        "plaintextHash": base64.b64encode(hashlib.sha256(PICTURE).digest()).decode(),
        "localKey": base64.b64encode(KEY).decode(),
    },
}
HEAD: list[object] = [
    {"version": "1", "backupTimeMs": "1796000000000"},
    {"account": {"givenName": "Lena"}},
    {"recipient": {"id": "1", "self": {}}},
    {"recipient": {"id": "2", "contact": {"e164": "32470000001", "profileGivenName": "Bram", "note": "no"}}},
    {
        "recipient": {
            "id": "3",
            "contact": {"aci": "q83vEjRWeJCrze8SNFZ4kA==", "nickname": {"given": "Kim", "family": "Z"}},
        }
    },
    {"recipient": {"id": "4", "group": {"snapshot": {"title": {"title": "The street"}}}}},
    {"chat": {"id": "10", "recipientId": "2"}},
    {"chat": {"id": "11", "recipientId": "4"}},
    {"stickerPack": {"packId": "AA=="}},
]
RECEIVED = {"dateReceived": "1795000001000", "dateServerSent": "1795000000500"}


def incoming(**content: object) -> dict[str, object]:
    about = {"chatId": "10", "authorId": "2", "dateSent": "1795000000000", "incoming": RECEIVED}
    return {"chatItem": about | content}


def outgoing(**content: object) -> dict[str, object]:
    return {"chatItem": {"chatId": "10", "authorId": "1", "dateSent": "1795000000000", "outgoing": {}} | content}


def said(words: str) -> dict[str, object]:
    return {"text": {"body": words}}


def update(**content: object) -> dict[str, object]:
    about = {"chatId": "10", "authorId": "2", "dateSent": "1795000000000", "directionless": {}}
    return {"chatItem": about | {"updateMessage": content}}


def as_lines(*frames: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in (*HEAD, *frames))


def an_export(folder: Path, *frames: object) -> Source:
    a_file(folder, {"version": 1}, "metadata.json")
    a_file(folder, PICTURE, f"files/{DIGEST[:2]}/{DIGEST}.jpg")
    return a_file(folder, as_lines(*frames), "main.jsonl")


def the_only(folder: Path, frame: object) -> Found:
    (found,) = items(signal, an_export(folder, frame))
    return found


def test_a_message_says_who_wrote_it_when_and_where_it_stands(tmp_path: Path) -> None:
    source = an_export(tmp_path, incoming(standardMessage=said("I see you")))

    assert signal.recognises(source.head())
    (found,) = items(signal, source)
    assert (found.channel, found.direction, found.text) == (Channel.SIGNAL, SentBy.RECEIVED, "I see you")
    assert (found.party, found.name, found.conversation) == ("+32470000001", "Bram", "")
    assert found.when == SourceTime(instant=1_795_000_000_000)
    assert found.place == Place(found.place.start, found.place.length, len(HEAD) + 1)
    line = source.read(found.place.start, found.place.length)
    assert json.loads(line) == incoming(standardMessage=said("I see you"))


def test_what_the_user_wrote_is_sent_to_the_other_of_the_chat(tmp_path: Path) -> None:
    found = the_only(tmp_path, outgoing(standardMessage=said("Stop")))

    assert found.own_act
    assert (found.party, found.name) == ("+32470000001", "Bram")


def test_an_account_without_a_number_never_becomes_one(tmp_path: Path) -> None:
    found = the_only(tmp_path, incoming(chatId="11", authorId="3", standardMessage=said("hi")))

    assert (found.party, found.name, found.conversation) == (ACI, "Kim Z", "The street")


def test_an_own_message_to_a_group_has_no_other_side(tmp_path: Path) -> None:
    found = the_only(tmp_path, outgoing(chatId="11", standardMessage=said("hi")))

    assert (found.party, found.name, found.conversation) == ("", "", "The street")


@pytest.mark.parametrize("archive", [False, True])
@pytest.mark.parametrize("name", [f"files/{DIGEST[:2]}/{DIGEST}.jpg", f"files/{DIGEST}.bin"])
def test_a_file_is_found_by_the_digest_that_the_message_names(tmp_path: Path, archive: bool, name: str) -> None:
    frame = incoming(standardMessage=said("look") | {"attachments": [{"pointer": POINTER}]})
    folder = tmp_path / "signal-backup"
    source = a_file(folder, as_lines(frame), "main.jsonl")
    a_file(folder, PICTURE, name)
    source = zipped(folder, "main.jsonl") if archive else source

    (found,) = items(signal, source)

    (file,) = found.attachments
    assert (file.name, file.media_type, file.missing) == ("door.jpg", "image/jpeg", False)
    assert signal.attachment(source, found, file.index) == PICTURE


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    frame = incoming(standardMessage={"attachments": [{"pointer": {"fileName": "gone.jpg"}}]})

    source = an_export(tmp_path, frame)
    (found,) = items(signal, source)

    assert found.attachments[0].missing
    assert found.notes == (OriginNote.FILE_MISSING,)
    with pytest.raises(ValueError, match="not beside"):
        signal.attachment(source, found, 0)


@pytest.mark.parametrize(
    ("frame", "note"),
    [
        (incoming(remoteDeletedMessage={}), OriginNote.DELETED),
        (incoming(adminDeletedMessage={"adminId": "3"}), OriginNote.DELETED),
        (incoming(viewOnceMessage={}), OriginNote.VIEW_ONCE),
        (incoming(expiresInMs="60000", standardMessage=said("soon gone")), OriginNote.DISAPPEARING),
        (incoming(incoming={}, standardMessage=said("late")), OriginNote.DATE_BY_SENDER),
        (incoming(standardMessage=said("long") | {"longText": POINTER}), OriginNote.TEXT_GOES_ON),
        (outgoing(outgoing={"sendStatus": [{"failed": {}}]}, standardMessage=said("no")), OriginNote.NOT_SENT),
    ],
)
def test_what_is_special_about_a_message_is_told(tmp_path: Path, frame: object, note: OriginNote) -> None:
    assert the_only(tmp_path, frame).notes == (note,)


def test_the_earlier_texts_of_an_edited_message_are_kept(tmp_path: Path) -> None:
    earlier = incoming(standardMessage=said("I will find you"))["chatItem"]

    found = the_only(tmp_path, incoming(standardMessage=said("hello"), revisions=[earlier]))

    assert (found.text, found.notes) == ("I will find you\nhello", (OriginNote.EARLIER_TEXTS,))


@pytest.mark.parametrize(
    ("call", "direction", "result"),
    [
        ({"direction": "INCOMING", "state": "ACCEPTED"}, SentBy.RECEIVED, CallResult.ANSWERED),
        ({"direction": "INCOMING", "state": "MISSED"}, SentBy.RECEIVED, CallResult.MISSED),
        ({"direction": "INCOMING", "state": "MISSED_NOTIFICATION_PROFILE"}, SentBy.RECEIVED, CallResult.MISSED),
        ({"direction": "INCOMING", "state": "NOT_ACCEPTED"}, SentBy.RECEIVED, CallResult.REJECTED),
        ({"direction": "OUTGOING", "state": "NOT_ACCEPTED"}, SentBy.SENT, CallResult.NOT_ANSWERED),
        ({"state": "SOMETHING_NEW"}, SentBy.UNKNOWN, CallResult.UNKNOWN),
    ],
)
def test_a_call_ends_as_the_export_says_and_has_no_duration(
    tmp_path: Path, call: dict[str, str], direction: SentBy, result: CallResult
) -> None:
    found = the_only(tmp_path, update(individualCall=call | {"startedCallTimestamp": "1795000009000"}))

    assert (found.is_call, found.direction, found.call, found.seconds) == (True, direction, result, None)
    assert (found.party, found.when.instant) == ("+32470000001", 1_795_000_009_000)


def test_a_call_in_a_group_is_of_who_began_it(tmp_path: Path) -> None:
    call = {"state": "MISSED", "startedCallRecipientId": "3", "startedCallTimestamp": "1795000009000"}
    frame = update(groupCall=call)
    frame["chatItem"] |= {"chatId": "11", "authorId": "1"}  # type: ignore[operator]

    found = the_only(tmp_path, frame)

    assert (found.direction, found.call, found.name) == (SentBy.RECEIVED, CallResult.MISSED, "Kim Z")


def test_a_video_call_and_a_line_of_the_program_are_told_apart(tmp_path: Path) -> None:
    assert the_only(tmp_path, update(individualCall={"type": "VIDEO_CALL"})).notes == (OriginNote.VIDEO_CALL,)

    line = the_only(tmp_path, update(simpleUpdate={"type": "BLOCKED"}))

    assert (line.direction, line.text, line.call) == (SentBy.NEITHER, "simpleUpdate BLOCKED", None)


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (incoming(stickerMessage={"sticker": {"emoji": "👀"}}), "👀"),
        (incoming(poll={"question": "Home?", "options": [{"option": "yes"}, {"option": "no"}]}), "Home?\nyes\nno"),
        (incoming(directStoryReplyMessage={"emoji": "👀"}), "👀"),
        (
            incoming(contactMessage={"contact": {"name": {"givenName": "Kim"}, "number": [{"value": "+3247"}]}}),
            "Kim\n+3247",
        ),
        (update(profileChange={"previousName": "Bram", "newName": "B."}), "profileChange previousName=Bram newName=B."),
    ],
)
def test_the_words_of_every_kind_of_message_are_read(tmp_path: Path, frame: object, text: str) -> None:
    assert the_only(tmp_path, frame).text == text


def test_a_time_may_be_a_number_too_and_a_missing_one_is_in_doubt(tmp_path: Path) -> None:
    assert (
        the_only(tmp_path, incoming(dateSent=1_795_000_000_000, standardMessage={})).when.instant == 1_795_000_000_000
    )
    assert the_only(tmp_path, incoming(dateSent=None, standardMessage={})).when.doubt is Doubt.MISSING


def test_what_is_not_known_is_told_line_by_line(tmp_path: Path) -> None:
    source = an_export(tmp_path, {"newFrame": {"a": 1}}, incoming(newKind={}), {"chatFolder": {"name": "x"}}, [1])

    assert not items(signal, source)
    assert problems(signal, source) == [Problem.NOT_UNDERSTOOD] * 3


def test_a_line_that_is_damaged_costs_only_itself_and_a_cut_end_is_told(tmp_path: Path) -> None:
    whole = as_lines(incoming(standardMessage=said("one")), "x", incoming(standardMessage=said("two")))
    source = a_file(tmp_path, whole.replace(b'"x"', b'{"x') + b'{"chatItem": {"cha', "main.jsonl")

    assert [one.text for one in items(signal, source)] == ["one", "two"]
    assert problems(signal, source) == [Problem.DAMAGED, Problem.END_MISSING]


EVERYTHING = [
    *HEAD,
    incoming(standardMessage=said("look") | {"attachments": [{"pointer": POINTER}]}, revisions=[], expiresInMs="5"),
    outgoing(outgoing={"sendStatus": [{"failed": {}}]}, viewOnceMessage={"attachment": {"pointer": POINTER}}),
    update(individualCall={"type": "VIDEO_CALL", "direction": "INCOMING", "state": "MISSED"}),
    update(groupCall={"state": "MISSED", "ringerRecipientId": "3"}),
    incoming(contactMessage={"contact": {"name": {"givenName": "Kim"}, "number": [{"value": "+3247"}]}}),
    incoming(poll={"question": "Home?", "options": [{"option": "yes"}]}),
    {"adHocCall": {"callId": "1", "recipientId": "4", "callTimestamp": "1795000000000"}},
]


@given(spoilt(EVERYTHING))
def test_whatever_stands_in_a_field_every_line_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, frames: object
) -> None:
    lines = frames if isinstance(frames, list) else [frames]
    data = b"".join(json.dumps(one).encode() + b"\n" for one in lines)

    found = read_whole(signal, a_file(tmp_path_factory.getbasetemp() / "signal", data, "main.jsonl"))

    assert len(found) <= len(lines)


@given(torn(as_lines(*EVERYTHING[len(HEAD) :])) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    signal.recognises(data)
    read_whole(signal, a_file(tmp_path_factory.getbasetemp() / "signal", data, "main.jsonl"))
