"""The places of the journal: what is followed is laid over where one was, and escape goes back exactly there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.state.relations import Ref, Thing, belonging_to

if TYPE_CHECKING:
    from textual.app import App

    from journal.domain.evidence.exhibit import Target
    from journal.logbook import Logbook


def go_to(app: App[Any], logbook: Logbook, ref: Ref) -> None:
    """Show one thing of the journal over the place where one is."""
    if ref.thing is Thing.ENTRY:
        from journal.ui.entry.read_entry import ReadEntry

        app.push_screen(ReadEntry(logbook, ref.number))
    elif ref.thing is Thing.EXHIBIT:
        from journal.ui.evidence.exhibit import ExhibitScreen

        app.push_screen(ExhibitScreen(logbook, ref.number))
    else:
        from journal.ui.case.case import CaseScreen

        app.push_screen(CaseScreen(logbook, ref))


def follow(app: App[Any], logbook: Logbook, target: Target) -> None:
    """Show what an exhibit is linked to."""
    things = (Thing.REPORT, Thing.ORDER, Thing.PERSON)
    linked = next((Ref(thing, number) for thing in things if (number := getattr(target, thing))), None)
    if linked:
        go_to(app, logbook, linked)
    elif target.entry:
        from journal.ui.entry.read_entry import ReadEntry

        app.push_screen(ReadEntry(logbook, target.entry, target.item))
    elif target.step:
        from journal.ui.case.case import CaseScreen

        app.push_screen(CaseScreen(logbook, step=target.step))


def show_belonging(app: App[Any], logbook: Logbook, ref: Ref) -> None:
    """List what belongs to something, to go on from there."""
    from journal.ui.entry.belonging_list import belonging_list

    app.push_screen(belonging_list(ref, logbook, partial(go_to, app, logbook)))


def follow_all(app: App[Any], logbook: Logbook, ref: Ref) -> None:
    """Show the one thing that belongs to something, or list several first."""
    linked = {one.ref for one in belonging_to(ref, logbook.state)}
    if len(linked) == 1:
        go_to(app, logbook, linked.pop())
    else:
        show_belonging(app, logbook, ref)


def show_in_timeline(app: App[Any], target: Target) -> None:
    """Go back to the main screen, with the cursor on an entry, or on an item of its checklist."""
    from journal.ui.timeline import evidence_flows
    from journal.ui.timeline.main import MainScreen

    main = next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))
    while app.screen is not main:
        app.screen.dismiss(None)
    evidence_flows.follow(main, target)
