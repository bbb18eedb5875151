"""Which commands the main screen offers at this moment; keys, footer, palette and help all ask here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.ui.case import commands as case_commands
from journal.ui.frame import moving
from journal.ui.frame.command import Command
from journal.ui.handover import commands as handover_commands
from journal.ui.timeline import commands as timeline_commands

if TYPE_CHECKING:
    from journal.ui.timeline.main import MainScreen


def offered(screen: MainScreen, action: str) -> bool:
    """Tell whether something can be done: no writing where only reading is possible, nothing about no entry."""
    command = Command.known.get(action)
    if command and command.writes and screen.logbook.read_only:
        return False
    history, some = screen.history, bool(screen.logbook.state.entries)
    standing = history is not None and not history.withdrawn
    on_item = screen.focused is screen.checklist and screen.checklist.markable is not None
    conditions = {
        timeline_commands.AmendEntry.id: standing,
        timeline_commands.WithdrawEntry.id: standing,
        timeline_commands.SameAgainNow.id: history is not None
        and standing
        and not kinds.kind(history.kind_id).own_step,
        timeline_commands.ShowHistory.id: history is not None,
        case_commands.ShowBelonging.id: history is not None,
        timeline_commands.ShowDrafts.id: bool(screen.logbook.drafts),
        timeline_commands.UndoLast.id: some,
        timeline_commands.RedoLast.id: bool(screen.logbook.state.undone),
        handover_commands.HandOver.id: some,
        timeline_commands.TickItem.id: on_item,
        timeline_commands.MarkItemWithNote.id: on_item,
        moving.OpenEntry.id: history is not None and screen.focused is screen.timeline,
        moving.GoBack.id: screen.panes.opened or bool(screen.finding.terms),
        moving.Search.id: some,
        moving.JumpToDay.id: some,
    }
    return conditions.get(action, True)
