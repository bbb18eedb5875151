"""Content of one item of Signal's plaintext export: what was written, the files with it, and how a call ended."""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_values import first_text, identity, row, rows, text
from journal.intake.model.found import CallResult, FoundFile, SentBy
from journal.intake.model.neighbours import Neighbours

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.intake.model.source import Source

    Row = dict[str, object]

_INDIVIDUAL = {
    "ACCEPTED": CallResult.ANSWERED,
    "MISSED": CallResult.MISSED,
    "MISSED_NOTIFICATION_PROFILE": CallResult.MISSED,
}
_GROUP = {
    "JOINED": CallResult.ANSWERED,
    "ACCEPTED": CallResult.ANSWERED,
    "DECLINED": CallResult.REJECTED,
    "MISSED": CallResult.MISSED,
    "MISSED_NOTIFICATION_PROFILE": CallResult.MISSED,
}
_WAYS = {"INCOMING": SentBy.RECEIVED, "OUTGOING": SentBy.SENT}


class Content(NamedTuple):
    """What one item holds, whoever wrote it."""

    text: str = ""
    attachments: tuple[FoundFile, ...] = ()
    notes: tuple[OriginNote, ...] = ()
    earlier: tuple[str, ...] = ()
    direction: SentBy | None = None
    """SentBy of a call or of a line of the program, where the item itself tells it."""
    call: CallResult | None = None
    started: object = None
    """When a call began, as it stands there."""
    starter: str = ""
    """Id of who began a call in a group."""


class Files:
    """Files of an export by the beginning of their name, which is a digest."""

    def __init__(self, source: Source) -> None:
        self._by_digest = {PurePosixPath(name).stem: name for name in Neighbours(source).below("files")}

    def attachment(self, pointer: dict[str, object], index: int) -> FoundFile:
        """Return the attachment that a pointer means; missing where its file is not there."""
        where = row(pointer.get("locatorInfo"))
        file = self._by_digest.get(_digest(where), "")
        return FoundFile(
            name=text(pointer.get("fileName")) or PurePosixPath(file).name,
            media_type=text(pointer.get("contentType")),
            index=index,
            missing=not file,
            file=file,
        )


def _digest(where: dict[str, object]) -> str:
    """Return the name of the file without its ending: SHA-256 over the digest of its content and its key."""
    try:
        parts = [base64.b64decode(text(where.get(key)), validate=True) for key in ("plaintextHash", "localKey")]
    except (binascii.Error, ValueError):
        return ""
    return hashlib.sha256(b"".join(parts)).hexdigest() if all(parts) else ""


def content(said: dict[str, object], files: Files) -> Content | None:
    """Read what an item holds; None where it is of a kind that is not known."""
    kind = next((one for one in _KINDS if one in said), "")
    return _KINDS[kind](said, row(said[kind]), files) if kind else None


def _standard(said: Row, message: Row, files: Files) -> Content:
    earlier = (_body(row(row(one.get("standardMessage")).get("text"))) for one in rows(said.get("revisions")))
    written = Content(text=_body(row(message.get("text"))), earlier=tuple(earlier))
    pointers = rows(message.get("attachments"))
    if long_text := row(message.get("longText")):
        written = written._replace(notes=(OriginNote.TEXT_GOES_ON,))
        pointers = [{"pointer": long_text}, *pointers]
    captions = (text(row(one.get("pointer")).get("caption")) for one in pointers)
    written = written._replace(text="\n".join(filter(None, (written.text, *captions))))
    return _with_files(written, pointers, files)


def _with_files(written: Content, pointers: list[dict[str, object]], files: Files) -> Content:
    found = tuple(files.attachment(row(one.get("pointer")), at) for at, one in enumerate(pointers))
    lost = (OriginNote.FILE_MISSING,) if any(one.missing for one in found) else ()
    return written._replace(attachments=found, notes=written.notes + lost)


def _body(said: dict[str, object]) -> str:
    return text(said.get("body"))


