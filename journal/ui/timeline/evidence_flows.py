"""What happens after a key about evidence on the main screen, from the question to where one is led."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import OWN, ChecklistLine, Mark, next_own
from journal.domain.evidence.exhibit import Target
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.words import N_
from journal.ui.frame import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.ui.timeline.timeline_screen import TimelineScreen

OWN_ADDED = N_("Added to the checklist, record {record}.")
OWN_DROPPED = N_("Taken off the checklist, record {record}; u puts it back.")


def has_links(screen: TimelineScreen) -> bool:
    """Tell whether something belongs to the entry under the cursor."""
    if screen.history is None:
        return False
    from journal.domain.state.relations import related_to

    found = related_to(Ref(EntityType.ENTRY, screen.history.number), screen.logbook.state)
    return next(found, None) is not None


def own_item(screen: TimelineScreen) -> ChecklistLine | None:
    """Return the item under the cursor of the checklist, where the person added it."""
    line = screen.item
    return line if line and line.item.id.startswith(OWN) else None


async def attach(screen: TimelineScreen, paths: Sequence[str] = (), entry: int = 0) -> None:
    """Attach files to an entry, the one under the cursor or another, or to the item that has the focus."""
    from journal.ui.evidence.attaching import attach as attach_to

    number = entry or screen.timeline.number
    line = screen.item if screen.focused is screen.checklist and not entry else None
    target = Target(entry=number, item=line.item.id if line else "")
    if await attach_to(screen, target, paths):
        screen.show_all(number)


def show_exhibits(screen: TimelineScreen) -> None:
    """List every exhibit, to go on from there."""
    from journal.ui.evidence.exhibit_list import exhibits_list

    def go(number: int) -> None:
        screen.post_message(messages.Go(Ref(EntityType.EXHIBIT, number)))

    screen.app.push_screen(exhibits_list(screen.logbook.state, go=go))


def follow(screen: TimelineScreen, target: Target) -> None:
    """Go to what an exhibit is linked to: an entry, or an item of its checklist."""
    if not target.entry:
        return
    screen.show_all(target.entry)
    if target.item:
        screen.checklist.go_to(target.item)
        screen.panes.go_to(screen.checklist)
    else:
        screen.panes.go_to(screen.entry_view)


async def show_to_do(screen: TimelineScreen) -> None:
    """List what is still to do over the whole case, and go to what is chosen."""
    from journal.ui.evidence.still_to_do import StillToDo

    target = await screen.app.push_screen_wait(StillToDo(screen.logbook))
    screen.show_all()
    if target is not None:
        follow(screen, target)


async def add_own_item(screen: TimelineScreen) -> None:
    """Ask what else is to be kept, and put it on the checklist of the entry."""
    from journal.ui.entry.own_item import OwnItem

    history = screen.history
    label = await screen.app.push_screen_wait(OwnItem()) if history else None
    if history and label:
        item = next_own(history.marked)
        screen.attempt(partial(screen.logbook.mark, history.number, item, Mark(label=label)), OWN_ADDED)
        screen.checklist.go_to(item)


def drop_own_item(screen: TimelineScreen) -> None:
    """Take the own item under the cursor off the checklist."""
    history, line = screen.history, own_item(screen)
    if history and line:
        screen.attempt(partial(screen.logbook.mark, history.number, line.item.id, Mark()), OWN_DROPPED)
