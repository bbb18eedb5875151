"""What follows once an entry was written in the editor, also off a picture of a sheet on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.text.words import N_, _
from journal.ui.dialogs.acting_screen import told_of

if TYPE_CHECKING:
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.editor.editor import EditorScreen

ENTRY_SAVED = N_("Entry {number} saved, record {record}.")
FILES_LEFT = N_(
    "Your text is kept as a draft. The files are not attached yet. Save the entry first, then add the files again."
)


async def type_off(screen: ActingScreen[None], number: int) -> None:
    """Ask for a line of the sheet on this exhibit, and open the editor for it; to be run in a worker, as it waits."""
    from journal.ui.editor.ask_line import AskSheetLine
    from journal.ui.editor.editor import EditorScreen
    from journal.ui.evidence.exhibit_words import name_of

    picture = screen.logbook.state.of(Exhibit).now[number]
    paper = screen.logbook.paper
    called = _("Exhibit {number}").format(number=number) + ", " + name_of(picture)
    question = AskSheetLine(called, paper.next_line(picture.sha256), partial(paper.origin, picture))
    if origin := await screen.app.push_screen_wait(question):
        await follow_editor(screen, EditorScreen(screen.logbook, paper=origin))


async def follow_editor(screen: ActingScreen[None], editor: EditorScreen, amends: int = 0) -> None:
    """Show an editor; then the screen shows and says what was saved, and goes on with what follows from it."""
    result = await screen.app.push_screen_wait(editor)
    if result:
        screen.show_saved(result)
        screen.tell(told_of(ENTRY_SAVED, result))
    else:
        screen.show_all()
    if editor.files:
        await _attach_waiting(screen, result.subject if result else amends, editor.files)
    if result and not amends:
        await _offer_steps(screen, result.subject)


async def _attach_waiting(screen: ActingScreen[None], number: int, paths: tuple[str, ...]) -> None:
    """Attach what was dropped on the form, once there is an entry to which it can be attached."""
    if number:
        from journal.ui.evidence.attaching import attach

        await attach(screen, Target(entry=number), paths)
    else:
        screen.tell(_(FILES_LEFT), trouble=True)


async def _offer_steps(screen: ActingScreen[None], number: int) -> None:
    """Offer what a new entry about an own step tells of the case."""
    if kinds.kind(screen.logbook.state.entries[number].kind_id).own_step:
        from journal.ui.case.offers import after_entry

        await after_entry(screen, number)
