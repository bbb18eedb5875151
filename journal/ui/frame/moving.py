"""Commands that move about: in the timeline, in a text, between the panes."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class MoveUp(Command):
    """One line up."""

    id = "move_up"
    keys = "up,k"
    title = N_("One line up")
    help = N_("One line up.")


class MoveDown(Command):
    """One line down."""

    id = "move_down"
    keys = "down,j"
    title = N_("One line down")
    help = N_("One line down.")


class PageBack(Command):
    """One page up."""

    id = "page_back"
    keys = "pageup"
    title = N_("One page up")
    help = N_("One page up.")


class PageOn(Command):
    """One page down."""

    id = "page_on"
    keys = "pagedown"
    title = N_("One page down")
    help = N_("One page down.")


class GoToTop(Command):
    """To the first line."""

    id = "go_to_top"
    keys = "home"
    title = N_("To the top")
    help = N_("To the first line; in the timeline, to the latest entry.")


class GoToBottom(Command):
    """To the last line."""

    id = "go_to_bottom"
    keys = "end"
    title = N_("To the bottom")
    help = N_("To the last line; in the timeline, to the earliest entry.")


class OpenEntry(Command):
    """Goes into the highlighted entry."""

    id = "open_entry"
    keys = "enter"
    title = N_("Open the entry")
    help = N_("Goes into the highlighted entry, to read all of it.")
    words = N_("read, show, view, details")
    footer = N_("open")
    shown_key = "enter"


class NextPane(Command):
    """To the pane after this one."""

    id = "next_pane"
    keys = "tab"
    title = N_("Next pane")
    help = N_("From the timeline to the entry, to its evidence checklist, and round again.")


class PreviousPane(Command):
    """To the pane before this one."""

    id = "previous_pane"
    keys = "shift+tab"
    title = N_("Previous pane")
    help = N_("The other way round.")


class GoBack(Command):
    """Back to the timeline, or to all entries."""

    id = "go_back"
    keys = "escape"
    title = N_("Back")
    help = N_("Back to the timeline at the same line; there, back from the found entries to all of them.")
    footer = N_("back")
    shown_key = "esc"


class JumpToDay(Command):
    """To a day in the timeline."""

    id = "jump_to_day"
    keys = "g"
    title = N_("Go to a date")
    help = N_("Asks for a date, and goes to the entries of that day or to the last ones before it.")
    words = N_("calendar, day, when, find, month, year, jump")
    footer = N_("go to date")


class Search(Command):
    """Finds entries by their words, while they are typed."""

    id = "search"
    keys = "slash"
    title = N_("Search")
    help = N_("Finds entries by any of their words, while you type; words between quotation marks stay together.")
    words = N_("find, filter, look for, query, words")
    footer = N_("search")
    shown_key = "/"
