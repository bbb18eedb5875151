"""Reader of the direct messages in TikTok's JSON, `user_data_tiktok.json`.

Its times have no zone, and none is told anywhere. Source of the format: exports up to 2026 as public readers describe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import clock, decoded, row, text
from journal.intake.model.found import Channel, Doubt, Found, Problem, SentBy, SourceTime, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

_TELLING = (b'"ChatHistory"', b'"Video Browsing History"', b'"Favorite Videos"', b'"LoginHistoryList"', b'"ProfileMap"')
_CHATS = frozenset(
    {
        ("Direct Message", "Direct Messages", "ChatHistory"),
        ("Direct Messages", "Chat History", "ChatHistory"),
        ("Direct Messages", "ChatHistory"),
    }
)
_PROFILES = frozenset(
    (room, info, "ProfileMap")
    for room in ("Profile", "Profile And Settings", "Your Profile")
    for info in ("Profile Information", "Profile Info")
)
_CHAT = re.compile(r"Chat History with (.*?):?", re.DOTALL)


def recognises(head: bytes) -> bool:
    """Test whether a file begins as the data of an account."""
    begins = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return begins and any(one in head for one in _TELLING)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every direct message in the order of the file, which is read twice, because the profile may stand last."""
    own = _own_name(source)
    with source.open() as file:
        for value in values(file, _step_chats):
            yield value if isinstance(value, Trouble) else _message(value, own)


def attachment(_source: Source, _found: Found, _index: int) -> bytes:
    """Raise ValueError, because there are no files in such an export."""
    raise ValueError("no file")


def _step_chats(path: Path) -> Visit:
    if any(path == chats[: len(path)] for chats in _CHATS):
        return Visit.ENTER
    if path[:-1] in _CHATS and _CHAT.fullmatch(path[-1]):
        return Visit.ENTER
    return Visit.TAKE if path[:-2] in _CHATS else Visit.SKIP


def _step_profile(path: Path) -> Visit:
    if any(path == profile[: len(path)] for profile in _PROFILES):
        return Visit.ENTER
    return Visit.TAKE if path[:-1] in _PROFILES and path[-1] == "userName" else Visit.SKIP


def _own_name(source: Source) -> str:
    with source.open() as file:
        for value in values(file, _step_profile):
            if not isinstance(value, Trouble) and value.path[-1:] == ("userName",):
                try:
                    return text(decoded(value.data)[0])
                except ValueError:
                    continue
    return ""


def _message(value: Value, own: str) -> Found | Trouble:
    opening = opened(value)
    if isinstance(opening, Trouble):
        return opening
    whole, replaced = opening
    said = row(whole)
    if not said.keys() & {"Date", "From", "Content"}:
        return value.trouble(Problem.NOT_UNDERSTOOD)
    named = _CHAT.fullmatch(value.path[-2])
    other, writer = named[1] if named else "", text(said.get("From"))
    direction = SentBy.UNKNOWN
    if writer and writer in {own, other} and own != other:
        direction = SentBy.SENT if writer == own else SentBy.RECEIVED
    return Found(
        place=value.place,
        channel=Channel.TIKTOK,
        direction=direction,
        when=_when(text(said.get("Date"))),
        party=other if direction is SentBy.SENT else writer,
        conversation=other,
        own=own,
        text=text(said.get("Content")),
        notes=(OriginNote.SIGNS_REPLACED,) if replaced else (),
    )


def _when(said: str) -> SourceTime:
    local = clock(said)
    if local is not None:
        return SourceTime(local=local.isoformat(timespec="seconds"), doubt=Doubt.ZONE_NOT_TOLD)
    return SourceTime(doubt=Doubt.MALFORMED if said else Doubt.MISSING, raw=said[:80])
