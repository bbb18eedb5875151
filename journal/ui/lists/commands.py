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
