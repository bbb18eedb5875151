"""One mail as `Found`, from its raw bytes; every format of mail shares it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from email.errors import InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect
from email.utils import getaddresses, parseaddr
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.evidence.mail_parts import (
    FAULTS,
    MailParts,
    content,
    header_text,
    mail_head,
    mail_parts,
    part_name,
    readable,
)
from journal.intake.formats.mail_times import mail_times
from journal.intake.model.found import Channel, Found, FoundFile, Place, SentBy, SourceTime

if TYPE_CHECKING:
    from email.message import Message

LONGEST_TEXT = 100_000
"""Characters of a mail that an entry takes; the rest stays in the evidence."""
_LONGEST_HEADER = 2_000
_STRAY = re.compile(rb"(?m)^>*From [^\n]*\n")
_QUOTED = re.compile(rb"(?m)^>(>*From )")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_SIMPLE_FROM = re.compile(r'"?([^"<>,;:()\\@=\ud800-\udfff]*)"? ?<([^<>\s"\ud800-\udfff]+@[^<>\s"\ud800-\udfff]+)>')
_IN_BRACKETS = re.compile(r"<([^<>\s]+)>")
_DELIVERED = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Apparently-To")
"""Headers in which the receiver's provider writes whose mailbox it is."""
_SENT = frozenset({"sent", "verzonden", "messages envoyés", "envoyés"})
_DRAFTS = frozenset({"drafts", "draft", "concepten", "brouillons", "brouillon"})
"""Labels of Gmail in three languages."""
_DAMAGED = (InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_SURROGATES = re.compile("[\ud800-\udfff]")


def mail_found(raw: bytes, place: Place, *, quoted: bool = False, arrived: SourceTime | None = None) -> Found:
    """Read one mail; never raises. `quoted` is one of a mailbox in which lines with `From` have a mark before them.

    `arrived` is when a mail program says it came. What cannot be taken apart keeps its headers.
    """
    plain, partly = _without_marks(raw, quoted=quoted), len(raw) < place.length
    try:
        return _found(mail_parts(plain), place, arrived, partly=partly)
    except FAULTS:
        return _found(MailParts(mail_head(plain[: 1 << 16]), rewritten=False), place, arrived, taken_apart=False)


def mail_file(raw: bytes, index: int, *, quoted: bool = False) -> bytes:
    """Decode a file that came with a mail; raises ValueError where it is not in it."""
    try:
        part = mail_parts(_without_marks(raw, quoted=quoted)).attachments[index]
    except FAULTS as error:
        raise ValueError("the mail has no such file") from error
    if _is_left_out(part):
        raise ValueError("the file was not kept with the mail")
    return content(part)


def _without_marks(raw: bytes, *, quoted: bool) -> bytes:
    """Remove lines of mailboxes from the head, where they would end it, and their marks from the body."""
    raw = raw.removeprefix(BOM_UTF8)
    end = _END_OF_HEAD.search(raw)
    at = end.start() if end else len(raw)
    head, body = raw[:at], raw[at:]
    if b"From " in head:
        head = _STRAY.sub(b"", head)
    if quoted and b">From " in body:
        body = _QUOTED.sub(rb"\1", body)
    return head + body


def _found(
    parts: MailParts, place: Place, arrived: SourceTime | None, *, partly: bool = False, taken_apart: bool = True
) -> Found:
    name, address = _sender(parts)
    times = mail_times(parts, arrived)
    text = _clean(parts.text()).rstrip() if taken_apart else ""
    files = [_file(part, at) for at, part in enumerate(parts.attachments)] if taken_apart else []
    own = next((found for name_ in _DELIVERED for value in parts.headers(name_) if (found := _delivered(value))), "")
    recipient = _address(next(parts.headers("To"), ""))
    direction, drafted = _direction(parts, address, own)
    sent = direction is SentBy.SENT
    notes = times.notes + drafted + (() if name or address else (OriginNote.NO_SENDER,))
    if not taken_apart or partly or parts.has_more or len(text) > LONGEST_TEXT:
        notes += (OriginNote.NOT_ALL_READ,)
    if any(one.missing for one in files):
        notes += (OriginNote.FILE_MISSING,)
    if any(_is_damaged(part) for part in parts.attachments if taken_apart):
        notes += (OriginNote.PART_DAMAGED,)
    return Found(
        place=Place(place.start, place.length, place.line, _header(parts, "Message-ID")),
        channel=Channel.MAIL,
        direction=direction,
        when=times.when,
        party=recipient if sent else address,
        name="" if sent else name,
        own=address if sent else own,
        recipient="" if sent else recipient,
        stated=_clean(times.stated),
        text=text[:LONGEST_TEXT],
        subject=_header(parts, "Subject"),
        attachments=tuple(files),
        notes=notes,
    )


def _direction(parts: MailParts, sender: str, own: str) -> tuple[SentBy, tuple[OriginNote, ...]]:
    """Tell who sent it: a label of Gmail, or a mailbox to which the provider delivered what another sent; else open."""
    labels = {label.strip().strip('"').casefold() for label in _header(parts, "X-Gmail-Labels").split(",")}
    if labels & _DRAFTS:
        return SentBy.SENT, (OriginNote.DRAFT,)
    if labels & _SENT:
        return SentBy.SENT, ()
    delivered = own and own.casefold() != sender.casefold()
    return (SentBy.RECEIVED if delivered else SentBy.UNKNOWN), ()


def _sender(parts: MailParts) -> tuple[str, str]:
    """Return display name and address of `From`; a text that holds no address is a name."""
    raw = next(iter(parts.raw_headers("From")), "")
    plain = " ".join(readable(raw[:_LONGEST_HEADER]).split())
    if simple := _SIMPLE_FROM.fullmatch(plain):
        return simple[1].strip(), simple[2]
    name, address = getaddresses([plain])[0] if plain else ("", "")
    if "@" not in address:
        inside = _IN_BRACKETS.search(plain)
        name, address = (plain[: inside.start()].strip(' "'), inside[1]) if inside else (plain, "")
    return _clean(header_text("Subject", name)), _clean(address)


def _address(value: str) -> str:
    simple = _SIMPLE_FROM.fullmatch(value)
    found = simple[2] if simple else parseaddr(value)[1]
    return _clean(found) if "@" in found else ""


def _delivered(value: str) -> str:
    """Return the address of a mailbox; that of a list, which some programs write there too, is nobody's own."""
    found = re.match(r"[^\s<>;,]+@[^\s<>;,]+", value)
    return _clean(found[0]) if found else ""


def _header(parts: MailParts, name: str) -> str:
    return _clean(next(parts.headers(name), ""))[:_LONGEST_HEADER]


def _file(part: Message, index: int) -> FoundFile:
    return FoundFile(_clean(part_name(part)).rpartition("/")[2], part.get_content_type(), index, _is_left_out(part))


def _is_left_out(part: Message) -> bool:
    """Tell whether a mail program has put the file elsewhere, or removed it: Apple Mail, Thunderbird."""
    if part.get("X-Mozilla-Altered") or part.get("X-Mozilla-External-Attachment-URL"):
        return True
    return bool(part.get("X-Apple-Content-Length")) and not content(part).strip()


def _is_damaged(part: Message) -> bool:
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return False
    content(part)
    return any(isinstance(one, _DAMAGED) for one in part.defects)


def _clean(text: str) -> str:
    """Replace halves of characters, which no file can hold, and write line ends in one way."""
    known = text if text.isascii() else _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return known.replace("\r\n", "\n")
