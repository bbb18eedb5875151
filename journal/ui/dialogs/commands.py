"""Commands of the forms and the questions."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class UndoLast(Command, keys="u", title=N_("Undo the last act"), footer=N_("undo"), writes=True):
    help = N_("Adds a record that takes back what was recorded last; nothing is erased.")
    words = N_("take back, revert, mistake")


class RedoLast(Command, keys="U,ctrl+y", title=N_("Do again what was undone"), writes=True):
    help = N_("Adds a record that does again what the last undo took back, as long as nothing else was recorded since.")
    words = N_("redo, repeat, undo the undo")


class ShowBelonging(Command, keys="r", title=N_("What belongs to it"), footer=N_("belongs to it")):
    help = N_("Lists the people, exhibits, reports, orders and entries that belong together, to go to one of them.")
    words = N_("links, linked, report, order, people, exhibits, related")


class Agree(Command, keys="f2", title=N_("Do it"), decides=True):
    help = N_("Does what stands on the button.")


class Decline(Command, keys="escape", title=N_("Back")):
    help = N_("Goes back without changing anything.")


class StopWork(Command, keys="escape", title=N_("Stop"), footer=N_("stop")):
    help = N_("Stops what is being done; nothing is left half done.")
