"""What keeps a journal whole: backup, check, settings, and a copy that becomes the journal; from question to answer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.binding import Binding

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.words import N_, _
from journal.ui.dialogs.save_conflict import offer_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.base.task import Task
    from journal.store.age.protection import Key
    from journal.store.copies.backup_result import BackUp
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
    """What is said at its opening."""


def back_up(screen: ActingScreen[None], folder: str = "", complaint: str = "") -> None:
    """Ask for a folder, beginning with this one or the last; make a copy there, record it, and say what was made."""
    from journal.store.disk.removable_media import sticks
    from journal.ui.dialogs.ask_folder import AskFolder
    from journal.ui.dialogs.at_work import AtWork

    def chosen(answer: Path | None) -> None:
        if answer is not None:
            work = partial(screen.logbook.copies.back_up, answer.expanduser())
            screen.app.push_screen(AtWork(_(COPYING), work), partial(done, answer))

    def done(answer: Path, made: BackUp | JournalError | None) -> None:
        screen.show_all()
        if isinstance(made, ChangedUnderneath):
            offer_beside(screen, screen.logbook, made, partial(back_up, screen, str(answer)))
        elif isinstance(made, JournalError):
            back_up(screen, str(answer), str(made))
        elif made:
            with suppress(JournalError):
                screen.logbook.choose(replace(screen.logbook.settings, backup_folder=str(answer)))
            warnings = [*made.warnings()]
            screen.tell(" ".join([*made.done(made.name), *warnings]), trouble=bool(warnings))

    begin = folder or screen.logbook.settings.backup_folder or next(map(str, sticks()), "")
    screen.app.push_screen(AskFolder(begin, complaint), chosen)


def choose_settings(screen: ActingScreen[None], follow: Callable[[Settings], None]) -> None:
    """Ask what is to be set, keep it, and let it be followed."""
    from journal.ui.frame.everywhere import LockNow
    from journal.ui.maintenance.settings import ChooseSettings

    def chosen(settings: Settings | None) -> None:
        if settings is None or settings == screen.logbook.settings:
            return
        try:
            screen.logbook.choose(settings)
        except ChangedUnderneath as why:
            offer_beside(screen, screen.logbook, why, partial(chosen, settings))
        except JournalError as why:
            screen.tell(str(why), trouble=True)
        else:
            follow(settings)
            screen.show_all()
            screen.tell(_(CHOSEN))

    lock_key = screen.app.get_key_display(Binding(LockNow.keys.partition(",")[0], LockNow.id))
    settings, protected = screen.logbook.settings, screen.logbook.guard.protected
    screen.app.push_screen(ChooseSettings(settings, lock_key=lock_key, protected=protected), chosen)


def offer_copy(screen: ActingScreen[None], home: Path, then: Callable[[OpenNext], None]) -> None:
    """Say that the open file is a copy, and make it the journal where that is wanted; `home` is a journal's own place.

    Goes on with the journal that is to be opened then.
    """
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.maintenance.offer_copy import OfferCopy

    copies, copy = screen.logbook.copies, screen.logbook.path

    def chosen(target: Path | None) -> None:
        if target is not None:

            def work(_task: Task) -> OpenNext:
                kept = copies.become_journal(target)
                became = [_(BECAME_HERE if target == copy else BECAME)]
                return OpenNext(
                    target, copies.key, " ".join([*became, *([_(KEPT).format(name=kept.name)] if kept else [])])
                )

            screen.app.push_screen(AtWork(_(RESTORING), work), done)

    def done(became: OpenNext | JournalError | None) -> None:
        if isinstance(became, OpenNext):
            then(became)
        elif became:
            screen.tell(str(became), trouble=True)

    screen.app.push_screen(OfferCopy(screen.logbook.read_only_reason, copy, home), chosen)
