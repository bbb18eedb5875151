"""Setting, changing and taking away the passphrase of the journal that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from journal.domain.errors import JournalError
from journal.domain.words import N_, _
from journal.ui.aside import aside
from journal.ui.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.store.guard import Guard
    from journal.ui.quiet import QuietApp

Result = TypeVar("Result")

ONE_MOMENT = N_("One moment: everything is sealed. Please leave this window open.")
PROTECTED = N_("From now on only the passphrase or the recovery code opens this journal.")
IN_CLEAR = N_("This journal has no passphrase any more: everybody who gets the file can read it.")


def offered(guard: Guard, action: str, *, read_only: bool) -> bool:
    """Tell whether a command makes sense for the journal as it is protected now."""
    return not read_only and guard.protected == (action != "protect")


def set_passphrase(app: QuietApp[None], guard: Guard) -> None:
    """Ask for a new passphrase, seal everything under it, and show the recovery code that comes with it."""
    from journal.ui.screens.passphrase import NewPassphrase

    def seal(passphrase: str | None) -> None:
        if passphrase is not None:
            act = guard.change_passphrase if guard.protected else guard.protect
            app.run_worker(_do(app, partial(act, passphrase), partial(_show_code, app)), group="seal")

    app.push_screen(NewPassphrase(), seal)


def take_away(app: QuietApp[None], guard: Guard) -> None:
    """Ask whether the journal is really to be readable for everybody, and write it in clear."""
    from journal.ui.screens.dialog import Confirm

    def done(_nothing: None) -> None:
        app.notify(_(IN_CLEAR), markup=False, timeout=15)

    def unseal(agreed: bool | None) -> None:  # noqa: FBT001 - the answer itself
        if agreed:
            app.run_worker(_do(app, guard.unprotect, done), group="seal")

    title = _("Remove the passphrase")
    question = _("Everybody who gets the file can then read it. Copies made before stay protected.")
    app.push_screen(Confirm(title, question, _("Remove it")), unseal)


def _show_code(app: QuietApp[None], code: str) -> None:
    from journal.ui.screens.recovery import ShowRecoveryCode

    def told(_written: bool | None) -> None:  # noqa: FBT001 - the answer itself
        app.notify(_(PROTECTED), markup=False, timeout=15)

    app.push_screen(ShowRecoveryCode(code), told)


async def _do(app: QuietApp[None], act: Callable[[], Result], then: Callable[[Result], None]) -> None:
    app.notify(_(ONE_MOMENT), markup=False, timeout=3600)
    try:
        result = await aside(act)
    except JournalError as why:
        app.notify(harmless(str(why)), markup=False, severity="warning", timeout=15)
    else:
        app.clear_notifications()
        then(result)
