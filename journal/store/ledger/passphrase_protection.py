"""Passphrase protection of an open journal: set, changed or removed by rewriting the whole file.

A changed passphrase means a new key and a new recovery code. Otherwise an old copy of the file together with the old
passphrase would open every later state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import NotSaved, Refused, Unreadable
from journal.domain.base.task import Task
from journal.domain.ledger import recovery_code
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.store.age.protection import Key
    from journal.store.age.wraps import Wraps
    from journal.store.file.identity import FailedAttempts
    from journal.store.ledger.ledger import Ledger

    Wrap = Callable[[Key, str, str], Wraps]

_ALREADY = N_("This journal has a passphrase already. Nothing was changed; change the passphrase instead.")
_NOT_YET = N_("This journal has no passphrase. Nothing was changed; protect it first.")
_NOT_OPENED = N_("This is not the passphrase that opens this journal. Nothing was changed; please type it again.")
_DAMAGED = N_(
    "A part of this journal is not as it was saved, so that nothing was written anew. The journal is as it was; check "
    "it with `journal verify`."
)
_UNSURE = N_(
    "The disk did not confirm the new passphrase. Keep the way in that you had and the new one: after a power cut, "
    "either may be the one that opens the journal. The new recovery code is {code}. Choose a passphrase once more."
)


def _wrapped(key: Key, passphrase: str, code: str) -> Wraps:
    return key.wrap(passphrase, code)


class PassphraseProtection:
    """The protection of one open journal.

    Every method that changes it raises ReadOnly, Refused where it makes no sense or the passphrase cannot be taken,
    TooBusy, Unreadable where a part is damaged, and NotSaved; the journal is then as it was. It takes seconds for the
    passphrase, in other processes, and longer with much evidence, by whose bytes the task is advanced.
    """

    def __init__(self, ledger: Ledger, *, wrap: Wrap = _wrapped) -> None:
        """Protect this ledger; `wrap` wraps a key under a passphrase and a recovery code."""
        self._ledger, self._wrap = ledger, wrap

    @property
    def protected(self) -> bool:
        """Whether the journal has a passphrase."""
        return self._ledger.storage.key is not None

    @property
    def attempts(self) -> FailedAttempts:
        """Counter of failed attempts to open this journal before it was opened now."""
        return self._ledger.storage.attempts

    def protect(self, passphrase: str, task: Task | None = None) -> str:
        """Put the journal under a passphrase and return the recovery code, which is nowhere else."""
        if self.protected:
            raise Refused(_(_ALREADY))
        return self._under(passphrase, task or Task())

    def change_passphrase(self, opened: Key | None, passphrase: str, task: Task | None = None) -> str:
        """Seal everything to a new key under this passphrase and return the new recovery code; the old ones are gone.

        `opened` is the key that the present passphrase or code was just made to give: whoever finds a journal open
        cannot lock its owner out. Copies that were made before still open with the old passphrase and the old code.
        """
        self._require(opened)
        return self._under(passphrase, task or Task())

    def unprotect(self, opened: Key | None, task: Task | None = None) -> None:
        """Write everything in clear; `opened` as in `change_passphrase`."""
        self._require(opened)
        self._reencrypt(None, None, task or Task())

    def _under(self, passphrase: str, task: Task) -> str:
        from journal.store.age.protection import Key

        self._ledger.access.require()
        import secrets

        key, code = Key(), recovery_code.draw(secrets.token_bytes)
        wraps = self._wrap(key, passphrase, code)
        try:
            self._reencrypt(key, wraps, task)
        except NotSaved as error:
            if self._ledger.storage.key is key:
                raise NotSaved(_(_UNSURE).format(code=code)) from error
            raise
        return code

    def _reencrypt(self, key: Key | None, wraps: Wraps | None, task: Task) -> None:
        from journal.store.ledger.reencryption import reencrypt

        try:
            with self._ledger.undisturbed() as storage:
                reencrypt(storage.committer, key, wraps, task)
        except ValueError as error:
            raise Unreadable(_(_DAMAGED)) from error

    def _require(self, opened: Key | None) -> None:
        key = self._ledger.storage.key
        if key is None:
            raise Refused(_(_NOT_YET))
        if opened is None or not opened.is_same(key):
            raise Refused(_(_NOT_OPENED))
