"""The palette: every command that can be given here, one a line, found by the words that people use for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_, _
from journal.ui.frame.live_keys import LiveKey, live_keys
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from textual.app import App
    from textual.screen import Screen

NOTHING = N_("You can only go back from here.")
NOWHERE = 3
"""After the three places where typed words are looked for: title, other words, and the sentence."""


class Palette(FindScreen[LiveKey]):
    """The commands of the screen beneath; it answers the one to be given."""

    HELP = N_(
        "Everything you can do here. Type what you want to do, in your own words: police, print, quit. Enter does "
        "it, Esc goes back."
    )

    def __init__(self, beneath: Screen[Any]) -> None:
        """List what can be done on the screen beneath."""
        offered = [_line(live) for live in _offered(beneath)]
        super().__init__(_("All commands"), lambda: offered, nothing=_(NOTHING))

    def found(self, words: Sequence[str], some: Sequence[Line[LiveKey]]) -> Sequence[Line[LiveKey]]:
        """Return those of some commands that fit: by their title, by other words for them, or by what they do."""
        return [line for line in some if _place(words, line.answer)[0] < NOWHERE]

    def in_order(self, words: Sequence[str], found: list[Line[LiveKey]]) -> list[Line[LiveKey]]:
        """Return the commands that fit, the best first."""
        return sorted(found, key=lambda line: _place(words, line.answer))


def open_palette(app: App[Any]) -> None:
    """List what can be done on the screen in front, and do what is chosen."""

    async def give(live: LiveKey | None) -> None:
        if live:
            await app.run_action(live.command.id, live.node)

    if not isinstance(app.screen, Palette):
        app.push_screen(Palette(app.screen), give)


def _offered(screen: Screen[Any]) -> list[LiveKey]:
    """Return the commands, those that everybody knows the keys of after the others."""
    offered = [live for live in live_keys(screen) if live.command.id != "open_palette"]
    return sorted(offered, key=lambda live: bool(live.shown and not live.command.footer))


def _line(live: LiveKey) -> Line[LiveKey]:
    title, sentence = _(live.command.title), _(live.command.help)
    does = "" if sentence.rstrip(".") == title else f"  {sentence}"
    return Line(live, Row([(title, "strong"), (does, "faint")], ", ".join(live.shown)))


def _place(words: Sequence[str], live: LiveKey) -> tuple[int, int]:
    """Return where the typed words are found and how far on: each begins a word there or in what is looked at before.

    The first number is `NOWHERE` where one of them is not found at all.
    """
    said = ""
    for place, more in enumerate((live.command.title, live.command.words, live.command.help)):
        said += " " + normalise(_(more).replace(",", " ")) if more else ""
        if all(f" {word}" in said for word in words):
            return place, max((said.find(f" {word}") for word in words), default=0)
    return NOWHERE, 0
