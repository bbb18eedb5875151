"""What happens after a key on the screen of an exhibit, from the question to the word that says what was done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from journal.domain.base.task import Task
    from journal.domain.evidence.exhibit import Exhibit
    from journal.logbook import Logbook
    from journal.logbook.saving_out import SavedOut
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.evidence.save_copy import Wanted

COPYING = N_("One moment: the copy is written and checked.")
DONE = N_("The copy is written and checked")
COPIED = N_("{path}\n\nSHA-256, the same as the original:\n{digest}")
NOTED = N_("It is noted under where the exhibit went, record {record}.")
NOT_NOTED = N_("It could not be noted in the journal.")
CLEANED = N_(
    "{path}\n\nSHA-256 of this copy, which no longer says where it was taken:\n{digest}\n\n"
    "SHA-256 of the original, which stays unchanged in the journal:\n{original}"
)


async def amend(screen: ActingScreen[None], exhibit: Exhibit) -> None:
    """Ask what is to be said of the exhibit from now on, and record it."""
    from journal.ui.evidence.describe_exhibit import DescribeExhibit

    title = _("Amend exhibit {number}").format(number=exhibit.number)
    described = await screen.app.push_screen_wait(DescribeExhibit(title, exhibit))
    if described is not None and described != exhibit:
        screen.attempt(partial(screen.logbook.case.amend, described))


async def save_copy(screen: ActingScreen[None], exhibit: Exhibit) -> None:
    """Ask for a folder, write the copy there, and say where it is and what its digest is."""
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.dialogs.dialog import Confirm
    from journal.ui.evidence.save_copy import SaveCopyDialog

    folder, complaint = screen.logbook.exhibits.copied_to, ""
    while asked := await screen.app.push_screen_wait(SaveCopyDialog(exhibit, folder, complaint)):
        copy = partial(_copied, screen.logbook, exhibit.number, asked)
        saved = await screen.app.push_screen_wait(AtWork(_(COPYING), copy, stoppable=True))
        if not isinstance(saved, JournalError):
            screen.logbook.exhibits.copied_to = asked.folder
            screen.show_all()
            await screen.app.push_screen_wait(Confirm(_(DONE), _in_words(saved)))
            return
        folder, complaint = asked.folder, str(saved)


def _copied(logbook: Logbook, number: int, asked: Wanted, task: Task) -> SavedOut:
    folder, without = Path(asked.folder), asked.without_location
    return logbook.exhibits.save_out(number, folder, without_location=without, task=task)


def _in_words(saved: SavedOut) -> str:
    words = COPIED if saved.sha256 == saved.original_sha256 else CLEANED
    told = _(words).format(path=saved.path, digest=saved.sha256, original=saved.original_sha256)
    noted = _(NOTED).format(record=saved.record) if saved.record else _(NOT_NOTED)
    return f"{told}\n\n{noted}"
