"""Asks where the files of a hand-over are to be written, and how a bundle is to be locked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _
from journal.handover.bundle.encryption import require_key
from journal.ui.dialogs.folder_dialog import FolderDialog
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot
from journal.ui.safety.passphrase import NewPassphrase

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT_IS_DONE = N_(
    "The files get a name that says nothing but the day, and nothing there is replaced. Best is a USB stick: on "
    "a shared computer others can find and open them, and a removed file can leave traces."
)
LOCK = Slot("lock", N_("Lock the bundle"))
KEY = Slot("key", N_("Public key"), note=N_("of whoever gets it: age1…, ssh-ed25519 … or ssh-rsa …"))
NOT_LOCKED, PASSPHRASE, PUBLIC_KEY = "open", "passphrase", "key"
LOCKS = {NOT_LOCKED: N_("not locked"), PASSPHRASE: N_("a passphrase"), PUBLIC_KEY: N_("the receiver's public key")}


class Where(Struct, frozen=True):
    """Where to, and how a bundle is locked."""

    folder: str = ""
    lock: str = NOT_LOCKED
    key: str = ""

    @property
    def path(self) -> Path:
        """The folder, with `~` resolved where it can be."""
        try:
            return Path(self.folder).expanduser()
        except RuntimeError:
            return Path(self.folder)


class BundlePassphrase(NewPassphrase):
    """A passphrase for one bundle; whoever gets it has to be told another way."""

    HELP = N_(
        "The passphrase that will open this bundle, and nothing else. Tell it to the receiver another way than with "
        "the files. Enter goes on, F2 takes it, escape goes back."
    )


class HandFolder(FolderDialog[Where]):
    """A folder, and for a bundle its lock."""

    HELP = N_("The folder for the files. Enter goes on, F2 writes them, escape goes back and writes nothing.")

    def __init__(self, where: Where, *, bundle: bool, complaint: str = "") -> None:
        """Begin with what was answered before; the complaint says why it would not do."""
        verb = _("Write the files")
        super().__init__(_("Where to"), _(WHAT_IS_DONE), verb, folder=where.folder, complaint=complaint)
        self._where, self._bundle = where, bundle

    def compose_fields(self) -> ComposeResult:
        """Yield the folder, and the lock where there is a bundle."""
        yield self.folder_row()
        if self._bundle:
            yield ChoiceRow(LOCK, {one: _(label) for one, label in LOCKS.items()}, self._where.lock)
            yield LineRow(KEY, self._where.key)

    def on_mount(self) -> None:
        """Ask for the key where there is to be one."""
        for row in self.query(ChoiceRow):
            self.watch(row.entrance, "chosen", self._fit)

    def _fit(self) -> None:
        for row in self.query(".field-key"):
            row.display = self._lock == PUBLIC_KEY

    @property
    def _lock(self) -> str:
        return next((row.chosen for row in self.query(ChoiceRow)), "") or NOT_LOCKED

    def action_agree(self) -> None:
        """Answer, once the folder is named and the key is one."""
        folder = self.named_folder()
        if not folder:
            return
        key = ""
        if self._lock == PUBLIC_KEY:
            row = self.query_one(".field-key", LineRow)
            key = row.words.strip()
            try:
                require_key(key)
            except Refused as why:
                self.say(str(why))
                row.entrance.focus()
                return
        self.dismiss(Where(folder, self._lock, key))
