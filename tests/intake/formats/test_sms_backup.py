"""Backups of SMS Backup & Restore: what is in them is found as it stands, and what is broken is told."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import sms_backup, xml_tags
from journal.intake.model.found import CallResult, Channel, Doubt, Found, SentBy, Trouble
from journal.intake.model.source import Source
from tests.intake.exports import (
    NUMBER,
    SAMPLES,
    a_backup,
    a_call,
    a_file,
    a_text,
    found_in,
    items_of,
    problems_of,
    with_samples,
)

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"\x89PNG invented"


def a_picture(data: str, *, sender: str = NUMBER, ending: str = "</mms>") -> str:
    return (
        f'<mms date="1790000000000" msg_box="1" address="{NUMBER}~+32470555111" m_id="T1" tr_id="x" sub="null" '
        'contact_name="Somebody"><parts>'
        '<part seq="-1" ct="application/smil" name="null" text="&lt;smil/&gt;" />'
        f'<part seq="0" ct="image/png" name="null" cl="photo.png" text="null" data="{data}" />'
        '<part seq="0" ct="text/plain" name="null" text="Look &amp; see" />'
        f'</parts><addrs><addr address="{sender}" type="137" charset="106" />'
        f'<addr address="+32470555111" type="151" charset="106" /></addrs>{ending}'
    )


@pytest.mark.parametrize(
    ("kind", "direction", "result"),
    [
        ("1", SentBy.RECEIVED, CallResult.ANSWERED),
        ("2", SentBy.SENT, CallResult.UNKNOWN),
        ("3", SentBy.RECEIVED, CallResult.MISSED),
        ("4", SentBy.RECEIVED, CallResult.VOICEMAIL),
        ("5", SentBy.RECEIVED, CallResult.REJECTED),
        ("6", SentBy.RECEIVED, CallResult.BLOCKED),
        ("7", SentBy.RECEIVED, CallResult.ELSEWHERE),
        ("99", SentBy.UNKNOWN, CallResult.UNKNOWN),
    ],
)
def test_a_call_is_what_the_list_calls_it(tmp_path: Path, kind: str, direction: SentBy, result: CallResult) -> None:
    (call,) = found_in(a_file(tmp_path, a_backup(a_call(kind=kind, seconds=12), root="calls")))

    assert (call.channel, call.direction, call.call, call.seconds) == (Channel.CALL, direction, result, 12)
    assert (call.party, call.when.instant) == (NUMBER, 1_790_000_000_000)


@pytest.mark.parametrize("number", ["", "-1", "-2", "null"])
def test_a_withheld_number_is_no_number(tmp_path: Path, number: str) -> None:
    call = a_call(number=number).replace('presentation="1"', 'presentation="2"')

    (found,) = found_in(a_file(tmp_path, a_backup(call, root="calls")))

    assert (found.party, found.withheld) == ("", True)


def test_a_message_keeps_its_words_and_names_its_place_byte_for_byte(tmp_path: Path) -> None:
    text = a_text("Where are you?&#10;I &amp; you &#55357;&#56832; &#x1F600; \N{GRINNING FACE}")
    path = a_file(tmp_path, a_backup(a_text("first"), text))

    first, second = found_in(path)

    assert second.text == "Where are you?\nI & you \N{GRINNING FACE} \N{GRINNING FACE} \N{GRINNING FACE}"
    assert Source(path).read(second.place.start, second.place.length).decode() == text
    assert (first.place.line, second.place.line) == (4, 5)
    assert second.notes == ()


@pytest.mark.parametrize("reference", ["&#55357;", "&#xD83D;", "&#0;", "&#11;", "&#xFFFF;", "\ufffe"])
def test_what_no_text_may_hold_is_replaced_and_told(tmp_path: Path, reference: str) -> None:
    (found,) = found_in(a_file(tmp_path, a_backup(a_text(f"a{reference}b"))))

    assert (found.text, found.notes) == ("a\N{REPLACEMENT CHARACTER}b", (OriginNote.SIGNS_REPLACED,))


@pytest.mark.parametrize(
    ("kind", "direction", "notes"),
    [
        ("1", SentBy.RECEIVED, ()),
        ("2", SentBy.SENT, ()),
        ("3", SentBy.SENT, (OriginNote.DRAFT,)),
        ("5", SentBy.SENT, (OriginNote.NOT_SENT,)),
        ("", SentBy.UNKNOWN, ()),
    ],
)
def test_a_message_is_received_or_sent_as_its_box_says(
    tmp_path: Path, kind: str, direction: SentBy, notes: tuple[OriginNote, ...]
) -> None:
    (found,) = found_in(a_file(tmp_path, a_backup(a_text("x", kind=kind))))

    assert (found.direction, found.notes) == (direction, notes)


def test_a_picture_message_has_its_words_its_sender_and_its_file(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_backup(a_picture(base64.b64encode(PICTURE).decode(), sender="+32470555777")))

    (found,) = found_in(path)

    assert (found.channel, found.party, found.name, found.text) == (
        Channel.MMS,
        "+32470555777",
        "Somebody",
        "Look & see",
    )
    (file,) = found.attachments
    assert (file.name, file.media_type, file.missing) == ("photo.png", "image/png", False)
    assert sms_backup.attachment(Source(path), found, file.index) == PICTURE


def test_a_broken_picture_keeps_its_message_and_marks_the_part(tmp_path: Path) -> None:
    path = a_file(tmp_path, a_backup(a_picture("no*base64")))

    (found,) = found_in(path)

    assert (found.text, found.notes, found.attachments[0].missing) == ("Look & see", (OriginNote.PART_DAMAGED,), True)
    with pytest.raises(ValueError, match="base64"):
        sms_backup.attachment(Source(path), found, found.attachments[0].index)


def test_a_part_that_is_too_long_keeps_its_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tags, "BLOCK", 512)
    monkeypatch.setattr(xml_tags, "LONGEST", 4_000)
    monkeypatch.setattr(xml_tags, "KEPT", 1_000)
    path = a_file(tmp_path, a_backup(a_picture("A" * 40_000), a_text("after it")))

    picture, text = found_in(path)

    assert (picture.text, picture.notes) == ("Look & see", (OriginNote.PART_TOO_LARGE,))
    assert text.text == "after it"
    assert Source(path).read(text.place.start, text.place.length).decode() == a_text("after it")


def test_an_rcs_message_is_one(tmp_path: Path) -> None:
    (found,) = found_in(a_file(tmp_path, a_backup(a_picture("").replace('tr_id="x"', 'tr_id="proto:Cg=="'))))

    assert found.channel is Channel.RCS


@pytest.mark.parametrize("last", ["<sms ", 'date="179', 'body="th', "three", 'locked="0"'])
def test_of_a_file_that_is_cut_off_all_that_is_whole_is_read_and_the_end_is_told(tmp_path: Path, last: str) -> None:
    whole = a_backup(a_text("one"), a_text("two"), a_text("three"))

    items = items_of(a_file(tmp_path, whole[: whole.rindex(last) + len(last)]))

    assert [one.text for one in items if isinstance(one, Found)] == ["one", "two"]
    problems = [one.problem.value for one in items if isinstance(one, Trouble)]
    assert problems == ["damaged", "end_missing", "count_differs"]


def test_a_damaged_element_is_told_with_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    broken = a_text("two").replace('read="1"', 'read="1')
    path = a_file(tmp_path, a_backup(a_text("one"), broken, a_text("three")))

    items = items_of(path)

    assert [one.text for one in items if isinstance(one, Found)] == ["one", "three"]
    assert [(one.problem.value, one.line) for one in items if isinstance(one, Trouble)] == [
        ("damaged", 5),
        ("count_differs", 0),
    ]


def test_a_wrong_count_is_told(tmp_path: Path) -> None:
    assert problems_of(a_file(tmp_path, a_backup(a_text("x"), count=56))) == ["count_differs"]


@pytest.mark.parametrize(
    ("date", "doubt"),
    [
        ("0", Doubt.ROUND_START),
        ("978307200000", Doubt.ROUND_START),
        ("-11644473600000", Doubt.ROUND_START),
        ("", Doubt.MISSING),
        ("null", Doubt.MISSING),
        ("soon", Doubt.MALFORMED),
        ("99999999999999999999", Doubt.MALFORMED),
        ("1790000000123", None),
    ],
)
def test_a_time_that_cannot_be_right_is_asked_about(tmp_path: Path, date: str, doubt: Doubt | None) -> None:
    text = a_text("x").replace('date="1790000000000"', f'date="{date}"')

    (found,) = found_in(a_file(tmp_path, a_backup(text)))

    assert found.when.doubt is doubt


@given(st.binary(max_size=300))
def test_any_bytes_behind_a_root_are_read_without_an_error(data: bytes) -> None:
    stream = io.BytesIO(b'<smses count="1">' + data)

    assert all(tag.start >= 0 for tag in xml_tags.tags(stream))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40), max_size=6))
def test_what_is_written_as_xml_is_read_again(bodies: list[str]) -> None:
    elements = "".join(f"<sms body={quoteattr(body)} date='1790000000000' type='1'/>\n" for body in bodies)

    read = [tag.attributes["body"] for tag in xml_tags.tags(io.BytesIO(elements.encode())) if tag.name == "sms"]

    assert read == [body.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") for body in bodies]


@with_samples
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("sms_backup_restore/*.xml")), ids=lambda path: path.stem)
def test_every_element_of_a_public_sample_is_found(path: Path) -> None:
    written = path.read_bytes()
    count = sum(written.count(b"<" + name) for name in (b"sms ", b"mms ", b"call "))

    found = [one for one in items_of(path) if isinstance(one, Found)]

    assert len(found) == count
    for one in found:
        piece = written[one.place.start : one.place.start + one.place.length]
        assert piece.startswith(b"<")
        assert piece.endswith((b"/>", b"</mms>"))
