"""Commands about the journal as a whole: backup, check, head digest, settings, erasing on purpose."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class BackUpJournal(Command, id="back_up", keys="b", title=N_("Backup"), writes=True, whole=True):
    help = N_("Asks for a folder, makes a dated copy there, reads it back and checks it.")
    words = N_("copy, save, USB, stick, disk, safe")


class CheckJournal(Command, keys="v", title=N_("Check the journal"), whole=True):
    help = N_("Compares every record and every piece of evidence with its digest, and says the result in one sentence.")
    words = N_("verify, proof, integrity, digest, damaged")


class CheckHere(Command, keys="v", title=N_("Check now"), footer=N_("check")):
    help = N_("Compares every record and every piece of evidence with its digest, and says the result in one sentence.")


class CopyDigest(Command, keys="y", title=N_("Copy the head digest"), footer=N_("copy")):
    help = N_("Sends the head digest to the terminal as its clipboard, with the number of its record.")


class ShowDigest(Command, title=N_("Head digest"), whole=True):
    help = N_("Shows the digest that stands for everything up to now, to be read out or written down.")
    words = N_("hash, checksum, fingerprint, proof, notary")


class BecomeJournal(Command, title=N_("Make this copy the journal"), whole=True):
    help = N_("Asks where to; from then on it can be written in. Nothing is replaced that holds more.")
    words = N_("restore, recover, backup, copy")


class ChooseSettings(Command, keys="comma", title=N_("Settings"), whole=True):
    help = N_("Language, country, lock, plain mode, time zone and the like, on one screen; kept in the journal.")
    words = N_("options, preferences, configuration, time zone, language, taal, langue, lock, idle")


class ChooseKeys(Command, title=N_("Change keys"), whole=True):
    help = N_("Lists every command with its keys, and gives it another one that you press. Quick exit keeps its own.")
    words = N_("keyboard, shortcuts, bindings, keymap, tmux, own keys")


class KeysFromSettings(Command, keys="f6", title=N_("Keys")):
    help = N_("Uses what stands here, and lists every command with its keys, to change them.")


class OwnKeyAgain(Command, keys="delete", title=N_("Its own key")):
    help = N_("Gives the command the key again that it had at first.")


class OwnKeysAgain(Command, keys="f6", title=N_("All keys as they were"), footer=N_("all as they were")):
    help = N_("Gives every command the keys again that it had at first, after asking.")


class EraseField(Command, title=N_("Erase a field for good"), writes=True, whole=True):
    help = N_("For what should never have been written here: shows first where it stands, and what cannot be undone.")
    words = N_("delete, remove, destroy, forget, wipe, privacy")


class ShowQrCode(Command, keys="c", title=N_("Show as a QR code"), footer=N_("QR code")):
    help = N_("Shows the head digest as a code that the camera of somebody else's telephone reads.")


class KeepHead(Command, keys="n", title=N_("Keep the head digest of another journal"), footer=N_("keep another's")):
    help = N_("Asks for a head digest that somebody gave you, and whose journal it is of. One undo takes it back.")
    words = N_("witness, neighbour, digest, keep")


class SomebodyElse(Command, keys="f6", title=N_("Somebody who is not in the list"), footer=N_("somebody else")):
    help = N_("Asks for a name, and adds that person to the people of the case as a witness.")
