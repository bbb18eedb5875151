"""What happens after a key about handing over, from the choice to the word that says what was written and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from journal.domain.base.errors import ChangedUnderneath, JournalError, NotSaved
from journal.domain.ledger.record import groups_of_four
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.handover.bundle.encryption import OPEN, Lock
from journal.handover.preview.questions import caution, nothing_leaves
from journal.handover.selection.choice import Exclusion, Format
from journal.logbook.stopping import abandonable
from journal.store.disk.removable_media import sticks
from journal.ui.dialogs.at_work import AtWork
from journal.ui.dialogs.dialog import Confirm
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.frame.text import harmless
from journal.ui.handover.folder import PASSPHRASE, PUBLIC_KEY, BundlePassphrase, HandFolder, Where
from journal.ui.handover.preview import HandPreview, Prepared

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from journal.domain.base.task import Task
    from journal.handover.preview.preview import HandoverPreview
    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook
    from journal.logbook.handing import Handed

LOOKING = N_("One moment: looking up what will be shared.")
WRITING = N_("One moment: the files are written and checked.")
BESIDE = N_("The journal goes on in a new file. Nothing was handed over yet: press F2 again to write it.")
BEFORE = N_("Before it is made")
DONE = N_("Written and recorded")
WRITTEN = N_("In {folder}:\n{names}\nRecorded as record {record}; nothing else changed.")
TELL = N_(
    "Tell whoever gets the files the digest of each another way, by telephone or on paper: it stands for all of the "
    "file. These groups stand for the records of the journal alone:\n{digest}"
)


class Leaving:
    """A hand-over on its way: what is chosen, and what leaves with it, looked up anew after each taking out."""

    def __init__(
        self, app: App[Any], logbook: Logbook, choice: HandoverChoice, taken_out: tuple[Exclusion, ...]
    ) -> None:
        """Begin with what was chosen, and with what was taken out of it by hand before."""
        self._app, self._logbook, self._choice = app, logbook, choice
        self.taken_out = taken_out
        """What was taken out by hand so far."""
        self.prepared: Prepared | None = None
        """What leaves, as it was looked up last."""
        self._before: HandoverPreview | None = None
        self._chosen: Selection

    async def look(self, without: tuple[Exclusion, ...]) -> Prepared | JournalError:
        """Look up what leaves without this, behind a screen that says so."""

        def looked(task: Task) -> tuple[Selection, Prepared]:
            return abandonable(task, lambda: self._looked(without, task))

        found = await self._app.push_screen_wait(AtWork(_(LOOKING), looked, stoppable=True))
        if isinstance(found, JournalError):
            return found
        self._chosen, self.prepared = found
        self.taken_out = self.prepared.without
        return self.prepared

    def _looked(self, without: tuple[Exclusion, ...], task: Task) -> tuple[Selection, Prepared]:
        handing, last = self._logbook.handing_over, self._logbook.last
        task.begin(*[last.seq if last else 0] * (4 if without else 2))
        chosen = handing.chosen(self._choice, task)
        task.next_step()
        before = self._before = self._before or handing.preview(chosen, task)
        task.next_step()
        there = {Exclusion(one.thing, one.field) for one in before.leaves if one.thing}
        without = tuple(one for one in without if one in there)
        if not without:
            return chosen, Prepared.of(before)
        chosen = handing.chosen(replace(self._choice, without=without), task)
        task.next_step()
        return chosen, Prepared.of(handing.preview(chosen, task), before, without)

    def holds_for(self, choice: HandoverChoice, taken_out: tuple[Exclusion, ...]) -> bool:
        """Return whether the same would be found again if it were looked up now for this choice."""
        if self.prepared is None or (last := self._logbook.last) is None:
            return False
        return (self._choice, self.taken_out, self._chosen.head) == (choice, taken_out, last.digest)

    async def refusal(self) -> str:
        """Look up what leaves if that was not done; return why nothing does or it cannot be looked up, else ""."""
        prepared = self.prepared or await self.look(self.taken_out)
        if isinstance(prepared, JournalError):
            return str(prepared)
        nothing = "" if prepared.without else nothing_leaves(self._chosen)
        return _(nothing) if nothing else ""

    async def written(self) -> Handed | None:
        """Show what leaves, ask where to, and write it; None where the person went back."""
        while await self._previewed():
            if await read_first(self._app, caution(self._choice)) and (handed := await self._write()):
                return handed
        return None

    async def _previewed(self) -> bool:
        if self.prepared is None:
            return False
        agreed: bool | None = await self._app.push_screen_wait(HandPreview(self.prepared, self.look))
        return bool(agreed)

    async def _write(self) -> Handed | None:
        bundle = Format.BUNDLE in self._chosen.choice.formats
        where, complaint = Where(next(map(str, sticks()), "")), ""
        while asked := await self._app.push_screen_wait(HandFolder(where, bundle=bundle, complaint=complaint)):
            where, complaint = asked, ""
            lock = await _lock(self._app, asked)
            if lock is None:
                continue
            handed = await saved(self._app, self._logbook, self._writing(asked.path, lock))
            if not isinstance(handed, JournalError):
                return handed
            complaint = str(handed)
        return None

    def _writing(self, folder: Path, lock: Lock) -> AtWork[Handed]:
        """Return the screen behind which the files are written."""

        def write(task: Task) -> Handed:
            return self._logbook.handing_over.write(self._chosen, folder, lock=lock, task=task)

        return AtWork(_(WRITING), write, stoppable=True)


async def read_first(app: App[Any], words: str) -> bool:
    """Show what is to be read before it is made; tell whether to go on."""
    if not words:
        return True
    agreed: bool | None = await app.push_screen_wait(Confirm(_(BEFORE), _(words), _("Go on")))
    return bool(agreed)


async def saved(app: App[Any], logbook: Logbook, work: AtWork[Handed]) -> Handed | JournalError:
    """Write behind a screen that says so; where another file lies in the journal's place, offer to go on beside it."""
    handed = await app.push_screen_wait(work)
    if isinstance(handed, ChangedUnderneath) and await went_beside(app, logbook, handed):
        return NotSaved(_(BESIDE))
    return handed


async def _lock(app: App[Any], where: Where) -> Lock | None:
    """Return how the bundle is locked; None where no passphrase was typed."""
    if where.lock == PASSPHRASE:
        typed = await app.push_screen_wait(BundlePassphrase())
        return Lock(passphrase=typed) if typed else None
    return Lock(key=where.key) if where.lock == PUBLIC_KEY else OPEN


async def tell(app: App[Any], handed: Handed) -> None:
    """Say what was written, where, under which record, and the digest that is to be told to the receiver."""
    written = zip(handed.files, handed.digests, strict=True)
    names = "\n".join(f"{harmless(path.name)}\n{groups_of_four(digest)}" for path, digest in written)
    folder = harmless(str(handed.files[0].parent)) if handed.files else ""
    said = _(WRITTEN).format(folder=folder, names=names, record=in_figures(handed.record, spoken()))
    told = _(TELL).format(digest=groups_of_four(handed.head))
    await app.push_screen_wait(Confirm(_(DONE), f"{said}\n{told}"))
