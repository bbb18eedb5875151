"""Reader of Telegram Desktop's `result.json`: one chat, or a whole account with all its chats.

Source of the format: the writer of Telegram Desktop, whose strings may hold `\\x1F`, which is no JSON.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import clock, epoch, first_text, identity, row, rows, seconds, text
from journal.intake.model.found import (
    CallResult,
    Channel,
    Doubt,
    Found,
    FoundFile,
    Place,
    Problem,
    SentBy,
    SourceTime,
    Trouble,
)
from journal.intake.model.neighbours import Neighbours, attachment
from journal.intake.model.times import of_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

__all__ = ["attachment", "read", "recognises"]

_CHAT_ROWS = (b'"date_unixtime"', b'"from_id"', b'"text_entities"', b'"personal_chat"', b'"private_group"')
_LISTS = (("chats", "list", ""), ("left_chats", "list", ""))
_NOT_A_PATH = re.compile(r"(?:(.*) )?\((?:File|Photo) (unavailable|exceeds|not included)")
"""What stands in place of the path of a file that was not exported, with its name before it at times."""
_FILES = ("photo", "file", "contact_vcard")
_CALLS = {"missed": CallResult.MISSED, "busy": CallResult.BUSY}
_MORE_WORDS = frozenset({"contact_information", "sticker_emoji", "location_information", "poll"})
"""Fields that hold words beside the text."""
_SERVICE_DETAILS = ("title", "members", "information_text", "period", "distance", "to", "score", "amount")


class _TelegramChat(NamedTuple):
    """Chat that is being read."""

    name: str = ""
    id: str = ""
    kind: str = ""

    @property
    def is_personal(self) -> bool:
        """Whether only the user and one other write in it."""
        return self.kind in {"personal_chat", "bot_chat"}

    def with_field(self, key: str, content: object) -> _TelegramChat:
        """Return the chat with one more of its fields; each is left out in some exports."""
        if key == "name":
            return self._replace(name=text(content))
        return self._replace(id=identity(content)) if key == "id" else self._replace(kind=text(content))


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such an export."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    account = b'"personal_information"' in head and b'"user_id"' in head
    return account or (b'"messages"' in head and any(one in head for one in _CHAT_ROWS))


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message, call and line of the program itself, chat after chat, in the order of the file."""
    reader = _TelegramReader(source)
    with source.open() as file:
        for value in values(file, _step):
            found = value if isinstance(value, Trouble) else reader.value(value)
            if found is not None:
                yield found


def _step(path: Path) -> Visit:
    here = path[3:] if path[:3] in _LISTS else path
    if here in {(), ("messages",)} or path in {one[:size] for one in _LISTS for size in (1, 2)}:
        return Visit.ENTER
    wanted = here in {("name",), ("id",), ("type",), ("personal_information",)} or here == ("messages", "")
    return Visit.TAKE if wanted else Visit.SKIP


class _TelegramReader:
    """What the file said so far: whose account it is, and which chat this is."""

    def __init__(self, source: Source) -> None:
        self._neighbours = Neighbours(source)
        self._own = ""
        self._chat = _TelegramChat()
        self._seen: set[str] = set()

    def value(self, value: Value) -> Found | Trouble | None:
        """Read one value of the file: a message, or what tells about the account or the chat."""
        last = value.path[-1] if value.path else ""
        opening = opened(value)
        if isinstance(opening, Trouble):
            return opening
        content, replaced = opening
        if last == "personal_information":
            self._own = "user" + identity(row(content).get("user_id"))
            return None
        if last != "" and self._seen & {last, ""}:
            self._chat, self._seen = _TelegramChat(), set()
        self._seen.add(last)
        if last == "":
            return self._item(row(content), value, replaced=replaced)
        self._chat = self._chat.with_field(last, content)
        return None

    def _item(self, said: dict[str, object], value: Value, *, replaced: bool) -> Found | Trouble:
        kind = text(said.get("type", "message"))
        if kind not in {"message", "service"} or not said.keys() - {"id", "type"}:
            return value.trouble(Problem.NOT_UNDERSTOOD)
        who = "actor" if kind == "service" and "from_id" not in said else "from"
        account, name = identity(said.get(f"{who}_id")), text(said.get(who))
        direction = self._direction(account)
        call, notes = _call(said), _notes(said)
        if kind == "service" and call is None:
            direction = SentBy.NEITHER
        if direction is SentBy.SENT:
            account, name = (f"user{self._chat.id}", self._chat.name) if self._chat.is_personal else ("", "")
        files = tuple(self._files(said))
        if any(one.missing for one in files):
            notes += _left_out(said)
        return Found(
            place=value.place if not said.get("id") else _with_id(value, said),
            channel=Channel.TELEGRAM,
            direction=direction,
            when=_when(said),
            party=account,
            name=name,
            conversation=self._chat.name,
            own=self._own,
            text=_written(said, is_service=kind == "service" and call is None),
            call=call,
            seconds=seconds(said.get("duration_seconds")) if call else None,
            attachments=files,
            notes=notes + ((OriginNote.SIGNS_REPLACED,) if replaced else ()),
        )

    def _direction(self, account: str) -> SentBy:
        """Tell who sent it: the account's own id is stated; in a chat of two, whoever is not the other is the user."""
        if not account:
            return SentBy.UNKNOWN
        if self._own:
            return SentBy.SENT if account == self._own else SentBy.RECEIVED
        if self._chat.kind == "saved_messages":
            return SentBy.SENT
        if self._chat.is_personal and self._chat.id:
            return SentBy.RECEIVED if account == f"user{self._chat.id}" else SentBy.SENT
        return SentBy.UNKNOWN

    def _files(self, said: dict[str, object]) -> Iterator[FoundFile]:
        for key in _FILES:
            path = text(said.get(key))
            if not path:
                continue
            left_out = _NOT_A_PATH.match(path)
            file = "" if left_out else path
            name = left_out[1] or "" if left_out else path.replace("\\", "/").rpartition("/")[2]
            yield FoundFile(
                name=text(said.get("file_name")) or name,
                media_type=text(said.get("mime_type")) or text(said.get("media_type")),
                index=_FILES.index(key),
                missing=not file or self._neighbours.find(file) is None,
                file=file,
            )


