"""What the forms of the journal have in common: a title, what is said, and words that are never lost."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Static

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.words import N_, _
from journal.logbook import Saved
from journal.ui.dialogs.save_conflict import once_beside
from journal.ui.fields.people_field import PeopleField
from journal.ui.forms.choosing_people import choose_people
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.text import own
from journal.ui.frame.title_line import Note, Title, TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journal.domain.entry.form import Typed
    from journal.logbook import Logbook
    from journal.ui.fields.rows_form import RowsForm
    from journal.ui.forms.draft_keeper import DraftKeeper

KEEP_EVERY = 3
"""Seconds between two looks at whether something was typed that no draft holds yet."""
LEAVE_WITHOUT = N_("The draft is not kept: press esc once more to go back without these words.")
NOTHING_CHANGED = N_("Nothing was changed, so there is nothing to save.")
ONCE_MORE = N_("{cautions} Press F2 once more to record it as it stands.")
UNTOUCHED = N_("Nothing was typed here yet; what stands here is only a proposal.")
ONE_MISSING = N_("Not saved yet: one answer is missing or unclear. Your words are still here.")


class FormScreen(Fitted[Saved | None]):
    """A form for one record; answers with what was saved, or with None where the words were left as a draft."""

    DEFAULT_CSS = """
    FormScreen #said { height: auto; padding: 0 1; display: none; background: $panel; text-style: bold; }
    FormScreen #said.-speaks { display: block; }
    """
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, logbook: Logbook, title: str, form: RowsForm, draft: DraftKeeper) -> None:
        """Show a form whose words are kept as this draft; the title is translated."""
        super().__init__()
        self.logbook = logbook
        self.form = form
        """The rows that are filled in."""
        self.draft = draft
        """Keeps the words."""
        self._called = title
        self._said = self._doubt = ""
        self._doubted: Typed | None = None
        self._cautioned: frozenset[str] = frozenset()
        self._warned = False

    def begin(self, field: str) -> None:
        """Put the cursor into a field, and begin to keep drafts."""
        self._tell_draft("")
        self.form.go_to_field(field)
        self.set_interval(KEEP_EVERY, self._keep_draft)

    def say(self, words: str) -> None:
        """Say something in a line above the keys, on as many lines as it needs."""
        self._said = words
        said = self.query_one("#said", Static)
        said.update(own(words))
        said.set_class(bool(words), "-speaks")

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

    @on(PeopleField.Asked)
    async def _choose_people(self, event: PeopleField.Asked) -> None:
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
            self.notify(_("Your words wait as a draft."), markup=False)
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
        leaving = _("esc leaves it as a draft")
        self.query_one(TitleLine).title = Title(self._called, [Note(words) for words in (leaving, kept) if words])
