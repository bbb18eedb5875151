"""Text files of imessage-exporter: who wrote what and when, each message once."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import imessage_text
from journal.intake.model.found import Channel, Doubt, Problem, SentBy
from tests.intake.formats.reading import a_file, items, problems, read_whole, torn

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CHAT = """\
May 17, 2026  5:29:42 PM (Read by you after 1 hour, 49 seconds)
+32470555123
Where are you?

I wait
attachments/1/a.jpg
attachments/1/b.jpg
Tapbacks:
    Loved by Me

    May 17, 2026 10:02:10 PM
    Me
    Stop

May 17, 2026 10:02:10 PM
Me
Stop
This message responded to an earlier message.

May 17, 2026 12:00:00 AM
Bram
Gone
Edited 5 seconds later: Going
This message was deleted from the conversation!

May 18, 2026  6:03:00 PM Bram named the conversation Home.

"""


def test_a_message_is_read_once_with_its_writer_its_time_and_the_files_that_are_there(tmp_path: Path) -> None:
    a_file(tmp_path, b"picture", "attachments/1/a.jpg")
    source = a_file(tmp_path, CHAT.encode())
    assert imessage_text.recognises(source.head())
    theirs, own, bram, told = items(imessage_text, source)

    assert (theirs.channel, theirs.direction, theirs.party) == (Channel.IMESSAGE, SentBy.UNKNOWN, "+32470555123")
    assert (theirs.when.local, theirs.when.offset) == ("2026-05-17T17:29:42", "")
    assert theirs.text == "Where are you?\n\nI wait\nattachments/1/b.jpg"
    assert [one.name for one in theirs.attachments] == ["a.jpg"]
    assert imessage_text.attachment(source, theirs, 0) == b"picture"
    assert (own.direction, own.name, own.text, own.when.local) == (SentBy.SENT, "", "Stop", "2026-05-17T22:02:10")
    assert (bram.name, bram.when.local) == ("Bram", "2026-05-17T00:00:00")
    assert (bram.text, bram.notes) == ("Gone\nEdited 5 seconds later: Going", (OriginNote.DELETED, OriginNote.EDITED))
    assert (told.direction, told.text) == (SentBy.NEITHER, "Bram named the conversation Home.")
    parts = [source.read(one.place.start, one.place.length) for one in (theirs, own, bram, told)]
    assert b"".join(parts) == CHAT.encode()
    assert not problems(imessage_text, source)


def test_lines_before_the_first_message_are_told_and_a_day_that_is_none_is_in_doubt(tmp_path: Path) -> None:
    source = a_file(tmp_path, b"Words\nFeb 31, 2026  5:29:42 PM\nMe\nText\n")

    assert problems(imessage_text, source) == [Problem.BEFORE_FIRST]
    assert [one.when.doubt for one in items(imessage_text, source)] == [Doubt.MALFORMED]


@given(torn(CHAT.encode()) | st.binary())
def test_any_bytes_are_read_without_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    source = a_file(tmp_path_factory.mktemp("i"), data)
    imessage_text.recognises(source.head())
    with contextlib.suppress(OSError):
        read_whole(imessage_text, source)
