"""Base class of the screens: title, what is shown, keys; what each can say and run, and the way back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on
from textual.events import ScreenResume
from textual.screen import Screen

from journal.ui.frame.calm_pump import CalmPump
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.page import Page
from journal.ui.frame.telling import tell
from journal.ui.frame.title import Note, Title
from journal.ui.frame.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Size

    from journal.ui.frame.command import Command

Answer = TypeVar("Answer")


class Fitted(CalmPump, Screen[Answer]):
    """A screen that fits the terminal from its first frame on.

    Textual sets the classes of `HORIZONTAL_BREAKPOINTS` and `VERTICAL_BREAKPOINTS` only once it has drawn, so that
    another layout would flash, and every style would be read twice.
    """

    def compose(self) -> ComposeResult:
        """Yield the title, what is shown, and the keys."""
        yield TitleLine()
        yield from self.compose_body()
        yield KeyFooter()

    def compose_body(self) -> ComposeResult:
        """Yield what stands between the title and the keys."""
        yield from ()

    def on_compose(self) -> None:
        """Set the classes that fit the terminal."""
        (width, height), fit = self.app.size, self._get_breakpoint_classes
        self.add_class(*fit(width, self.HORIZONTAL_BREAKPOINTS or []), *fit(height, self.VERTICAL_BREAKPOINTS or []))

    @on(ScreenResume)
    def _wear_styles_once(self, event: ScreenResume) -> None:
        """Style nothing anew where the screen was not drawn yet: each of its widgets was styled as it was mounted."""
        event.refresh_styles = event.refresh_styles and bool(self.outer_size)

    def _screen_resized(self, size: Size) -> None:
        """Lay out and draw everything only in another size: a start alone tells of the same one three times."""
        if size != self.outer_size:
            super()._screen_resized(size)

    def _on_timer_update(self) -> None:
        """Draw once where the layout and what is drawn both changed: Textual would draw everything, and then again."""
        if self._layout_required and self._repaint_required:
            self._compositor._dirty_regions.add(self.size.region)  # noqa: SLF001 - Textual has no public way
            self._repaint_required = False
        super()._on_timer_update()

    def entitle(self, name: str, *notes: Note | str) -> None:
        """Say in the first line what is shown here, and what is to be noted of it; empty notes are left out."""
        facts = [Note(one) if isinstance(one, str) else one for one in notes if one]
        self.query_one(TitleLine).title = Title(name, facts)

    def draw_anew(self) -> None:
        """Draw everything once more, because what is stored is drawn otherwise from now on."""
        self.query("*").refresh()

    def tell(self, words: str, *, trouble: bool = False) -> None:
        """Say something above the keys for a while; trouble stays longer."""
        tell(self.app, words, trouble=trouble)

    def why_idle(self, commands: Sequence[type[Command]]) -> str:
        """Return in a sentence why no command of a key can do anything here now; empty where nothing is to be said."""
        telling = [one for one in commands if "idle" in vars(one)]
        return next((one.idle_words() for one in (*telling, *commands)), "")

    async def run_flow(self, flow: Coroutine[Any, Any, object]) -> None:
        """Run a flow of questions in a worker; return once its first question is mounted, or the flow has ended.

        The next key of a burst so goes to the question, and not to this screen.
        """
        begun = asyncio.Event()

        async def followed() -> None:
            try:
                await flow
            finally:
                begun.set()

        changes = self.app.screen_change_signal
        # What a screen is to call later is called once it is mounted.
        changes.subscribe(self, lambda question: question.call_later(begun.set), immediate=True)
        self.run_worker(followed(), group="flow")
        await begun.wait()
        changes.unsubscribe(self)

    @property
    def scrolled(self) -> Page:
        """The text that the page keys scroll, wherever the focus is."""
        return self.query_one(Page)

    def action_page_back(self) -> None:
        """Scroll the text one page up."""
        self.scrolled.action_page_back()

    def action_page_on(self) -> None:
        """Scroll the text one page down."""
        self.scrolled.action_page_on()

    async def action_close(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)
