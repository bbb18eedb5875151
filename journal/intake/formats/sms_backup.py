"""Reader of Android's *SMS Backup & Restore* (XML): text, picture and RCS messages, and calls.

Source of the format: the maker's description of its fields, and files of 2014 to 2026.
"""

from __future__ import annotations

import base64
import binascii
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.android_store import BOXES, CALLS, NO_NUMBER, UNKNOWN_BOX, WITHHELD
from journal.intake.formats.xml_tags import tags
from journal.intake.model.found import (
    CallResult,
    Channel,
    Found,
    FoundFile,
    Place,
    Problem,
    SentBy,
    Trouble,
)
from journal.intake.model.times import of_epoch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.intake.formats.xml_tags import XmlTag
    from journal.intake.model.source import Source

_ROOTS = frozenset({"smses", "calls"})
_SENDER = "137"
"""Type of the address row with the sender (MMS, PduHeaders.FROM)."""
_TEXT, _LAYOUT = "text/plain", "application/smil"


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such a backup."""
    begins = head.removeprefix(BOM_UTF8).lstrip().startswith(b"<")
    return begins and any(b"<" + name.encode() in head for name in _ROOTS)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message and call, in the order of the file, and what could not be read.

    Of a file that is cut off, all that is whole; then `END_MISSING`. A wrong count of the file itself is told last.
    """
    count, stated, ended = 0, "", False
    with source.open() as file:
        for one in _elements(tags(file)):
            tag = one[0]
            if tag.name in _ROOTS:
                stated = tag.attributes.get("count", "")
            elif tag.name.removeprefix("/") in _ROOTS:
                ended = True
            elif not tag.whole or (tag.name == "mms" and one[-1].name != "/mms"):
                yield Trouble(Problem.DAMAGED, tag.line, tag.name)
            else:
                count += 1
                yield _READERS[tag.name](one)
    if not ended:
        yield Trouble(Problem.END_MISSING)
    if stated.isdecimal() and int(stated) != count:
        yield Trouble(Problem.COUNT_DIFFERS, text=stated)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Decode one part of a picture message; raises ValueError where it is damaged or too long."""
    import io

    parts = [tag for tag in tags(io.BytesIO(source.read(found.place.start, found.place.length))) if tag.name == "part"]
    if not parts[index].whole:
        raise ValueError("the part is too long or cut off")
    return _decoded(parts[index].attributes)


def _decoded(part: Mapping[str, str]) -> bytes:
    try:
        return base64.b64decode("".join(part.get("data", "").split()), validate=True)
    except binascii.Error as error:
        raise ValueError("no base64") from error


def _elements(stream: Iterable[XmlTag]) -> Iterator[list[XmlTag]]:
    """Group tags by element: a picture message with all inside it, anything else alone; unknown tags are dropped."""
    inside: list[XmlTag] = []
    for tag in stream:
        begins = tag.name in {"mms", "sms", "call"} or tag.name.removeprefix("/") in _ROOTS
        if inside and not begins:
            inside.append(tag._replace(attributes=_light(tag)))
        if inside and (begins or tag.name == "/mms"):
            yield inside
            inside = []
        if tag.name == "mms":
            inside = [tag]
        elif begins:
            yield [tag]
    if inside:
        yield inside


def _light(tag: XmlTag) -> dict[str, str]:
    """Return the attributes of a part, its data only as whether there are any and whether they can be decoded."""
    if tag.name != "part" or "data" not in tag.attributes:
        return tag.attributes
    try:
        _decoded(tag.attributes)
    except ValueError:
        return tag.attributes | {"data": ""}
    return tag.attributes | {"data": "whole"}


def _text_message(element: list[XmlTag]) -> Found:
    tag = element[0]
    said = tag.attributes
    direction, notes = BOXES.get(said.get("type", ""), UNKNOWN_BOX)
    return Found(
        place=_place(element),
        channel=Channel.SMS,
        direction=direction,
        when=of_epoch(said.get("date", "")),
        party=_plain(said, "address"),
        name=_name(said),
        own=_card(said, "sub_id"),
        text=said.get("body", ""),
        subject=_plain(said, "subject"),
        notes=notes + _replaced(element),
    )


def _picture_message(element: list[XmlTag]) -> Found:
    said = element[0].attributes
    parts = [tag for tag in element if tag.name == "part"]
    direction, notes = BOXES.get(said.get("msg_box", ""), UNKNOWN_BOX)
    texts = [tag.attributes.get("text", "") for tag in parts if tag.attributes.get("ct") == _TEXT]
    files = [(at, tag) for at, tag in enumerate(parts) if tag.attributes.get("ct") not in {_TEXT, _LAYOUT}]
    if any(tag.whole and tag.attributes.get("data") == "" for _at, tag in files):
        notes += (OriginNote.PART_DAMAGED,)
    if any(not tag.whole for tag in parts):
        notes += (OriginNote.PART_TOO_LARGE,)
    return Found(
        place=_place(element),
        channel=Channel.RCS if said.get("tr_id", "").startswith("proto:") else Channel.MMS,
        direction=direction,
        when=of_epoch(said.get("date", "")),
        party=_writer(element, direction),
        name=_name(said),
        conversation=_plain(said, "address") if "~" in said.get("address", "") else "",
        own=_card(said, "sub_id"),
        text="\n".join(text for text in texts if text != "null"),
        subject=_plain(said, "sub"),
        attachments=tuple(_attachment(tag, at) for at, tag in files),
        notes=notes + _replaced(element),
    )


def _call(element: list[XmlTag]) -> Found:
    said = element[0].attributes
    direction, result = CALLS.get(said.get("type", ""), (SentBy.UNKNOWN, CallResult.UNKNOWN))
    number, seconds = said.get("number", "").strip(), said.get("duration", "")
    withheld = said.get("presentation") == WITHHELD
    return Found(
        place=_place(element),
        channel=Channel.CALL,
        direction=direction,
        when=of_epoch(said.get("date", "")),
        party="" if withheld or number in NO_NUMBER else number,
        name=_name(said),
        withheld=withheld,
        own=_card(said, "subscription_id"),
        call=result,
        seconds=int(seconds) if seconds.isdecimal() and len(seconds) < 8 else None,
        notes=_replaced(element),
    )


_READERS = {"sms": _text_message, "mms": _picture_message, "call": _call}


def _writer(element: list[XmlTag], direction: SentBy) -> str:
    """Return the address of the sender of a group message, where the message has one; else the address as it stands."""
    if direction is SentBy.RECEIVED:
        for tag in element:
            if tag.name == "addr" and tag.attributes.get("type") == _SENDER and tag.attributes.get("address"):
                return tag.attributes["address"]
    return _plain(element[0].attributes, "address")


def _attachment(tag: XmlTag, index: int) -> FoundFile:
    said = tag.attributes
    name = next((said[one] for one in ("cl", "name", "fn") if said.get(one, "null") != "null"), "")
    return FoundFile(name, said.get("ct", ""), index, missing=not tag.whole or not said.get("data"))


def _place(element: list[XmlTag]) -> Place:
    first, last = element[0], element[-1]
    return Place(first.start, last.start + last.length - first.start, first.line, _plain(first.attributes, "m_id"))


def _replaced(element: list[XmlTag]) -> tuple[OriginNote, ...]:
    return (OriginNote.SIGNS_REPLACED,) if any(tag.replaced for tag in element) else ()


def _name(said: Mapping[str, str]) -> str:
    name = _plain(said, "contact_name")
    return "" if name == "(Unknown)" else name


def _plain(said: Mapping[str, str], name: str) -> str:
    value = said.get(name, "").strip()
    return "" if value == "null" else value


def _card(said: Mapping[str, str], name: str) -> str:
    value = _plain(said, name)
    return "" if value in {"-1", "0"} else value
