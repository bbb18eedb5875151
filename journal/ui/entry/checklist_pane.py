"""The evidence checklist of the entry under the cursor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message

from journal.domain import kinds
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ItemState
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time import moment_words
from journal.ui.frame.page import Page, PageBlock, PageText
from journal.ui.frame.text import FAINT, harmless, literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual import events
    from textual.content import Content

    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine

SIGNS = {ItemState.TO_DO: "·", ItemState.DONE: "✓", ItemState.DOES_NOT_APPLY: "\N{EN DASH}"}
NOTHING_LINKED: Mapping[str, Sequence[int]] = {}


class ChecklistPane(Page):
    """What to keep as evidence: a tick for done, a dot for to do, a dash for what does not apply."""

    HELP = N_(
        "The evidence checklist of the entry. Tick: done. Dot: to do. Dash: does not apply. Space ticks the item, "
        "Enter asks for a day and a note."
    )

    class Ticked(Message):
        """The item under the cursor was clicked on its sign, to be ticked or unticked."""

    class ItemOpened(Message):
        """The item under the cursor was clicked twice, to say something of it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines_shown: tuple[ChecklistLine, ...] = ()
        self._number = 0
        self._cursor = 0
        self._advice = ""
        self._may_write = True
        self._linked = NOTHING_LINKED

    def show(
        self, history: History | None, *, may_write: bool, linked: Mapping[str, Sequence[int]] = NOTHING_LINKED
    ) -> None:
        """Show the checklist of an entry; the cursor stays on its item while the entry is the same.

        `linked` has the numbers of the exhibits of each item.
        """
        same = history is not None and history.number == self._number
        self._number = history.number if history else 0
        self._lines_shown = history.checklist if history else ()
        self._advice = _(kinds.kind(history.kind_id).advice) if history else ""
        self._linked = linked
        self._may_write = may_write and history is not None and not history.withdrawn
        self._cursor = min(self._cursor, max(0, len(self._lines_shown) - 1)) if same else 0
        self.border_title = _("Evidence checklist")
        done, applying = checklist.done(self._lines_shown)
        self.border_subtitle = _("{done} of {count}").format(done=done, count=applying) if applying else ""
        self._draw(to_top=not same)

    @property
    def markable(self) -> ChecklistLine | None:
        """The item under the cursor, where something may be recorded of it."""
        return self._lines_shown[self._cursor] if self._may_write and self._lines_shown else None

    def go_to(self, item_id: str) -> None:
        """Put the cursor on an item, where it is on the list."""
        at = next((at for at, line in enumerate(self._lines_shown) if line.item.id == item_id), None)
        if at is not None:
            self._put_cursor(at)
            self.call_after_refresh(self._reveal)

    def action_move_up(self) -> None:
        """Put the cursor on the item above."""
        self._put_cursor(self._cursor - 1)

    def action_move_down(self) -> None:
        """Put the cursor on the item below."""
        self._put_cursor(self._cursor + 1)

    def action_go_to_top(self) -> None:
        """Put the cursor on the first item."""
        self._put_cursor(0)

    def action_go_to_bottom(self) -> None:
        """Put the cursor on the last item, and bring the advice below it into sight."""
        self._put_cursor(len(self._lines_shown) - 1)
        self.scroll_end(animate=False)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on the sign before an item, tick it; a double click asks for a note."""
        place = event.get_content_offset(self)
        if place is None:
            return
        line = self.scroll_offset.y + place.y
        for at in range(len(self._lines_shown)):
            if line in self.lines_of(at):
                self._put_cursor(at)
                if place.x < 4:
                    self.post_message(self.Ticked())
                elif event.chain == 2:
                    self.post_message(self.ItemOpened())

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - Textual's own signature
        """Show the cursor while the pane has the focus."""
        super().watch_has_focus(has_focus)
        self._draw(to_top=False)

    def _put_cursor(self, at: int) -> None:
        self._cursor = max(0, min(at, len(self._lines_shown) - 1))
        self._draw(to_top=False)
        self._reveal()

    def _reveal(self) -> None:
        """Bring the item under the cursor into sight, once there is room to draw it."""
        if self._lines_shown and self.scrollable_content_region.width:
            lines = self.lines_of(self._cursor)
            self.scroll_to_region(Region(0, lines.start, 1, len(lines)), animate=False, force=True, x_axis=False)

    def _draw(self, *, to_top: bool) -> None:
        self.put(self._items(), to_top=to_top)

    def _items(self) -> Iterator[PageBlock]:
        for at, line in enumerate(self._lines_shown):
            under = at == self._cursor and self.has_focus
            item = _item(line, self._linked.get(line.item.id, ()), under=under)
            yield PageText(item, indent=4, lead=f"{'▌' if under else ' '} {SIGNS[line.mark.state]} ")
        if self._number and not self._lines_shown:
            yield PageText(own(_("There is no checklist for this kind."), FAINT))
        if self._advice:
            yield None
            yield PageText(own(self._advice, FAINT), indent=4)


def _item(line: ChecklistLine, exhibits: Sequence[int], *, under: bool) -> Content:
    label = own(harmless(line.label(spoken())), "bold" if under else "")
    if line.mark.state is ItemState.DOES_NOT_APPLY:
        label += own("  " + _("does not apply"), FAINT)
    if line.mark.on:
        label += own("  " + _day(line.mark.on), FAINT)
    if exhibits:
        numbers = ", ".join(map(str, exhibits))
        named = many("exhibit {numbers}", "exhibits {numbers}", len(exhibits)).format(numbers=numbers)
        label += own("  " + named, FAINT)
    if line.mark.note:
        label += own("\n") + literal(line.mark.note, FAINT, lines=True)
    return label


def _day(on: str) -> str:
    try:
        return moment_words.day_heading(date.fromisoformat(on), spoken())
    except ValueError:
        return harmless(on)
