"""Help for the place one is in: what it is, and the keys that work there; behind it, topics that belong to no place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from journal.domain.text.words import N_, _
from journal.ui.frame.command import bindings, worded
from journal.ui.frame.everywhere import Close
from journal.ui.frame.help_commands import NextTopic, PreviousTopic
from journal.ui.frame.help_topics import TOPICS
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.live_keys import LiveKey, live_keys
from journal.ui.frame.page import Page, PageBlock, PageField, PageHeading, PageText
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.screen import Screen

    from journal.ui.frame.command import Command


class HelpPage(Page):
    """The text of the help, scrolled with the usual keys."""

    BINDINGS = bindings(Close)

    def action_close(self) -> None:
        """Close the help."""
        self.screen.dismiss()


class HelpScreen(ModalScreen[None]):
    """The help of another screen as it is at this moment."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > HelpPage {
            width: 90%; max-width: 100; height: 1fr; margin: 1 2 0 2; border: heavy $border; background: $surface;
        }
        & > KeyFooter { dock: bottom; }
    }
    """

    BINDINGS = bindings(NextTopic, PreviousTopic)

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        here = tuple(blocks(words_about(about), live_keys(about)))
        self._topics: Mapping[str, Callable[[], Iterable[PageBlock]]] = {N_("Help"): lambda: here, **TOPICS}
        self._at = 0

    def compose(self) -> ComposeResult:
        """Make the page."""
        yield HelpPage()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with the keys of the place."""
        self._go(0)

    def action_next_topic(self) -> None:
        """Go to the next topic, from the last one to the first."""
        self._go(1)

    def action_previous_topic(self) -> None:
        """Go to the topic before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self._at = (self._at + by) % len(self._topics)
        page = self.query_one(HelpPage)
        names = (own(_(name), "bold reverse" if at == self._at else "") for at, name in enumerate(self._topics))
        page.border_title = own(" · ").join(names)
        page.put([*self._topics.values()][self._at]())


def words_about(screen: Screen[Any]) -> list[str]:
    """Return what the focused widget and the screen say of themselves, translated."""
    nodes = screen.focused.ancestors_with_self if screen.focused else [screen]
    helps = (getattr(node, "HELP", None) for node in nodes)
    return [worded(text) for text in helps if text]


def blocks(about: Iterable[str], live: Iterable[LiveKey]) -> Iterator[PageBlock]:
    """Yield the help: what this place is, its keys, the keys that work everywhere."""
    for text in about:
        yield PageText(own(text))
        yield None
    live = list(live)
    for heading, keys in (
        (_("Here"), [one for one in live if not one.everywhere and not one.command.whole]),
        (_("The whole journal"), [one for one in live if one.command.whole]),
        (_("Everywhere"), [one for one in live if one.everywhere]),
    ):
        if not keys:
            continue
        yield PageHeading(heading)
        for one in sorted(keys, key=_rank):
            yield PageField(", ".join(one.shown), _said(one.command))
        yield None


def _rank(one: LiveKey) -> bool:
    """Put the keys that everybody knows after the others."""
    return not one.command.footer


def _said(command: type[Command]) -> Content:
    title, sentence = _(command.title), _(command.help)
    if sentence.rstrip(".") == title:
        return own(title, "bold")
    return own(title, "bold") + own("\n" + sentence)
