from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import sms_ie
from journal.intake.model.found import CallResult, Channel, Problem, SentBy, SourceTime
from tests.intake.formats.reading import a_file, items, problems, read_whole, spoilt, torn, zipped

if TYPE_CHECKING:
    from pathlib import Path

SMS: dict[str, object] = {
    "_id": "12",
    "thread_id": "3",
    "address": "+32470000001",
    "date": "1795000000123",
    "date_sent": "1794999999000",
    "type": "1",
    "body": "I see you",
    "sub_id": "2",
    "__display_name": "Bram",
}
BRAM, LENA = {"address": "+32470000001", "type": "137", "__display_name": "Bram"}, {"address": "insert-address-token"}
PARTS: list[object] = [
    {"ct": "application/smil", "text": "<smil/>"},
    {"ct": "text/plain", "text": "look"},
    {"ct": "image/jpeg", "cl": "door.jpg", "_data": "/data/user_de/0/app_parts/PART_1.jpg"},
]
MMS: dict[str, object] = {
    "_id": "5",
    "thread_id": "3",
    "date": "1795000000",
    "date_sent": "0",
    "msg_box": "1",
    "__sender_address": BRAM,
    "__recipient_addresses": [LENA],
    "__parts": PARTS,
}
CALL: dict[str, object] = {
    "_id": "9",
    "number": "+32470000001",
    "date": "1795000000123",
    "duration": "0",
    "type": "3",
    "presentation": "1",
    "new": "1",
    "display_name": "Bram",
}


def as_lines(*rows: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in rows)


def test_a_text_message_has_milliseconds_and_a_picture_message_seconds(tmp_path: Path) -> None:
    source = a_file(tmp_path, as_lines(SMS, MMS), "messages.ndjson")

    assert sms_ie.recognises(source.head())
    sms, mms = items(sms_ie, source)
    assert (sms.channel, sms.direction, sms.text, sms.own) == (Channel.SMS, SentBy.RECEIVED, "I see you", "2")
    assert (sms.party, sms.name, sms.place.id) == ("+32470000001", "Bram", "12")
    assert sms.when == SourceTime(instant=1_795_000_000_123)
    assert (mms.channel, mms.direction, mms.text) == (Channel.MMS, SentBy.RECEIVED, "look")
    assert (mms.party, mms.name) == ("+32470000001", "Bram")
    assert mms.when == SourceTime(instant=1_795_000_000_000)
    assert json.loads(source.read(mms.place.start, mms.place.length)) == MMS


@pytest.mark.parametrize(
    ("box", "direction", "notes"),
    [
        ("2", SentBy.SENT, ()),
        (3, SentBy.SENT, (OriginNote.DRAFT,)),
        ("5", SentBy.SENT, (OriginNote.NOT_SENT,)),
        ("77", SentBy.UNKNOWN, ()),
    ],
)
def test_the_box_tells_the_direction(
    tmp_path: Path, box: object, direction: SentBy, notes: tuple[OriginNote, ...]
) -> None:
    (found,) = items(sms_ie, a_file(tmp_path, as_lines(SMS | {"type": box})))

    assert (found.direction, found.notes) == (direction, notes)


def test_a_message_to_several_has_no_single_other_side(tmp_path: Path) -> None:
    sent = MMS | {"msg_box": "2", "__recipient_addresses": [BRAM, {"address": "+32470000002"}], "__parts": []}

    (found,) = items(sms_ie, a_file(tmp_path, as_lines(sent)))

    assert (found.own_act, found.party, found.conversation) == (True, "", "+32470000001, +32470000002")


@pytest.mark.parametrize("archive", [False, True])
def test_a_part_is_read_from_the_folder_beside(tmp_path: Path, archive: bool) -> None:
    top = tmp_path / "export"
    a_file(top, b"a picture", "data/PART_1.jpg")
    source = a_file(top, as_lines(MMS), "messages.ndjson")
    source = zipped(top, "messages.ndjson") if archive else source

    (found,) = items(sms_ie, source)

    (file,) = found.attachments
    assert (file.name, file.media_type, file.missing) == ("door.jpg", "image/jpeg", False)
    assert sms_ie.attachment(source, found, file.index) == b"a picture"


def test_a_part_of_the_older_kind_stands_in_the_message(tmp_path: Path) -> None:
    part = {"ct": "image/jpeg", "name": "door.jpg", "binary_data": base64.b64encode(b"a picture").decode()}
    older = {"msg_box": "1", "date": "1795000000", "sender_address": BRAM, "parts": [part, part | {"binary_data": "?"}]}
    source = a_file(tmp_path, [older], "messages.json")

    (found,) = items(sms_ie, source)

    assert sms_ie.attachment(source, found, 0) == b"a picture"
    with pytest.raises(ValueError, match="base64"):
        sms_ie.attachment(source, found, 1)


def test_a_part_that_is_not_there_is_told(tmp_path: Path) -> None:
    source = a_file(tmp_path, as_lines(MMS))

    (found,) = items(sms_ie, source)

    assert found.notes == (OriginNote.FILE_MISSING,)
    with pytest.raises(ValueError, match="not there"):
        sms_ie.attachment(source, found, 2)


@pytest.mark.parametrize(
    ("code", "direction", "result"),
    [
        ("1", SentBy.RECEIVED, CallResult.ANSWERED),
        ("3", SentBy.RECEIVED, CallResult.MISSED),
        ("5", SentBy.RECEIVED, CallResult.REJECTED),
        ("2", SentBy.SENT, CallResult.UNKNOWN),
        ("88", SentBy.UNKNOWN, CallResult.UNKNOWN),
    ],
)
def test_a_call_ends_as_the_export_says(tmp_path: Path, code: str, direction: SentBy, result: CallResult) -> None:
    source = a_file(tmp_path, [CALL | {"type": code}], "calls.json")

    assert sms_ie.recognises(source.head())
    (found,) = items(sms_ie, source)
    assert (found.channel, found.direction, found.call, found.seconds) == (Channel.CALL, direction, result, 0)
    assert (found.party, found.name) == ("+32470000001", "Bram")


@pytest.mark.parametrize("said", [{"presentation": "2"}, {"number": "-2", "presentation": "2"}])
def test_a_withheld_number_is_none(tmp_path: Path, said: dict[str, object]) -> None:
    (found,) = items(sms_ie, a_file(tmp_path, [CALL | said]))

    assert (found.withheld, found.party) == (True, "")


def test_what_is_not_understood_is_told_line_by_line(tmp_path: Path) -> None:
    source = a_file(tmp_path, as_lines(SMS, {"a": 1}, "text") + b'{"_id": \n{"_id": "1", "addr')

    assert len(items(sms_ie, source)) == 1
    assert problems(sms_ie, source) == [Problem.NOT_UNDERSTOOD] * 2 + [Problem.DAMAGED, Problem.END_MISSING]


@given(spoilt([SMS, MMS, CALL]), st.booleans())
def test_whatever_stands_in_a_field_every_row_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, rows: object, in_lines: bool
) -> None:
    content = as_lines(*rows) if in_lines and isinstance(rows, list) else rows

    read_whole(sms_ie, a_file(tmp_path_factory.getbasetemp() / "sms_ie", content))


@given(torn(as_lines(SMS, MMS)) | torn(json.dumps([SMS, MMS, CALL], indent=1).encode()) | st.binary(max_size=100))
def test_any_bytes_are_read_to_their_end(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    sms_ie.recognises(data)
    read_whole(sms_ie, a_file(tmp_path_factory.getbasetemp() / "sms_ie", data))
