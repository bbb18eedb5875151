"""Commands about the case: its steps, people, reports, orders and events, custody, and help lines."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowCase(Command, keys="c", title=N_("The case"), footer=N_("case")):
    help = N_("Shows the steps of the case, the people, the reports, the orders and the events.")
    words = N_("report, police, people, order, steps, witness, stalker, file")


class ShowSteps(Command, keys="1", title=N_("Steps")):
    help = N_("Shows what can be done in the case as a whole, and what was done.")
    words = N_("what to do, advice, said no, checklist, tasks, case")


class ShowPeople(Command, keys="2", title=N_("People")):
    help = N_("Shows who did it, who saw it, and who helps.")
    words = N_("person, witness, stalker, names, numbers, contacts, family, case")


class ShowReports(Command, keys="3", title=N_("Reports")):
    help = N_("Shows what was reported or asked somewhere, and what came of it.")
    words = N_("report, police, complaint, ombudsman, lawyer, follow up, case")


class ShowOrders(Command, keys="4", title=N_("Orders")):
    help = N_("Shows the bans and other conditions, and when they hold.")
    words = N_("order, ban, court, judge, restraining, injunction, protection, case")


class ShowEvents(Command, keys="5", title=N_("Events")):
    help = N_("Shows the names under which entries that belong together are kept, with their count and span.")
    words = N_("event, group, together, happening, night, series, case")


class NextSection(Command, keys="right", title=N_("Section on the right")):
    help = N_("Goes to the next of the sections; the figures 1 to 5 go there directly.")


class PreviousSection(Command, keys="left", title=N_("Section on the left")):
    help = N_("Goes to the section before; the figures 1 to 5 go there directly.")


class TickStep(Command, keys="space", title=N_("Tick the step"), footer=N_("tick"), writes=True):
    help = N_("Marks the highlighted step as done, or as to do again; its note stays.")


class AddOne(Command, keys="n", title=N_("New"), footer=N_("new"), writes=True):
    help = N_("Adds somebody around you, a report, an order or an event.")
    words = N_("add, person, report, order, police")


class AddStalker(Command, keys="s", title=N_("Somebody who does it"), footer=N_("who does it"), writes=True):
    help = N_("Adds somebody who does it, also where only a voice or a number is known: unknown caller A.")
    words = N_("stalker, suspect, caller, perpetrator, unknown")


class ShowHelpLines(Command, keys="f8", title=N_("Help lines"), priority=True):
    help = N_("Help lines.")
    words = N_("emergency, police, 112, telephone, support, victim, help")


class OtherCountry(Command, keys="c", title=N_("Other country"), footer=N_("other country")):
    help = N_("Shows the help lines and steps of another country, from now on.")
