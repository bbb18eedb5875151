"""One screen for every sheet of the case: rows to fill in, advice beside them, and nothing typed is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.entry.form import Unfinished
from journal.domain.text.words import N_, _
from journal.ui.fields.question_rows import SheetRows
from journal.ui.fields.rows_form import RowsForm
from journal.ui.fields.time_reader import TimeReader
from journal.ui.forms.about import SHEET
from journal.ui.forms.commands import LeaveForm, MoreFields, SaveSheet
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.draft_screen import NOTHING_CHANGED, ONE_MISSING, UNTOUCHED, FormScreen
from journal.ui.frame.command import bindings
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.text import literal, own
from journal.ui.frame.title_line import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.events import Resize

    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft
    from journal.ui.forms.form import Sheet

BROAD = 100


class SheetScreen(FormScreen):
    """A sheet; answers with what was saved, or with None where the words were left as a draft."""

    HELP = N_("Everything may stay empty that is not asked for. Enter goes on, F2 saves from anywhere.")
    CSS = """
    SheetScreen #body { height: 1fr; }
    SheetScreen RowsForm { width: 1fr; height: 1fr; }
    SheetScreen FormRow > .label { width: 24; }
    SheetScreen #advice { width: 40; margin: 0 1; color: $text-muted; height: auto; dock: right; }
    SheetScreen.-narrow {
        #advice { width: 1fr; dock: none; }
        RowsForm { height: auto; overflow-y: hidden; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BROAD, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = bindings(SaveSheet, MoreFields, LeaveForm)

    def __init__(self, logbook: Logbook, sheet: Sheet, draft: Draft | None = None) -> None:
        """Open a sheet as it stands, or as a draft of it was typed."""
        keeper = DraftKeeper(logbook, sheet.blank, draft=draft, about={SHEET: sheet.about.kept()})
        rows = SheetRows(keeper.kept, logbook.state.people, TimeReader(logbook.now))
        super().__init__(logbook, sheet.title, RowsForm(keeper.kept, lambda: rows.of(sheet.asked)), keeper)
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Yield title, advice, form, the line for what is said, and the keys."""
        yield TitleLine()
        with VerticalScroll(id="body", can_focus=False):
            yield Static(self._advice(self.app.size.width), id="advice")
            yield self.form
        yield Static(id="said")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Put the cursor where the person begins."""
        self.begin(self._sheet.first or self._sheet.asked[0].name)

    def on_resize(self, event: Resize) -> None:
        """Leave only the advice where there is no room beside the form."""
        self.query_one("#advice", Static).update(self._advice(event.size.width))
        if event.size.width >= BROAD:
            self.query_one("#body").scroll_to(0, 0, animate=False)

    def _advice(self, width: int) -> Content:
        broad = width >= BROAD
        advice = own(("\n\n" if broad else " ").join(_(words) for words in self._sheet.advice))
        beside = literal("\n".join(["", "", *self._sheet.beside]), lines=True)
        return advice + beside if broad and self._sheet.beside else advice

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer more fields only where there are any."""
        return action != MoreFields.id or any(one.rare for one in self._sheet.asked)

    def action_save_sheet(self) -> None:
        """Record what stands here, or say what is not settled yet; what is to be thought of first is said once."""
        values = self._sheet.meant(self.form.typed)
        if isinstance(values, Unfinished):
            self.form.complain(values.complaints)
            self.say(_(ONE_MISSING))
            return
        self.form.complain({})
        if self._sheet.base and values == {one.name: self._sheet.base.get(one.name) for one in self._sheet.asked}:
            self.say(_(NOTHING_CHANGED))
        elif self.is_cautioned(self._sheet.doubts(values) or self._untouched):
            self.save(partial(self._sheet.record, values, self.draft.id))

    @property
    def _untouched(self) -> list[str]:
        return [_(UNTOUCHED)] if not self._sheet.base and self.draft.is_blank(self.form.typed) else []
