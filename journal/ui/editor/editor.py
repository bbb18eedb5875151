"""The editor: one entry, new or amended, on a screen of its own; what is typed is never lost."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal

from journal.domain.case.order import Order
from journal.domain.entry.entry import Entry, changed
from journal.domain.forms.entries import to_entry, typed_from
from journal.domain.forms.form_input import FormInput, Unfinished
from journal.domain.forms.time_reader import TimeReader
from journal.domain.state.recognising import Recognising
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.ask_words import AskReason
from journal.ui.editor.commands import ShowWhatToKeep
from journal.ui.editor.entry_form import EntryForm
from journal.ui.editor.kind_advice import KindAside
from journal.ui.editor.kind_field import KindRow
from journal.ui.editor.typed_off import kept_beside, new_called, typed_off_in
from journal.ui.forms.commands import LeaveForm
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.form_screen import FormScreen
from journal.ui.frame.command import bindings
from journal.ui.frame.country import country_for

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size

    from journal.domain.entry.origin import Origin
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft

ROOM_BESIDE = 100
"""Columns from which on the checklist stands beside the form."""
ROOM_BELOW = 18
"""Lines from which on the advice of the kind shows unasked."""


class EditorScreen(FormScreen):
    """A form for one entry; answers with what was saved, or with None where the words were left as a draft."""

    HELP = N_(
        "One entry. Only the time is needed; it may be “unknown”. Enter goes to the next field (in a long text: a "
        "new line; use Tab). F2 saves at any time. What you type is kept as a draft."
    )
    CSS = """
    KindAside { width: 36; margin: 0 1 0 1; }
    EditorScreen.-narrow {
        #body { layout: vertical; }
        KindAside { width: 1fr; }
    }
    EditorScreen.-low KindAside { display: none; }
    EditorScreen.-low KindAside.-asked { display: block; }
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
    VERTICAL_BREAKPOINTS = [(0, "-low"), (ROOM_BELOW, "-short"), (52, "-tall")]  # noqa: RUF012 - Textual declares it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOM_BESIDE, "-wide"), (150, "-broad")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(ShowWhatToKeep, LeaveForm)

    def __init__(
        self,
        logbook: Logbook,
        *,
        entry: Entry | None = None,
        amends: int = 0,
        draft: Draft | None = None,
        paper: Origin | None = None,
    ) -> None:
        """Open an empty form, also of what is typed off paper, the present version of an entry, or a draft of these."""
        self._amends = draft.amends if draft else amends
        self._reason = ""
        """Why it is amended, where that was said and not saved."""
        self._base = entry or _present(logbook, self._amends)
        self._paper = typed_off_in(draft) if draft else paper
        self._before = typed_from(self._base, spoken()) if self._base else FormInput()
        reader = TimeReader(logbook.now)
        now = FormInput(times={"happened": reader.typed(_("now"))[0]})
        blank = self._before if self._base or self._paper else now
        keeper = DraftKeeper(logbook, blank, draft=draft, amends=amends, about=kept_beside(self._paper))
        self.files: tuple[str, ...] = ()
        """Paths of files that were dropped here, to be attached once the entry is saved."""
        known = Recognising(logbook.state.people, logbook.case.standing(Order), country_for(logbook))
        name = _("Amend entry {number}").format(number=self._amends) if self._amends else new_called(self._paper)
        first = self._first_unfinished(keeper.kept) if draft else "happened"
        super().__init__(logbook, name, EntryForm(keeper.kept, known, reader), keeper, first)

    def compose_form(self) -> ComposeResult:
        """Yield form and checklist."""
        with Horizontal(id="body"):
            yield self.form
            yield KindAside(self.draft.kept.words.get("kind", "other"), short=not _has_room_beside(self.app.size))

    def on_mount(self) -> None:
        """Offer the kinds first that were used most."""
        self.query_one(KindRow).used = lambda: Counter(one.kind_id for one in self.logbook.state.entries.values())

    def _first_unfinished(self, typed: FormInput) -> str:
        entry = to_entry(typed, self._base, self._before)
        if isinstance(entry, Unfinished):
            return next(iter(entry.complaints))
        return "account" if "kind" in typed.words else "kind"

    @on(EntryForm.KindChanged)
    def _kind_changed(self, event: EntryForm.KindChanged) -> None:
        self.query_one(KindAside).kind = event.kind

    def on_resize(self, event: Resize) -> None:
        """Leave only the advice of the kind where there is no room beside the form."""
        self.query_one(KindAside).short = not _has_room_beside(event.size)
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
            "{count} file is not attached yet. F2 saves the entry, then asks about the file.",
            "{count} files are not attached yet. F2 saves the entry, then asks about the files.",
            count,
        )
        self.say(words.format(count=count))

    def meant(self) -> Entry | Unfinished:
        """Return the entry that stands in the form, or why there is none yet."""
        entry = to_entry(self.form.typed, self._base, self._before)
        return replace(entry, taken_from=self._paper) if self._paper and isinstance(entry, Entry) else entry

    def changes_nothing(self, said: Entry) -> bool:
        """Tell whether an entry that is amended says the same as before."""
        return bool(self._amends) and not changed(self._base or Entry(), said)

    async def record(self, said: Entry) -> None:
        """Record the entry, an amended one once it is said why."""
        if self._amends:
            await self.run_flow(self._amend(said))
        elif self._paper:
            self.save(partial(self.logbook.paper.record, said, self.draft.id))
        else:
            self.save(partial(self.logbook.record, said, self.draft.id))

    async def _amend(self, said: Entry) -> None:
        title = _("Amend entry {number}").format(number=self._amends)
        question = _("Why do you change it? The earlier version stays readable.")
        asked = AskReason(title, question, _("Amend"))
        asked.begun = self._reason
        reason = await self.app.push_screen_wait(asked)
        if reason is not None:
            self._reason = reason
            self.save(partial(self.logbook.amend, self._amends, said, reason, self.draft.id))


def _has_room_beside(terminal: Size) -> bool:
    return terminal.width >= ROOM_BESIDE and terminal.height >= ROOM_BELOW


def _present(logbook: Logbook, number: int) -> Entry | None:
    history = logbook.state.entries.get(number)
    return history.entry if history else None
