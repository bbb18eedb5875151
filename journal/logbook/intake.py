"""Intake of an open journal: what was chosen of exports becomes entries, with the taken part as evidence."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.task import Task
from journal.domain.case.identifiers import marks_of
from journal.domain.case.people import Person, Role
from journal.domain.entry.records_of import records_of
from journal.domain.entry.versions import versions_in
from journal.domain.evidence.exhibit import Obtained, Target
from journal.domain.ledger.actions import Action
from journal.domain.text.country import country_of
from journal.domain.text.words import N_, _, spoken
from journal.evidence.errors import Cancelled, FileRefused
from journal.evidence.examining import examine, examined
from journal.intake.model.day_order import DatesContradict
from journal.intake.recognition.readers import recognise
from journal.intake.triage.entries import entry_of
from journal.intake.triage.logged_entries import entry_of_logged
from journal.intake.triage.triage import Here, Presence, Triage
from journal.logbook.intake_results import BroughtIn, Export, Reading
from journal.logbook.known_columns import columns_before, keep_columns
from journal.logbook.reading_exports import ReadingOfExports

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from journal.domain.case.identifiers import PeopleMarks
    from journal.domain.entry.entry import Entry
    from journal.domain.evidence.exhibit import Exhibit
    from journal.intake.model.columns import Columns, Header
    from journal.intake.model.day_order import DayOrder
    from journal.intake.model.found import Found
    from journal.intake.triage.triage import TriageItem
    from journal.logbook.exhibits import Exhibits, OneAction
    from journal.logbook.writing import Writing

_PART = N_("part of {name}")
_PART_OF_LOGGED = N_("part of another journal")
"""Title that names no file: such a file is often called after the witness, whose name may have to stay."""
_LOGGED_NAME = "journal-part.json"
_PART_NOTE = N_(
    "{taken} of {all} items, byte for byte and one after the other, of “{name}” ({size} bytes, SHA-256 {sha256})."
)
_ROWS_NOTE = N_(
    "{taken} of {all} rows, written as text (CSV) as their cells show them, of “{name}” ({size} bytes, "
    "SHA-256 {sha256})."
)


class Intake:
    """Operations that bring in exports; the methods that save raise as those of the logbook."""

    def __init__(self, writing: Writing, exhibits: Exhibits) -> None:
        """Bind to the ledger of an open journal."""
        self._writing, self._exhibits = writing, exhibits

    def read(
        self,
        paths: Iterable[Path],
        order: DayOrder | None = None,
        task: Task | None = None,
        columns: Mapping[Header, Columns] | None = None,
    ) -> Reading:
        """Read exports and hold what is in them against the journal; nothing is saved.

        A file that cannot be read beside others is told in `refused`. Callable from any thread while nothing is saved.
        Raises a `FileRefused` where nothing can be read, `Cancelled`, DayOrderOpen where the order of day and month
        has to be asked, ColumnsOpen where the columns have to be, and DatesContradict for a lone file that does.
        """
        known, refused = recognise(paths)
        reading = ReadingOfExports(task or Task(), sum(one.source.size for one in known))
        told = [str(why) for why in refused]
        triage = Triage(self._here(), self._marks, self._zone)
        for one in known:
            try:
                for found in reading.read(one, order, columns):
                    at, sha256 = len(reading.exports) - 1, reading.exports[-1].sha256
                    reading.items.append(triage.item(self._named(found, reading.exports[-1]), at, sha256))
            except Cancelled:
                raise
            except (FileRefused, DatesContradict) as why:
                if len(known) == 1:
                    raise
                if reading.give_up():
                    told.append(str(why) if isinstance(why, FileRefused) else f"{one.source.name}: {why}")
        stalkers = frozenset(one.number for one in self._people if one.role is Role.STALKER)
        return Reading(tuple(reading.exports), tuple(reading.items), stalkers, columns or {}, tuple(told))

    def columns_before(self, header: Header) -> Columns | None:
        """Return what the columns of the last table with this header held; None where they were never assigned."""
        return columns_before(self._writing.ledger.desk, header)

    def bring_in(
        self,
        reading: Reading,
        groups: Sequence[Sequence[TriageItem]],
        whole: frozenset[int] = frozenset(),
        task: Task | None = None,
        told_by: Mapping[int, Person] | None = None,
    ) -> BroughtIn:
        """Record each group of items as one entry, with the taken part of its export as an exhibit, in one save.

        Files of the messages become exhibits of their entries. Of the exports whose index is in `whole` the file is
        kept too, linked to nothing, so that it leaves in no hand-over by itself. `told_by` is, by index of its export,
        who keeps that journal; a person whose number is 0 is added. Assigned columns are kept for the next table.
        """
        task = task or Task()
        contents: dict[str, bytes] = {}
        parts, wholes = self._parts(reading, groups, contents), [reading.exports[at] for at in sorted(whole)]
        files, missing = self._files(reading, groups, contents)
        raw = [self._whole(export) for export in wholes]
        everything = [*parts.values(), *(one for group in files for one in group), *raw]
        state = self._writing.state
        with self._writing.ledger.evidence.putting():
            keepers, people = self._keepers(told_by or {})
            actions, numbers, known = self._exhibits.added(everything, whole=True, contents=contents, task=task)
            added = tuple(number for number in numbers.values() if number not in known)
            actions += people
            marks = self._marks
            entries = tuple(range(state.next_entry, state.next_entry + len(groups)))
            for entry, group, with_it in zip(entries, groups, files, strict=True):
                actions.append((Action.ENTRY_RECORDED, entry, self._entry(reading, group, keepers, marks).fields()))
                proofs = [parts[group[0].source], *with_it]
                actions += _links(entry, [numbers[one.sha256] for one in proofs])
            self._writing.append_all(actions)
        keep_columns(self._writing.ledger, reading.columns)
        return BroughtIn(entries, added, missing)

    def _keepers(self, told_by: Mapping[int, Person]) -> tuple[dict[int, int], list[OneAction]]:
        """Return the number of the keeper of each journal, and what adds those who are new."""
        next_, keepers, new = self._writing.state.of(Person).next, {}, []
        added: dict[Person, int] = {}
        for at, person in told_by.items():
            if not person.number and person not in added:
                added[person] = next_ + len(added)
                new.append((Action.PERSON_ADDED, added[person], person.fields()))
            keepers[at] = person.number or added[person]
        return keepers, new

    def _entry(
        self, reading: Reading, group: Sequence[TriageItem], keepers: Mapping[int, int], marks: PeopleMarks
    ) -> Entry:
        export, first = reading.exports[group[0].source], group[0]
        if logged := first.found.logged:
            keeper, doubtful = keepers.get(first.source, 0), first.presence is Presence.DOUBTFUL
            return entry_of_logged(logged, marks, keeper, doubtful=doubtful)
        return entry_of([one.found for one in group], export.name, export.sha256, self._zone, group[0].person)

    def _parts(
        self, reading: Reading, groups: Sequence[Sequence[TriageItem]], contents: dict[str, bytes]
    ) -> dict[int, Exhibit]:
        """Return, by index of its export, the taken part as a file; its bytes are put into `contents`."""
        taken: dict[int, list[Found]] = {}
        for group in groups:
            taken.setdefault(group[0].source, []).extend(one.found for one in group)
        return {at: self._part(reading.exports[at], found, contents) for at, found in sorted(taken.items())}

    def _part(self, export: Export, taken: list[Found], contents: dict[str, bytes]) -> Exhibit:
        source = export.recognised.source
        also = (place for found in taken if found.logged for place in found.logged.also_at)
        places = sorted({(place.start, place.length) for place in (*(found.place for found in taken), *also)})
        with source.open() as file:
            pieces = []
            for start, length in places:
                file.seek(start)
                pieces.append(file.read(length))
        data = pieces[0] if len(pieces) == 1 else b"".join(map(_ended, pieces))
        told = {"taken": len(taken), "all": export.count, "name": export.name, "size": export.size}
        logged = any(found.logged for found in taken)
        one = examined(data, _LOGGED_NAME if logged else source.file_name, None)
        contents[one.sha256] = data
        note = _(_ROWS_NOTE if source.rendered else _PART_NOTE).format(**told, sha256=export.sha256)
        title = _(_PART_OF_LOGGED) if logged else _(_PART).format(name=export.name)
        return replace(one, title=title, obtained=Obtained.SAVED, note=note)

    def _files(
        self, reading: Reading, groups: Sequence[Sequence[TriageItem]], contents: dict[str, bytes]
    ) -> tuple[list[list[Exhibit]], int]:
        """Return the files that came with the messages of each group, and the number of those that cannot be read."""
        files: list[list[Exhibit]] = []
        missing = 0
        for group in groups:
            of_group: list[Exhibit] = []
            for one in group:
                reader, source = reading.exports[one.source].recognised[::-1]
                for attachment in one.found.attachments:
                    try:
                        data = reader.attachment(source, one.found, attachment.index)
                    except (OSError, KeyError, ValueError, IndexError):
                        missing += 1
                        continue
                    proof = examined(data, attachment.name or "file", None)
                    of_group.append(replace(proof, obtained=Obtained.GIVEN) if one.found.logged else proof)
                    contents[of_group[-1].sha256] = data
            files.append(of_group)
        return files, missing

    @staticmethod
    def _whole(export: Export) -> Exhibit:
        return replace(examine(export.recognised.source.path), title=export.name, obtained=Obtained.SAVED)

    def _here(self) -> Here:
        here = Here(self._region, self._zone, self._writing.state.entries)
        entries = self._writing.state.entries.values()
        for history, records in records_of(one for one in entries if one.is_brought_in and not one.withdrawn):
            here.add_entry(versions_in(records[:1])[0].entry, history.number)
        return here

    def _named(self, found: Found, export: Export) -> Found:
        """Return an item; an entry of a journal names its file, and whether that is a copy of this one, by its id."""
        if (logged := found.logged) is None:
            return found
        same = logged.origin.journal == self._writing.state.journal_id
        origin = replace(logged.origin, file=export.name, sha256=export.sha256, same=same)
        return replace(found, logged=replace(logged, origin=origin))

    @property
    def _marks(self) -> PeopleMarks:
        return marks_of(self._people, self._region)

    @property
    def _people(self) -> list[Person]:
        return self._writing.state.of(Person).standing

    @property
    def _region(self) -> str:
        settings = self._writing.ledger.desk.settings
        return country_of(settings.country, str(self._zone), spoken().language)

    @property
    def _zone(self) -> tzinfo:
        """Zone of the journal, in which its clock always tells the time."""
        return self._writing.now().tzinfo or UTC


def _ended(piece: bytes) -> bytes:
    """Return a piece with a line end behind it, which a tag of XML or the last line of a file lacks."""
    return piece if piece.endswith(b"\n") else piece + b"\n"


def _links(entry: int, exhibits: Iterable[int]) -> list[OneAction]:
    target = Target(entry=entry).fields()
    return [(Action.EXHIBIT_LINKED, number, target) for number in dict.fromkeys(exhibits)]