def _with_id(value: Value, said: dict[str, object]) -> Place:
    return Place(value.place.start, value.place.length, value.place.line, identity(said["id"]))


def _when(said: dict[str, object]) -> SourceTime:
    """Return the instant where the export has one; else the local time of the computer that exported it."""
    written, unix = text(said.get("date")), said.get("date_unixtime")
    if unix is not None or not written:
        return epoch(unix, per_second=1)
    local = clock(written)
    return of_local(local, seconds=True) if local else SourceTime(doubt=Doubt.MALFORMED, raw=written[:80])


def _call(said: dict[str, object]) -> CallResult | None:
    action, reason = said.get("action"), text(said.get("discard_reason"))
    if action == "conference_call":
        return CallResult.MISSED if said.get("is_missed") is True else CallResult.UNKNOWN
    if action != "phone_call":
        return None
    if seconds(said.get("duration_seconds")):
        return CallResult.ANSWERED
    return _CALLS.get(reason, CallResult.NOT_ANSWERED if reason == "hangup" else CallResult.UNKNOWN)


def _written(said: dict[str, object], *, is_service: bool) -> str:
    """Return the words of a message, which are a text, or parts of one with their formats."""
    whole = said.get("text")
    parts = whole if isinstance(whole, list) else [whole]
    words = "".join(part if isinstance(part, str) else text(row(part).get("text")) for part in parts)
    told = _told(said) if is_service else ""
    if not (told or said.keys() & _MORE_WORDS):
        return words
    card, poll = row(said.get("contact_information")), row(said.get("poll"))
    more = (
        " ".join(filter(None, (text(card.get(key)) for key in ("first_name", "last_name", "phone_number")))),
        text(said.get("sticker_emoji")),
        _position(row(said.get("location_information"))),
        text(poll.get("question")),
        *(text(one.get("text")) for one in rows(poll.get("answers"))),
    )
    return "\n".join(filter(None, (told, words, *more)))


def _told(said: dict[str, object]) -> str:
    """Return a line of the program in the export's own words: the action and what it was about."""
    details = []
    for key in _SERVICE_DETAILS:
        value = said.get(key)
        if isinstance(value, list):
            value = ", ".join(map(text, value))
        if isinstance(value, str | int) and value:
            details.append(f"{key}={value}")
    return " ".join(filter(None, (first_text(said, "action"), *details)))


def _position(said: dict[str, object]) -> str:
    latitude, longitude = said.get("latitude"), said.get("longitude")
    numbers = isinstance(latitude, int | float) and isinstance(longitude, int | float)
    return f"{latitude}, {longitude}" if numbers else ""


def _notes(said: dict[str, object]) -> tuple[OriginNote, ...]:
    there = (
        ("edited", OriginNote.EDITED),
        ("edited_unixtime", OriginNote.EDITED),
        ("forwarded_from", OriginNote.FORWARDED),
        ("self_destruct_period_seconds", OriginNote.DISAPPEARING),
    )
    return tuple(dict.fromkeys(note for key, note in there if said.get(key)))


def _left_out(said: dict[str, object]) -> tuple[OriginNote, ...]:
    reasons = {found[2] for key in _FILES if (found := _NOT_A_PATH.match(text(said.get(key))))}
    return (OriginNote.MEDIA_LEFT_OUT,) if reasons & {"exceeds", "not included"} else (OriginNote.FILE_MISSING,)
