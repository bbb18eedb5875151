"""The panes of the main screen, with what can be done with evidence from each of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import OWN, Mark, next_own
from journal.domain.evidence.exhibit import Target
from journal.domain.state.relations import EntityType, Ref, related_to
from journal.domain.text.words import N_
from journal.ui.entry.commands import AddOwnItem, DropOwnItem, OpenLinked
from journal.ui.evidence.commands import AttachFiles, ShowExhibits, ShowToDo
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.timeline.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.ui.timeline.timeline_screen import TimelineScreen

OWN_ADDED = N_("Added to the checklist (record {record}).")
OWN_DROPPED = N_("Removed from the checklist (record {record}). Press u to undo.")


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
            OpenLinked.id: main.focused is self.entry_view and history is not None and self._has_links(history),
            AddOwnItem.id: on_list,
            DropOwnItem.id: on_list and self._own_item is not None,
            ShowExhibits.id: bool(main.logbook.exhibits.standing),
            ShowToDo.id: bool(main.logbook.state.entries),
        }
        return conditions.get(action, True) and super().check_action(action, parameters)

    async def on_paste(self, event: events.Paste) -> None:
        """Offer to attach files that were dropped or pasted."""
        from journal.evidence.paths import pasted_paths

        paths = pasted_paths(event.text)
        if paths and self.check_action(AttachFiles.id, ()):
            event.stop()
            await self._take_in(paths)

    async def action_attach_files(self) -> None:
        """Ask for files, and attach them to the entry, or to the item under the cursor of its checklist."""
        await self._take_in()

    async def _take_in(self, paths: Sequence[str] = ()) -> None:
        from journal.ui.evidence.attaching import attach

        main = self._main
        line = main.item if main.focused is self.checklist else None
        target = Target(entry=main.timeline.number, item=line.item.id if line else "")
        await main.run_flow(attach(main, target, paths))

    def action_open_linked(self) -> None:
        """Open what belongs to the entry."""
        if self._main.history:
            self.post_message(messages.ListRelated(Ref(EntityType.ENTRY, self._main.history.number), skip_single=True))

    def action_show_exhibits(self) -> None:
        """List every exhibit, to go on from there."""
        from journal.ui.evidence.exhibit_list import exhibits_list

        def go(number: int) -> None:
            self.post_message(messages.Go(Ref(EntityType.EXHIBIT, number)))

        self.app.push_screen(exhibits_list(self._main.logbook.state, go=go))

    async def action_show_to_do(self) -> None:
        """List what is still to do over the whole case, and go to what is chosen."""
        await self._main.run_flow(self._show_to_do())

    async def _show_to_do(self) -> None:
        from journal.ui.evidence.still_to_do import StillToDo

        target = await self.app.push_screen_wait(StillToDo(self._main.logbook))
        self._main.show_all()
        if target is not None:
            self._main.show_target(target)

    async def action_add_own_item(self) -> None:
        """Ask what else is to be kept, and put it on the checklist of the entry."""
        if self._main.history:
            await self._main.run_flow(self._add_own_item(self._main.history))

    async def _add_own_item(self, history: History) -> None:
        from journal.ui.entry.own_item import OwnItem

        if label := await self.app.push_screen_wait(OwnItem()):
            item = next_own(history.marked)
            self._mark(history, item, Mark(label=label), OWN_ADDED)
            self.checklist.go_to(item)

    def action_drop_own_item(self) -> None:
        """Take the own item under the cursor off the checklist."""
        history, line = self._main.history, self._own_item
        if history and line:
            self._mark(history, line.item.id, Mark(), OWN_DROPPED)

    def _mark(self, history: History, item: str, mark: Mark, told: str) -> None:
        self._main.attempt(partial(self._main.logbook.mark, history.number, item, mark), told)

    @property
    def _own_item(self) -> ChecklistLine | None:
        """The item under the cursor of the checklist, where the person added it."""
        line = self._main.item
        return line if line and line.item.id.startswith(OWN) else None

    def _has_links(self, history: History) -> bool:
        """Tell whether something belongs to an entry."""
        found = related_to(Ref(EntityType.ENTRY, history.number), self._main.logbook.state)
        return next(found, None) is not None
