"""Commands of a list that is narrowed by typing."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextInList(Command, keys="down", title=N_("Down in the list")):
    help = N_("Goes down in the list; where none is open, to the field after this one.")


class PreviousInList(Command, keys="up", title=N_("Up in the list")):
    help = N_("Goes up in the list; where none is open, to the field before this one.")


class TakeHighlighted(Command, keys="enter", title=N_("Choose")):
    help = N_("Chooses what is highlighted in the list.")


class PickLine(Command, keys="f4,insert", title=N_("Pick the line, or let it go"), footer=N_("pick"), writes=True):
    help = N_("Picks the highlighted line for F2, or lets it go again, and goes on to the next one.")
    idle = N_("Nothing is selected that could be picked.")


class PickFound(Command, keys="f6", title=N_("Pick all that is found"), footer=N_("pick all found"), writes=True):
    help = N_("Picks all lines that hold the typed words, or lets them go again.")
    idle = N_("Search or filter first. Then this picks all that is found.")


class PickToHere(Command, keys="ctrl+t", title=N_("Pick all up to this line"), footer=N_("pick to here"), writes=True):
    help = N_("Picks every line from the one that F4 picked last to the highlighted one.")
    idle = N_("Nothing is picked yet. {pick_line} picks the selected line.")
