"""Commands about handing over: choose, look at what leaves, write it, letters, and what was given so far."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class HandOver(Command):
    """Opens the choice of what is to be handed over."""

    id = "hand_over"
    keys = "x"
    title = N_("Hand over")
    help = N_(
        "Makes documents for the police, a lawyer or others; shows every field that leaves before any is written."
    )
    words = N_("export, print, pdf, dossier, document, report, police, lawyer, court, ombudsman, send, share, letter")
    footer = N_("hand over")
    writes = True


class ShowGiven(Command):
    """Lists what was handed over."""

    id = "show_given"
    title = N_("What was handed over")
    help = N_("Lists every hand-over: when, for whom, in which files, and their digests.")
    words = N_("export, exports, sent, shared, hand-over, given, police")


class SeeWhatLeaves(Command):
    """Shows every field that would leave."""

    id = "see_what_leaves"
    keys = "f2"
    title = N_("See what leaves")
    help = N_("Shows every field that would leave, and what stays; nothing is written yet.")
    footer = N_("see what leaves")
    shown_key = "F2"


class KeptChoices(Command):
    """Lists the choices that are kept under a name."""

    id = "kept_choices"
    keys = "f7"
    title = N_("Kept choices")
    help = N_("Lists the choices that were kept under a name, to begin with one of them.")
    footer = N_("kept choices")
    shown_key = "F7"


class WriteLetter(Command):
    """Makes a letter or a form."""

    id = "write_letter"
    keys = "f5"
    title = N_("Letters and forms")
    help = N_("Makes a form for a witness, a letter to a supplier, or the draft of a letter that says no.")
    words = N_("print, export, witness, letter, form")
    footer = N_("letters, forms")
    shown_key = "F5"


class WriteFiles(Command):
    """Asks where to, and writes."""

    id = "write_files"
    keys = "f2"
    title = N_("Write the files")
    help = N_("Asks for a folder and writes the files there; what left is recorded.")
    footer = N_("write them")
    shown_key = "F2"


class OtherSide(Command):
    """From what leaves to what stays, and back."""

    id = "other_side"
    keys = "f4"
    title = N_("What stays here, what leaves")
    help = N_("Changes between what leaves and what stays here.")
    footer = N_("what stays")
    shown_key = "F4"


class TakeOut(Command):
    """Takes the highlighted line out of the hand-over, or puts it back."""

    id = "take_out"
    keys = "f6"
    title = N_("Take out, put back")
    help = N_(
        "Takes the highlighted field out of this hand-over, or all of an entry or exhibit on its first line; the same "
        "key puts it back."
    )
    footer = N_("take out")
    shown_key = "F6"


class ReadField(Command):
    """From the list to all the words of the highlighted field, and back."""

    id = "read_field"
    keys = "tab,shift+tab"
    title = N_("To the words, and back")
    help = N_("Goes from the list to all the words of the highlighted field, to scroll them, and back.")
