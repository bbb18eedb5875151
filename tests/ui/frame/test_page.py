"""A page of text knows where its blocks stand, also before it was told of its size."""

from __future__ import annotations

from textual.app import App, ComposeResult

from journal.ui.frame.page import Page, PageText
from journal.ui.frame.text import own


class OnePage(App[None]):
    """An app with one page, hidden at first."""

    def compose(self) -> ComposeResult:
        page = Page([PageText(own("one")), None, PageText(own("three"))])
        page.display = False
        yield page


async def test_the_lines_of_a_block_are_known_as_soon_as_a_hidden_page_has_its_place() -> None:
    async with OnePage().run_test() as pilot:
        page = pilot.app.query_one(Page)
        page.display = True
        pilot.app.screen._refresh_layout()

        assert page.lines_of(2) == range(2, 3)
