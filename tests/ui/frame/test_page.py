"""A page of text knows where its blocks stand, also before it was told of its size, and how they look now."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.geometry import Region

from journal.ui.frame.page import Page, PageHeading, PageText
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


class OneHeading(App[None]):
    """An app with a page that is one heading."""

    def compose(self) -> ComposeResult:
        yield Page([PageHeading("Evidence")])


async def test_a_heading_has_the_colour_of_the_theme_that_was_chosen_last() -> None:
    async with OneHeading().run_test() as pilot:
        page = pilot.app.query_one(Page)
        for theme in ("textual-light", "textual-dark"):
            pilot.app.theme = theme
            await pilot.pause()

            style = page.render_lines(Region(0, 0, page.size.width, 1))[0]._segments[1].style

            assert style
            assert style.color
            assert style.color.get_truecolor().hex == pilot.app.current_theme.primary.lower()
