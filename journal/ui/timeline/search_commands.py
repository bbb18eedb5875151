"""Commands of the lines at the bottom, while something is typed there."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class KeepFound(Command):
    """Keeps what was found and goes back to the timeline."""

    id = "keep_found"
    keys = "enter,down"
    title = N_("Keep the found entries")
    help = N_("Keeps the found entries and goes back to the timeline; escape there shows all entries again.")
    footer = N_("keep")
    priority = True
    shown_key = "enter"


class LeaveSearch(Command):
    """Shows all entries again."""

    id = "leave_search"
    keys = "escape"
    title = N_("Leave the search")
    help = N_("Ends the search; everything is as it was before.")
    footer = N_("back")
    shown_key = "esc"


class RecordCalls(Command):
    """Records the missed calls."""

    id = "record_calls"
    keys = "enter"
    title = N_("Record")
    help = N_("Records the missed calls at the time shown.")
    footer = N_("record")
    priority = True
    shown_key = "enter"


class DropCalls(Command):
    """Records nothing."""

    id = "drop_calls"
    keys = "escape"
    title = N_("Back, record nothing")
    help = N_("Goes back to the timeline; nothing is recorded.")
    footer = N_("back")
    shown_key = "esc"
