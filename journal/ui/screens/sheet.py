"""One screen for every sheet of the case: rows to fill in, advice beside them, and nothing typed is lost."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from journal.domain.errors import ChangedUnderneath, JournalError
from journal.domain.form import Unfinished
from journal.domain.words import N_, _
from journal.logbook import Saved
from journal.ui.beside import offer_beside
from journal.ui.choosing_people import choose_people
from journal.ui.commands.command import bindings
from journal.ui.commands.editing import LeaveForm, MoreFields, SaveSheet
from journal.ui.draft_keeper import DraftKeeper
from journal.ui.sheets.about import SHEET
from journal.ui.text import literal, own
from journal.ui.time_reader import TimeReader
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.people_field import PeopleField
from journal.ui.widgets.rows_form import RowsForm
from journal.ui.widgets.sheet_rows import SheetRows
from journal.ui.widgets.title_line import Note, Title, TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from journal.domain.sheets.filling import Values
    from journal.logbook import Logbook
    from journal.store.desk import Draft
    from journal.ui.sheets.sheet import Sheet

BROAD = 100
KEEP_EVERY = 3
"""Seconds between two looks at whether something was typed that no draft holds yet."""
ONCE_MORE = N_("{cautions} Press F2 once more to record it as it stands.")
LEAVE_WITHOUT = N_("The draft is not kept: press esc once more to go back without these words.")
NOTHING_CHANGED = N_("Nothing was changed, so there is nothing to save.")
ONE_MISSING = N_("Not saved yet: one answer is missing or unclear. Your words are still here.")


class SheetScreen(Screen[Saved | None]):
    """A sheet; answers with what was saved, or with None where the words were left as a draft."""

    HELP = N_("Everything may stay empty that is not asked for. Enter goes on, F2 saves from anywhere.")
    CSS = """
    SheetScreen #body { height: 1fr; }
    SheetScreen RowsForm { width: 1fr; height: 1fr; }
    SheetScreen FormRow > .label { width: 24; }
    SheetScreen #advice { width: 40; margin: 0 1 0 1; color: $text-muted; height: auto; }
    SheetScreen #said { height: auto; padding: 0 1; display: none; background: $panel; text-style: bold; }
    SheetScreen #said.-speaks { display: block; }
    SheetScreen.-narrow #body { layout: vertical; }
    SheetScreen.-narrow #advice { width: 1fr; max-height: 4; margin: 0 1; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BROAD, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = bindings(SaveSheet, MoreFields, LeaveForm)
    AUTO_FOCUS = ""

    def __init__(self, logbook: Logbook, sheet: Sheet, draft: Draft | None = None) -> None:
        """Open a sheet as it stands, or as a draft of it was typed."""
        super().__init__()
        self._logbook, self._sheet = logbook, sheet
        self._draft = DraftKeeper(logbook, sheet.blank, draft=draft, about={SHEET: sheet.about.kept()})
        rows = SheetRows(self._draft.kept, logbook.state.people, TimeReader(logbook.now))
        self._form = RowsForm(self._draft.kept, lambda: rows.of(sheet.asked))
        self._cautioned: tuple[str, ...] = ()
        self._warned = False

    def compose(self) -> ComposeResult:
        """Yield title, advice, form, the line for what is said, and the keys."""
        yield TitleLine()
        with Horizontal(id="body"):
            yield self._form
            yield Static(id="advice")
        yield Static(id="said")
        yield KeyFooter()

    def on_resize(self, event: Resize) -> None:
        """Leave only the advice, in few lines, where there is no room beside the form."""
        broad = event.size.width >= BROAD
        advice = own(("\n\n" if broad else " ").join(_(words) for words in self._sheet.advice))
        beside = literal("\n".join(["", "", *self._sheet.beside]), lines=True)
        self.query_one("#advice", Static).update(advice + beside if broad and self._sheet.beside else advice)

    def on_mount(self) -> None:
        """Put the cursor where the person begins, and begin to keep drafts."""
        self._tell_draft("")
        self._form.go_to_field(self._sheet.first or self._sheet.asked[0].name)
        self.set_interval(KEEP_EVERY, self._keep_draft)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer more fields only where there are any."""
        return action != MoreFields.id or any(one.rare for one in self._sheet.asked)

    def _tell_draft(self, kept: str) -> None:
        leaving = _(N_("esc leaves it as a draft"))
        self.query_one(TitleLine).title = Title(self._sheet.title, [Note(words) for words in (leaving, kept) if words])

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.update(own(words))
        said.set_class(bool(words), "-speaks")

    @on(PeopleField.Asked)
    async def _choose_people(self, event: PeopleField.Asked) -> None:
        await choose_people(self, self._logbook, event)

    def action_more_fields(self) -> None:
        """Show the fields that are rarely used, or fold them away."""
        self._form.toggle_more()

    def action_save_sheet(self) -> None:
        """Record what stands here, or say what is not settled yet; what is to be thought of first is said once."""
        values = self._sheet.meant(self._form.typed)
        if isinstance(values, Unfinished):
            self._form.complain(values.complaints)
            self._say(_(ONE_MISSING))
            return
        self._form.complain({})
        cautions = tuple(self._sheet.cautions(values))
        if self._sheet.base and values == {one.name: self._sheet.base.get(one.name) for one in self._sheet.asked}:
            self._say(_(NOTHING_CHANGED))
        elif set(cautions) - set(self._cautioned):
            self._cautioned = cautions
            self._say(_(ONCE_MORE).format(cautions=" ".join(cautions)))
        else:
            self._save(values)

    def _save(self, values: Values) -> None:
        try:
            saved = self._sheet.record(values, self._draft.id)
        except ChangedUnderneath as why:
            offer_beside(self, self._logbook, why, partial(self._save, values))
        except JournalError as why:
            self._say(str(why))
        else:
            self.dismiss(saved)

    def action_leave_form(self) -> None:
        """Go back; what was typed waits as a draft."""
        kept = self._keep_draft()
        if not kept and not self._warned:
            self._warned = True
            self._say(_(LEAVE_WITHOUT))
            return
        if kept and self._draft.id:
            self.notify(_(N_("Your words wait as a draft.")), markup=False)
        self.dismiss(None)

    def keep_draft_now(self) -> None:
        """Keep what stands in the form as a draft, at once; where that cannot be done, everything stays as it is."""
        with suppress(JournalError, OSError, ValueError):
            self._draft.keep(self._form.typed)

    def _keep_draft(self) -> bool:
        """Keep what changed, and tell; return whether nothing is left that could be lost."""
        try:
            changed_since = self._draft.keep(self._form.typed)
        except JournalError as why:
            self._say(str(why))
            return False
        if changed_since:
            self._warned = False
            self._tell_draft(_(N_("draft kept {time}")).format(time=f"{self._logbook.now():%H:%M}"))
        return True
