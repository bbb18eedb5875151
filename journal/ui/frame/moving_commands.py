"""Commands that move about: in the timeline, in a text, between the panes; and the one that copies a text."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class MoveUp(Command, keys="up,k", title=N_("One line up")):
    help = N_("One line up.")


class MoveDown(Command, keys="down,j", title=N_("One line down")):
    help = N_("One line down.")


class PageBack(Command, keys="pageup", title=N_("One page up")):
    help = N_("One page up.")


class PageOn(Command, keys="pagedown", title=N_("One page down")):
    help = N_("One page down.")


class GoToTop(Command, keys="home", title=N_("To the top")):
    help = N_("To the first line; in the timeline, to the latest entry.")


class GoToBottom(Command, keys="end", title=N_("To the bottom")):
    help = N_("To the last line; in the timeline, to the earliest entry.")


class CopyText(Command, keys="ctrl+k", title=N_("Copy the text")):
    help = N_("Sends what this page says to the terminal as its clipboard, as it is drawn here.")
    words = N_("clipboard, copy, paste, select")
