"""Commands that keep the journal from other eyes."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NextLanguage(Command, keys="l,L", title=N_("Another language"), footer=N_("language")):
    help = N_("Says all of this in the next language, which the new journal keeps.")
    words = N_("Nederlands, français, English, taal, langue")


class ShowTyped(Command, keys="f3", title=N_("Show what is typed")):
    help = N_("Shows the passphrase while you type it, or hides it again.")


class StopUnlocking(Command, keys="escape", title=N_("Back without opening")):
    help = N_("Empties the field; from an empty field it goes back and opens nothing.")


class Protect(Command, title=N_("Set a passphrase"), writes=True, whole=True):
    help = N_("From then on the file can be read only with the passphrase or the recovery code.")
    words = N_("password, encrypt, encryption, secret, protect")


class ChangePassphrase(Command, title=N_("Change the passphrase"), writes=True, whole=True):
    help = N_("Seals everything again under a new passphrase and a new recovery code; the old ones no longer open it.")
    words = N_("password, encrypt, recovery code, new code")


class RemoveProtection(Command, title=N_("Remove the passphrase"), writes=True, whole=True):
    help = N_("After asking: the file can then be read by everybody who gets hold of it.")
    words = N_("password, decrypt, encryption, unprotect")
