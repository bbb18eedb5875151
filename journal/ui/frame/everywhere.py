"""Commands that work on every screen."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class LockNow(Command, keys="ctrl+l,f9", title=N_("Lock the screen"), priority=True):
    help = N_("Hides everything at once and keeps what you type. If there is a passphrase, only that shows it again.")
    words = N_("hide, cover, password, privacy, somebody comes")


class MaskNames(Command, keys="ctrl+n", title=N_("Mask names and numbers"), priority=True):
    help = N_("Masks names, numbers, accounts and addresses on the screen only, or shows them again.")
    words = N_("hide names, privacy, anonymous, train, somebody looks, shoulder")


class LockAndStepOut(Command, keys="ctrl+z", title=N_("Lock, and back to the command line")):
    help = N_("Hides everything and returns to the command line. Type fg to come back to the locked screen.")
    words = N_("shell, suspend, background, terminal")


class Leave(Command, keys="ctrl+q,f12", title=N_("Quick exit"), footer=N_("quick exit"), priority=True):
    help = N_(
        "Clears the screen at once, keeps what you typed as a draft, and closes the program without asking. A click on "
        "the first line does the same."
    )
    words = N_("quit, exit, close, end, stop, hide")


class ShowHelp(Command, keys="question_mark,f1", title=N_("Help"), footer=N_("help")):
    help = N_("Shows the keys that work here; then the words, what to keep, the limits, and how the log is checked.")
    words = N_("keys, shortcuts, manual, what can I do, glossary, terms, evidence to keep, verify")


class OpenPalette(Command, keys="ctrl+p", title=N_("All commands"), priority=True):
    help = N_("Lists everything you can do here. Type to search.")


class SayHowToLeave(Command, keys="q,ctrl+c,ctrl+s,ctrl+f", title=N_("How to exit")):
    help = N_("How to exit.")


class Close(Command, keys="escape", title=N_("Close the screen"), footer=N_("back")):
    help = N_("Goes back without changing anything.")
    words = N_("close, escape, return, cancel")


EVERYWHERE = (ShowHelp, Leave, SayHowToLeave, OpenPalette, LockNow, MaskNames, LockAndStepOut)
"""The commands of the program as a whole, in the order of the footer."""
