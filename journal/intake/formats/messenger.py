"""Reader of the JSON of Messenger and Instagram: the chats of an account, and those that are encrypted end to end.

The first kind writes the bytes of UTF-8 as if they were Latin-1, newest message first, in `message_1.json` and so on.
The second is a download of its own: one file for each chat, oldest first; its first participant owns the account.
Source of the format: exports of 2019 to 2026 as public readers describe them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import decoded, epoch, first_text, row, rows, seconds, text
from journal.intake.model.found import CallResult, Channel, Found, FoundFile, Problem, SentBy, Trouble
from journal.intake.model.neighbours import Neighbours, attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

__all__ = ["attachment", "read", "recognises"]

_ACCOUNT = (b'"sender_name"', b'"timestamp_ms"', b'"thread_path"')
_ENCRYPTED = (b'"senderName"', b'"threadName"')
_FILES = ("photos", "videos", "audio_files", "gifs", "files", "media")
_ABOUT = frozenset({"participants", "title", "threadName", "thread_path"})


class _MetaChat(NamedTuple):
    """What a file says of its chat as a whole."""

    title: str = ""
    people: tuple[str, ...] = ()
    owner: str = ""
    """Name of the account's owner, where the file tells it, and nobody else in the chat is called so."""
    channel: Channel = Channel.META


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such an export."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or b'"participants"' not in head:
        return False
    return any(one in head for one in _ACCOUNT + _ENCRYPTED)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message and call in the order of the file, which is newest first where it is not encrypted.

    The file is read twice, because the title of a chat stands behind its messages.
    """
    reader = _MetaReader(source, _about(source))
    with source.open() as file:
        for value in values(file, _step_messages):
            if isinstance(value, Trouble):
                yield value
            else:
                yield reader.message(value)


def _step_messages(path: Path) -> Visit:
    if path in {(), ("messages",)}:
        return Visit.ENTER
    return Visit.TAKE if path == ("messages", "") else Visit.SKIP


def _step_about(path: Path) -> Visit:
    if not path:
        return Visit.ENTER
    return Visit.TAKE if path[0] in _ABOUT else Visit.SKIP


def _about(source: Source) -> _MetaChat:
    said: dict[str, object] = {}
    with source.open() as file:
        for value in values(file, _step_about):
            if not isinstance(value, Trouble) and value.path:
                try:
                    said[value.path[0]] = decoded(value.data)[0]
                except ValueError:
                    continue
    whole = said.get("participants")
    listed = whole if isinstance(whole, list) else []
    people = tuple(mended(one if isinstance(one, str) else text(row(one).get("name"))) for one in listed)
    encrypted = "threadName" in said
    told = encrypted and bool(listed) and isinstance(listed[0], str) and people.count(people[0]) == 1
    return _MetaChat(
        title=mended(first_text(said, "title", "threadName")),
        people=people,
        owner=people[0] if told else "",
        channel=Channel.MESSENGER if encrypted else _channel(source),
    )


def _channel(source: Source) -> Channel:
    """Tell the two apart by the folder in which the export keeps its chats; their files are alike."""
    where = f"{source.path.parent.as_posix()}/{source.member}".lower()
    if "your_instagram_activity" in where:
        return Channel.INSTAGRAM
    if "your_activity_across_facebook" in where or "your_facebook_activity" in where:
        return Channel.MESSENGER
    return Channel.META


def mended(said: str) -> str:
    """Undo that the bytes of UTF-8 were written as Latin-1, where both steps succeed; else leave the text as it is."""
    if said.isascii():
        return said
    try:
        return said.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said


class _MetaReader:
    """Reads the messages of one chat."""

    def __init__(self, source: Source, chat: _MetaChat) -> None:
        self._chat = chat
        self._neighbours = Neighbours(source)

    def message(self, value: Value) -> Found | Trouble:
        """Read one message; `Trouble` where it is none."""
        opening = opened(value)
        if isinstance(opening, Trouble):
            return opening
        whole, replaced = opening
        said = row(whole)
        if not said.keys() & {"timestamp_ms", "timestamp", "sender_name", "senderName"}:
            return value.trouble(Problem.NOT_UNDERSTOOD)
        sender = mended(first_text(said, "sender_name", "senderName"))
        call, files = _call(said), tuple(self._files(said))
        words = _written(said)
        notes = ((OriginNote.FILE_MISSING,) if any(one.missing for one in files) else ()) + _unsent(said, words)
        direction = self._direction(sender)
        return Found(
            place=value.place,
            channel=self._chat.channel,
            direction=direction,
            when=epoch(said.get("timestamp_ms", said.get("timestamp"))),
            name=self._other() if direction is SentBy.SENT else sender,
            conversation=self._chat.title,
            text=words,
            call=call,
            seconds=seconds(said.get("call_duration")) if call else None,
            attachments=files,
            notes=notes + ((OriginNote.SIGNS_REPLACED,) if replaced else ()),
        )

    def _direction(self, sender: str) -> SentBy:
        if not self._chat.owner or not sender:
            return SentBy.UNKNOWN
        return SentBy.SENT if sender == self._chat.owner else SentBy.RECEIVED

    def _other(self) -> str:
        return self._chat.people[1] if len(self._chat.people) == 2 else ""

    def _files(self, said: dict[str, object]) -> Iterator[FoundFile]:
        held = [one for key in _FILES for one in rows(said.get(key))]
        held += [sticker] if (sticker := row(said.get("sticker"))) else []
        for index, one in enumerate(held):
            uri = text(one.get("uri"))
            yield FoundFile(
                name=mended(uri.replace("\\", "/").rpartition("/")[2]),
                index=index,
                missing=self._neighbours.find(uri) is None,
                file=uri,
            )


def _written(said: dict[str, object]) -> str:
    share = row(said.get("share"))
    parts = (first_text(said, "content", "text"), text(share.get("share_text")), text(share.get("link")))
    return "\n".join(dict.fromkeys(mended(part) for part in parts if part))


def _call(said: dict[str, object]) -> CallResult | None:
    """Return how a call ended; the older exports mark one as such, the newer ones by its duration alone."""
    if "call_duration" not in said and said.get("type") != "Call":
        return None
    if said.get("missed") is True:
        return CallResult.MISSED
    return CallResult.ANSWERED if seconds(said.get("call_duration")) else CallResult.UNKNOWN


def _unsent(said: dict[str, object], words: str) -> tuple[OriginNote, ...]:
    if said.get("is_unsent") is not True and said.get("isUnsent") is not True:
        return ()
    return (OriginNote.UNSENT,) if words else (OriginNote.DELETED,)
