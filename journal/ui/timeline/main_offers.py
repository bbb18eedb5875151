"""Which commands the main screen offers at this moment; keys, footer, palette and help all ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.ui.dialogs.commands import RedoLast, ShowBelonging, UndoLast
from journal.ui.editor.commands import ShowDrafts
from journal.ui.entry.commands import MarkItemWithNote, ShowHistory, TickItem
from journal.ui.handover.commands import HandOver
from journal.ui.timeline.commands import AmendEntry, GoBack, JumpToDay, OpenEntry, SameAgainNow, Search, WithdrawEntry

if TYPE_CHECKING:
    from journal.ui.timeline.timeline_screen import TimelineScreen


def offered(screen: TimelineScreen, action: str) -> bool:
    """Tell whether something can be done: no writing where only reading is possible, nothing about no entry."""
    if not screen.may_write(action):
        return False
    history, some = screen.history, bool(screen.logbook.state.entries)
    standing = history is not None and not history.withdrawn
    on_item = screen.focused is screen.checklist and screen.item is not None
    conditions = {
        AmendEntry.id: standing,
        WithdrawEntry.id: standing,
        SameAgainNow.id: history is not None and standing and not kinds.kind(history.kind_id).own_step,
        ShowHistory.id: history is not None,
        ShowBelonging.id: history is not None,
        ShowDrafts.id: bool(screen.logbook.drafts),
        UndoLast.id: some,
        RedoLast.id: bool(screen.logbook.state.undone),
        HandOver.id: some,
        TickItem.id: on_item,
        MarkItemWithNote.id: on_item,
        OpenEntry.id: history is not None and screen.focused is screen.timeline,
        GoBack.id: screen.panes.opened or bool(screen.finding.terms),
        Search.id: some,
        JumpToDay.id: some,
    }
    return conditions.get(action, True)
