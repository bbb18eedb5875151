"""The keys: every command with the keys that give it; a new one is pressed, one or all can be as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Confirm, Dialog, button
from journal.ui.frame.command import Command, bindings, key_shown
from journal.ui.frame.keymap import with_key
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row
from journal.ui.maintenance.commands import OwnKeyAgain, OwnKeysAgain
from journal.ui.maintenance.key_rules import all_commands, clash, why_not

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.events import Key

    KeepKeys = Callable[[Mapping[str, str]], Awaitable[bool]]

PRESS = N_("Press the new key. Now it is: {keys}.")
ADDED = N_("Press a key that exits as well. Now it is: {keys}; these always go on working.")
BY_ITSELF = N_("changed")
ALL_AGAIN = N_("Should every command have its own key again?")
ALL_BACK = N_("All keys are as they were.")
OWN_AGAIN = N_("“{title}” has its own key again: {keys}.")
NOW = N_("“{title}”: {keys}, from now on.")
NO_COMMANDS = N_("There is no command.")
OWN_KEY = ""
"""The answer that asks for the own key of a command."""


def keys_shown(command: type[Command]) -> str:
    """Return the keys in force, as they are written."""
    return ", ".join(map(key_shown, command.keys_now()))


class AskKey(Dialog[str]):
    """Answers the key that is pressed, as Textual names it, or `OWN_KEY`; asks again for one that it cannot be."""

    HELP = N_("Press the key that the command is to have. Del gives it its own key again, escape changes nothing.")
    AUTO_FOCUS = ""
    BINDINGS = bindings(OwnKeyAgain)

    def __init__(self, command: type[Command]) -> None:
        """Ask for a key of this command."""
        asked = ADDED if command.id == "leave" else PRESS
        super().__init__(_(command.title), _(asked).format(keys=keys_shown(command)))
        self._command = command

    def compose_buttons(self) -> ComposeResult:
        """Yield the way back, and the own key where there is another one now."""
        yield from super().compose_buttons()
        if self._command.id in Command.rebound:
            yield button(_(OwnKeyAgain.title), OwnKeyAgain)

    def on_key(self, event: Key) -> None:
        """Take any key but the two that stand on the buttons; none does here what it does elsewhere."""
        event.prevent_default()
        if event.key in {"escape", "delete"}:
            return
        event.stop()
        if why := why_not(self._command, event.key):
            self.say(why)
        else:
            self.dismiss(event.key)

    def action_own_key_again(self) -> None:
        """Answer that the command has its own key again."""
        self.dismiss(OWN_KEY)


class KeyList(FindScreen[type[Command]]):
    """All commands with their keys."""

    HELP = N_(
        "Every command with its keys. Type to find one, by its name or its key; Enter asks for another key. Escape "
        "goes back."
    )
    BINDINGS = bindings(OwnKeysAgain)

    def __init__(self, keep: KeepKeys) -> None:
        """List the commands; `keep` keeps the keys in the journal and follows them, or says why not."""
        super().__init__(_("Keys"), _lines, nothing=_(NO_COMMANDS), go=self._ask)
        self._keep = keep

    def _ask(self, command: type[Command]) -> None:
        self.run_worker(self._change(command), group="flow")

    async def _change(self, command: type[Command]) -> None:
        key = await self.app.push_screen_wait(AskKey(command))
        if key is None:
            return
        others = {name: keys for name, keys in Command.rebound.items() if name != command.id}
        keys = others if key == OWN_KEY else others | {command.id: with_key(command, key)}
        if why := clash(keys):
            self.tell(why, trouble=True)
            return
        if not await self._keep(keys):
            return
        told = OWN_AGAIN if key == OWN_KEY else NOW
        self.tell(_(told).format(title=_(command.title), keys=keys_shown(command)))
        self.read_again()

    async def action_own_keys_again(self) -> None:
        """Give every command its own keys again, after asking."""
        await self.run_flow(self._all_again())

    async def _all_again(self) -> None:
        if await self.app.push_screen_wait(Confirm(_("Keys"), _(ALL_AGAIN), _("Give them back"))) and await self._keep(
            {}
        ):
            self.tell(_(ALL_BACK))
            self.read_again()


def _lines() -> Iterator[Line[type[Command]]]:
    for command in all_commands():
        changed = f"  {_(BY_ITSELF)}" if command.id in Command.rebound else ""
        title, sentence = _(command.title), _(command.help)
        does = "" if sentence.rstrip(".") == title else f"  {sentence}"
        yield Line(command, Row([(title, "strong"), (changed, ""), (does, "faint")], keys_shown(command)))
