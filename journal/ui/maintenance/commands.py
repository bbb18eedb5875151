"""Commands about the journal as a whole: backup, check, head digest, settings, erasing on purpose."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class BackUpJournal(Command):
    """Makes a dated copy in another folder."""

    id = "back_up"
    keys = "b"
    title = N_("Backup")
    help = N_("Asks for a folder, makes a dated copy there, reads it back and checks it.")
    words = N_("copy, save, USB, stick, disk, safe")
    writes = True
    whole = True


class CheckJournal(Command):
    """Compares every record with its digest."""

    id = "check_journal"
    keys = "v"
    title = N_("Check the journal")
    help = N_("Compares every record and every piece of evidence with its digest, and says the result in one sentence.")
    words = N_("verify, proof, integrity, digest, damaged")
    whole = True


class CheckHere(Command):
    """Compares every record with its digest once more."""

    id = "check_here"
    keys = "v"
    title = N_("Check now")
    help = N_("Compares every record and every piece of evidence with its digest, and says the result in one sentence.")
    footer = N_("check")


class ShowDigest(Command):
    """Shows the head digest, for somebody else to keep."""

    id = "show_digest"
    title = N_("Head digest")
    help = N_("Shows the digest that stands for everything up to now, to be read out or written down.")
    words = N_("hash, checksum, fingerprint, proof, notary")
    whole = True


class BecomeJournal(Command):
    """Makes the journal out of the copy that is open."""

    id = "become_journal"
    title = N_("Make this copy the journal")
    help = N_("Asks where to; from then on it can be written in. Nothing is replaced that holds more.")
    words = N_("restore, recover, backup, copy")
    whole = True


class ChooseSettings(Command):
    """Opens what can be set."""

    id = "choose_settings"
    keys = "comma"
    title = N_("Settings")
    help = N_("When the screen is covered by itself, and the time zone of the journal.")
    words = N_("options, preferences, configuration, time zone, language, lock, idle")
    shown_key = ","
    whole = True


class EraseField(Command):
    """Erases what one field says, in every version, or the file of an exhibit."""

    id = "erase_field"
    title = N_("Erase a field for good")
    help = N_("For what should never have been written here: shows first where it stands, and what cannot be undone.")
    words = N_("delete, remove, destroy, forget, wipe, privacy")
    writes = True
    whole = True
