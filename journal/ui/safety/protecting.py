"""Setting, changing and taking away a passphrase: what is asked, done and shown, one after the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App

    from journal.domain.base.task import Task
    from journal.store.ledger.passphrase_protection import PassphraseProtection
    from journal.ui.safety.doorkeeper import Doorkeeper

ONE_MOMENT = N_("One moment: the journal is being encrypted. Please leave this window open.")
IN_CLEAR_SOON = N_("One moment: the journal is being decrypted. Please leave this window open.")
PROTECTED = N_("From now on only the passphrase or the recovery code opens this journal.")
IN_CLEAR = N_("This journal has no passphrase any more: everybody who gets the file can read it.")


def offered(guard: PassphraseProtection, action: str, *, read_only: bool) -> bool:
    """Tell whether a command makes sense for the journal as it is protected now."""
    return not read_only and guard.protected == (action != "protect")


async def new_way_in(app: App[Any], seal: Callable[[str, Task], str]) -> bool:
    """Ask for a new passphrase, let `seal` put everything under it, and show the recovery code that it returns.

    Returns whether that was done, which it was not where nothing was typed; raises what `seal` raises.
    """
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.safety.passphrase import NewPassphrase
    from journal.ui.safety.recovery_code import ShowRecoveryCode

    passphrase = await app.push_screen_wait(NewPassphrase())
    if passphrase is None:
        return False
    code = await app.push_screen_wait(AtWork(_(ONE_MOMENT), partial(seal, passphrase)))
    if isinstance(code, JournalError):
        raise code
    await app.push_screen_wait(ShowRecoveryCode(code))
    return True


def doorkeeper(path: Path) -> Doorkeeper:
    """Return who tries passphrases on the journal at a path, by the clock of the system."""
    from journal.domain.base.clock import system_clock
    from journal.ui.safety.doorkeeper import Doorkeeper

    return Doorkeeper(path, system_clock)


async def set_passphrase(app: App[Any], guard: PassphraseProtection) -> None:
    """Set a passphrase on the open journal, which has none."""
    await _set(app, guard.protect)


async def change_passphrase(app: App[Any], guard: PassphraseProtection, keeper: Doorkeeper) -> None:
    """Set another passphrase on the open journal, for whoever knows the present one."""
    from journal.ui.safety.old_passphrase import OldPassphrase

    if key := await app.push_screen_wait(OldPassphrase(keeper)):
        await _set(app, partial(guard.change_passphrase, key))


async def _set(app: App[Any], seal: Callable[[str, Task], str]) -> None:
    try:
        if await new_way_in(app, seal):
            app.notify(_(PROTECTED), markup=False, timeout=15)
    except JournalError as trouble:
        await _show_trouble(app, trouble)


async def take_away(app: App[Any], guard: PassphraseProtection, keeper: Doorkeeper) -> None:
    """Ask for the present passphrase, and whether everybody is to be able to read the journal; write it in clear."""
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.dialogs.dialog import Confirm
    from journal.ui.safety.old_passphrase import OldPassphrase

    key = await app.push_screen_wait(OldPassphrase(keeper))
    if key is None:
        return
    title = _("Remove the passphrase")
    question = _("Everybody who gets the file can then read it. Copies made before stay protected.")
    if not await app.push_screen_wait(Confirm(title, question, _("Remove it"))):
        return
    trouble = await app.push_screen_wait(AtWork(_(IN_CLEAR_SOON), partial(guard.unprotect, key)))
    if trouble:
        await _show_trouble(app, trouble)
    else:
        app.notify(_(IN_CLEAR), markup=False, timeout=15)


async def _show_trouble(app: App[Any], trouble: JournalError) -> None:
    """Show what went wrong until it is read: it may hold a recovery code that stands nowhere else."""
    from journal.ui.dialogs.dialog import Dialog

    await app.push_screen_wait(Dialog[None](_("The passphrase"), str(trouble)))
