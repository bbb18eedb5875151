"""The keys that the first screen offers."""

from __future__ import annotations

from journal.ui.editor.commands import ShowDrafts
from journal.ui.entry.commands import MarkItemWithNote, TickItem
from journal.ui.evidence.commands import AttachFiles
from journal.ui.frame.command import Command
from journal.ui.frame.everywhere import EVERYWHERE
from journal.ui.frame.footer import FooterKey, footer_key
from journal.ui.lists.commands import PickFound, PickToHere
from journal.ui.timeline.commands import ActOnPicked, GoBack
from journal.ui.timeline.main_keys import MAIN_KEYS

_WITH_PICKED = {ActOnPicked.id, PickToHere.id, PickFound.id}
NOT_YET = frozenset({TickItem.id, MarkItemWithNote.id, GoBack.id, ShowDrafts.id}) | _WITH_PICKED
"""The commands of the main screen that are rarely offered when it opens."""

PANE_KEYS = (AttachFiles,)
"""The commands of the panes of the main screen that stand in its footer when it opens."""


def offered(action: str, *, read_only: bool) -> bool:
    """Tell whether the main screen is going to offer an action."""
    command = Command.known.get(action)
    return action not in NOT_YET and not (command and command.writes and read_only)


def opening_footer(*, read_only: bool) -> list[FooterKey]:
    """Return the keys in the footer of the first screen."""
    here = [(one, False) for one in (*PANE_KEYS, *MAIN_KEYS) if offered(one.id, read_only=read_only)]
    live = [*here, *((one, True) for one in EVERYWHERE)]
    return [key_of(one, everywhere=everywhere) for one, everywhere in live if one.footer]


def key_of(command: type[Command], *, everywhere: bool) -> FooterKey:
    """Return a command with its first key, as it stands in the footer."""
    return footer_key(command, command.keys_now()[0], command.shown_key(), everywhere=everywhere)
