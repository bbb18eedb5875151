"""Tables of calls and messages: any delimiter, encoding and language of their names; nothing guessed."""

from __future__ import annotations

import contextlib
import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Refused
from journal.domain.entry.origin import OriginNote
from journal.intake.formats import tables
from journal.intake.formats.table_values import number_of, seconds_of
from journal.intake.formats.table_words import direction_of
from journal.intake.model.columns import Columns, ColumnsOpen, Meaning
from journal.intake.model.day_order import DayOrder, DayOrderOpen
from journal.intake.model.found import CallResult, Channel, Doubt, Found, Problem, SentBy, SourceTime, Trouble
from journal.intake.recognition.readers import NotRecognised, recognised
from tests.intake.formats.reading import a_file, torn

if TYPE_CHECKING:
    from pathlib import Path

BILL = """\
Overzicht van september

Datum;Tijd;Richting;Nummer;Naam;Duur
21/09/2026;23:14;Gemist;0470 55 51 23;;
21/09/2026;23:15:09;Inkomend;0470 55 51 23;Bram;0:12
22/09/2026;08:00;Uitgaand;0470 12 3x xx;;00:01:05
22/09/2026;08:10;Inkomend;Anoniem;;
Totaal;;;;;3
"""
FRENCH = "Date\tHeure\tSens\tNuméro\tDurée\n13.09.2026\t7h05\tEntrant\t+32 470 55 51 23\t12 s\n"
GERMAN = "Datum,Uhrzeit,Richtung,Rufnummer,Nachricht,Art\n2026-09-13,07:05,Eingehend,+49 151 5550123,=1+1,SMS\n"
IMAZING = (
    "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,"
    "Replying to,Subject,Text,Attachment,Attachment type\n"
    'Bram,2026-09-13 07:05:01,,,,iMessage,Incoming,+32470555123,Bram,Read,,,"Two\nlines",a.jpg | b.jpg,Image\n'
    "Bram,2026-09-13 07:06:00,,,,iMessage,Outgoing,+32470555999,Els,,,,Stop,,\n"
    "Bram,2026-09-13 07:07:00,,,,SMS,Notification,,,,,,Bram left,,\n"
)


def read(folder: Path, text: str | bytes, order: DayOrder | None = None) -> list[Found | Trouble]:
    source = a_file(folder, text if isinstance(text, bytes) else text.encode(), "photo.jpg")
    assert tables.recognises(source)
    return list(tables.read(source, order))


