"""Offers the drafts that wait: one to go on with, or one to forget after asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain import kinds
from journal.domain.base.errors import JournalError
from journal.domain.entry.word_cover import covered
from journal.domain.forms.form_input import FormInput, TypedTime
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment_words import in_words
from journal.store.file.mutable_state import Draft
from journal.ui.dialogs.dialog import Confirm, Dialog, button
from journal.ui.editor.commands import DropDraft
from journal.ui.editor.typed_off import told_paper, typed_off_in
from journal.ui.forms.form_ref import is_case_form, told_draft, told_words
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import covering
from journal.ui.frame.text import FAINT, literal
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

WORDS_SHOWN = 200


class WaitingDrafts(Dialog[Draft]):
    """A list of drafts, the one kept last on top."""

    HELP = N_("What you typed but did not save. Enter continues the selected draft, Delete removes it.")
    AUTO_FOCUS = "OptionList"
    BINDINGS = bindings(DropDraft)

    def __init__(self, drafts: Sequence[Draft], drop: Callable[[str], None]) -> None:
        """Offer these drafts; `drop` forgets the one with an id, durably, and may raise JournalError."""
        count = len(drafts)
        question = many("{count} draft is not saved yet.", "{count} drafts are not saved yet.", count)
        super().__init__(_("Drafts"), question.format(count=count), _("Go on"))
        self._drafts = {draft.id: draft for draft in reversed(drafts)}
        self._drop = drop

    def compose_fields(self) -> ComposeResult:
        """Yield the list."""
        yield PlainList(*self._options())

    def compose_buttons(self) -> ComposeResult:
        """Yield the button that forgets beside the others."""
        yield from super().compose_buttons()
        yield button(_("Delete"), DropDraft)

    def draw_anew(self) -> None:
        """List the drafts as they are drawn from now on."""
        super().draw_anew()
        listed = self.query_one(PlainList)
        listed.put(self._options(), listed.highlighted)

    def _options(self) -> list[Option]:
        return [Option(_described(draft), id=draft.id) for draft in self._drafts.values()]

    @property
    def _highlighted(self) -> Draft | None:
        option = self.query_one(PlainList).highlighted_option
        return self._drafts.get(option.id or "") if option else None

    @on(OptionList.OptionSelected)
    def action_agree(self) -> None:
        """Answer the highlighted draft."""
        if self._highlighted:
            self.dismiss(self._highlighted)

    async def action_drop_draft(self) -> None:
        """Ask, and forget the highlighted draft."""
        if self._highlighted:
            await self.run_flow(self._forget(self._highlighted))

    async def _forget(self, draft: Draft) -> None:
        question = _("This draft was never saved. If you delete it, it is gone.")
        if not await self.app.push_screen_wait(Confirm(_("Delete this draft"), question, _("Delete"))):
            return
        try:
            self._drop(draft.id)
        except JournalError as why:
            self.say(str(why))
            return
        del self._drafts[draft.id]
        if not self._drafts:
            self.dismiss(None)
            return
        self.query_one(PlainList).put(self._options())


def _described(draft: Draft) -> Content:
    typed = FormInput.restored(draft.typed)
    if is_case_form(draft):
        words = told_words(draft)
        typed_so_far = literal(f"\n{words}" if words else "", FAINT, lines=True)[:WORDS_SHOWN]
        return literal(told_draft(draft), "bold") + typed_so_far
    amends = _("amends entry {number}").format(number=draft.amends) if draft.amends else ""
    paper = told_paper(typed_off_in(draft))
    kind = _(kinds.kind(typed.words["kind"]).label) if "kind" in typed.words else ""
    time = typed.times.get("happened", TypedTime())
    when = in_words(time.moment, spoken(), time.until) if time.moment else time.text
    facts = literal(" · ".join(filter(None, (amends, paper, kind, when))) or _("no kind yet"), "bold")
    name = next((name for name in ("account", "quoted_words", "place") if name in typed.words), "")
    words = typed.words[name] if name else ""
    words = covered(name, words, spoken()) if covering() else words
    return Content("\n").join([facts, literal(words, FAINT)[:WORDS_SHOWN]]) if words else facts