def _deleted(_said: Row, _message: Row, _files: Files) -> Content:
    return Content(notes=(OriginNote.DELETED,))


def _view_once(_said: Row, message: Row, files: Files) -> Content:
    pointers = [one for one in (row(message.get("attachment")),) if one]
    return _with_files(Content(notes=(OriginNote.VIEW_ONCE,)), pointers, files)


def _story_reply(_said: Row, message: Row, _files: Files) -> Content:
    return Content(text=_body(row(row(message.get("textReply")).get("text"))) or text(message.get("emoji")))


def _sticker(_said: Row, message: Row, files: Files) -> Content:
    sticker = row(message.get("sticker"))
    return _with_files(Content(text=text(sticker.get("emoji"))), [{"pointer": sticker.get("data")}], files)


def _poll(_said: Row, message: Row, _files: Files) -> Content:
    options = (text(one.get("option")) for one in rows(message.get("options")))
    return Content(text="\n".join([text(message.get("question")), *options]))


def _shared_card(_said: Row, message: Row, _files: Files) -> Content:
    card = row(message.get("contact"))
    name = row(card.get("name"))
    full = " ".join(filter(None, (text(name.get(key)) for key in ("givenName", "middleName", "familyName"))))
    details = (text(one.get("value")) for key in ("number", "email") for one in rows(card.get(key)))
    return Content(text="\n".join(filter(None, (full or text(card.get("organization")), *details))))


def _gift(_said: Row, _message: Row, _files: Files) -> Content:
    return Content(text="giftBadge")


def _payment(_said: Row, message: Row, _files: Files) -> Content:
    details = (text(message.get(key)) for key in ("amountMob", "note"))
    return Content(text=" ".join(filter(None, ("paymentNotification", *details))))


def _of_program(_said: Row, message: Row, _files: Files) -> Content:
    if "individualCall" in message:
        return _individual_call(row(message["individualCall"]))
    if "groupCall" not in message:
        return Content(text=_told(message), direction=SentBy.NEITHER)
    call = row(message["groupCall"])
    state = text(call.get("state"))
    return Content(
        call=_GROUP.get(state, CallResult.UNKNOWN),
        direction=SentBy.SENT if state == "OUTGOING_RING" else None,
        started=call.get("startedCallTimestamp"),
        starter=identity(call.get("ringerRecipientId")) or identity(call.get("startedCallRecipientId")),
    )


def _individual_call(call: dict[str, object]) -> Content:
    direction = _WAYS.get(text(call.get("direction")), SentBy.UNKNOWN)
    state = text(call.get("state"))
    result = _INDIVIDUAL.get(state, CallResult.UNKNOWN)
    if state == "NOT_ACCEPTED":
        result = CallResult.REJECTED if direction is SentBy.RECEIVED else CallResult.NOT_ANSWERED
    return Content(
        call=result,
        direction=direction,
        started=call.get("startedCallTimestamp"),
        notes=(OriginNote.VIDEO_CALL,) if call.get("type") == "VIDEO_CALL" else (),
    )


def _told(said: dict[str, object]) -> str:
    """Return a line of the program in the export's own words: its kind and what it holds."""
    kind = next(iter(said), "")
    held = row(said.get(kind))
    values = [f"{key}={value}" for key, value in held.items() if isinstance(value, str | int) and key != "type"]
    return " ".join(filter(None, (kind, first_text(held, "type"), *values)))


_KINDS: dict[str, Callable[[Row, Row, Files], Content]] = {
    "standardMessage": _standard,
    "remoteDeletedMessage": _deleted,
    "adminDeletedMessage": _deleted,
    "viewOnceMessage": _view_once,
    "updateMessage": _of_program,
    "directStoryReplyMessage": _story_reply,
    "stickerMessage": _sticker,
    "contactMessage": _shared_card,
    "poll": _poll,
    "giftBadge": _gift,
    "paymentNotification": _payment,
}
