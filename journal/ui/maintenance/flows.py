"""What keeps a journal whole: backup, check, settings, and a copy that becomes the journal; from question to answer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.words import N_, _
from journal.ui.dialogs.save_conflict import went_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from journal.store.age.protection import Key
    from journal.store.file.mutable_state import Settings
    from journal.ui.dialogs.acting_screen import ActingScreen

COPYING = N_("One moment: a copy is made, read back and checked.")
RESTORING = N_("One moment: the copy is checked and becomes the journal.")
CHOSEN = N_("Kept in this journal, and followed from now on.")
BECAME = N_("This is the journal from now on; the copy that it was made from stays as it is.")
BECAME_HERE = N_("This is the journal from now on.")
KEPT = N_("The file that was there before is kept beside it as {name}.")


@dataclass(frozen=True)
class OpenNext:
    """The journal that is to be opened when the screen has closed this one."""

    path: Path
    key: Key | None
    """What opens it where it is protected, so that nobody is asked again."""
    said: str
    """What is said at its opening, translated or marked."""


async def back_up(screen: ActingScreen[None]) -> None:
    """Ask for a folder, beginning with the last; make a copy there, record it, and say what was made."""
    from journal.store.disk.removable_media import sticks
    from journal.ui.dialogs.ask_folder import AskFolder
    from journal.ui.dialogs.at_work import AtWork

    folder, complaint = screen.logbook.settings.backup_folder or next(map(str, sticks()), ""), ""
    while answer := await screen.app.push_screen_wait(AskFolder(folder, complaint)):
        folder, complaint = str(answer), ""
        work = partial(screen.logbook.copies.back_up, answer)
        made = await screen.app.push_screen_wait(AtWork(_(COPYING), work))
        screen.show_all()
        if isinstance(made, ChangedUnderneath):
            if not await went_beside(screen.app, screen.logbook, made):
                return
        elif isinstance(made, JournalError):
            complaint = str(made)
        else:
            with suppress(JournalError):
                screen.logbook.choose(replace(screen.logbook.settings, backup_folder=folder))
            warnings = [*made.warnings()]
            screen.tell(" ".join([*made.done(made.name), *warnings]), trouble=bool(warnings))
            return


async def choose_settings(screen: ActingScreen[None], follow: Callable[[Settings], None]) -> OpenNext | None:
    """Ask what is to be set, keep it, and let it be followed.

    Returns the journal to be opened anew, in the words of the language and country; None where these stay as they are.
    """
    from journal.ui.frame.everywhere import LockNow
    from journal.ui.maintenance.settings import SettingsDialog

    lock_key = LockNow.shown_key()
    before, protected = screen.logbook.settings, screen.logbook.protection.protected
    asked = SettingsDialog(before, lock_key=lock_key, protected=protected, follow=follow)
    answer = await screen.app.push_screen_wait(asked)
    if answer is None:
        return None
    # Names may have been masked by their key meanwhile.
    changed = {name: said for name, said in asdict(answer).items() if said != getattr(before, name)}
    settings = replace(screen.logbook.settings, **changed)
    if not await _kept(screen, settings):
        return None
    if (settings.language, settings.country) != (before.language, before.country):
        return OpenNext(screen.logbook.path, screen.logbook.copies.key, CHOSEN)
    follow(settings)
    screen.show_all()
    if changed:
        screen.tell(_(CHOSEN))
    if asked.keys_next:
        await choose_keys(screen, follow)
    return None


async def choose_keys(screen: ActingScreen[None], follow: Callable[[Settings], None]) -> None:
    """List the commands with their keys, and keep and follow those that are chosen."""
    from journal.ui.maintenance.choose_keys import KeyList

    async def keep(keys: Mapping[str, str]) -> bool:
        if kept := await _kept(screen, replace(screen.logbook.settings, keys=dict(keys))):
            follow(screen.logbook.settings)
        return kept

    await screen.app.push_screen_wait(KeyList(keep))


async def _kept(screen: ActingScreen[None], settings: Settings) -> bool:
    """Keep settings in the journal, and tell whether they are; say why not."""
    while settings != screen.logbook.settings:
        try:
            screen.logbook.choose(settings)
        except ChangedUnderneath as why:
            if not await went_beside(screen.app, screen.logbook, why):
                return False
        except JournalError as why:
            screen.tell(str(why), trouble=True)
            return False
    return True


async def offer_copy(screen: ActingScreen[None], home: Path) -> OpenNext | None:
    """Say that the open file is a copy, and make it the journal where that is wanted; `home` is a journal's own place.

    Returns the journal that is to be opened then; None where the copy stays one.
    """
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.maintenance.offer_copy import OfferCopy

    copies, copy = screen.logbook.copies, screen.logbook.path
    target = await screen.app.push_screen_wait(OfferCopy(screen.logbook.read_only_reason, copy, home))
    if target is None:
        return None
    kept = await screen.app.push_screen_wait(AtWork(_(RESTORING), lambda _task: copies.become_journal(target)))
    if isinstance(kept, JournalError):
        screen.tell(str(kept), trouble=True)
        return None
    said = _(BECAME_HERE if target == copy else BECAME)
    return OpenNext(target, copies.key, f"{said} {_(KEPT).format(name=kept.name)}" if kept else said)
