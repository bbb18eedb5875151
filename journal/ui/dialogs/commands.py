"""Commands of the forms and the questions."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class UndoLast(Command, keys="u", title=N_("Undo the last action"), footer=N_("undo"), writes=True):
    help = N_("Undoes the last thing you recorded. Nothing is erased.")
    idle = N_("There is nothing to undo.")
    words = N_("take back, revert, mistake")


class RedoLast(Command, keys="U,ctrl+y", title=N_("Redo"), writes=True):
    help = N_("Does again what you undid last, if nothing else was recorded since.")
    idle = N_("There is nothing to do again.")
    words = N_("redo, repeat, undo the undo")


class ShowBelonging(Command, keys="r", title=N_("Linked items"), footer=N_("links")):
    help = N_("Lists the linked people, exhibits, reports, orders and entries. Choose one to open it.")
    idle = N_("No entry is selected.")
    words = N_("links, linked, report, order, people, exhibits, related")


class Agree(Command, keys="f2", title=N_("Press the button"), decides=True):
    help = N_("Presses the selected button.")


class Decline(Command, keys="escape", title=N_("Back from a question")):
    help = N_("Goes back without changing anything.")


class StopWork(Command, keys="escape", title=N_("Stop"), footer=N_("stop")):
    help = N_("Stops the work. Nothing is left half done.")
