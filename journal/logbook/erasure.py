"""Erasure on purpose: a field in every version, or the bytes of an exhibit; a record declares it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.ledger.actions import Action
from journal.domain.state import erasable, erasing
from journal.domain.state.erasable import ErasableField, HandedDocuments, Subject
from journal.domain.state.state import LastBackup, State
from journal.domain.text.words import N_, _
from journal.logbook.writing import Saved, Writing
from journal.store.ledger import erasing as store

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from journal.domain.ledger.record import Record
    from journal.domain.state.erasing import FieldRef

_REASON_HOLDS_IT = N_(
    "The reason holds the words that are to be erased, and it would stay. Nothing was changed; say it in other words."
)
_NO_FILE = N_("The journal holds no file of exhibit {number}. Nothing was changed.")
_SHARED = N_(
    "The same file is also exhibit {numbers}, and would be erased there too. Nothing was changed; agree to both or "
    "leave both."
)
_NEEDED = N_("Without this the journal could not be understood, so that it cannot be erased. Nothing was changed.")


class Remaining(Struct, frozen=True):
    """Places outside the journal that may still hold the erased content."""

    copies: tuple[LastBackup, ...]
    """Earlier backups with it, oldest first; their folders are not recorded."""
    handed: tuple[HandedDocuments, ...]
    """Documents handed over with it."""
    beside: tuple[str, ...]
    """Names of other files in the journal's folder that may be earlier states of it."""


class ErasurePreview(Struct, frozen=True):
    """Effect of erasing some fields."""

    asked: tuple[ErasableField, ...]
    """Requested fields, each with all its occurrences."""
    elsewhere: tuple[ErasableField, ...]
    """Other fields that contain the same text; they stay unless they are requested too."""
    drafts: int
    """Number of drafts with the same text, or that amend a subject concerned; they are deleted too."""
    left: Remaining

    @property
    def places(self) -> tuple[FieldRef, ...]:
        """All occurrences of the requested fields, by record."""
        return tuple(sorted(place for one in self.asked for place in one.places))


class FileErasurePreview(Struct, frozen=True):
    """Effect of erasing the bytes of an exhibit."""

    exhibit: Exhibit
    same: tuple[Exhibit, ...]
    """Other exhibits with the same bytes, withdrawn ones included; they are erased too."""
    left: Remaining


class Erasure(Struct, frozen=True):
    """Erasure in one journal.

    Erasing rewrites the whole file: slow, callable from any thread, while nothing else is saved. Raises as every method
    of the logbook that saves, and Unreadable where the file cannot be read, with the journal unchanged; only where the
    disk did not confirm the last step, NotSaved says that it is erased all the same.
    """

    writing: Writing

    def choices(self, thing: Subject) -> tuple[ErasableField, ...]:
        """Return the erasable fields of a subject."""
        return erasable.choices(self._records, thing)

    def stubs(self, thing: Subject) -> dict[str, datetime]:
        """Return the names of a subject's erased fields, each with the time of the erasure, UTC."""
        return erasable.stubs(self._records, thing)

    def preview(self, asked: Iterable[ErasableField]) -> ErasurePreview:
        """Compute the effect of erasing these fields; changes nothing."""
        ledger, asked = self.writing.ledger, tuple(asked)
        places = [place for one in asked for place in one.places]
        others = erasable.holding(self._records, erasing.elsewhere(self._records, places))
        drafts = store.drafts_concerned(self._records, ledger.desk, places)
        known = {(one.thing, one.name, one.places) for one in asked}
        return ErasurePreview(
            asked,
            tuple(one for one in others if (one.thing, one.name, one.places) not in known),
            len(drafts),
            self._left(asked, min(place.record for place in places)),
        )

    def erase(self, places: Sequence[FieldRef], reason: str = "") -> Saved:
        """Erase these fields, and their text in drafts, and record that; raises Refused for what cannot be erased."""
        self.writing.ledger.access.require()
        erasing.require_erasable(self._records, places)
        if erasing.holds(reason, erasing.words_at(self._records, places)):
            raise Refused(_(_REASON_HOLDS_IT))
        if State().apply_all(erasing.erased(self._records, places)):
            raise Refused(_(_NEEDED))
        return self._erase([(Action.FIELD_ERASED, 0, erasing.declaration(places, reason))], places)

    def preview_exhibit(self, number: int) -> FileErasurePreview:
        """Compute the effect of erasing an exhibit's bytes; raises Refused where the journal holds none."""
        exhibits = self.writing.state.of(Exhibit).now
        exhibit = exhibits.get(number)
        if exhibit is None or exhibit.form is not Form.FILE:
            raise Refused(_(_NO_FILE).format(number=number))
        same = [
            one
            for one in exhibits.values()
            if one.form is Form.FILE and one.number != number and exhibit.sha256 == one.sha256
        ]
        added = (record.seq for record in self._records if record.fields().get("file") == exhibit.file)
        gone = [ErasableField(Subject(Exhibit.SUBJECT, one.number), "file", ()) for one in (exhibit, *same)]
        return FileErasurePreview(exhibit, tuple(same), self._left(gone, min(added)))

    def erase_exhibit(self, number: int, reason: str = "", also: Collection[int] = ()) -> Saved:
        """Erase the bytes of an exhibit and of all with the same bytes, and record that; their numbers and fields stay.

        Raises Refused also where another standing exhibit with the same bytes is missing in `also`, the ones that the
        user was told of.
        """
        self.writing.ledger.access.require()
        preview = self.preview_exhibit(number)
        untold = [one.number for one in preview.same if not one.withdrawn and one.number not in also]
        if untold:
            raise Refused(_(_SHARED).format(numbers=", ".join(map(str, untold))))
        gone = (preview.exhibit, *preview.same)
        actions = [(Action.EXHIBIT_ERASED, one.number, {"erases_files": [one.file], "reason": reason}) for one in gone]
        return self._erase(actions, (), {one.file for one in gone})

    def _erase(
        self,
        actions: Sequence[tuple[Action, int, Mapping[str, Any]]],
        places: Sequence[FieldRef],
        files: Collection[int] = (),
    ) -> Saved:
        said = [self.writing.said(*action) for action in actions]
        added = store.erase(self.writing.ledger, [fields for _subject, fields in said], places, files)
        return Saved(added[0].seq, said[0][0])

    def _left(self, asked: Collection[ErasableField], first: int) -> Remaining:
        copies = erasing.still_holding(self._records, first)
        handed = erasable.handed_with(self._records, asked, first)
        return Remaining(copies, handed, store.left_beside(self.writing.ledger.path))

    @property
    def _records(self) -> Sequence[Record]:
        return self.writing.ledger.records
