"""Sections of the evidence: a list with digests and whereabouts, the custody of each piece, and the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.case.case_labels import CARRIED_BY, FORMS
from journal.domain.entry.detail_words import duration
from journal.domain.evidence.custody import ORIGINAL, in_order, where_is
from journal.domain.evidence.exhibit import Form
from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import N_
from journal.domain.time.moment import offset_text
from journal.domain.time.moment_words import carried, in_words
from journal.evidence.errors import CannotShow
from journal.evidence.printing import SMALL, printable
from journal.handover.dossier.formatting import decimal, entries_link, exhibit_anchor, exhibit_name, filled, moment_text
from journal.handover.model.document import Column, Facts, Heading, Link, Paragraph, Picture, Section, Table, Wide
from journal.handover.selection.choice import Stays
from journal.handover.selection.third_person_labels import CAME_BY, HELD_BY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.evidence.custody import Movement, Whereabouts
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

_NOT_DRAWN = N_("This picture cannot be drawn here; the kept file is untouched by that.")
_NOT_READ = N_("The kept file of this picture could not be read.")
_KILO = 1000
_UNITS = ((3, N_("GB")), (2, N_("MB")), (1, N_("kB")))


def exhibits(chosen: Selection, words: Words) -> Section:
    """Return the list, and then each exhibit with its digest, its whereabouts and its movements."""
    if not chosen.exhibits:
        none = Paragraph(words(N_("No exhibit belongs to what was chosen.")))
        return Section(words(N_("Exhibits")), (none,), anchor="exhibits")
    columns = (
        Column(words(N_("No.")), Wide.NARROW),
        Column(words(N_("What")), Wide.WIDE),
        Column(words(N_("Belongs to entry")), Wide.NARROW),
        Column(words(N_("Where the original is"))),
    )
    rows = tuple(
        (
            Link(str(one.number), exhibit_anchor(one.number)),
            f"{exhibit_name(one, words)}\n{words(FORMS[one.form])}",
            entries_link(_entries(one.number, chosen), words, beyond=chosen.is_shared("exhibit", one.number)),
            _whereabouts(where_is(one, chosen.movements)[0], chosen, words),
        )
        for one in chosen.exhibits
    )
    blocks: list[Block] = [Table(columns, rows)]
    for one in chosen.exhibits:
        blocks += _exhibit(one, chosen, words)
    return Section(words(N_("Exhibits")), tuple(blocks), anchor="exhibits")


def pictures(chosen: Selection, words: Words) -> Section | None:
    """Return the photos, small ones together and then each large enough to be read; None where there are none."""
    small: list[Block] = []
    large: list[Block] = []
    for one in chosen.exhibits:
        if not one.media_type.startswith("image/") or one.form is not Form.FILE or not chosen.gives(one.number):
            continue
        title = words(N_("Exhibit {number}: {name}")).format(number=one.number, name=exhibit_name(one, words))
        try:
            data = chosen.content(one.number)
            thumbnail = printable(data, longest=SMALL)
            drawn = printable(data, whole=not chosen.choice.keeps(Stays.LOCATIONS))
        except JournalError as error:
            why = _NOT_DRAWN if isinstance(error, CannotShow) else _NOT_READ
            small.append(Paragraph(f"{title}\n{words(why)}"))
            continue
        small.append(Picture(one.number, title, thumbnail.data, thumbnail.media_type))
        large.append(Picture(one.number, title, drawn.data, drawn.media_type, large=True))
    return Section(words(N_("Photos and pictures")), (*small, *large), anchor="pictures") if small else None


def _entries(number: int, chosen: Selection) -> list[int]:
    return [one.history.number for one in chosen.entries if number in one.exhibits]


def _exhibit(one: Exhibit, chosen: Selection, words: Words) -> Iterator[Block]:
    title = words(N_("Exhibit {number}: {name}")).format(number=one.number, name=exhibit_name(one, words))
    yield Heading(title, anchor=exhibit_anchor(one.number))
    yield Facts(filled(_rows(one, chosen, words)), dense=True)
    movements = in_order(one.number, chosen.movements)
    if movements:
        columns = (
            Column(words(N_("When"))),
            Column(words(N_("Piece")), Wide.NARROW),
            Column(words(N_("From"))),
            Column(words(N_("To")), Wide.WIDE),
            Column(words(N_("Receipt or number"))),
        )
        rows = tuple(_movement(movement, chosen, words) for movement in movements)
        yield Table(columns, rows, words(N_("Custody")))


def _rows(one: Exhibit, chosen: Selection, words: Words) -> Iterator[tuple[str, str]]:
    yield words(N_("What it is")), words(FORMS[one.form])
    yield words(N_("Name of the file")), one.file_name
    yield words(N_("Sort of file")), one.media_type
    yield words(N_("Size")), size_text(one.size, words) if one.sha256 else ""
    yield words(N_("Digest (SHA-256)")), groups_of_four(one.sha256) if one.sha256 else ""
    yield words(N_("How it came to be here")), ", ".join(filter(None, (_came_by(one, words), one.obtained_how)))
    yield words(N_("Came from")), _named(one.from_person, chosen) or one.from_whom
    for time in one.file_times:
        yield words(CARRIED_BY[time.by]).capitalize(), carried(time.when, chosen.made.tzinfo, words)
    yield words(N_("Duration")), duration(one.seconds, words) if one.seconds else ""
    yield words(N_("Added to the log")), _added(one, chosen, words)
    for place in where_is(one, chosen.movements):
        label = (
            words(N_("Original")) if place.copy == ORIGINAL else words(N_("Copy {number}")).format(number=place.copy)
        )
        yield label, _whereabouts(place, chosen, words)
        if place.copy == ORIGINAL and place.holder:
            yield words(N_("Original, when it was added")), one.original_place
    yield words(N_("Note")), one.note


def _came_by(one: Exhibit, words: Words) -> str:
    return words(CAME_BY[one.obtained]) if one.obtained else ""


def _added(one: Exhibit, chosen: Selection, words: Words) -> str:
    from datetime import datetime

    if not one.added_at:
        return ""
    added = datetime.fromisoformat(one.added_at)
    return moment_text(added, offset_text(added.astimezone(chosen.made.tzinfo)), words)


def _whereabouts(place: Whereabouts, chosen: Selection, words: Words) -> str:
    who = _named(place.person, chosen) or place.receiver
    parts = (words(HELD_BY[place.holder]) if place.holder else "", who, place.place, place.receipt)
    return ", ".join(part for part in parts if part) or words(N_("not noted"))


def _movement(one: Movement, chosen: Selection, words: Words) -> tuple[str, ...]:
    piece = words(N_("original")) if one.copy == ORIGINAL else words(N_("copy {number}")).format(number=one.copy)
    to = ", ".join(filter(None, (words(HELD_BY[one.holder]), _named(one.person, chosen) or one.receiver, one.place)))
    noted = "\n".join(filter(None, (to, one.note)))
    return in_words(one.on, words), piece, one.from_place, noted, one.receipt


def _named(number: int, chosen: Selection) -> str:
    return chosen.people[number].name if number in chosen.people else ""


def size_text(size: int, words: Words) -> str:
    """Return a size in bytes, with its rounded figure for people."""
    in_bytes = words.many("{size} byte", "{size} bytes", size).format(size=size)
    for power, unit in _UNITS:
        if size >= _KILO**power:
            return f"{decimal(size / _KILO**power, words)} {words(unit)} ({in_bytes})"
    return in_bytes
