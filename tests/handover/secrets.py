"""A case in which every word says to which sort of secret it belongs, and a search through everything that is written.

A word begins with what must stay for it not to leave: `private`, `own`, `third`, `effects`, `witness`, `place`. A word
that begins with `never` leaves in no hand-over to somebody else; one that begins with `plain` leaves in all of them.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pypdf
from msgspec.structs import replace
from PIL import PngImagePlugin

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.state.erasing import FieldRef
from journal.evidence.examining import examine
from journal.handover.selection.choice import Format, HandoverChoice, Stays
from tests.evidence.builders import PLACE, a_jpeg, a_mail, a_picture, saved
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.logbook import Logbook

SORTS = {
    "private": Stays.PRIVATE_NOTES,
    "own": Stays.OWN_DATA,
    "third": Stays.THIRD_PARTIES,
    "effects": Stays.EFFECTS,
    "witness": Stays.WITNESSES,
    "place": Stays.LOCATIONS,
}
"""How words begin, and what stays with them."""
SECOND_ENTRY = "plain-account-two"
"""What only entry 2 says."""


def a_case_of_secrets(folder: Path) -> Logbook:
    """A journal in a folder whose name is a secret too."""
    home = folder / "never-folder"
    home.mkdir()
    logbook = a_logbook(home / "journal.json")
    _people(logbook)
    _entries(logbook)
    _exhibits(logbook, home)
    _around(logbook)
    return logbook


def _people(logbook: Logbook) -> None:
    add = logbook.case.add
    add(Person(number=0, name="plain-stalker", role=Role.STALKER, telephone_numbers=("plain-phone",)))
    logbook.case.amend(replace(logbook.state.people[1], note="private-of-stalker"))
    third = {"contact": "third-contact", "description": "third-looks", "plates": ("third-plate",)}
    third |= {"telephone_numbers": ("third-phone",), "email_addresses": ("third-mail",), "note": "third-note"}
    add(Person(number=0, name="witness-name", also_known_as=("witness-nick",), **third))  # type: ignore[arg-type]
    logbook.case.amend(replace(logbook.state.people[2], contact="third-contact-two", willing_to_testify=Willing.YES))
    add(Person(number=0, name="never-confidant", role=Role.CONFIDANT, contact="never-contact", note="never-note"))
    add(Person(number=0, name="never-withdrawn", willing_to_testify=Willing.YES, contact="never-willing"))
    logbook.case.withdraw(Person, 4, "never-reason")


def _entries(logbook: Logbook) -> None:
    details = {
        "call.own_line": "own-line",
        "message.received_on": "own-account",
        "delivery.ordered_with": "own-address",
        "service.customer_number": "own-customer",
        "violence.doctor": "effects-doctor",
        "violence.injuries": "effects-injuries",
        "call.content": "plain-content",
    }
    first = an_entry("plain-account-one", person=1, witnesses=(2,), details=details)
    first = replace(first, private_note="private-first", impact="effects-impact", place="plain-where")
    logbook.record(first)
    second = replace(first, private_note="private-second")
    logbook.amend(1, second, "private-why")
    third = replace(second, account="plain-amended", private_note="", impact="effects-second")
    logbook.amend(1, third, "plain-why")
    logbook.record(an_entry(SECOND_ENTRY, private_note="private-two", reported_by=2))
    logbook.mark(1, "own.1", Mark(state=ItemState.DONE, note="private-mark", label="plain-item"))
    logbook.mark(1, "own.1", Mark(state=ItemState.TO_DO, note="private-mark-two", label="plain-item"))


def _exhibits(logbook: Logbook, home: Path) -> None:
    note, title = PngImagePlugin.PngInfo(), {0x010E: "place-description", 0x013B: "place-artist"}
    note.add_text("Comment", "place-comment")
    contents = {
        "photo.jpg": a_jpeg(main=title, place={**PLACE, 0x001C: "place-area"}),
        "screen.png": saved(a_picture(), "PNG", pnginfo=note),
        "letter.eml": a_mail("Subject: plain-subject", text="plain-mail"),
    }
    for name, data in contents.items():
        (home / name).write_bytes(data)
        logbook.exhibits.attach([examine(home / name)], Target(entry=1))
    case = logbook.case
    told = {"note": "private-exhibit", "original_place": "own-drawer", "from_whom": "third-giver"}
    case.amend(replace(case.standing(Exhibit)[0], title="plain-title", **told))
    case.amend(replace(case.standing(Exhibit)[0], note="private-exhibit-two", original_place="own-shelf"))
    logbook.exhibits.add(Exhibit(number=0, title="plain-print", sha256="a" * 64, lies_at="own-path"), Target(entry=2))
    logbook.exhibits.add(Exhibit(number=0, title="never-linked", obtained_how="never-how", lies_at="never-path"))
    case.add(Movement(number=0, exhibit=1, from_place="own-from", place="own-to", receiver="third-receiver"))
    case.amend(replace(case.standing(Movement)[0], place="own-to-two", note="private-movement", holder=Custodian.COURT))
    case.add(Movement(number=0, exhibit=5, place="never-place", receiver="never-receiver"))


def _around(logbook: Logbook) -> None:
    case = logbook.case
    case.add(Report(number=0, reference="plain-report", note="private-report", entries=(1, 2)))
    case.add(Report(number=0, reference="never-report", answer="never-answer"))
    case.withdraw(Report, 2, "never-withdrawing")
    case.add(Order(number=0, reference="plain-order", note="private-order", person=1))
    case.mark_step("said_no", StepMark(state=ItemState.DONE, note="private-step", on="2026-02-03"))
    helped: dict[str, str | int | bool] = {"case.with_whom": "never-helper", "case.file_number": "never-file"}
    case.mark_step("talked_about_it", StepMark(state=ItemState.DONE, note="never-help", details=helped))
    logbook.exhibits.link(1, Target(step="talked_about_it"))
    records = [one for one in logbook._ledger.records if one.fields().get("obtained_how") == "never-how"]
    logbook.erasure.erase([FieldRef(records[0].seq, "obtained_how")], "private-erasing")
    out = logbook.path.parent / "out"
    out.mkdir()
    logbook.handing_over.write(HandoverChoice(formats=(Format.CALENDAR,), receiver="never-lawyer"), out)


def words_in(data: bytes) -> Iterator[bytes]:
    """Everything that can be read from a file: its bytes, what is packed in it, and what those bytes spell."""
    yield data
    yield data.decode("utf-16-le", "ignore").encode()
    for spelled in re.findall(rb"[A-Za-z0-9+/]{80,}={0,2}", data):
        yield from words_in(base64.b64decode(spelled[: len(spelled) // 4 * 4] if spelled[-1:] != b"=" else spelled))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            yield "\n".join(whole.namelist()).encode()
            for name in whole.namelist():
                yield from words_in(whole.read(name))
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)


def _of_pdf(data: bytes) -> Iterator[bytes]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    for page in reader.pages:
        read = page.extract_text()
        yield read.encode()
        yield re.sub(r"-\s+", "-", read).encode()
    yield str(reader.metadata).encode()
    for at in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1):
        found = reader.get_object(pypdf.generic.IndirectObject(at, 0, reader))
        yield repr(found).encode()
        if isinstance(found, pypdf.generic.StreamObject):
            yield found.get_data() if "/DCTDecode" not in repr(found) else found._data
            yield str(found).encode()


def found_in(data: bytes, beginning: str) -> set[str]:
    """The words that begin like this, wherever they stand in a file."""
    looked_for = re.compile(rb"(?<![a-z-])" + beginning.encode() + rb"-[a-z][a-z-]+")
    return {word.decode() for part in words_in(data) for word in looked_for.findall(part)}
