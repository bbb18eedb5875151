"""The base of the screens runs flows: a burst goes on in the question, and a flow without one holds up nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.events import Key

from journal.ui.dialogs.dialog import Confirm
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.page import Page, PageText
from journal.ui.frame.text import own
from tests.ui.one_screen import OneScreen, picture, until

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Asking(Fitted[str]):
    """Asks twice at one key, and only notes something at another."""

    BINDINGS = [Binding("a", "ask"), Binding("n", "note"), Binding("escape", "close"), Binding("pagedown", "page_on")]  # noqa: RUF012 - Textual declares it so

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[bool | None] = []

    def compose_body(self) -> ComposeResult:
        page = Page(PageText(own(f"line {number}")) for number in range(100))
        page.can_focus = False
        yield page

    def on_mount(self) -> None:
        self.entitle("A place", "a note", "")

    async def action_ask(self) -> None:
        await self.run_flow(self._ask())

    async def _ask(self) -> None:
        for title in ("First", "Second"):
            self.answers.append(await self.app.push_screen_wait(Confirm(title, "Sure?", "Press the button")))

    async def action_note(self) -> None:
        await self.run_flow(self._note())

    async def _note(self) -> None:
        self.answers.append(None)


async def test_the_next_key_of_a_burst_goes_to_the_first_question() -> None:
    app = OneScreen(Asking())
    async with app.run_test() as pilot:
        for key in ("a", "f2"):
            app.post_message(Key(key, None))
        await until(pilot, lambda: "Second" in picture(app))
        await pilot.press("escape")
        await until(pilot, lambda: len(app.shown.answers) == 2)

        assert app.shown.answers == [True, None]
        assert not app.answered


async def test_a_flow_that_asks_nothing_is_over_at_once_and_the_next_key_works() -> None:
    app = OneScreen(Asking())
    async with app.run_test() as pilot:
        for key in ("n", "n", "escape"):
            app.post_message(Key(key, None))
        await until(pilot, lambda: app.answered)

        assert app.shown.answers == [None, None]


async def test_title_keys_and_page_keys_come_with_every_screen() -> None:
    app = OneScreen(Asking())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = picture(app)
        assert "A place" in shown.splitlines()[0]
        assert "a note" in shown.splitlines()[0]
        assert "line 0" in shown

        await pilot.press("pagedown")
        await pilot.pause()
        assert "line 0 " not in picture(app)
