"""Commands about the case: its steps, people, reports, orders and events, custody, and help lines."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowCase(Command, keys="c", title=N_("The case"), footer=N_("case")):
    help = N_("Shows the steps of the case, the people, the reports, the orders and the events.")
    words = N_("report, police, people, order, steps, witness, stalker, file")


class ShowSteps(Command, keys="1", title=N_("Steps")):
    help = N_("Shows the steps you can take, and which ones you took.")
    words = N_("what to do, advice, no contact, checklist, tasks, case")


class ShowPeople(Command, keys="2", title=N_("People")):
    help = N_("Shows suspects, witnesses, and people who help.")
    words = N_("person, witness, stalker, names, numbers, contacts, family, case")


class ShowReports(Command, keys="3", title=N_("Reports")):
    help = N_("Shows what you reported or asked for, where, and the answers.")
    words = N_("report, police, complaint, ombudsman, lawyer, follow up, case")


class ShowOrders(Command, keys="4", title=N_("Orders")):
    help = N_("Shows contact bans and other court orders, and when they are in force.")
    words = N_("order, ban, court, judge, restraining, injunction, protection, case")


class ShowEvents(Command, keys="5", title=N_("Events")):
    help = N_("Shows the names under which entries that belong together are kept, with their count and span.")
    words = N_("event, group, together, happening, night, series, case")


class EventInTimeline(Command, keys="t", title=N_("Its entries in the timeline"), footer=N_("in the timeline")):
    help = N_("Goes to the main screen and shows only the entries of the event there; escape there shows all again.")


class NextSection(Command, keys="right", title=N_("Section on the right")):
    help = N_("Goes to the next section. Keys 1 to 5 go to a section directly.")


class PreviousSection(Command, keys="left", title=N_("Section on the left")):
    help = N_("Goes to the section before. Keys 1 to 5 go to a section directly.")


class TickStep(Command, keys="space", title=N_("Tick the step"), footer=N_("tick"), writes=True):
    help = N_("Marks the selected step as done, or as to do again. Its note stays.")


class AddOne(Command, keys="n", title=N_("New"), footer=N_("new"), writes=True):
    help = N_("Adds somebody around you, a report, an order or an event.")
    words = N_("add, person, report, order, police")


class AddStalker(Command, keys="s", title=N_("New suspect"), footer=N_("suspect"), writes=True):
    help = N_("Adds a suspect, even if you only know a voice or a number (unknown caller A).")
    words = N_("stalker, suspect, caller, perpetrator, unknown")


class ShowHelpLines(Command, keys="f8", title=N_("Help lines"), priority=True):
    help = N_("Help lines.")
    words = N_("emergency, police, 112, telephone, support, victim, help")


class OtherCountry(Command, keys="c", title=N_("Other country"), footer=N_("other country")):
    help = N_("Shows the help lines and steps of another country from now on.")
