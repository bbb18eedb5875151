"""Commands about the case around the entries: its steps, people, reports and orders, custody, and help lines."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowCase(Command):
    """Opens the case."""

    id = "show_case"
    keys = "c"
    title = N_("The case")
    help = N_("Shows the steps of the case, the people, the reports and the orders.")
    words = N_("report, police, people, order, steps, witness, stalker, file")
    footer = N_("case")


class ShowSteps(Command):
    """To the steps."""

    id = "show_steps"
    keys = "1"
    title = N_("Steps")
    help = N_("Shows what can be done in the case as a whole, and what was done.")
    words = N_("what to do, advice, said no, checklist, tasks, case")


class ShowPeople(Command):
    """To the people."""

    id = "show_people"
    keys = "2"
    title = N_("People")
    help = N_("Shows who did it, who saw it, and who helps.")
    words = N_("person, witness, stalker, names, numbers, contacts, family, case")


class ShowReports(Command):
    """To the reports."""

    id = "show_reports"
    keys = "3"
    title = N_("Reports")
    help = N_("Shows what was reported or asked somewhere, and what came of it.")
    words = N_("report, police, complaint, ombudsman, lawyer, follow up, case")


class ShowOrders(Command):
    """To the orders."""

    id = "show_orders"
    keys = "4"
    title = N_("Orders")
    help = N_("Shows the bans and other conditions, and when they hold.")
    words = N_("order, ban, court, judge, restraining, injunction, protection, case")


class NextSection(Command):
    """To the section on the right."""

    id = "next_section"
    keys = "right"
    title = N_("Section on the right")
    help = N_("Goes to the next of the four sections; the figures 1 to 4 go there directly.")


class PreviousSection(Command):
    """To the section on the left."""

    id = "previous_section"
    keys = "left"
    title = N_("Section on the left")
    help = N_("Goes to the section before; the figures 1 to 4 go there directly.")


class TickStep(Command):
    """Marks the step as done, or as to do again."""

    id = "tick_step"
    keys = "space"
    title = N_("Tick the step")
    help = N_("Marks the highlighted step as done, or as to do again; its note stays.")
    footer = N_("tick")
    writes = True


class FillIn(Command):
    """Opens the sheet of what is highlighted."""

    id = "fill_in"
    keys = "e"
    title = N_("Fill in")
    help = N_("Opens what is highlighted, to complete or correct it; enter does it too.")
    words = N_("edit, change, amend, correct")
    footer = N_("fill in")
    writes = True


class AddOne(Command):
    """Opens an empty sheet."""

    id = "add_one"
    keys = "n"
    title = N_("New")
    help = N_("Adds somebody around you, a report or an order.")
    words = N_("add, person, report, order, police")
    footer = N_("new")
    writes = True


class AddStalker(Command):
    """Opens the sheet of somebody who does it."""

    id = "add_stalker"
    keys = "s"
    title = N_("Somebody who does it")
    help = N_("Adds somebody who does it, also where only a voice or a number is known: unknown caller A.")
    words = N_("stalker, suspect, caller, perpetrator, unknown")
    footer = N_("who does it")
    writes = True


class WithdrawOne(Command):
    """Strikes what is highlighted, with a reason."""

    id = "withdraw_one"
    keys = "w"
    title = N_("Withdraw")
    help = N_("Strikes what is highlighted and asks why; it stays named wherever something refers to it.")
    words = N_("delete, remove, strike, mistake")
    footer = N_("withdraw")
    writes = True


class ShowBelonging(Command):
    """Lists what belongs to what is highlighted, to go there."""

    id = "show_belonging"
    keys = "r"
    title = N_("What belongs to it")
    help = N_("Lists the people, exhibits, reports, orders and entries that belong together, to go to one of them.")
    words = N_("links, linked, report, order, people, exhibits, related")
    footer = N_("belongs to it")


class ShowInTimeline(Command):
    """Goes to the entry on the main screen."""

    id = "show_in_timeline"
    keys = "t"
    title = N_("Show it in the timeline")
    help = N_("Goes to this entry on the main screen, where it can be amended and its checklist ticked.")
    words = N_("amend, edit, checklist, main screen")
    footer = N_("in the timeline")


class AttachHere(Command):
    """Takes files in as evidence of what is highlighted."""

    id = "attach_here"
    keys = "a"
    title = N_("Attach evidence")
    help = N_("Takes files, or a thing, into the journal for what is highlighted.")
    words = N_("photo, picture, screenshot, file, exhibit, add")
    footer = N_("attach")
    writes = True


class ReadBeside(Command):
    """From the list to the words beside it, and back."""

    id = "read_beside"
    keys = "tab,shift+tab"
    title = N_("To the words, and back")
    help = N_("Goes from the list to all that is said of what is highlighted, and back.")


class ShowHelpLines(Command):
    """Shows the help lines."""

    id = "show_help_lines"
    keys = "f8"
    title = N_("Help lines")
    help = N_("Help lines.")
    words = N_("emergency, police, 112, telephone, support, victim, help")
    priority = True
    shown_key = "F8"


class OtherCountry(Command):
    """Shows the help lines of another country, from now on."""

    id = "other_country"
    keys = "c"
    title = N_("Other country")
    help = N_("Shows the help lines and steps of another country, from now on.")
    footer = N_("other country")


class ShowCustody(Command):
    """Shows where an exhibit went."""

    id = "show_custody"
    keys = "c"
    title = N_("Where it went")
    help = N_("Shows where the original and every copy of the exhibit are, and every movement with its day.")
    words = N_("custody, chain, copies, original, movement")
    footer = N_("where it went")


class GaveIt(Command):
    """Notes that a piece was given to somebody."""

    id = "gave_it"
    keys = "g"
    title = N_("Gave it to somebody")
    help = N_("Notes to whom the original or a copy went, when, and against which receipt.")
    footer = N_("gave it")
    writes = True


class MadeCopy(Command):
    """Notes that a copy was made."""

    id = "made_copy"
    keys = "n"
    title = N_("Made a copy")
    help = N_("Notes that a copy was made, and where it is.")
    footer = N_("made a copy")
    writes = True


class GotBack(Command):
    """Notes that a piece came back."""

    id = "got_back"
    keys = "b"
    title = N_("Got it back")
    help = N_("Notes that the original or a copy came back.")
    footer = N_("got it back")
    writes = True
