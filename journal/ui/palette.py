"""The palette: every command that can be given here, found by typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Provider

from journal.domain.words import _
from journal.ui.commands.everywhere import PALETTE
from journal.ui.live_keys import LiveKey, live_keys

if TYPE_CHECKING:
    from textual.command import Hits
    from textual.types import IgnoreReturnCallbackType


class LiveCommands(Provider):
    """The program's own commands, and nothing of the framework's."""

    async def discover(self) -> Hits:
        """Yield everything that can be done."""
        for live in self._offered():
            yield DiscoveryHit(_words(live), self._run(live), help=_help(live))

    async def search(self, query: str) -> Hits:
        """Yield what the typed letters fit."""
        matcher = self.matcher(query)
        for live in self._offered():
            words = _words(live)
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), self._run(live), help=_help(live))

    def _offered(self) -> list[LiveKey]:
        """Return the commands, those that everybody knows the keys of after the others."""
        offered = [live for live in live_keys(self.screen) if live.command.id != "open_palette"]
        return sorted(offered, key=lambda live: bool(live.shown and not live.command.footer))

    def _run(self, live: LiveKey) -> IgnoreReturnCallbackType:
        return partial(self.app.run_action, live.command.id, live.node)


def palette() -> CommandPalette:
    """Return the palette, ready to be shown."""
    return CommandPalette(providers=[LiveCommands], placeholder=_("Type to find a command"), id=PALETTE)


def _words(live: LiveKey) -> str:
    title = _(live.command.title)
    return f"{title}  ({', '.join(live.shown)})" if live.shown else title


def _help(live: LiveKey) -> str | None:
    title, sentence = _(live.command.title), _(live.command.help)
    return None if sentence.rstrip(".") == title else sentence
