"""Commands that keep the journal from other eyes."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class LockNow(Command):
    """Covers the screen at once."""

    id = "lock_now"
    keys = "ctrl+l,f9"
    title = N_("Lock now")
    help = N_("Covers everything at once; what is being typed is kept. With a passphrase, only that opens it again.")
    words = N_("hide, cover, password, privacy, somebody comes")
    priority = True


class LockAndStepOut(Command):
    """Covers the screen and gives the terminal back to the shell."""

    id = "lock_and_step_out"
    keys = "ctrl+z"
    title = N_("Lock, and back to the command line")
    help = N_("Covers everything and gives the terminal back; the command fg comes back to the covered screen.")
    words = N_("shell, suspend, background, terminal")


class ShowTyped(Command):
    """Shows the hidden words, or hides them again."""

    id = "show_typed"
    keys = "f3"
    title = N_("Show what is typed")
    help = N_("Shows the passphrase while you type it, or hides it again.")
    shown_key = "F3"


class StopUnlocking(Command):
    """Empties the field, and goes back from an empty one."""

    id = "stop_unlocking"
    keys = "escape"
    title = N_("Back")
    help = N_("Empties the field; from an empty field it goes back and opens nothing.")
    shown_key = "esc"


class Protect(Command):
    """Sets a passphrase on a journal that has none."""

    id = "protect"
    title = N_("Set a passphrase")
    help = N_("From then on the file can be read only with the passphrase or the recovery code.")
    words = N_("password, encrypt, encryption, secret, protect")
    writes = True
    whole = True


class ChangePassphrase(Command):
    """Sets another passphrase and draws another recovery code."""

    id = "change_passphrase"
    title = N_("Change the passphrase")
    help = N_("Seals everything again under a new passphrase and a new recovery code; the old ones no longer open it.")
    words = N_("password, encrypt, recovery code, new code")
    writes = True
    whole = True


class RemoveProtection(Command):
    """Makes a protected journal readable for everybody who has the file."""

    id = "remove_protection"
    title = N_("Remove the passphrase")
    help = N_("After asking: the file can then be read by everybody who gets hold of it.")
    words = N_("password, decrypt, encryption, unprotect")
    writes = True
    whole = True
