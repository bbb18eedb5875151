"""Setting, changing and taking away a passphrase: what is asked, done and shown, one after the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App

    from journal.domain.base.errors import JournalError
    from journal.domain.base.task import Task
    from journal.store.age.protection import Key
    from journal.store.ledger.passphrase_change import Guard
    from journal.ui.safety.doorkeeper import Doorkeeper

ONE_MOMENT = N_("One moment: everything is sealed. Please leave this window open.")
IN_CLEAR_SOON = N_("One moment: everything is written in clear. Please leave this window open.")
PROTECTED = N_("From now on only the passphrase or the recovery code opens this journal.")
IN_CLEAR = N_("This journal has no passphrase any more: everybody who gets the file can read it.")


def offered(guard: Guard, action: str, *, read_only: bool) -> bool:
    """Tell whether a command makes sense for the journal as it is protected now."""
    return not read_only and guard.protected == (action != "protect")


def new_way_in(
    app: App[Any],
    seal: Callable[[str, Task], str],
    then: Callable[[], None],
    otherwise: Callable[[JournalError | None], None],
) -> None:
    """Ask for a new passphrase, let `seal` put everything under it, and show the recovery code that it returns.

    Goes on with `then`; with `otherwise` where nothing was typed (None) or sealing was refused (why).
    """
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.safety.passphrase import NewPassphrase
    from journal.ui.safety.recovery_code import ShowRecoveryCode

    def typed(passphrase: str | None) -> None:
        if passphrase is None:
            otherwise(None)
        else:
            app.push_screen(AtWork(_(ONE_MOMENT), partial(seal, passphrase)), sealed)

    def sealed(code: str | JournalError | None) -> None:
        if isinstance(code, str):
            app.push_screen(ShowRecoveryCode(code), lambda _written: then())
        else:
            otherwise(code)

    app.push_screen(NewPassphrase(), typed)


def doorkeeper(path: Path) -> Doorkeeper:
    """Return who tries passphrases on the journal at a path, by the clock of the system."""
    from journal.domain.base.clock import system_clock
    from journal.ui.safety.doorkeeper import Doorkeeper

    return Doorkeeper(path, system_clock)


def set_passphrase(app: App[Any], guard: Guard) -> None:
    """Set a passphrase on the open journal, which has none."""
    _set(app, guard.protect)


def change_passphrase(app: App[Any], guard: Guard, keeper: Doorkeeper) -> None:
    """Set another passphrase on the open journal, for whoever knows the present one."""
    _once_opened(app, keeper, lambda key: _set(app, partial(guard.change_passphrase, key)))


def _set(app: App[Any], seal: Callable[[str, Task], str]) -> None:
    def told() -> None:
        app.notify(_(PROTECTED), markup=False, timeout=15)

    new_way_in(app, seal, told, partial(_show_trouble, app))


def _once_opened(app: App[Any], keeper: Doorkeeper, then: Callable[[Key], None]) -> None:
    """Ask for the present passphrase, and go on with the key that it gives."""
    from journal.ui.safety.old_passphrase import OldPassphrase

    def opened(key: Key | None) -> None:
        if key:
            then(key)

    app.push_screen(OldPassphrase(keeper), opened)


def take_away(app: App[Any], guard: Guard, keeper: Doorkeeper) -> None:
    """Ask for the present passphrase, and whether everybody is to be able to read the journal; write it in clear."""
    _once_opened(app, keeper, lambda key: _confirm(app, partial(guard.unprotect, key)))


def _confirm(app: App[Any], unprotect: Callable[[Task], None]) -> None:
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.dialogs.dialog import Confirm

    def unseal(agreed: bool | None) -> None:  # noqa: FBT001 - the answer itself
        if agreed:
            app.push_screen(AtWork(_(IN_CLEAR_SOON), unprotect), done)

    def done(trouble: JournalError | None) -> None:
        if trouble:
            _show_trouble(app, trouble)
        else:
            app.notify(_(IN_CLEAR), markup=False, timeout=15)

    title = _("Remove the passphrase")
    question = _("Everybody who gets the file can then read it. Copies made before stay protected.")
    app.push_screen(Confirm(title, question, _("Remove it")), unseal)


def _show_trouble(app: App[Any], trouble: JournalError | None) -> None:
    """Show what went wrong until it is read: it may hold a recovery code that stands nowhere else."""
    from journal.ui.dialogs.dialog import Dialog

    if trouble:
        app.push_screen(Dialog[None](_("The passphrase"), str(trouble)))
