"""The editor: one entry, new or amended, on a screen of its own; what is typed is never lost."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from journal.domain.entry import Entry, changed
from journal.domain.errors import ChangedUnderneath, JournalError
from journal.domain.form import Typed, Unfinished, to_entry, typed_from
from journal.domain.order import Order
from journal.domain.recognising import Recognising
from journal.domain.words import N_, _, many, spoken
from journal.logbook import Saved
from journal.ui.beside import offer_beside
from journal.ui.choosing_people import choose_people
from journal.ui.commands.command import bindings
from journal.ui.commands.editing import LeaveForm, MoreFields, SaveEntry, ShowWhatToKeep
from journal.ui.country import country_for
from journal.ui.draft_keeper import DraftKeeper
from journal.ui.screens.ask_reason import AskReason
from journal.ui.screens.sheet import ONE_MISSING
from journal.ui.text import own
from journal.ui.time_reader import TimeReader
from journal.ui.widgets.entry_form import EntryForm
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.kind_aside import KindAside
from journal.ui.widgets.people_field import PeopleField
from journal.ui.widgets.title_line import Note, Title, TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from journal.logbook import Logbook
    from journal.store.desk import Draft

LEAVE_WITHOUT = N_("The draft is not kept: press esc once more to go back without these words.")
KEEP_EVERY = 3
"""Seconds between two looks at whether something was typed that no draft holds yet."""


class EditorScreen(Screen[Saved | None]):
    """A form for one entry; answers with what was saved, or with None where the words were left as a draft."""

    HELP = N_(
        "One entry. Only the time is needed, and that may be “unknown”. Enter goes on, F2 saves from anywhere; "
        "what you type is kept as a draft every few seconds."
    )
    CSS = """
    #body { height: 1fr; }
    EntryForm { width: 1fr; height: 1fr; }
    KindAside { width: 36; margin: 0 1 0 1; }
    #said { height: auto; padding: 0 1; display: none; background: $panel; text-style: bold; }
    #said.-speaks { display: block; }
    EditorScreen.-narrow #body { layout: vertical; }
    EditorScreen.-narrow KindAside { width: 1fr; max-height: 3; }
    EditorScreen.-narrow KindAside.-asked { max-height: 14; }
    EditorScreen.-broad {
        MomentField { layout: horizontal; }
        MomentField > TypedLine { width: 30; margin: 0 2 0 0; }
        MomentField > .understood { width: 1fr; }
        KindFields { layout: grid; grid-size: 2; grid-rows: auto; grid-gutter: 0 2; }
        KindFields > TextRow { column-span: 2; }
        KindAside { width: 44; margin: 0 2 0 2; }
    }
    .field-account TypedText { min-height: 3; }
    .field-quoted_words TypedText { min-height: 2; }
    EditorScreen.-tall {
        .field-account TypedText { min-height: 6; }
        .field-quoted_words TypedText { min-height: 4; }
        .field-kind, .field-account, KindFields, .field-place, .field-witnesses, .field-targeted, .field-impact,
        .field-private_note { margin: 1 0 0 0; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (52, "-tall")]  # noqa: RUF012 - Textual declares it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-broad")]  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = bindings(SaveEntry, MoreFields, ShowWhatToKeep, LeaveForm)

    def __init__(
        self, logbook: Logbook, *, entry: Entry | None = None, amends: int = 0, draft: Draft | None = None
    ) -> None:
        """Open an empty form, the present version of an entry to amend, or a draft of either."""
        super().__init__()
        self._logbook = logbook
        self._amends = draft.amends if draft else amends
        self._base = entry or self._present(self._amends)
        self._before = typed_from(self._base, spoken()) if self._base else Typed()
        reader = TimeReader(logbook.now)
        blank = self._before if self._base else Typed(times={"happened": reader.typed(_(N_("now")))})
        self._draft = DraftKeeper(logbook, blank, draft=draft, amends=amends)
        self._restored = draft is not None
        self._warned = False
        self._said = ""
        self.files: tuple[str, ...] = ()
        """Paths of files that were dropped here, to be attached once the entry is saved."""
        known = Recognising(logbook.state.people, logbook.case.standing(Order), country_for(logbook))
        self._form = EntryForm(self._draft.kept, known, reader)

    def _present(self, number: int) -> Entry | None:
        history = self._logbook.state.entries.get(number)
        return history.entry if history else None

    def compose(self) -> ComposeResult:
        """Yield title, form, checklist, the line for what is said, and the keys."""
        yield TitleLine()
        with Horizontal(id="body"):
            yield self._form
            yield KindAside()
        yield Static(id="said")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Put the cursor where the person goes on, and begin to keep drafts."""
        self._follow_kind(self._draft.kept.words.get("kind", "other"))
        self._tell_draft("")
        self._form.go_to_field(self._first_unfinished() if self._restored else "happened")
        self.set_interval(KEEP_EVERY, self._keep_draft)

    def _first_unfinished(self) -> str:
        typed = self._draft.kept
        entry = to_entry(typed, self._base, self._before)
        if isinstance(entry, Unfinished):
            return next(iter(entry.complaints))
        return "account" if "kind" in typed.words else "kind"

    def _tell_draft(self, kept: str) -> None:
        name = _(N_("Amend entry {number}")).format(number=self._amends) if self._amends else _(N_("New entry"))
        leaving = _(N_("esc leaves it as a draft"))
        self.query_one(TitleLine).title = Title(name, [Note(words) for words in (leaving, kept) if words])

    def _say(self, words: str) -> None:
        self._said = words
        said = self.query_one("#said", Static)
        said.update(own(words))
        said.set_class(bool(words), "-speaks")

    @on(EntryForm.KindChanged)
    def _kind_changed(self, event: EntryForm.KindChanged) -> None:
        self._follow_kind(event.kind)

    def _follow_kind(self, kind: str) -> None:
        self.query_one(KindAside).kind = kind

    def on_resize(self, event: Resize) -> None:
        """Leave only the advice of the kind where there is no room beside the form."""
        self.query_one(KindAside).short = event.size.width < 100
        self.refresh_bindings()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer the checklist where it does not stand beside the form."""
        return action != ShowWhatToKeep.id or (self.is_mounted and self.query_one(KindAside).short)

    def action_show_what_to_keep(self) -> None:
        """Show the checklist below the form, or fold it away."""
        aside = self.query_one(KindAside)
        aside.asked = not aside.asked

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Remember dropped files until the entry is saved; what was dropped is no part of the words."""
        self.files = tuple(dict.fromkeys((*self.files, *paths)))
        count = len(self.files)
        words = many(
            "{count} file waits. F2 saves the entry, and then asks about the file.",
            "{count} files wait. F2 saves the entry, and then asks about the files.",
            count,
        )
        self._say(words.format(count=count))

    def action_more_fields(self) -> None:
        """Show the fields that are rarely used, or fold them away."""
        self._form.toggle_more()

    @on(PeopleField.Asked)
    async def _choose_people(self, event: PeopleField.Asked) -> None:
        await choose_people(self, self._logbook, event)

    async def action_save_entry(self) -> None:
        """Record what stands in the form, or say what is not settled yet; the words stay until they are saved."""
        self._form.settle()
        entry = to_entry(self._form.typed, self._base, self._before)
        if isinstance(entry, Unfinished):
            self._form.complain(entry.complaints)
            self._say(_(ONE_MISSING))
        elif self._amends and not changed(self._base or Entry(), entry):
            self._say(_(N_("Nothing was changed, so there is nothing to save.")))
        elif self._amends:
            await self._ask_why(entry)
        else:
            self._save(entry, "")

    async def _ask_why(self, entry: Entry) -> None:
        title = _(N_("Amend entry {number}")).format(number=self._amends)
        question = _(N_("Why is it amended? The earlier version stays readable."))

        def amend(reason: str | None) -> None:
            if reason is not None:
                self._save(entry, reason)

        await self.app.push_screen(AskReason(title, question, _(N_("Amend"))), amend)

    def _save(self, entry: Entry, reason: str) -> None:
        logbook, draft = self._logbook, self._draft.id
        try:
            saved = logbook.amend(self._amends, entry, reason, draft) if self._amends else logbook.record(entry, draft)
        except ChangedUnderneath as why:
            offer_beside(self, logbook, why, partial(self._save, entry, reason))
        except JournalError as why:
            self._say(str(why))
        else:
            self.dismiss(saved)

    def action_leave_form(self) -> None:
        """Go back; what was typed waits as a draft."""
        kept = self._keep_draft()
        if not kept and not self._warned:
            self._warned = True
            self._say(f"{self._said} {_(LEAVE_WITHOUT)}")
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
