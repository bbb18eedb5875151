"""Which commands the main screen offers at this moment; keys, footer, palette and help all ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.ui.commands import case, entries, handing, moving
from journal.ui.commands.command import Command

if TYPE_CHECKING:
    from journal.ui.screens.main import MainScreen


def offered(screen: MainScreen, action: str) -> bool:
    """Tell whether something can be done: no writing where only reading is possible, nothing about no entry."""
    command = Command.known.get(action)
    if command and command.writes and screen.logbook.read_only:
        return False
    history, some = screen.history, bool(screen.logbook.state.entries)
    standing = history is not None and not history.withdrawn
    on_item = screen.focused is screen.checklist and screen.checklist.markable is not None
    conditions = {
        entries.AmendEntry.id: standing,
        entries.WithdrawEntry.id: standing,
        entries.SameAgainNow.id: history is not None and standing and not kinds.kind(history.kind_id).own_step,
        entries.ShowHistory.id: history is not None,
        case.ShowBelonging.id: history is not None,
        entries.ShowDrafts.id: bool(screen.logbook.drafts),
        entries.UndoLast.id: some,
        entries.RedoLast.id: bool(screen.logbook.state.undone),
        handing.HandOver.id: some,
        entries.TickItem.id: on_item,
        entries.MarkItemWithNote.id: on_item,
        moving.OpenEntry.id: history is not None and screen.focused is screen.timeline,
        moving.GoBack.id: screen.panes.opened or bool(screen.finding.terms),
        moving.Search.id: some,
        moving.JumpToDay.id: some,
    }
    return conditions.get(action, True)
