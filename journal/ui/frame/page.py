"""A text to read: blocks that are wrapped once for the width and then drawn line by line."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual

from journal.domain.state.relations import Ref
from journal.ui.frame.command import bindings
from journal.ui.frame.copying import send_to_terminal
from journal.ui.frame.lines_view import LinesView
from journal.ui.frame.messages import Go
from journal.ui.frame.moving_commands import CopyText, GoToBottom, GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.frame.strips import rich_style
from journal.ui.frame.text import FAINT, own
from journal.ui.frame.text_styles import TextStyle
from journal.ui.frame.theme import palette_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

WIDEST_LABEL = 28


class PageHeading(Struct, frozen=True):
    """The title of a part, with a line behind it."""

    words: str


class PageField(Struct, frozen=True):
    """A label and what is said of it, beside each other."""

    label: str
    said: Content
    leads: Ref | None = None
    """To what a click on it leads."""


class PageText(Struct, frozen=True):
    """Words of any length; stored newlines break the line."""

    words: Content
    indent: int = 0
    lead: str = ""
    """What stands before the first line, within the indent."""
    leads: Ref | None = None
    """To what a click on it leads."""


_LABEL = TextStyle("faint")

PageBlock = PageHeading | PageField | PageText | None
"""One block of a page; None is an empty line."""


class Page(LinesView, can_focus=True):
    """Blocks of text, to be scrolled."""

    BINDINGS = bindings(MoveUp, MoveDown, PageBack, PageOn, GoToTop, GoToBottom, CopyText)
    DEFAULT_CSS = """
    Page {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; padding: 0 1;
        /* The bar is always there, unseen where nothing is to scroll: its coming would lay out the screen anew. */
        scrollbar-background: transparent;
        scrollbar-background-hover: transparent;
        scrollbar-background-active: transparent;
    }
    """

    def __init__(self, blocks: Iterable[PageBlock] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._blocks: Sequence[PageBlock] = tuple(blocks)
        self._strips: list[Strip] = []
        self._starts: list[int] = []
        self._laid_out_for = -1
        self._label_width = 0
        self._under = Style()

    def put(self, blocks: Iterable[PageBlock], *, to_top: bool = True) -> None:
        """Show other blocks, from the top or at the line that is in sight now."""
        self._blocks = tuple(blocks)
        self._lay_out()
        self.refresh()
        if to_top:
            self.scroll_to(y=0, animate=False)

    def on_resize(self) -> None:
        """Wrap the words for the new width."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight; the style is looked up once for all of them."""
        self._fit()
        self._under = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        line = self.scroll_offset.y + y
        if line < len(self._strips):
            return self._strips[line].crop_extend(0, self._width, self._under)
        return Strip.blank(self._width, self._under)

    def notify_style_update(self) -> None:
        """Wrap the words with the new styles once somebody looks: each step of the focus changes the styles."""
        super().notify_style_update()
        self._laid_out_for = -1
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Follow the block under the mouse, where it leads somewhere."""
        place = event.get_content_offset(self)
        at = bisect_right(self._starts, self.scroll_offset.y + place.y) - 1 if place else -1
        block = self._blocks[at] if at >= 0 else None
        if isinstance(block, PageField | PageText) and block.leads:
            self.post_message(Go(block.leads))

    def action_move_up(self) -> None:
        """Scroll one line up."""
        self.scroll_up(animate=False)

    def action_move_down(self) -> None:
        """Scroll one line down."""
        self.scroll_down(animate=False)

    def action_page_back(self) -> None:
        """Scroll one page up."""
        self.scroll_page_up(animate=False)

    def action_page_on(self) -> None:
        """Scroll one page down."""
        self.scroll_page_down(animate=False)

    def action_go_to_top(self) -> None:
        """Scroll to the first line."""
        self.scroll_home(animate=False)

    def action_go_to_bottom(self) -> None:
        """Scroll to the last line."""
        self.scroll_end(animate=False)

    def action_copy_text(self) -> None:
        """Send all that the page says to the terminal, as its clipboard."""
        send_to_terminal(self.app, "\n".join(map(_plain, self._blocks)))

    def lines_of(self, block: int) -> range:
        """Return the lines on which a block stands."""
        # The width may have changed just now, with the message of it still on its way.
        self._fit()
        ends = [*self._starts[1:], len(self._strips)]
        return range(self._starts[block], ends[block])

    def lines_with_marks(self) -> list[int]:
        """Return the lines on which something is underlined."""
        self._fit()
        return [at for at, strip in enumerate(self._strips) if any(one.style and one.style.underline for one in strip)]

    def show_mark(self, *, after: int = -1) -> bool:
        """Scroll so that the first mark below a line is in sight; return whether there is one."""
        line = next((line for line in self.lines_with_marks() if line > after), None)
        if line is not None and line not in self.in_sight:
            self.scroll_to(y=max(0, line - 1), animate=False)
        return line is not None

    @property
    def in_sight(self) -> range:
        """The lines that are in sight."""
        top = self.scroll_offset.y
        return range(top, top + self.scrollable_content_region.height)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _fit(self) -> None:
        if self._width != self._laid_out_for:
            self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out_for = self._width
        self._label_width = self._widest_label()
        self._under = self.rich_style
        self._strips, self._starts = [], []
        if self._width > 0:
            for block in self._blocks:
                self._starts.append(len(self._strips))
                self._strips += self._lines(block)
        self.virtual_size = Size(self._width, len(self._strips))

    def _lines(self, block: PageBlock) -> list[Strip]:
        if block is None:
            return [Strip.blank(self._width, self._under)]
        if isinstance(block, PageHeading):
            rule = max(0, self._width - cell_len(block.words) - 1)
            return [
                *self._wrapped(own(block.words, self._named("heading")) + own(" " + "─" * rule, self._named("label")))
            ]
        if isinstance(block, PageField):
            return self._fact(block)
        return self._hanging(block.words, block.indent, Segment(block.lead.ljust(block.indent), self._under))

    def _widest_label(self) -> int:
        """Return the width of the column of labels: the widest of those that leave two thirds for what is said."""
        most = min(WIDEST_LABEL, self._width // 3)
        widths = (cell_len(block.label) + 2 for block in self._blocks if isinstance(block, PageField))
        return max((width for width in widths if width <= most), default=2)

    def _fact(self, fact: PageField) -> list[Strip]:
        style = self._under + rich_style(_LABEL, palette_of(self.app))
        room = self._label_width - cell_len(fact.label)
        if room < 2:
            return [*self._wrapped(own(fact.label, self._named("label"))), *self._hanging(fact.said, 2, self._blank(2))]
        return self._hanging(fact.said, self._label_width, Segment(fact.label + " " * room, style))

    def _blank(self, width: int) -> Segment:
        return Segment(" " * width, self._under)

    def _hanging(self, content: Content, indent: int, lead: Segment) -> list[Strip]:
        if not indent:
            return self._wrapped(content)
        wrapped = self._wrapped(content, self._width - indent) or [Strip.blank(0)]
        blank = self._blank(indent)
        return [Strip.join([Strip([blank if at else lead]), strip]) for at, strip in enumerate(wrapped)]

    def _wrapped(self, content: Content, width: int | None = None) -> list[Strip]:
        return Visual.to_strips(
            self, content, max(1, width or self._width), None, self.visual_style, apply_selection=False
        )

    def _named(self, name: str) -> str:
        return {"heading": "bold $primary", "label": FAINT}[name]


def _plain(block: PageBlock) -> str:
    """Return what a block says, without its looks."""
    if isinstance(block, PageField):
        return f"{block.label}: {block.said.plain}"
    if isinstance(block, PageText):
        return block.lead + " " * bool(block.lead) + block.words.plain
    return block.words if block else ""
