"""Reader of Signal's own plaintext export: `main.jsonl` beside `files/`, in a folder or a zip archive.

Source of the format: Signal's `Backup.proto` as JSON, with 64-bit numbers as texts, enums as names, defaults left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import signal_items
from journal.intake.formats.json_objects import lines, opened
from journal.intake.formats.json_values import epoch, first_text, identity, row, rows, text, whole_number
from journal.intake.model.found import CallResult, Channel, Found, Problem, SentBy, Trouble
from journal.intake.model.neighbours import attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Value
    from journal.intake.model.source import Source

__all__ = ["attachment", "read", "recognises"]

_FIRST_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[^{}\[\]\n]*"backupTimeMs"')
_PASSED_OVER = frozenset({"account", "stickerPack", "notificationProfile", "chatFolder", "version"})
"""Frames that hold no message, and the first line."""


class _Party(NamedTuple):
    """Somebody, or a group, by the id that it has inside one export."""

    name: str = ""
    account: str = ""
    """Telephone number; else the name or the id of the account."""
    is_self: bool = False
    is_group: bool = False


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such an export."""
    return bool(_FIRST_LINE.match(head))


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message, call and line of the program itself, in the order in which they came."""
    reader = _SignalReader(source)
    with source.open() as file:
        for line in lines(file):
            found = line if isinstance(line, Trouble) else reader.line(line)
            if found is not None:
                yield found


class _SignalReader:
    """What the frames said so far: who is who, and which chat is whose."""

    def __init__(self, source: Source) -> None:
        self._files = signal_items.Files(source)
        self._parties: dict[str, _Party] = {}
        self._chats: dict[str, str] = {}

    def line(self, line: Value) -> Found | Trouble | None:
        """Read one line: returns a message, or what is wrong with it, or None where it holds none."""
        opening = opened(line)
        if isinstance(opening, Trouble):
            return opening
        frame, replaced = row(opening[0]), opening[1]
        if said := row(frame.get("recipient")):
            self._parties[identity(said.get("id"))] = _party(said)
        elif said := row(frame.get("chat")):
            self._chats[identity(said.get("id"))] = identity(said.get("recipientId"))
        elif said := row(frame.get("chatItem")):
            return self._item(said, line, replaced=replaced)
        elif said := row(frame.get("adHocCall")):
            return self._link_call(said, line)
        elif not _PASSED_OVER & frame.keys():
            return line.trouble(Problem.NOT_UNDERSTOOD)
        return None

    def _item(self, said: dict[str, object], line: Value, *, replaced: bool) -> Found | Trouble:
        content = signal_items.content(said, self._files)
        if content is None:
            return line.trouble(Problem.NOT_UNDERSTOOD)
        chat = self._parties.get(self._chats.get(identity(said.get("chatId")), ""), _Party())
        author = self._parties.get(identity(said.get("authorId")), _Party())
        direction = content.direction or _direction(said, author)
        if content.call and content.direction is None:
            author = self._parties.get(content.starter, _Party())
            direction = SentBy.SENT if author.is_self else SentBy.RECEIVED if content.starter else SentBy.UNKNOWN
        other = author if direction is SentBy.RECEIVED and not author.is_self and author != _Party() else chat
        if other.is_group or other.is_self:
            other = _Party()
        notes = content.notes + _notes(said, content.earlier) + ((OriginNote.SIGNS_REPLACED,) if replaced else ())
        return Found(
            place=line.place,
            channel=Channel.SMS if said.get("sms") is True else Channel.SIGNAL,
            direction=direction,
            when=epoch(content.started or said.get("dateSent")),
            party=other.account,
            name=other.name,
            conversation=chat.name if chat.is_group else "",
            text="\n".join((*filter(None, content.earlier), content.text)),
            call=content.call,
            attachments=content.attachments,
            notes=notes,
        )

    def _link_call(self, said: dict[str, object], line: Value) -> Found:
        return Found(
            place=line.place,
            channel=Channel.SIGNAL,
            direction=SentBy.UNKNOWN,
            when=epoch(said.get("callTimestamp")),
            conversation=self._parties.get(identity(said.get("recipientId")), _Party()).name,
            call=CallResult.UNKNOWN,
        )


def _party(said: dict[str, object]) -> _Party:
    if "self" in said:
        return _Party(is_self=True)
    if "group" in said:
        title = row(row(row(said["group"]).get("snapshot")).get("title"))
        return _Party(name=text(title.get("title")), is_group=True)
    if "callLink" in said:
        return _Party(name=text(row(said["callLink"]).get("name")), is_group=True)
    card = row(said.get("contact"))
    nickname = row(card.get("nickname"))
    names = (
        (nickname.get("given"), nickname.get("family")),
        (card.get("systemGivenName"), card.get("systemFamilyName")),
        (card.get("profileGivenName"), card.get("profileFamilyName")),
    )
    name = next((full for pair in names if (full := " ".join(filter(None, map(text, pair))))), "")
    number = identity(card.get("e164"))
    account = f"+{number}" if number.isdecimal() else first_text(card, "username", "aci")
    return _Party(name=name, account=account)


def _direction(said: dict[str, object], author: _Party) -> SentBy:
    if "directionless" in said:
        return SentBy.NEITHER
    if "outgoing" in said or author.is_self:
        return SentBy.SENT
    return SentBy.RECEIVED if "incoming" in said else SentBy.UNKNOWN


def _notes(said: dict[str, object], earlier: tuple[str, ...]) -> tuple[OriginNote, ...]:
    notes: tuple[OriginNote, ...] = ()
    if rows(said.get("revisions")):
        notes += (OriginNote.EARLIER_TEXTS if any(earlier) else OriginNote.EDITED,)
    if whole_number(said.get("expiresInMs")):
        notes += (OriginNote.DISAPPEARING,)
    sent = rows(row(said.get("outgoing")).get("sendStatus"))
    if sent and all("failed" in one for one in sent):
        notes += (OriginNote.NOT_SENT,)
    if "incoming" in said and not row(said.get("incoming")).get("dateServerSent"):
        notes += (OriginNote.DATE_BY_SENDER,)
    return notes
