"""An exhibit in words: as one line of a list, and all that is known of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case import case_labels
from journal.domain.case.steps import step as step_of
from journal.domain.entry.detail_words import duration
from journal.domain.evidence.custody import Custodian, Movement, where_is
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.text.numbers import in_figures
from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.domain.time import moment_words
from journal.domain.time.moment import exactly
from journal.evidence.file_labels import called
from journal.evidence.photo import can_lose_location
from journal.ui.frame.masking import escaped, harmless
from journal.ui.frame.page import PageField, PageText
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.maintenance.erased import erased_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from textual.content import Content

    from journal.domain.evidence.exhibit import Target
    from journal.domain.state.state import State
    from journal.ui.frame.page import PageBlock

SAYS_WHERE = N_(
    "This photo says where it was taken. That stays in the original; a copy that you save can be made without it."
)
STAYS_IN_EVERY_COPY = N_("This file says where it was made. That stays in it and in every copy that you save.")
UNNAMED = N_("without a name")
DIGEST_PART, PARTS_IN_A_LINE = 8, 4


def name_of(exhibit: Exhibit) -> str:
    """Return what an exhibit is called, harmless: its title, else the name of its file."""
    return escaped(exhibit.title or exhibit.file_name) or _(UNNAMED)


def says_where(exhibit: Exhibit) -> str:
    """Return that a file says where it was made, and whether a copy without that can be had here."""
    return _(SAYS_WHERE if can_lose_location(exhibit.media_type) else STAYS_IN_EVERY_COPY)


def sort_of(exhibit: Exhibit) -> str:
    """Return what an exhibit is and how large, in a few words: `photo, 2.1 MB`."""
    if exhibit.form is Form.FILE:
        return file_of(exhibit)
    form = _(case_labels.FORMS[exhibit.form])
    return form if exhibit.form is Form.THING else f"{file_of(exhibit)}, {form}"


def file_of(exhibit: Exhibit) -> str:
    """Return what a file is, how large, and how long it lasts."""
    length = duration(exhibit.seconds, spoken()) if exhibit.seconds else ""
    return ", ".join(
        filter(None, [called(exhibit.media_type, spoken()), size_in_words(exhibit.size, spoken()), length])
    )


def original_of(exhibit: Exhibit, state: State) -> str:
    """Return where the original is now, in words that are harmless; "" where nothing is known."""
    original = where_is(exhibit, state.of(Movement).now.values())[0]
    told = original.holder and (original.holder is not Custodian.SELF or not original.place)
    holder = _(case_labels.HOLDERS[original.holder]) if original.holder and told else ""
    return ", ".join(filter(None, [holder, escaped(original.receiver), escaped(original.place)]))


def line_of(exhibit: Exhibit, state: State) -> Content:
    """Return an exhibit as a line: its number, what it is called, what it is, and where the original is."""
    line = own(_("Exhibit {number}").format(number=exhibit.number), "bold") + own("  ") + literal(name_of(exhibit))
    told = [sort_of(exhibit)]
    if where := original_of(exhibit, state):
        told.append(_("original: {place}").format(place=where))
    return line + literal("  " + " · ".join(told), FAINT)


def lines_of(numbers: Iterable[int], state: State) -> Iterator[Content]:
    """Yield the lines of these exhibits."""
    exhibits = state.of(Exhibit).now
    return (line_of(exhibits[number], state) for number in numbers)


def target_of(target: Target, state: State) -> str:
    """Return in words what an exhibit is linked to."""
    if target.entry:
        history = state.entries.get(target.entry)
        kind = _(kinds.kind(history.kind_id).label) if history else ""
        entry = ", ".join(filter(None, [_("entry {number}").format(number=target.entry), harmless(kind)]))
        return labelled(entry, _item(target, state)) if target.item else entry
    if target.step:
        return _("step: {name}").format(name=harmless(_(step_of(target.step).label)))
    numbered = {
        N_("report {number}"): target.report,
        N_("order {number}"): target.order,
        N_("receipt, movement {number}"): target.movement,
        N_("person {number}"): target.person,
    }
    return next((_(words).format(number=number) for words, number in numbered.items() if number), "")


def _item(target: Target, state: State) -> str:
    history = state.entries.get(target.entry)
    lines = history.checklist if history else ()
    found = next((line.label(spoken()) for line in lines if line.item.id == target.item), "")
    return harmless(found or _(kinds.item(target.item).label))


class ExhibitWords:
    """Tells everything that is known of an exhibit."""

    def __init__(self, exhibit: Exhibit, state: State, zone: tzinfo) -> None:
        self._exhibit, self._state, self._zone = exhibit, state, zone

    def blocks(self) -> Iterator[PageBlock]:
        """Yield what it is, how it came, and the file."""
        exhibit = self._exhibit
        yield PageText(literal(name_of(exhibit), "bold strike" if exhibit.withdrawn else "bold"))
        if exhibit.withdrawn:
            yield PageText(own(_("This exhibit is crossed out."), FAINT))
        yield PageField(_("What it is"), own(sort_of(exhibit)) + literal(f"  {exhibit.media_type}".rstrip(), FAINT))
        if exhibit.erased_at:
            yield PageField(_("The file"), erased_on(datetime.fromisoformat(exhibit.erased_at), self._zone))
        yield from self._came()
        if exhibit.form is not Form.THING:
            yield None
            yield from self._file()

    def _came(self) -> Iterator[PageBlock]:
        exhibit = self._exhibit
        if exhibit.obtained:
            yield self._fact("obtained", _(case_labels.OBTAINED[exhibit.obtained]))
        yield from self._said("obtained_how")
        if exhibit.from_person:
            person = self._state.people.get(exhibit.from_person)
            number = _("person {number}").format(number=exhibit.from_person)
            yield self._fact("from_person", person.name if person else number)
        for name in ("from_whom", "original_place", "note"):
            yield from self._said(name)
        if exhibit.added_at:
            yield PageField(_("Added on"), own(self._added()))

    def _file(self) -> Iterator[PageBlock]:
        exhibit = self._exhibit
        yield from self._said("file_name")
        yield from self._said("lies_at")
        count = in_figures(exhibit.size, spoken())
        yield self._fact("size", many("{count} byte", "{count} bytes", exhibit.size).format(count=count))
        for time in exhibit.file_times:
            label = _(case_labels.CARRIED_BY.get(time.by, time.by))
            yield PageField(label[:1].upper() + label[1:], own(moment_words.carried(time.when, self._zone, spoken())))
        for at, part in enumerate(_parts(exhibit.sha256)):
            yield PageField(_(case_labels.EXHIBIT_FIELDS["sha256"]) if at == 0 else "", own(part))
        if exhibit.has_location:
            yield None
            yield PageText(own(says_where(exhibit), FAINT))

    def _added(self) -> str:
        added = datetime.fromisoformat(self._exhibit.added_at).astimezone(self._zone)
        return moment_words.in_words(exactly(added.replace(microsecond=0)), spoken())

    def _said(self, name: str) -> Iterator[PageBlock]:
        words = str(getattr(self._exhibit, name))
        if words:
            yield self._fact(name, words)

    def _fact(self, name: str, words: str) -> PageField:
        return PageField(_(case_labels.EXHIBIT_FIELDS[name]), literal(words, lines=True))


def _parts(digest: str) -> Iterator[str]:
    """Yield the digest line by line, in parts that can be compared by eye."""
    parts = [digest[at : at + DIGEST_PART] for at in range(0, len(digest), DIGEST_PART)]
    for at in range(0, len(parts), PARTS_IN_A_LINE):
        yield " ".join(parts[at : at + PARTS_IN_A_LINE])
