"""Commands that work on every screen."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class LockNow(Command, keys="ctrl+l,f9", title=N_("Lock now"), priority=True):
    help = N_("Covers everything at once; what is being typed is kept. With a passphrase, only that opens it again.")
    words = N_("hide, cover, password, privacy, somebody comes")


class LockAndStepOut(Command, keys="ctrl+z", title=N_("Lock, and back to the command line")):
    help = N_("Covers everything and gives the terminal back; the command fg comes back to the covered screen.")
    words = N_("shell, suspend, background, terminal")


class Leave(Command, keys="ctrl+q,f12", title=N_("Leave at once"), footer=N_("leave"), priority=True):
    help = N_(
        "The screen is emptied first; then what was typed is kept as a draft and the program ends. Nobody is asked."
    )
    words = N_("quit, exit, close, end, stop, hide")


class ShowHelp(Command, keys="question_mark,f1", title=N_("Help"), footer=N_("help")):
    help = N_("Shows the keys that work here and what they do.")
    words = N_("keys, shortcuts, manual, what can I do")


class OpenPalette(Command, keys="ctrl+p", title=N_("All commands"), priority=True):
    help = N_("Lists everything that can be done here; type to find.")


class SayHowToLeave(Command, keys="q,ctrl+c,ctrl+s,ctrl+f", title=N_("How to leave")):
    help = N_("How to leave.")


class Close(Command, keys="escape", title=N_("Back"), footer=N_("back")):
    help = N_("Goes back to where you were; nothing is changed.")
    words = N_("close, escape, return, cancel")


EVERYWHERE = (ShowHelp, Leave, SayHowToLeave, OpenPalette, LockNow, LockAndStepOut)
"""The commands of the program as a whole, in the order of the footer."""
