"""Shows the places of a journal over each other; escape goes back exactly to where one was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.state.relations import EntityType, Ref, related_to
from journal.ui.frame import messages

if TYPE_CHECKING:
    from textual.app import App

    from journal.domain.evidence.exhibit import Target
    from journal.logbook import Logbook


def show(app: App[Any], logbook: Logbook, asked: messages.PlaceAsked) -> None:
    """Show the place that a screen asked for."""
    match asked:
        case messages.Go(ref=ref):
            go_to(app, logbook, ref)
        case messages.Follow(target=target):
            _follow(app, logbook, target)
        case messages.ListRelated(ref=ref, skip_single=skip_single):
            _list_related(app, logbook, ref, skip_single=skip_single)
        case messages.TypeOffPaper(exhibit=number):
            _type_off(app, number)


def go_to(app: App[Any], logbook: Logbook, ref: Ref) -> None:
    """Show one thing of the journal over the place where one is."""
    if ref.thing is EntityType.ENTRY:
        from journal.ui.entry.read_entry import ReadEntry

        app.push_screen(ReadEntry(logbook, ref.number))
    elif ref.thing is EntityType.EXHIBIT:
        from journal.ui.evidence.exhibit import ExhibitScreen

        app.push_screen(ExhibitScreen(logbook, ref.number))
    else:
        from journal.ui.case.case import CaseScreen

        app.push_screen(CaseScreen(logbook, ref))


def _type_off(app: App[Any], number: int) -> None:
    """Type an entry off a picture of paper, over the screen that shows it."""
    from journal.ui.case.entry_flows import type_off
    from journal.ui.dialogs.acting_screen import ActingScreen

    if isinstance(screen := app.screen, ActingScreen):
        screen.run_worker(type_off(screen, number), group="flow")


def _follow(app: App[Any], logbook: Logbook, target: Target) -> None:
    """Show what an exhibit is linked to."""
    things = (EntityType.REPORT, EntityType.ORDER, EntityType.PERSON)
    linked = next((Ref(thing, number) for thing in things if (number := getattr(target, thing))), None)
    if linked:
        go_to(app, logbook, linked)
    elif target.entry:
        from journal.ui.entry.read_entry import ReadEntry

        app.push_screen(ReadEntry(logbook, target.entry, target.item))
    elif target.step:
        from journal.ui.case.case import CaseScreen

        app.push_screen(CaseScreen(logbook, step=target.step))


def _list_related(app: App[Any], logbook: Logbook, ref: Ref, *, skip_single: bool = False) -> None:
    """List what belongs to a thing, to go on from there; with `skip_single`, the only one is shown at once."""
    linked = {one.ref for one in related_to(ref, logbook.state)} if skip_single else set()
    if len(linked) == 1:
        go_to(app, logbook, linked.pop())
    else:
        from journal.ui.entry.relation_list import relation_list

        app.push_screen(relation_list(ref, logbook, partial(go_to, app, logbook)))
