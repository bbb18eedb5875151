"""Evidence of an open journal: attach, link, read and export exhibits."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.base.errors import JournalError, Refused
from journal.domain.base.task import Task
from journal.domain.evidence.custody import Movement, next_copy
from journal.domain.evidence.exhibit import Exhibit, Form, Target, exhibits_of, exhibits_of_entry, is_large
from journal.domain.ledger.actions import Action
from journal.domain.state import rules
from journal.domain.text.words import N_, _
from journal.domain.time.moment import exactly

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from journal.domain.evidence.checklist import Mark
    from journal.logbook.saving_out import SavedOut
    from journal.logbook.writing import Saved, Writing

    OneAction = tuple[Action, int, dict[str, Any]]
    """Action, number of its subject, and its fields."""

NOTHING: Mapping[str, bytes] = {}
NOWHERE = Target()
"""Target of an exhibit that is not linked yet."""


_ERASED = N_("The file of exhibit {number} was erased on purpose on {day}. Its number and its digest stay.")


class Attached(Struct, frozen=True):
    """Result of attaching files."""

    added: tuple[int, ...]
    """Numbers of the new exhibits."""
    known: tuple[int, ...]
    """Numbers of existing exhibits with the same content, which were linked instead."""


class Exhibits:
    """Operations on exhibits; every method that saves raises as those of the logbook."""

    def __init__(self, writing: Writing) -> None:
        """Bind to the ledger of an open journal."""
        self._writing = writing
        self.taken_from = ""
        """Folder last used for choosing files, as typed; kept in memory only."""
        self.copied_to = ""
        """Folder last used for an export; kept in memory only."""

    @property
    def standing(self) -> list[Exhibit]:
        """Exhibits that are not withdrawn, by number."""
        return self._writing.state.of(Exhibit).standing

    def of(self, target: Target) -> tuple[int, ...]:
        """Return the numbers of the exhibits linked to exactly this target."""
        return exhibits_of(target, self._writing.state.standing_links)

    def of_entry(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the exhibits of an entry, those of its checklist items included."""
        return exhibits_of_entry(number, self._writing.state.standing_links)

    def by_digest(self, *forms: Form) -> dict[str, Exhibit]:
        """Return the standing exhibits of these forms by digest, the earliest of each."""
        return {one.sha256: one for one in reversed(self.standing) if one.form in forms}

    def attach(
        self,
        files: Sequence[Exhibit],
        target: Target = NOWHERE,
        *,
        whole: bool = False,
        contents: Mapping[str, bytes] = NOTHING,
        task: Task | None = None,
    ) -> Attached:
        """Store examined files in the journal and link them to one target, in one atomic, durable save.

        Each is read while it is saved, from `contents` by its digest or else from where it lies, and refused where it
        is no longer what was examined. Of a file that lies somewhere and is larger than `Settings.largest_file` only
        the fingerprint is kept, unless it is to be `whole`. Content, or a fingerprint, that is here already is linked
        and not stored again. Raises also a `FileRefused`, `Cancelled` among them, with nothing added.
        """
        rules.require_known(self._writing.state, target)
        with self._writing.ledger.evidence.putting():
            actions, numbers, known = self.added(files, whole=whole, contents=contents, task=task or Task())
            actions = [(action, number, fields | target.fields()) for action, number, fields in actions]
            actions += self._links(known, target)
            if actions:
                self._writing.append_all(actions)
        added = tuple(dict.fromkeys(number for number in numbers.values() if number not in known))
        return Attached(added, known)

    def added(
        self, files: Sequence[Exhibit], *, whole: bool, contents: Mapping[str, bytes], task: Task
    ) -> tuple[list[OneAction], dict[str, int], tuple[int, ...]]:
        """Put the content of examined files into the evidence, as `attach`, for a save that follows.

        Only inside `evidence.putting()`. Returns the actions that add them, the number of the exhibit of every file by
        its digest, and the numbers of those that were here already.
        """
        from journal.logbook.filing import source

        state, evidence = self._writing.state, self._writing.ledger.evidence
        largest = 0 if whole else self._writing.ledger.desk.settings.largest_file
        apart = {one.sha256 for one in files if one.sha256 not in contents and is_large(one, largest)}
        here = self._here(files, apart)
        new: dict[str, Exhibit] = {}
        for one in files:
            if one.sha256 not in here:
                new.setdefault(one.sha256, one)
        numbered = dict(enumerate(new.values(), state.of(Exhibit).next))
        task.begin(sum(one.size for one in new.values() if one.sha256 not in apart))
        last = max((one.file for one in state.of(Exhibit).now.values()), default=0)
        actions: list[OneAction] = []
        for number, one in numbered.items():
            fields = (one if one.sha256 in apart else replace(one, lies_at="")).fields()
            if one.sha256 not in apart:
                fields = evidence.put(fields, source(one, contents, task), above=last)
            actions.append((Action.EXHIBIT_ADDED, number, fields))
        numbers = here | {one.sha256: number for number, one in numbered.items()}
        return actions, numbers, tuple(dict.fromkeys(here.values()))

    def add(self, exhibit: Exhibit, target: Target = NOWHERE) -> Saved:
        """Record an object without a file, or only the fingerprint of a file.

        Raises Refused for an exhibit that has stored bytes already.
        """
        if exhibit.file:
            raise Refused(_("This exhibit has a file of its own already. Nothing was saved."))
        rules.require_known(self._writing.state, exhibit)
        return self._add(exhibit.fields(), target)

    def link(self, number: int, target: Target) -> Saved | None:
        """Link an exhibit to one more target; None where it is linked to it already, or the target is empty."""
        rules.require_standing(self._writing.state, Exhibit, number)
        rules.require_known(self._writing.state, target)
        if not self._may_be_linked(number, target):
            return None
        return self._writing.append(Action.EXHIBIT_LINKED, subject=number, **target.fields())

    def tick(self, numbers: Iterable[int], target: Target, mark: Mark) -> Saved:
        """Link exhibits to an item of an entry's checklist, and record the item's mark, in one save.

        Existing links are not repeated. Returns the result for the item.
        """
        for number in (numbers := tuple(numbers)):
            rules.require_standing(self._writing.state, Exhibit, number)
        rules.require_known(self._writing.state, target)
        rules.standing(self._writing.state, target.entry)
        links = self._links(numbers, target)
        return self._writing.append_all([*links, (Action.ITEM_MARKED, target.entry, mark.said_of(target.item))])[-1]

    def mark_all(self, marks: Iterable[tuple[int, str, Mark]]) -> Saved:
        """Record the marks of checklist items, each with the number of its entry, in one save."""
        actions = [(Action.ITEM_MARKED, number, mark.said_of(item)) for number, item, mark in marks]
        rules.all_standing(self._writing.state, (number for _action, number, _said in actions))
        return self._writing.append_all(actions)[-1]

    def unlink(self, number: int, target: Target) -> Saved:
        """Record the removal of a link; the exhibit stays. Raises Refused where there is no such link."""
        if target not in self._writing.state.links.get(number, ()):
            raise Refused(_("Exhibit {number} is not linked to this.").format(number=number))
        return self._writing.append(Action.EXHIBIT_UNLINKED, subject=number, **target.fields())

    def read(self, number: int, write: Callable[[bytes], object]) -> None:
        """Pass the bytes of an exhibit to `write` in parts; they are verified only once this has returned.

        Raises Refused where the journal holds no bytes of it, Unreadable where they do not match their digest.
        """
        exhibit = rules.require_standing(self._writing.state, Exhibit, number)
        if exhibit.form is Form.ERASED:
            raise Refused(_(_ERASED).format(number=number, day=exhibit.erased_at[:10]))
        if not exhibit.file:
            raise Refused(_("The journal holds no file of exhibit {number}.").format(number=number))
        self._writing.ledger.evidence.read(exhibit.file, exhibit.sha256, write)

    def save_out(
        self,
        number: int,
        folder: Path,
        *,
        without_location: bool = False,
        task: Task | None = None,
    ) -> SavedOut:
        """Export an exhibit's file into a folder, as a new file, and record the copy.

        With `without_location` the location is removed, so that the copy differs from the original. Raises also
        `LocationStays`, `Cancelled`, and NotSaved where the folder refuses it; no partial copy is left. A copy that was
        written but could not be recorded is no error: the result says so.
        """
        from journal.logbook.saving_out import save_out

        exhibit = rules.require_standing(self._writing.state, Exhibit, number)
        saved = save_out(exhibit, partial(self.read, number), folder, without_location, task or Task())
        with suppress(JournalError):
            return replace(saved, record=self._note_copy(number, saved).record)
        return saved

    def _note_copy(self, number: int, saved: SavedOut) -> Saved:
        movements = self._writing.state.of(Movement)
        made = Movement(
            number=0,
            exhibit=number,
            copy=next_copy(number, movements.now.values()),
            place=saved.place,
            on=exactly(self._writing.now()),
            note="" if saved.sha256 == saved.original_sha256 else f"SHA-256: {saved.sha256}",
        )
        return self._writing.append(Action.MOVEMENT_ADDED, subject=movements.next, **made.fields())

    def _here(self, files: Iterable[Exhibit], apart: Collection[str]) -> dict[str, int]:
        """Return the exhibit that holds each file already, by digest; for those in `apart` a fingerprint suffices."""
        stored, fingerprints = self.by_digest(Form.FILE), self.by_digest(Form.FINGERPRINT)
        digests = dict.fromkeys(one.sha256 for one in files)
        found = {one: stored.get(one) or (fingerprints.get(one) if one in apart else None) for one in digests}
        return {digest: exhibit.number for digest, exhibit in found.items() if exhibit}

    def _links(self, numbers: Iterable[int], target: Target) -> list[OneAction]:
        """Return the actions that link these exhibits to a target, without existing links."""
        new = (number for number in numbers if self._may_be_linked(number, target))
        return [(Action.EXHIBIT_LINKED, number, target.fields()) for number in new]

    def _may_be_linked(self, number: int, target: Target) -> bool:
        return target not in {NOWHERE, *self._writing.state.links.get(number, ())}

    def _add(self, fields: dict[str, Any], target: Target) -> Saved:
        rules.require_known(self._writing.state, target)
        number = self._writing.state.of(Exhibit).next
        return self._writing.append(Action.EXHIBIT_ADDED, subject=number, **fields, **target.fields())
