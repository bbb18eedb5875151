"""Asks for the passphrase that opens the journal now, before its protection is changed."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.widgets import Input

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _, many
from journal.store.age.protection import Key, WrongPassphrase
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.text_fields import SecretLine
from journal.ui.frame.background import aside

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.ui.safety.doorkeeper import Doorkeeper

WHY = N_("So that nobody who finds this window open can lock you out. The recovery code does it too.")
TYPE_IT = N_("Please type the passphrase that opens this journal now.")
DOES_NOT_FIT = N_("This is not the passphrase. Nothing was changed; check capital letters and the keyboard.")
ONE_MOMENT = N_("One moment …")


class OldPassphrase(Dialog[Key]):
    """A line for the present passphrase or the recovery code; answers with the key that it opens, or None."""

    HELP = N_("The passphrase or the recovery code that opens this journal now. Enter goes on, escape changes nothing.")
    ALLOW_SELECT = False
    AUTO_FOCUS = "SecretLine"

    _line = query_one(SecretLine)

    def __init__(self, keeper: Doorkeeper) -> None:
        """Ask until something opens; the keeper counts what does not, and makes wait."""
        super().__init__(_("The present passphrase"), _(WHY), _("Go on"))
        self._keeper = keeper
        self._at_work = False

    def compose_fields(self) -> ComposeResult:
        """Yield the line."""
        yield SecretLine()

    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Try what is typed, in a thread."""
        typed, seconds = self._line.words, math.ceil(self._keeper.waiting())
        if self._at_work:
            return
        if not typed:
            self.say(_(TYPE_IT))
        elif seconds > 0:
            words = many("Possible again in {count} second.", "Possible again in {count} seconds.", seconds)
            self.say(words.format(count=seconds))
        else:
            self._at_work, self._line.words = True, ""
            self.say(_(ONE_MOMENT))
            self.run_worker(self._try(typed), group="unlock")

    async def _try(self, typed: str) -> None:
        try:
            key = await aside(partial(self._keeper.attempt, typed))
        except WrongPassphrase:
            self.say(_(DOES_NOT_FIT))
        except JournalError as why:
            self.say(str(why))
        else:
            self.dismiss(key)
        self._at_work = False
