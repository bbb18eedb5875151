"""What happens after a key about handing over, from the choice to the word that says what was written and recorded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from journal.domain.base.errors import ChangedUnderneath, JournalError, NotSaved
from journal.domain.ledger.record import groups_of_four
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.handover.bundle.encryption import OPEN, Lock
from journal.handover.preview.questions import SENDER, caution, nothing_leaves
from journal.handover.selection.choice import Format, TakenOut
from journal.logbook.course import Course
from journal.store.disk.removable_media import sticks
from journal.store.file.mutable_state import Remembered
from journal.ui.dialogs.dialog import Confirm
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.dialogs.stoppable import Stoppable
from journal.ui.frame.text import harmless
from journal.ui.handover import choice_form as form
from journal.ui.handover.folder import PASSPHRASE, PUBLIC_KEY, BundlePassphrase, HandFolder, Where
from journal.ui.handover.preview import HandPreview, Prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from journal.domain.base.progress import Progress
    from journal.handover.preview.preview import Preview
    from journal.handover.selection.choice import Choice
    from journal.handover.selection.chosen import Chosen
    from journal.logbook import Logbook
    from journal.logbook.handing import Handed
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.handover.hand_over import HandOverScreen

LOOKING = N_("One moment: what leaves is looked up.")
WRITING = N_("One moment: the files are written and checked.")
BESIDE = N_("The journal goes on in a new file. Nothing was handed over yet: press F2 again to write it.")
BEFORE = N_("Before it is made")
DONE = N_("Written and recorded")
WRITTEN = N_("In {folder}:\n{names}\nRecorded as record {record}; nothing else changed.")
TELL = N_(
    "Tell whoever gets the files the digest of each another way, by telephone or on paper: it stands for all of the "
    "file. These groups stand for the records of the journal alone:\n{digest}"
)


async def hand_over(screen: HandOverScreen, choice: Choice) -> None:
    """Show what leaves, ask where to, write it, and say what was written; the form stays until that is done."""
    looking = _Looking(screen, choice)
    prepared = await looking.again(screen.taken_out)
    if isinstance(prepared, JournalError):
        screen.say(str(prepared))
        return
    if nothing := "" if prepared.without else nothing_leaves(looking.chosen):
        screen.say(_(nothing))
        return
    if screen.is_to_be_asked(prepared.counts):
        return
    while await screen.app.push_screen_wait(HandPreview(looking.prepared, looking.again)):
        if await read_first(screen.app, caution(choice)) and (handed := await _written(screen, looking.chosen)):
            _remember(screen)
            await tell(screen.app, handed)
            screen.dismiss(None)
            return


class _Looking:
    """What leaves, looked up again whenever something is taken out by hand or put back."""

    def __init__(self, screen: HandOverScreen, choice: Choice) -> None:
        self._screen, self._choice = screen, choice
        self._before: Preview | None = None
        self.chosen: Chosen
        self.prepared: Prepared

    async def again(self, without: tuple[TakenOut, ...]) -> Prepared | JournalError:
        """Return what leaves without this; the form keeps it until it is closed."""
        logbook = self._screen.logbook

        def look(_progress: Progress, cancelled: Callable[[], bool]) -> tuple[Chosen, Prepared]:
            return Course(logbook.now(), cancelled=cancelled).beside(lambda: self._looked(without))

        looked = await self._screen.app.push_screen_wait(Stoppable(_(LOOKING), look))
        if isinstance(looked, JournalError):
            return looked
        self.chosen, self.prepared = looked
        self._screen.taken_out = self.prepared.without
        return self.prepared

    def _looked(self, without: tuple[TakenOut, ...]) -> tuple[Chosen, Prepared]:
        handing = self._screen.logbook.handing_over
        chosen = handing.chosen(self._choice)
        before = self._before = self._before or handing.preview(chosen)
        there = {TakenOut(one.thing, one.field) for one in before.leaves if one.thing}
        without = tuple(one for one in without if one in there)
        if not without:
            return chosen, Prepared.of(before)
        chosen = handing.chosen(replace(self._choice, without=without))
        return chosen, Prepared.of(handing.preview(chosen), before, without)


async def choose_kept(screen: HandOverScreen) -> None:
    """List the choices that are kept under a name, and put the chosen one into the form."""
    from journal.ui.handover.kept_choices import HandKept

    name = await screen.app.push_screen_wait(HandKept(screen.logbook))
    kept = {one.name: one.typed for one in screen.logbook.handing_over.remembered}
    if name in kept:
        await screen.begin_with(kept[name])


async def read_first(app: App[Any], words: str) -> bool:
    """Show what is to be read before it is made; tell whether to go on."""
    if not words:
        return True
    agreed: bool | None = await app.push_screen_wait(Confirm(_(BEFORE), _(words), _(N_("Go on"))))
    return bool(agreed)


async def _written(screen: HandOverScreen, chosen: Chosen) -> Handed | None:
    bundle = Format.BUNDLE in chosen.choice.formats
    where, complaint = Where(next(map(str, sticks()), "")), ""
    while asked := await screen.app.push_screen_wait(HandFolder(where, bundle=bundle, complaint=complaint)):
        where, complaint = asked, ""
        lock = await _lock(screen.app, asked)
        if lock is None:
            continue
        write = partial(screen.logbook.handing_over.write, chosen, asked.path, lock=lock)
        handed = await saved(screen.app, screen.logbook, _writing(write))
        if not isinstance(handed, JournalError):
            return handed
        complaint = str(handed)
    return None


def _writing(write: Callable[..., Handed]) -> Stoppable[Handed]:
    """Return the screen behind which the files are written."""
    return Stoppable(_(WRITING), lambda progress, cancelled: write(progress=progress, cancelled=cancelled))


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


def _remember(screen: HandOverScreen) -> None:
    """Keep the choice as the last one, and under its name; the sender's data only where that is ticked."""
    typed, handing = screen.typed, screen.logbook.handing_over
    kept, name = form.to_keep(typed), typed.words.get(form.KEEP_AS, "").strip()
    own = {one: typed.words.get(form.sender_field(one), "") for one in SENDER}
    own[form.BIRTH_DATE] = form.sender_of(typed, {}).birth_date
    try:
        if name:
            handing.remember(Remembered(name=name, typed=kept))
        handing.remember(Remembered(typed=kept))
        handing.keep_sender(
            {one: said for one, said in own.items() if said} if typed.words.get(form.KEEP_SENDER) else {}
        )
    except JournalError as why:
        screen.notify(harmless(str(why)), markup=False, severity="warning", timeout=15)
