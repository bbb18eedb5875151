"""A list, and beside it all that is said of its highlighted line."""

from __future__ import annotations

from textual.getters import query_one

from journal.ui.frame.fitted import Answer, Fitted
from journal.ui.frame.page import Page
from journal.ui.lists.plain_list import PlainList


class ListAndPage(Fitted[Answer]):
    """A screen with a list and a page."""

    DEFAULT_CSS = """
    ListAndPage PlainList, ListAndPage Page {
        height: 1fr; border: solid $border-blurred; background: $background;
        &:focus { border: heavy $border; }
    }
    ListAndPage PlainList { max-height: 100%; padding: 0; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    AUTO_FOCUS = "PlainList"

    listed = query_one(PlainList)
    """The list."""
    page = query_one(Page)
    """What is said of the highlighted line."""

    @property
    def line(self) -> str:
        """The id of the highlighted line; empty where there is none."""
        option = self.listed.highlighted_option if self.is_mounted else None
        return (option.id or "") if option else ""

    def action_read_beside(self) -> None:
        """Go from the list to the words, and back."""
        self.set_focus(self.listed if self.focused is self.page else self.page)
