"""Reader of Snapchat's "My Data" as JSON: saved chats, the list of snaps, and calls.

Source of the format: exports of 2019 to 2026 as public readers describe them. `Created(microseconds)` holds
milliseconds, and a text its signs as HTML writes them.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import first_text, row, seconds, text, whole_number, written_utc
from journal.intake.model import neighbours
from journal.intake.model.found import CallResult, Channel, Found, FoundFile, Problem, SentBy, SourceTime, Trouble
from journal.intake.model.neighbours import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

_CALLS = {
    "Outgoing Calls": SentBy.SENT,
    "Incoming Calls": SentBy.RECEIVED,
    "Completed Calls": SentBy.UNKNOWN,
}
_OLD_LIST = re.compile(r"(Received|Sent)(?: Saved| Unsaved)? (?:Chat|Snap) History")
_GROUP = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
"""Id of a conversation, in place of the name of the other user."""
_SNAPS = frozenset({"IMAGE", "VIDEO"})
"""Media types of the list of snaps, which holds no content."""


def recognises(head: bytes) -> bool:
    """Test whether a file begins as one of these lists."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    if any(f'"{name}"'.encode() in head for name in _CALLS):
        return True
    return b'"Media Type"' in head and b'"Created"' in head and (b'"From"' in head or b'"To"' in head)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message, snap and call in the order of the file."""
    reader = _SnapchatReader(source)
    with source.open() as file:
        for value in values(file, _step):
            yield value if isinstance(value, Trouble) else reader.value(value)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read a file of `chat_media`; raises ValueError where it is not there or too large, and OSError."""
    return neighbours.attachment(source, found, index, up=_up(source))


def _up(source: Source) -> int:
    """Return how far above the list the folder of the export lies: it keeps its lists in `json`."""
    folder = PurePosixPath(source.member).parent if source.member else source.path.parent
    return 1 if folder.name == "json" else 0


def _step(path: Path) -> Visit:
    return Visit.ENTER if len(path) < 2 else Visit.TAKE


class _SnapchatReader:
    """Reads the rows of every list."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._media: dict[str, str] | None = None

    def value(self, value: Value) -> Found | Trouble:
        """Read one row; `Trouble` where it is none."""
        opening = opened(value)
        if isinstance(opening, Trouble):
            return opening
        whole, replaced = opening
        said, heading = row(whole), value.path[0] if value.path else ""
        notes = (OriginNote.SIGNS_REPLACED,) if replaced else ()
        if heading in _CALLS and "Date & Time" in said:
            return _call(said, value, heading, notes)
        if not said.keys() & {"Created", "Media Type", "Content", "Text"}:
            return value.trouble(Problem.NOT_UNDERSTOOD)
        return self._message(said, value, heading, notes)

    def _message(self, said: dict[str, object], value: Value, heading: str, notes: tuple[OriginNote, ...]) -> Found:
        direction = _direction(said, heading)
        old = _OLD_LIST.fullmatch(heading)
        is_group = bool(_GROUP.fullmatch(heading)) or bool(text(said.get("Conversation Title")))
        other = "" if old or is_group else heading
        if direction is not SentBy.SENT:
            other = first_text(said, "From") or other
        elif old:
            other = first_text(said, "To")
        files = tuple(self._files(said))
        if any(one.missing for one in files):
            notes = (OriginNote.FILE_MISSING, *notes)
        if said.get("Media Type") in tuple(_SNAPS) and not {"Content", "Text"} & said.keys():
            notes = (OriginNote.VIEW_ONCE, *notes)
        return Found(
            place=value.place,
            channel=Channel.SNAPCHAT,
            direction=direction,
            when=_when(said),
            party=other,
            conversation=text(said.get("Conversation Title")),
            text=html.unescape(first_text(said, "Content", "Text")),
            attachments=files,
            notes=notes,
        )

    def _files(self, said: dict[str, object]) -> Iterator[FoundFile]:
        ids = [one.strip() for one in text(said.get("Media IDs")).split("|") if one.strip()]
        if ids and self._media is None:
            self._media = _media(self._source)
        for index, one in enumerate(ids):
            file = (self._media or {}).get(one, "")
            yield FoundFile(name=PurePosixPath(file).name, index=index, missing=not file, file=file)


def _media(source: Source) -> dict[str, str]:
    """Return the files of `chat_media` by the id in their name; as `2024-05-01_b~….jpg`."""
    names = Neighbours(source, up=_up(source)).below("chat_media")
    return {PurePosixPath(name).stem.partition("_")[2]: name for name in names}


def _direction(said: dict[str, object], heading: str) -> SentBy:
    if (old := _OLD_LIST.fullmatch(heading)) is not None:
        return SentBy.RECEIVED if old[1] == "Received" else SentBy.SENT
    told = said.get("IsSender")
    if not isinstance(told, bool):
        return SentBy.UNKNOWN
    return SentBy.SENT if told else SentBy.RECEIVED


def _when(said: dict[str, object]) -> SourceTime:
    """Return the written time, to the millisecond where the number beside it means the same second."""
    written, finer = written_utc(said.get("Created")), whole_number(said.get("Created(microseconds)"))
    if written.instant is not None and finer is not None and finer // 1000 == written.instant // 1000:
        return SourceTime(instant=finer, doubt=written.doubt)
    return written


def _call(said: dict[str, object], value: Value, heading: str, notes: tuple[OriginNote, ...]) -> Found:
    lasted = seconds(said.get("Length (sec)"))
    result = text(said.get("Result"))
    return Found(
        place=value.place,
        channel=Channel.SNAPCHAT,
        direction=_CALLS[heading],
        when=written_utc(said.get("Date & Time")),
        text=" ".join(filter(None, (text(said.get("Type")), result))),
        call=CallResult.MISSED if result.upper() == "MISSED" else CallResult.ANSWERED if lasted else CallResult.UNKNOWN,
        seconds=lasted,
        notes=notes,
    )
