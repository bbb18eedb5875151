"""Reader of Android's *SMS Import / Export*: `messages.ndjson` with `data/`, older messages as an array, and calls.

The rows are those of Android's own store, so that a text message has its date in milliseconds and a picture message in
seconds. Source of the format: the description by the program's maker, and Android's of its columns.
"""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.android_store import BOXES, CALLS, NO_NUMBER, UNKNOWN_BOX, WITHHELD
from journal.intake.formats.json_objects import Visit, lines, opened, values
from journal.intake.formats.json_values import decoded, epoch, first_text, identity, row, rows, seconds, text
from journal.intake.model import neighbours
from journal.intake.model.found import CallResult, Channel, Found, FoundFile, Place, Problem, SentBy, Trouble
from journal.intake.model.neighbours import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

_MESSAGE = (b'"date_sent"', b'"thread_id"', b'"msg_box"')
_CALL = (b'"number"', b'"duration"', b'"presentation"', b'"new"')
_TEXT, _LAYOUT = "text/plain", "application/smil"
_NAMES = ("__display_name", "display_name", "display-name")
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")


def recognises(head: bytes) -> bool:
    """Test whether a file begins as messages or calls of this program."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    calls = bool(_ARRAY.match(head)) and sum(one in head for one in _CALL) >= 3
    return calls or sum(one in head for one in _MESSAGE) >= 2


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message or call in the order of the file."""
    reader = _AndroidReader(source)
    is_array = bool(_ARRAY.match(source.head()))
    with source.open() as file:
        for value in values(file, _step) if is_array else lines(file):
            yield value if isinstance(value, Trouble) else reader.row(value)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read a part of a picture message; raises ValueError where it is not there or damaged, and OSError."""
    if any(one.index == index and one.file for one in found.attachments):
        return neighbours.attachment(source, found, index)
    said = row(decoded(source.read(found.place.start, found.place.length))[0])
    parts = _parts(said)
    if not 0 <= index < len(parts) or not text(parts[index].get("binary_data")):
        raise ValueError("the part is not there")
    try:
        return base64.b64decode("".join(text(parts[index]["binary_data"]).split()), validate=True)
    except binascii.Error as error:
        raise ValueError("no base64") from error


def _step(path: Path) -> Visit:
    return Visit.TAKE if path else Visit.ENTER


class _AndroidReader:
    """Reads rows, and looks for their files."""

    def __init__(self, source: Source) -> None:
        self._neighbours = Neighbours(source)

    def row(self, value: Value) -> Found | Trouble:
        """Read one row; `Trouble` where it is none."""
        opening = opened(value)
        if isinstance(opening, Trouble):
            return opening
        whole, replaced = opening
        said, notes = row(whole), (OriginNote.SIGNS_REPLACED,) if replaced else ()
        if "msg_box" in said:
            return self._picture_message(said, value, notes)
        if "duration" in said and "number" in said:
            return _call(said, value, notes)
        if "address" in said or "body" in said:
            return _text_message(said, value, notes)
        return value.trouble(Problem.NOT_UNDERSTOOD)

    def _picture_message(self, said: dict[str, object], value: Value, notes: tuple[OriginNote, ...]) -> Found:
        direction, about = BOXES.get(identity(said.get("msg_box")), UNKNOWN_BOX)
        sender = row(said.get("__sender_address") or said.get("sender_address"))
        recipients = rows(said.get("__recipient_addresses") or said.get("recipient_addresses"))
        others = [one for one in ([sender] if direction is SentBy.RECEIVED else recipients) if _number(one, "address")]
        other = others[0] if len(others) == 1 else {}
        parts = list(enumerate(_parts(said)))
        files = tuple(self._file(part, at) for at, part in parts if part.get("ct") not in (_TEXT, _LAYOUT))
        words = (text(part.get("text")) for _at, part in parts if part.get("ct") == _TEXT)
        if any(one.missing for one in files):
            about += (OriginNote.FILE_MISSING,)
        return Found(
            place=_place(said, value),
            channel=Channel.RCS if text(said.get("tr_id")).startswith("proto:") else Channel.MMS,
            direction=direction,
            when=epoch(said.get("date"), per_second=1),
            party=_number(other, "address"),
            name=first_text(other, *_NAMES),
            conversation=", ".join(_number(one, "address") for one in others) if len(others) > 1 else "",
            own=_card(said, "sub_id"),
            text="\n".join(filter(None, words)),
            subject=text(said.get("sub")),
            attachments=files,
            notes=about + notes,
        )

    def _file(self, part: dict[str, object], index: int) -> FoundFile:
        stored = PurePosixPath(text(part.get("_data"))).name
        file = f"data/{stored}" if stored and self._neighbours.find(f"data/{stored}") else ""
        name = next((said for key in ("cl", "name", "fn") if (said := text(part.get(key))) not in {"", "null"}), stored)
        missing = not file and not text(part.get("binary_data"))
        return FoundFile(name.replace("\\", "/").rpartition("/")[2], text(part.get("ct")), index, missing, file)


def _text_message(said: dict[str, object], value: Value, notes: tuple[OriginNote, ...]) -> Found:
    direction, about = BOXES.get(identity(said.get("type")), UNKNOWN_BOX)
    return Found(
        place=_place(said, value),
        channel=Channel.SMS,
        direction=direction,
        when=epoch(said.get("date")),
        party=_number(said, "address"),
        name=first_text(said, *_NAMES),
        own=_card(said, "sub_id"),
        text=text(said.get("body")),
        subject=text(said.get("subject")),
        notes=about + notes,
    )


def _call(said: dict[str, object], value: Value, notes: tuple[OriginNote, ...]) -> Found:
    direction, result = CALLS.get(identity(said.get("type")), (SentBy.UNKNOWN, CallResult.UNKNOWN))
    withheld = identity(said.get("presentation")) == WITHHELD
    return Found(
        place=_place(said, value),
        channel=Channel.CALL,
        direction=direction,
        when=epoch(said.get("date")),
        party="" if withheld else _number(said, "number"),
        name=first_text(said, *_NAMES, "name"),
        withheld=withheld,
        own=_card(said, "subscription_id"),
        call=result,
        seconds=seconds(said.get("duration")),
        notes=notes,
    )


def _parts(said: dict[str, object]) -> list[dict[str, object]]:
    return rows(said.get("__parts") or said.get("parts"))


def _place(said: dict[str, object], value: Value) -> Place:
    return Place(value.place.start, value.place.length, value.place.line, identity(said.get("_id")))


def _number(said: dict[str, object], key: str) -> str:
    number = identity(said.get(key)).strip()
    return "" if number in NO_NUMBER else number


def _card(said: dict[str, object], key: str) -> str:
    card = identity(said.get(key))
    return "" if card in {"-1", "0"} else card
