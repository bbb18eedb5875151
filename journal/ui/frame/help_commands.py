"""Commands of the help: from topic to topic."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextTopic(Command, keys="right,tab", title=N_("Next topic"), footer=N_("next topic")):
    help = N_("Goes on: the keys here, the words, what to keep, the limits of the program, how the log is checked.")


class PreviousTopic(Command, keys="left,shift+tab", title=N_("Previous topic")):
    help = N_("Goes back to the topic before.")
