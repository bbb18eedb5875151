"""Commands that work on every screen."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class Leave(Command):
    """Empties the screen, keeps what was typed, and ends the program."""

    id = "leave"
    keys = "ctrl+q,f12"
    title = N_("Leave at once")
    help = N_(
        "The screen is emptied first; then what was typed is kept as a draft and the program ends. Nobody is asked."
    )
    words = N_("quit, exit, close, end, stop, hide")
    footer = N_("leave")
    priority = True


class ShowHelp(Command):
    """Shows what can be done at this place."""

    id = "show_help"
    keys = "question_mark,f1"
    title = N_("Help")
    help = N_("Shows the keys that work here and what they do.")
    words = N_("keys, shortcuts, manual, what can I do")
    footer = N_("help")
    shown_key = "?"


class OpenPalette(Command):
    """Lists the commands, to find one by typing."""

    id = "open_palette"
    keys = "ctrl+p"
    title = N_("All commands")
    help = N_("Lists everything that can be done here; type to find.")
    priority = True


class SayHowToLeave(Command):
    """Says how the program is left; for keys with which other programs end, save or find."""

    id = "say_how_to_leave"
    keys = "q,ctrl+c,ctrl+s,ctrl+f"
    title = N_("How to leave")
    help = N_("How to leave.")


class Close(Command):
    """Goes back to the screen before."""

    id = "close"
    keys = "escape"
    title = N_("Back")
    help = N_("Goes back to where you were; nothing is changed.")
    words = N_("close, escape, return, cancel")
    footer = N_("back")
    shown_key = "esc"
