"""Commands that work on every screen."""

from __future__ import annotations

from journal.domain.words import N_
from journal.ui.commands.command import Command

PALETTE = "--command-palette"
"""The id of the screen that lists the commands; what can be done is asked of the screen beneath."""


class Leave(Command):
    """Empties the screen, keeps what was typed, and ends the program."""

    id = "leave"
    keys = "ctrl+q,f12"
    title = N_("Leave at once")
    help = N_(
        "The screen is emptied first; then what was typed is kept as a draft and the program ends. Nobody is asked."
    )
    footer = N_("leave")
    priority = True


class ShowHelp(Command):
    """Shows what can be done at this place."""

    id = "show_help"
    keys = "question_mark,f1"
    title = N_("Help")
    help = N_("Shows the keys that work here and what they do.")
    footer = N_("help")
    shown_key = "?"


class OpenPalette(Command):
    """Lists the commands, to find one by typing."""

    id = "open_palette"
    keys = "ctrl+p"
    title = N_("All commands")
    help = N_("Lists everything that can be done here; type to find.")
    priority = True


class Close(Command):
    """Goes back to the screen before."""

    id = "close"
    keys = "escape"
    title = N_("Back")
    help = N_("Goes back to where you were; nothing is changed.")
    footer = N_("back")
    shown_key = "esc"
