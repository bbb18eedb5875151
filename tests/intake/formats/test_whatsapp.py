"""Chats exported by WhatsApp: headers of every telephone and language, markers, and what the export cannot tell."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import whatsapp
from journal.intake.formats.chat_headers import header
from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import CallResult, Channel, SentBy
from journal.intake.model.source import Source
from tests.intake.exports import a_file, found_in, items_of, problems_of

if TYPE_CHECKING:
    from pathlib import Path

LRM, NNBSP, NBSP = "\u200e", "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("line", "numbers", "clock"),
    [
        ("18-08-2026 09:15 - Naam: woorden", (18, 8, 2026), (9, 15, None)),
        ("06-07-2026, 14:32 - Naam: woorden", (6, 7, 2026), (14, 32, None)),
        ("06-07-2026, 14:32 \u2013 Naam: woorden", (6, 7, 2026), (14, 32, None)),
        ("27/08/2020 11:17 - Naam: woorden", (27, 8, 2020), (11, 17, None)),
        ("23/08/2026, 14:32 - Arthur: 651", (23, 8, 2026), (14, 32, None)),
        ("12/03/2024 à 15:51 - Thomas K: oui", (12, 3, 2024), (15, 51, None)),
        ("15.04.2016, 15:04 - Ash: hi", (15, 4, 2016), (15, 4, None)),
        ("2019/01/01, 11:25 - John: hi", (2019, 1, 1), (11, 25, None)),
        ("13.6.2018 klo 21.25.15 - Aino: moi", (13, 6, 2018), (21, 25, 15)),
        ("[06-09-2026, 15:23:44] Naam: woorden", (6, 9, 2026), (15, 23, 44)),
        ("[25-07-2026 14:32:15] Naam: woorden", (25, 7, 2026), (14, 32, 15)),
        (f"{LRM}[02-05-2022 16:17:01] Naam: {LRM}<bijgevoegd: 1.jpg>", (2, 5, 2022), (16, 17, 1)),
        ("\ufeff\ufeff[29.01.18, 12:24:03] Du: hallo", (29, 1, 18), (12, 24, 3)),
        ("[\ufeff29.01.18, 12:24:03] Du: hallo", (29, 1, 18), (12, 24, 3)),
        ("[31/12/2022 11:40:26] Eve: hi", (31, 12, 2022), (11, 40, 26)),
        ("[00:29, 15/05/2021] Alice: hi", (15, 5, 2021), (0, 29, None)),
    ],
)
def test_a_header_of_every_telephone_is_one(
    line: str, numbers: tuple[int, ...], clock: tuple[int, int, int | None]
) -> None:
    found = header(line)

    assert found is not None
    assert found.numbers == numbers
    assert found.clock == ":".join(f"{one:02}" for one in clock if one is not None)
    assert line[found.end :].lstrip(LRM)[:1].isalpha()


@pytest.mark.parametrize(
    "line",
    ["[5/2, 16:08] Alice: hi", "just words", "12-03 is the day", "", "99/99/99 27:80 - x: y", "1. first", "[sic] yes"],
)
def test_other_lines_are_no_header(line: str) -> None:
    assert header(line) is None


@pytest.mark.parametrize(
    ("time", "clock", "notes"),
    [
        (f"2:23{NNBSP}PM", "14:23", ()),
        ("12:12 a.m.", "00:12", ()),
        (f"1:55 p.{NBSP}m.", "13:55", ()),
        ("08:49 p. m.", "20:49", ()),
        ("12:30 PM", "12:30", ()),
        ("23:59 PM", "23:59", (OriginNote.IMPOSSIBLE_HOUR,)),
        ("00:04 AM", "00:04", (OriginNote.IMPOSSIBLE_HOUR,)),
        ("4:15 matin", "04:15", ()),
        ("12:00 midi", "12:00", ()),
        ("3:30 après-midi", "15:30", ()),
        ("8:45 soir", "20:45", ()),
        ("12:10 nuit", "00:10", ()),
        ("2:05 nuit", "02:05", ()),
    ],
)
def test_hours_of_a_half_of_the_day_are_read(
    tmp_path: Path, time: str, clock: str, notes: tuple[OriginNote, ...]
) -> None:
    (found,) = found_in(a_file(tmp_path, f"23/08/2026, {time} - Arthur: bonjour\n"))

    assert (found.when.local, found.notes) == (f"2026-08-23T{clock}", notes)


ONE = "23-08-2026 14:32 - Jan: "


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("<Media weggelaten>", OriginNote.MEDIA_LEFT_OUT),
        ("<Médias omis>", OriginNote.MEDIA_LEFT_OUT),
        ("<Medien ausgeschlossen>", OriginNote.MEDIA_LEFT_OUT),
        ("<Media omitted>", OriginNote.MEDIA_LEFT_OUT),
        (f"{LRM}afbeelding weggelaten", OriginNote.MEDIA_LEFT_OUT),
        (f"{LRM}image absente", OriginNote.MEDIA_LEFT_OUT),
        (f"{LRM}document manquant", OriginNote.MEDIA_LEFT_OUT),
        (f"{LRM}Bild weggelassen", OriginNote.MEDIA_LEFT_OUT),
        (f"paper.pdf • {LRM}3 pages {LRM}document omitted", OriginNote.MEDIA_LEFT_OUT),
        ("Dit bericht is verwijderd", OriginNote.DELETED),
        (f"{LRM}U hebt dit bericht verwijderd.", OriginNote.DELETED),
        ("Ce message a été supprimé", OriginNote.DELETED),
        ("Diese Nachricht wurde gelöscht.", OriginNote.DELETED),
        ("This message was deleted by admin Eve", OriginNote.DELETED),
        ("Wachten op dit bericht", OriginNote.NOT_ARRIVED),
        ("Waiting for this message. This may take a while.", OriginNote.NOT_ARRIVED),
        ("null", OriginNote.CALL_OR_VIEW_ONCE),
        ("", OriginNote.VIEW_ONCE),
    ],
)
def test_a_marker_is_no_words_of_anybody(tmp_path: Path, body: str, note: OriginNote) -> None:
    (found,) = found_in(a_file(tmp_path, f"{ONE}{body}\n"))

    assert (found.text, found.notes, found.call) == ("", (note,), None)


@pytest.mark.parametrize(
    ("body", "call", "seconds"),
    [
        (f"{LRM}Gemist spraakgesprek", CallResult.MISSED, None),
        ("Appel vidéo manqué", CallResult.MISSED, None),
        ("Verpasster Sprachanruf. Zum Zurückrufen tippen", CallResult.MISSED, None),
        ("Missed voice call. Tap to call back", CallResult.MISSED, None),
        ("Voice call. 12 sec", CallResult.ANSWERED, 12),
        ("Video call. 3 min", CallResult.ANSWERED, 180),
        ("Voice call. No answer", CallResult.UNKNOWN, None),
    ],
)
def test_a_call_in_a_chat_is_one(tmp_path: Path, body: str, call: CallResult, seconds: int | None) -> None:
    (found,) = found_in(a_file(tmp_path, f"{ONE}{body}\n"))

    assert (found.call, found.seconds) == (call, seconds)


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        ("IMG-1.jpg (bestand bijgevoegd)", "IMG-1.jpg", ""),
        ("IMG-1.jpg (fichier joint)\nregarde", "IMG-1.jpg", "regarde"),
        (f"{LRM}<bijgevoegd: 01-PHOTO.jpg>", "01-PHOTO.jpg", ""),
        ("<pièce jointe : 01-PHOTO.jpg>", "01-PHOTO.jpg", ""),
        (f"Plan.pdf • {LRM}116 pagina's {LRM}<bijgevoegd: 2-Plan.pdf>", "2-Plan.pdf", "Plan.pdf • 116 pagina's"),
        ("IMG-1.jpg (file attached)\nlook at this", "IMG-1.jpg", "look at this"),
    ],
)
def test_a_file_is_named_and_looked_for_beside_the_chat(tmp_path: Path, body: str, name: str, words: str) -> None:
    path = a_file(tmp_path, f"{ONE}{body}\n")
    (without,) = found_in(path)
    (tmp_path / name).write_bytes(b"the picture")

    (found,) = found_in(path)

    assert (without.notes, without.attachments[0].missing) == ((OriginNote.FILE_MISSING,), True)
    assert (found.notes, found.text, found.attachments[0].name) == ((), words, name)
    assert whatsapp.attachment(Source(path), found, 0) == b"the picture"


def test_a_name_that_leads_out_of_the_export_is_only_a_name(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"not yours")
    folder = tmp_path / "export"
    folder.mkdir()

    (found,) = found_in(a_file(folder, f"{ONE}../secret (bestand bijgevoegd)\n"))

    assert found.notes == (OriginNote.FILE_MISSING,)


def test_an_edited_message_says_so_and_keeps_its_words(tmp_path: Path) -> None:
    (found,) = found_in(a_file(tmp_path, f"{ONE}kom nu <Dit bericht is bewerkt>\n"))

    assert (found.text, found.notes) == ("kom nu", (OriginNote.EDITED,))


def test_an_archive_holds_its_chat_and_its_files(tmp_path: Path) -> None:
    path = tmp_path / "anything"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", f"[23-08-2026, 14:32:01] Jan: {LRM}<bijgevoegd: 1-PHOTO.jpg>\r\n")
        archive.writestr("1-PHOTO.jpg", b"the picture")

    (found,) = found_in(path)

    assert found.attachments[0].missing is False
    assert whatsapp.attachment(Source(path, "_chat.txt"), found, 0) == b"the picture"


def test_lines_without_a_header_belong_to_the_message_before(tmp_path: Path) -> None:
    text = (
        "[23-08-2026, 14:32:01] Jan: one\r\ntwo\nthree\r\n"
        "[23-08-2026, 14:32:09] Jan: [5/2, 16:08] Alice: pasted\r\n23-08-2026 14:33 - Alice: pasted too\r\n"
        "[23-08-2026, 14:33:00] Els heeft een nieuw telefoonnummer. Tik hier\r\n"
    )

    first, second, third = found_in(a_file(tmp_path, text))

    assert first.text == "one\ntwo\nthree"
    assert second.text == "[5/2, 16:08] Alice: pasted\n23-08-2026 14:33 - Alice: pasted too"
    assert (third.direction, third.name) == (SentBy.NEITHER, "")


def test_the_writer_may_have_any_name(tmp_path: Path) -> None:
    names = ["John-John Doe", "\N{GRINNING FACE}", f"~{NNBSP}Eve", f"\u202a+31{NBSP}6{NBSP}12345678\u202c"]
    text = "".join(f"23-08-2026 14:32 - {name}: a : b\n" for name in names)

    found = found_in(a_file(tmp_path, text))

    assert [one.name for one in found] == ["John-John Doe", "\N{GRINNING FACE}", "~ Eve", "+31 6 12345678"]
    assert [one.party for one in found] == ["", "", "", "+31 6 12345678"]
    assert {one.text for one in found} == {"a : b"}


def test_lines_before_the_first_message_are_told(tmp_path: Path) -> None:
    assert problems_of(a_file(tmp_path, f"My chat\n\n{ONE}hi\n")) == ["before_first"]


def test_a_chat_of_another_program_with_such_lines_is_not_taken_for_whatsapp(tmp_path: Path) -> None:
    (found,) = found_in(a_file(tmp_path, "[2019-12-24 12:23:45] Jan: hi\n"))

    assert found.channel is Channel.SIGNAL


FORMS = {
    "android nl": lambda at, name, text: f"{at:%d-%m-%Y %H:%M} - {name}: {text}",
    "android fr": lambda at, name, text: f"{at:%d/%m/%Y} à {at:%H:%M} - {name} : {text}",
    "android de": lambda at, name, text: f"{at:%d.%m.%y}, {at:%H:%M} - {name}: {text}",
    "ios nl": lambda at, name, text: f"[{at:%d-%m-%Y, %H:%M:%S}] {name}: {text}",
    "ios us": lambda at, name, text: f"[{at.month}/{at.day}/{at:%y, %I:%M:%S}{NNBSP}{at:%p}] {name}: {text}",
}
WORDS = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=2, max_size=12).filter(
    lambda one: one != "null"
)


@given(
    form=st.sampled_from(sorted(FORMS)),
    messages=st.lists(st.tuples(st.integers(0, 40_000), WORDS, WORDS), min_size=1, max_size=12),
)
def test_what_is_written_in_a_form_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, form: str, messages: list[tuple[int, str, str]]
) -> None:
    at, lines, told = datetime.fromisoformat("2026-01-31T09:05:07"), [], []
    for minutes, name, text in messages:
        at += timedelta(minutes=minutes)
        lines.append(FORMS[form](at, name, text))
        seconds = "ios" in form
        told.append((at.isoformat(timespec="seconds" if seconds else "minutes"), name, text))
    path = a_file(tmp_path_factory.mktemp("chat"), "\n".join(lines) + "\n")

    found = found_in(path, DayOrder.MONTH_FIRST if "us" in form else DayOrder.DAY_FIRST)

    assert [(one.when.local, one.name, one.text) for one in found if one.call is None] == told


@given(st.text(max_size=200))
def test_any_text_behind_a_header_is_read_without_an_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    data = f"{ONE}hi\n{ONE}{text}".encode("utf-8", "replace")

    assert items_of(a_file(tmp_path_factory.mktemp("chat"), data))