def found(folder: Path, text: str | bytes, order: DayOrder | None = None) -> list[Found]:
    return [one for one in read(folder, text, order) if isinstance(one, Found)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_bill_is_read_row_by_row_in_any_encoding_and_its_total_is_told(tmp_path: Path, encoding: str) -> None:
    *calls, total = read(tmp_path, BILL.replace("Bram", "Bräm").encode(encoding))
    missed, answered, own, anonymous = (one for one in calls if isinstance(one, Found))

    assert (missed.channel, missed.direction, missed.call) == (Channel.CALL, SentBy.RECEIVED, CallResult.MISSED)
    assert (missed.when, missed.party, missed.seconds) == (SourceTime(local="2026-09-21T23:14"), "0470 55 51 23", None)
    assert (answered.when.local, answered.name) == ("2026-09-21T23:15:09", "Bräm")
    assert (answered.call, answered.seconds) == (CallResult.ANSWERED, 12)
    assert (own.direction, own.party, own.name, own.seconds) == (SentBy.SENT, "", "0470 12 3x xx", 65)
    assert (anonymous.withheld, anonymous.party) == (True, "")
    assert total == Trouble(Problem.NOT_UNDERSTOOD, 8, "Totaal;;;;;3")
    whole = (tmp_path / "photo.jpg").read_bytes()
    part = whole[answered.place.start : answered.place.start + answered.place.length]
    assert part.decode("utf-16-le" if encoding == "utf-16" else encoding).startswith("21/09/2026;23:15:09;")


def test_columns_are_known_in_french_and_german_and_a_formula_is_only_text(tmp_path: Path) -> None:
    (call,) = found(tmp_path, FRENCH)
    assert (call.when.local, call.party, call.seconds) == ("2026-09-13T07:05", "+32 470 55 51 23", 12)
    (text,) = found(tmp_path, GERMAN)
    assert (text.channel, text.text, text.call) == (Channel.SMS, "=1+1", None)


def test_messages_as_imazing_writes_them_say_who_wrote_and_which_files_are_missing(tmp_path: Path) -> None:
    a_file(tmp_path, b"picture", "a.jpg")
    theirs, own, told = found(tmp_path, "\ufeff" + IMAZING)

    assert (theirs.channel, theirs.direction, theirs.party) == (Channel.IMESSAGE, SentBy.RECEIVED, "+32470555123")
    assert (theirs.text, theirs.conversation) == ("Two\nlines", "Bram")
    assert [(one.name, one.missing) for one in theirs.attachments] == [("a.jpg", False), ("b.jpg", True)]
    (export,) = recognised([tmp_path / "photo.jpg"])
    assert export.reader.attachment(export.source, theirs, 0) == b"picture"
    assert (own.direction, own.name, own.party) == (SentBy.SENT, "Bram", "")
    assert (told.direction, told.channel) == (SentBy.NEITHER, Channel.SMS)


def test_an_ambiguous_order_is_asked_and_a_contradiction_refused_with_both_lines(tmp_path: Path) -> None:
    head = "date,time,type,number\n"
    with pytest.raises(DayOrderOpen):
        read(tmp_path, f"{head}03/04/2026,10:00,incoming,0470555123\n")
    (one,) = found(tmp_path, f"{head}03/04/2026,10:00 PM,incoming,0470555123\n", DayOrder.MONTH_FIRST)
    assert one.when.local == "2026-03-04T22:00"
    with pytest.raises(Refused, match=r"line 2 .* line 3"):
        read(tmp_path, f"{head}13/04/2026,10:00,incoming,1234\n04/13/2026,10:00,incoming,1234\n")


def test_unknown_columns_and_who_called_are_asked_and_the_answer_is_used(tmp_path: Path) -> None:
    source = a_file(tmp_path, b"Datum,Uur,Lijn\n13/04/2026,10:00,0470555123\n")
    assert not tables.recognises(source)
    (table,) = recognised([source.path])
    with pytest.raises(ColumnsOpen) as asked:
        list(table.items(None))

    assert asked.value.columns == Columns((Meaning.DAY, Meaning.CLOCK, Meaning.NOTHING), SentBy.UNKNOWN)
    assert asked.value.rows == (("13/04/2026", "10:00", "0470555123"),)
    answer = Columns((Meaning.DAY, Meaning.CLOCK, Meaning.NUMBER), SentBy.RECEIVED)
    (one,) = tables.read(source, None, {asked.value.header: answer})
    assert isinstance(one, Found)
    assert (one.direction, one.party, one.call) == (SentBy.RECEIVED, "0470555123", CallResult.UNKNOWN)


def test_a_bill_of_called_numbers_lists_what_the_user_did_herself(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Datum;Tijd;Gebeld nummer\n13/04/2026;10:00;0470555123\n")
    assert (one.direction, one.party) == (SentBy.SENT, "0470555123")


def test_a_row_of_which_nothing_tells_the_direction_is_told_and_not_guessed(tmp_path: Path) -> None:
    text = "date,time,type,number\n13/04/2026,10:00,incoming,1234\n13/04/2026,10:00,call in Belgium,1234\n"
    assert [type(one) for one in read(tmp_path, text)] == [Found, Trouble]
    assert direction_of("call in belgium") is None
    assert direction_of("call|in") is SentBy.RECEIVED
    assert direction_of("outgoing|missed") is None


def test_rows_that_a_quote_swallows_are_told_and_become_no_name(tmp_path: Path) -> None:
    row = "13/04/2026,10:00,incoming,1234\n"
    swallowing = row.replace("1234", '"1234') + row * 3
    assert [type(one) for one in read(tmp_path, "date,time,type,number\n" + row + swallowing)] == [Found, Trouble]


def test_a_time_that_cannot_be_is_in_doubt_with_its_text(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "date,time,type,number\n13/04/2026,25:00,incoming,1234\n")
    assert one.when == SourceTime(doubt=Doubt.MALFORMED, raw="13/04/2026 25:00")
    (two,) = found(tmp_path, "datetime,type,number\n2026-04-13T10:00:00+02:00,incoming,1234\n")
    assert two.when.instant == 1_776_067_200_000


@pytest.mark.parametrize(
    ("text", "bare", "seconds"),
    [
        ("0:12", False, None),
        ("0:00", False, 0),
        ("12 s", False, 12),
        ("00:00:12", False, 12),
        ("1 min 5 sec", False, 65),
        ("12", False, None),
        ("12", True, 12),
        ("", True, None),
        ("long", False, None),
        ("1h2m", False, 3720),
    ],
)
def test_a_duration_is_read_as_it_is_written(text: str, bare: bool, seconds: int | None) -> None:
    assert seconds_of(text, bare=bare) == seconds


@pytest.mark.parametrize(
    ("name", "cells", "seconds"),
    [
        ("Duur", ("0:12",), None),
        ("Duur", ("0:12", "00:01:05"), 12),
        ("Duur", ("0:12", "75:20"), 12),
        ("Duur", ("0:12", "23:59"), None),
        ("Duur (mm:ss)", ("0:12",), 12),
        ("Duur (uu:mm)", ("0:12",), 720),
        ("Duration (hh:mm:ss)", ("0:12",), 12),
    ],
)
def test_two_figures_are_a_duration_only_where_the_column_shows_which(
    tmp_path: Path, name: str, cells: tuple[str, ...], seconds: int | None
) -> None:
    rows = "".join(f"13/04/2026;10:00;Inkomend;0470 55 51 23;{cell}\n" for cell in cells)

    first = found(tmp_path, f"Datum;Tijd;Richting;Nummer;{name}\n{rows}")[0]

    assert first.seconds == seconds
    assert first.call is CallResult.ANSWERED
    assert first.notes == ((OriginNote.DURATION_IN_DOUBT,) if seconds is None else ())


def test_a_duration_of_nothing_is_none_in_any_reading(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "Datum;Tijd;Richting;Nummer;Duur\n13/04/2026;10:00;Inkomend;0470 55 51 23;0:00\n")

    assert (one.seconds, one.call, one.notes) == (0, CallResult.UNKNOWN, ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0470 55 51 23", "0470 55 51 23"),
        ('="0470555123"', "0470555123"),
        ("0470 12 3x xx", ""),
        ("3.2E+10", ""),
        ("=1+1", ""),
        ("-", ""),
        ("Bram", ""),
    ],
)
def test_only_a_whole_number_is_a_number(text: str, number: str) -> None:
    assert number_of(text) == number


def test_a_table_in_a_folder_is_passed_over_where_its_columns_are_not_known(tmp_path: Path) -> None:
    a_file(tmp_path, b"Datum,Bedrag\n13/04/2026,10.00\n", "bank.csv")
    a_file(tmp_path, BILL.encode(), "bill.csv")

    assert [one.source.name for one in recognised([tmp_path])] == ["bill.csv"]


@pytest.mark.parametrize("text", ["", "a,b\n", "date,amount\n", "name,age\nBram,41\n", "Aan;Van\n13/04/2026;1\n"])
def test_what_is_no_table_of_calls_is_not_recognised(tmp_path: Path, text: str) -> None:
    assert not tables.recognises(a_file(tmp_path, text.encode()))


def test_a_workbook_is_refused_with_the_file_to_make_instead(tmp_path: Path) -> None:
    book = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    with pytest.raises(Refused, match="CSV") as refused:
        recognised([a_file(tmp_path, book).path])
    assert not isinstance(refused.value, NotRecognised)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20).map(
    lambda text: text.strip().strip("\ufeff").strip()
)


@given(rows=st.lists(st.tuples(st.datetimes().filter(lambda at: at.year > 1000), TEXTS), min_size=1, max_size=5),
       delimiter=st.sampled_from(";,\t"), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))  # fmt: skip
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, str]], delimiter: str, encoding: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["datetime", "type", "number", "text"])
    writer.writerows([f"{at:%Y-%m-%d %H:%M:%S}", "incoming", "0470555123", text] for at, text in rows)
    read_again = found(tmp_path_factory.mktemp("t"), out.getvalue().encode(encoding), DayOrder.YEAR_FIRST)

    assert [(one.when.local, one.text) for one in read_again] == [
        (f"{at:%Y-%m-%dT%H:%M:%S}", text) for at, text in rows
    ]


@given(torn(BILL.encode("cp1252")) | torn(IMAZING.encode()) | torn(FRENCH.encode("utf-16")) | st.binary())
def test_any_bytes_raise_nothing_but_the_programs_own_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    source = a_file(tmp_path_factory.mktemp("t"), data)
    with contextlib.suppress(Refused):
        list(tables.read(source))
