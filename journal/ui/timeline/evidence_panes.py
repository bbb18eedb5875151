"""The panes of the main screen, with what can be done with evidence from each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.state.relations import EntityType, Ref
from journal.ui.entry.commands import AddOwnItem, DropOwnItem, OpenLinked
from journal.ui.evidence.commands import AttachFiles, ShowExhibits, ShowToDo
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.timeline import evidence_flows as flows
from journal.ui.timeline.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from textual import events

    from journal.ui.timeline.timeline_screen import TimelineScreen


class EvidencePanes(Panes):
    """Takes evidence in, also what is dropped or pasted, and leads to it."""

    BINDINGS = bindings(OpenLinked, AttachFiles, AddOwnItem, DropOwnItem, ShowToDo, ShowExhibits)

    def __init__(self, main: TimelineScreen) -> None:
        """Act on this screen."""
        super().__init__()
        self._main = main

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done at this moment."""
        main = self._main
        if not main.is_mounted or not main.may_write(action):
            return False
        history = main.history
        standing = history is not None and not history.withdrawn
        on_list = standing and main.focused is self.checklist
        conditions = {
            AttachFiles.id: standing,
            OpenLinked.id: main.focused is self.entry_view and flows.has_links(main),
            AddOwnItem.id: on_list,
            DropOwnItem.id: on_list and flows.own_item(main) is not None,
            ShowExhibits.id: bool(main.logbook.exhibits.standing),
            ShowToDo.id: bool(main.logbook.state.entries),
        }
        return conditions.get(action, True) and super().check_action(action, parameters)

    def on_paste(self, event: events.Paste) -> None:
        """Offer to attach files that were dropped or pasted."""
        from journal.evidence.paths import pasted_paths

        paths = pasted_paths(event.text)
        if paths and self.check_action(AttachFiles.id, ()):
            event.stop()
            self._begin(flows.attach(self._main, paths))

    def action_attach_files(self) -> None:
        """Ask for files, and attach them to the entry, or to the item under the cursor of its checklist."""
        self._begin(flows.attach(self._main))

    def action_open_linked(self) -> None:
        """Open what belongs to the entry."""
        if self._main.history:
            self.post_message(messages.ListRelated(Ref(EntityType.ENTRY, self._main.history.number), skip_single=True))

    def action_show_exhibits(self) -> None:
        """List every exhibit."""
        flows.show_exhibits(self._main)

    def action_show_to_do(self) -> None:
        """List what is still to do."""
        self._begin(flows.show_to_do(self._main))

    def action_add_own_item(self) -> None:
        """Ask for an item of one's own."""
        self._begin(flows.add_own_item(self._main))

    def action_drop_own_item(self) -> None:
        """Take the own item under the cursor off the checklist."""
        flows.drop_own_item(self._main)

    def _begin(self, flow: Coroutine[Any, Any, None]) -> None:
        """Go through a flow that waits for answers."""
        self.run_worker(flow, group="evidence")
