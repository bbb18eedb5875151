"""The screens of the forms that keep a draft: the base of all, and the one for every form of the case."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.forms.form_input import Unfinished
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.words import N_, _
from journal.logbook import Saved
from journal.ui.dialogs.acting_screen import SAVED, told_of
from journal.ui.dialogs.save_conflict import once_beside
from journal.ui.fields.people_field import PeopleField
from journal.ui.fields.question_rows import QuestionRows
from journal.ui.fields.rows_form import RowsForm
from journal.ui.forms.commands import LeaveForm, MoreFields, SaveForm
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.form_ref import FORM_KEY
from journal.ui.forms.people_picker import choose_people
from journal.ui.frame.command import bindings
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.said_line import SaidLine
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.events import Resize

    from journal.domain.forms.filling import Values
    from journal.domain.forms.form_input import FormInput
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Draft
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.forms.form import FormDefinition

BROAD = 100
KEEP_EVERY = 3
"""Seconds between two looks at whether something was typed that no draft holds yet."""
LEAVE_WITHOUT = N_("The draft could not be kept. Press Esc once more to go back without it.")
NOTHING_CHANGED = N_("Nothing was changed, so there is nothing to save.")
ONCE_MORE = N_("{cautions} Press F2 once more to save it as it is.")
UNTOUCHED = N_("You have not filled in anything yet. What you see is only a suggestion.")
ONE_MISSING = N_("Not saved yet: an answer is missing or unclear. Your text is still here.")


class FormScreen(Fitted[Saved | None]):
    """A form for one record; answers with what was saved, or with None where the words were left as a draft."""

    DEFAULT_CSS = """
    FormScreen #body { height: 1fr; }
    FormScreen RowsForm { width: 1fr; height: 1fr; }
    FormScreen #said { padding: 0 1; background: $panel; text-style: bold; }
    """
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS = bindings(SaveForm, MoreFields)

    def __init__(self, logbook: Logbook, title: str, form: RowsForm, draft: DraftKeeper, first: str) -> None:
        """Show a form whose words are kept as this draft, the cursor in its `first` field; the title is translated."""
        super().__init__()
        self.logbook = logbook
        self.form = form
        """The rows that are filled in."""
        self.draft = draft
        """Keeps the words."""
        self._called, self._first = title, first
        self._said = self._doubt = ""
        self._doubted: FormInput | None = None
        self._cautioned: frozenset[str] = frozenset()
        self._warned = False

    def compose_body(self) -> ComposeResult:
        """Yield the form with what stands beside it, and the line for what is said."""
        yield from self.compose_form()
        yield SaidLine(id="said")

    def compose_form(self) -> ComposeResult:
        """Yield the form, and what stands beside it."""
        raise NotImplementedError

    def meant(self) -> Any | Unfinished:
        """Return what the form means, or why it does not mean anything yet."""
        raise NotImplementedError

    def changes_nothing(self, said: Any) -> bool:
        """Tell whether this is what is recorded already."""
        raise NotImplementedError

    def doubts(self, said: Any) -> Sequence[str]:  # noqa: ARG002 - a screen that has none
        """Return what to think of before this is recorded, translated."""
        return ()

    async def record(self, said: Any) -> None:
        """Record what the form means."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Put the cursor where the person begins, and begin to keep drafts."""
        self._tell_draft("")
        self.form.go_to_field(self._first)
        self.set_interval(KEEP_EVERY, self._keep_draft)

    async def action_save_form(self) -> None:
        """Record what stands here, or say what is not settled yet; what is to be thought of first is said once."""
        self.form.settle()
        said = self.meant()
        if isinstance(said, Unfinished):
            self.form.complain(said.complaints)
            self.say(_(ONE_MISSING))
            return
        self.form.complain({})
        untouched = [_(UNTOUCHED)] if self.draft.is_blank(self.form.typed) else []
        if self.changes_nothing(said):
            self.say(_(NOTHING_CHANGED))
        elif self.is_cautioned(self.doubts(said) or untouched):
            await self.record(said)

    def say(self, words: str) -> None:
        """Say something in a line above the keys, on as many lines as it needs."""
        self._said = words
        self.query_one(SaidLine).say(words)

    def is_cautioned(self, cautions: Sequence[str]) -> bool:
        """Tell whether nothing is left to think of first; otherwise say it, and that the key once more records.

        So nothing doubtful is recorded by one reflex, and nobody is kept from recording it.
        """
        new = set(cautions) - self._cautioned
        self._cautioned = frozenset(cautions)
        if new:
            self._doubt, self._doubted = _(ONCE_MORE).format(cautions=" ".join(cautions)), self.form.typed
            self.say(self._doubt)
        return not new

    def save(self, act: Callable[[], Saved]) -> None:
        """Record, and answer with what was saved; where that fails, everything stays and it is said why."""
        try:
            saved = act()
        except ChangedUnderneath as why:
            self.run_worker(once_beside(self.app, self.logbook, why, partial(self.save, act)))
        except JournalError as why:
            self.say(str(why))
        else:
            self.dismiss(saved)

    @on(PeopleField.ListRequested)
    async def _choose_people(self, event: PeopleField.ListRequested) -> None:
        await choose_people(self, self.logbook, event)

    def action_more_fields(self) -> None:
        """Show the fields that are rarely used, or fold them away."""
        self.form.toggle_more()

    def action_leave_form(self) -> None:
        """Go back; what was typed waits as a draft."""
        kept = self._keep_draft()
        if not kept and not self._warned:
            self._warned = True
            self.say(f"{self._said} {_(LEAVE_WITHOUT)}")
            return
        if kept and self.draft.id:
            self.notify(_("Your text is kept as a draft."), markup=False)
        self.dismiss(None)

    def keep_draft_now(self) -> None:
        """Keep what stands in the form as a draft, at once; where that cannot be done, everything stays as it is."""
        with suppress(JournalError, OSError, ValueError):
            self.draft.keep(self.form.typed)

    def _keep_draft(self) -> bool:
        """Keep what changed, and tell; return whether nothing is left that could be lost."""
        try:
            changed_since = self.draft.keep(self.form.typed)
        except JournalError as why:
            self.say(str(why))
            return False
        if changed_since:
            self._warned = False
            if self._said == self._doubt and self.form.typed != self._doubted:
                self.say("")
            self._tell_draft(_("draft kept {time}").format(time=f"{self.logbook.now():%H:%M}"))
        return True

    def _tell_draft(self, kept: str) -> None:
        self.entitle(self._called, _("Esc keeps it as a draft"), kept)


