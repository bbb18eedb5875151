"""What can be erased, in words: which thing, which field, what it says, and where else it may still stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case import steps
from journal.domain.entry import rendering
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.forms.field_labels import label_of
from journal.domain.forms.rendering import plain_told
from journal.domain.state.erasable import Subject
from journal.domain.state.short_names import NAMES
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment_words import in_words, plain_day
from journal.ui.frame.page import PageField, PageHeading, PageText
from journal.ui.frame.text import harmless, literal, own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from journal.domain.state.erasable import ErasableField
    from journal.domain.state.state import State
    from journal.logbook.erasure import ErasurePreview, FileErasurePreview, Remaining
    from journal.ui.frame.page import PageBlock

SHOWN = 300
"""How many signs of a value are shown; it is erased whole."""

NOTHING_NOW = N_("nothing now; earlier versions hold it")
FOR_GOOD = N_(
    "What is erased is gone for good: neither this program nor anybody else can bring it back, and it cannot be "
    "undone. What stays is that there was something: the record, its time and its digest, shown as erased on "
    "purpose. If it could serve as evidence, ask the police or a lawyer first."
)
OUTSIDE = N_(
    "Whatever was printed, sent or handed over before still holds it. A disk can keep traces of removed files for a "
    "while."
)
NO_COPY = N_("No copy of the journal and no document was recorded that holds it.")
GO_TOO = N_("The same file is also in the journal as these exhibits, and goes there too.")


@dataclass(frozen=True)
class EraseWords:
    """Tells what is to be erased."""

    state: State
    zone: tzinfo
    told: Callable[[str, str], str] = lambda _name, said: said
    """Returns what a field with this name says as it is told: the words of the suspect may be covered."""

    def thing(self, thing: Subject) -> str:
        """Return what a thing is called, harmless: `Entry 3`, `Person 1`."""
        if thing.step:
            return _("Step: {name}").format(name=harmless(_(steps.step(thing.step).label)))
        name = _(NAMES.get(thing.sort, N_("Record {number}"))).format(number=thing.number)
        return f"{name}, {self._item(thing)}" if thing.item else name

    def hint(self, thing: Subject) -> str:
        """Return the few words by which a thing is known again, harmless."""
        if thing.sort == "entry" and thing.number in self.state.entries:
            history = self.state.entries[thing.number]
            return f"{harmless(_(kinds.kind(history.kind_id).label))} · {in_words(history.happened, spoken())}"
        register = self.state.registers.get(thing.sort)
        one = register.now.get(thing.number) if register else None
        names = ("name", "title", "file_name", "office", "by", "reference", "place")
        return next((harmless(str(found)) for name in names if (found := getattr(one, name, ""))), "")

    def field(self, choice: ErasableField) -> str:
        """Return what a field is called, harmless."""
        label = label_of("item" if choice.thing.item else choice.thing.sort, choice.name)
        return harmless(_(label))

    def value(self, choice: ErasableField) -> str:
        """Return what a field says now, as far as it is shown; not harmless yet."""
        said = self._fact(choice) or (_(NOTHING_NOW) if choice.value is None else plain_told(choice.value, spoken()))
        said = self.told(choice.name, said)
        return said if len(said) <= SHOWN else f"{said[:SHOWN]} …"

    def of_fields(self, preview: ErasurePreview) -> Iterator[PageBlock]:
        """Yield what erasing some fields means."""
        yield PageHeading(_("What is erased"))
        for one in preview.asked:
            versions = many("in {count} record: {numbers}", "in {count} records: {numbers}", len(one.places))
            where = versions.format(count=len(one.places), numbers=", ".join(str(place.record) for place in one.places))
            yield PageText(own(f"{self.thing(one.thing)} · {self.field(one)}", "bold") + own(f"  {where}"))
            yield PageText(literal(self.value(one), lines=True), indent=2)
        if preview.drafts:
            told = many(
                "{count} draft that holds it is erased too.",
                "{count} drafts that hold it are erased too.",
                preview.drafts,
            )
            yield PageText(own(told.format(count=preview.drafts)))
        if preview.elsewhere:
            yield None
            yield PageHeading(_("The same words stay here"))
            for one in preview.elsewhere:
                yield PageField(f"{self.thing(one.thing)} · {self.field(one)}", literal(self.value(one)))
        yield from self._left(preview.left)

    def of_file(self, preview: FileErasurePreview) -> Iterator[PageBlock]:
        """Yield what erasing the bytes of an exhibit means."""
        yield PageHeading(_("What is erased"))
        told = N_("The file of exhibit {number}. Its number, its digest and its fields stay, its name among them.")
        yield PageText(own(_(told).format(number=preview.exhibit.number)))
        yield PageText(literal(preview.exhibit.title or preview.exhibit.file_name, "bold"), indent=2)
        if preview.same:
            yield PageText(own(_(GO_TOO)))
            for one in preview.same:
                thing = Subject(Exhibit.SUBJECT, one.number)
                yield PageField(self.thing(thing), own(self.hint(thing)))
        yield from self._left(preview.left)

    def _left(self, left: Remaining) -> Iterator[PageBlock]:
        yield None
        yield PageHeading(_("What still holds it"))
        for copy in left.copies:
            made = plain_day(copy.made.astimezone(self.zone).date(), spoken())
            yield PageField(_("Copy"), literal(copy.name) + own(_(", made {day}").format(day=made)))
        for handed in left.handed:
            made = plain_day(handed.made.astimezone(self.zone).date(), spoken())
            said = literal(", ".join(handed.files)) + own(_(", made {day}").format(day=made))
            yield PageField(_("Handed over"), said)
        for name in left.beside:
            yield PageField(_("Beside the journal"), literal(name))
        if not (left.copies or left.handed or left.beside):
            yield PageText(own(_(NO_COPY)))
        yield PageText(own(_(OUTSIDE)))
        yield None
        yield PageHeading(_("What cannot be undone"))
        yield PageText(own(_(FOR_GOOD)))

    def _item(self, thing: Subject) -> str:
        history = self.state.entries.get(thing.number)
        found = (line.label(spoken()) for line in (history.checklist if history else ()) if line.item.id == thing.item)
        return harmless(next(found, thing.item))

    def _fact(self, choice: ErasableField) -> str:
        history = self.state.entries.get(choice.thing.number) if choice.thing.sort == "entry" else None
        if history is None or choice.thing.item:
            return ""
        told = rendering.rendered_fields(history.entry, self.state.people, spoken())
        return next((fact.said for fact in told if fact.name == choice.name), "")
