"""Commands about handing over: choose, look at what leaves, write it, letters, and what was given so far."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class HandOver(Command, keys="x", title=N_("Hand over"), footer=N_("hand over"), writes=True):
    help = N_(
        "Makes documents for the police, a lawyer or others; shows every field that will be shared before any is "
        "written."
    )
    idle = N_("There are no entries yet. {new_entry} writes the first one.")
    words = N_("export, print, pdf, dossier, document, report, police, lawyer, court, ombudsman, send, share, letter")


class ShowGiven(Command, title=N_("What was handed over")):
    help = N_("Lists every hand-over: when, for whom, in which files, and their digests.")
    words = N_("export, exports, sent, shared, hand-over, given, police")


class SeeWhatLeaves(Command, keys="f2", title=N_("Preview what will be shared"), footer=N_("preview")):
    help = N_("Shows everything that will be shared, and what will not. Nothing is written yet.")


class KeptChoices(Command, keys="f7", title=N_("Kept choices"), footer=N_("kept choices")):
    help = N_("Lists the choices that were kept under a name, to begin with one of them.")
    idle = N_("No choice is kept yet.")


class WriteLetter(Command, keys="f5", title=N_("Letters and forms"), footer=N_("letters, forms")):
    help = N_("Makes a form for a witness, a letter to a supplier, or the draft of a letter that says no.")
    words = N_("print, export, witness, letter, form")


class WriteFiles(Command, keys="f2", title=N_("Write the files"), footer=N_("write them")):
    help = N_("Asks for a folder and writes the files there; what left is recorded.")


class OtherSide(Command, keys="f4", title=N_("Switch between shared and not shared"), footer=N_("what stays")):
    help = N_("Switches between what will be shared and what will not.")


class TakeOut(Command, keys="f6", title=N_("Take out, put back"), footer=N_("take out")):
    help = N_(
        "Takes the highlighted field out of this hand-over, or all of an entry or exhibit on its first line; the same "
        "key puts it back."
    )


class ReadField(Command, keys="tab,shift+tab", title=N_("Switch between fields and their text")):
    help = N_("Goes from the list to all the words of the highlighted field, to scroll them, and back.")


class ForgetChoice(Command, keys="delete,backspace", title=N_("Forget the choice")):
    help = N_("Forgets the highlighted choice; nothing that was handed over changes.")