class CaseFormScreen(FormScreen):
    """Form of an object of the case; answers with what was saved, or None where the words were left as a draft."""

    HELP = N_("You may leave fields empty. Enter goes to the next field, F2 saves at any time.")
    CSS = """
    CaseFormScreen FormRow > .label { width: 24; }
    CaseFormScreen #advice { width: 40; margin: 0 1; color: $text-muted; height: auto; dock: right; }
    CaseFormScreen.-narrow {
        #advice { width: 1fr; dock: none; }
        RowsForm { height: auto; overflow-y: hidden; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BROAD, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(LeaveForm)

    def __init__(self, logbook: Logbook, definition: FormDefinition, draft: Draft | None = None) -> None:
        """Open a form as it stands, or as a draft of it was typed."""
        keeper = DraftKeeper(logbook, definition.blank, draft=draft, about={FORM_KEY: definition.about.kept()})
        rows = QuestionRows(keeper.kept, logbook.state.people, TimeReader(logbook.now))
        form = RowsForm(keeper.kept, lambda: rows.of(definition.asked))
        super().__init__(logbook, definition.title, form, keeper, definition.first or definition.asked[0].name)
        self._definition = definition

    def compose_form(self) -> ComposeResult:
        """Yield the advice and the form."""
        with VerticalScroll(id="body", can_focus=False):
            yield Static(self._advice(self.app.size.width), id="advice")
            yield self.form

    def draw_anew(self) -> None:
        """Draw the advice as it is drawn from now on."""
        super().draw_anew()
        self.query_one("#advice", Static).update(self._advice(self.size.width))

    def on_resize(self, event: Resize) -> None:
        """Leave only the advice where there is no room beside the form."""
        self.query_one("#advice", Static).update(self._advice(event.size.width))
        if event.size.width >= BROAD:
            self.query_one("#body").scroll_to(0, 0, animate=False)

    def _advice(self, width: int) -> Content:
        broad = width >= BROAD
        advice = own(("\n\n" if broad else " ").join(_(words) for words in self._definition.advice))
        beside = literal("\n".join(["", "", *self._definition.beside]), lines=True)
        return advice + beside if broad and self._definition.beside else advice

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer more fields only where there are any."""
        return action != MoreFields.id or any(one.rare for one in self._definition.asked)

    def meant(self) -> Values | Unfinished:
        """Return the values of the form, or why it does not mean any yet."""
        return self._definition.meant(self.form.typed)

    def changes_nothing(self, said: Values) -> bool:
        """Tell whether these values are kept already."""
        base = self._definition.base
        return bool(base) and said == {one.name: base.get(one.name) for one in self._definition.asked}

    def doubts(self, said: Values) -> Sequence[str]:
        """Return what the form has to be thought of first."""
        return self._definition.doubts(said)

    async def record(self, said: Values) -> None:
        """Record the values."""
        self.save(partial(self._definition.record, said, self.draft.id))


async def fill_in(screen: ActingScreen[None], form: FormDefinition, draft: Draft | None = None) -> Saved | None:
    """Open a form as it stands, or as a draft of it was typed; the screen beneath shows and says what was saved."""
    saved = await screen.app.push_screen_wait(CaseFormScreen(screen.logbook, form, draft))
    screen.show_all()
    if saved:
        screen.tell(told_of(SAVED, saved))
    return saved
