"""Command of lists in which the words of the suspect may stand among others."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class TurnWords(Command, keys="f7", title=N_("Show or cover their words"), footer=N_("their words")):
    help = N_("Shows the words of the suspect in this list, which are covered until you ask; the same key covers them.")
    words = N_("cover, quote, message, exact words")
