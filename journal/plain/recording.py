"""Entries written, changed, crossed out and taken back line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.adding import tell_saved
from journal.commands.entry_questions import AskedEntry, entry_of
from journal.commands.line_answers import agreed, answer, figures
from journal.commands.output import tell
from journal.domain import kinds
from journal.domain.entry.entry import Entry
from journal.domain.entry.entry import changed as changes
from journal.domain.forms import entries
from journal.domain.forms.form_input import FormInput, TypedTime
from journal.domain.state import rules
from journal.domain.text.words import N_, _, spoken
from journal.plain.changing import changed
from journal.plain.drafting import is_plain, kept_as_draft
from journal.plain.people import go_on_with
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.form_ref import is_case_form, told_draft, told_words
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from journal.plain.room import PlainRoom
    from journal.store.file.mutable_state import Draft

_SAVED = N_("Entry {number} is saved: {kind}, {when}.")
_AMENDED = N_("Entry {number} is amended, record {record}. The earlier version stays readable.")
_CROSSED_OUT = N_("Entry {number} is crossed out, record {record}. Its words stay readable.")
_COUNTS_AGAIN = N_("Entry {number} counts again, record {record}.")
_IT_COUNTS = N_("It is crossed out. It can count again.")
_WILL_NOT_COUNT = N_("Once crossed out it is not counted any more, but stays readable, with your reason.")
_WHY = N_("Why? A few words, which stand beside the entry from now on.")
_WHY_HELP = N_(
    "A correction without a reason is easily doubted. For example: second call remembered; it was the plumber."
)
_WHICH_DRAFT = N_("Which draft? Type the figure; enter alone goes back.")
_DRAFT_HELP = N_("Words that were typed and not saved yet. They are no part of the log.")
_WHAT = N_("Go on with it, or forget it? Type the figure.")
_ELSEWHERE = N_("Other drafts wait in the full screen: {count}.")


def add_entry(room: PlainRoom) -> None:
    """Ask for a new entry and record it; raises Left with what was typed kept as a draft, and as `record`."""
    room.require_writable()
    form = _form(room, FormInput())
    with kept_as_draft(form, DraftKeeper(room.logbook, FormInput())):
        entry = entry_of(form)
        _record(room, entry, "")


def amend(room: PlainRoom) -> None:
    """Ask what is to be changed in an entry and why, and record it; raises as `add_entry`."""
    room.require_writable()
    history = room.asked_entry()
    rules.standing(room.logbook.state, history.number)
    _amend(room, history.number, None)


def cross_out(room: PlainRoom) -> None:
    """Cross an entry out, or put one that is crossed out back; raises Left."""
    room.require_writable()
    history = room.asked_entry()
    tell(_(_IT_COUNTS if history.withdrawn else _WILL_NOT_COUNT))
    act, said = (room.logbook.reinstate, _COUNTS_AGAIN) if history.withdrawn else (room.logbook.withdraw, _CROSSED_OUT)
    reason = _reason()
    saved = room.saved(lambda: act(history.number, reason))
    tell(_(said).format(number=history.number, record=saved.record))


def go_on(room: PlainRoom) -> None:
    """Offer the drafts that wait, to go on with one or to forget it; raises Left."""
    room.require_writable()
    waiting = room.logbook.drafts
    drafts = [one for one in reversed(waiting) if is_plain(one)]
    if more := len(waiting) - len(drafts):
        tell(_(_ELSEWHERE).format(count=more))
    if not drafts:
        tell(_("No draft waits."))
        return
    chosen = figures(_(_WHICH_DRAFT), [_described(one) for one in drafts], lambda: [_(_DRAFT_HELP)])
    if not chosen:
        return
    draft = drafts[chosen[0]]
    way = figures(_(_WHAT), [_("Go on"), _("Forget")], lambda: [_(_DRAFT_HELP)])
    if way == [1] and agreed(_("Forget it for good? Type yes or no."), _(_DRAFT_HELP)):
        room.logbook.drop_draft(draft.id)
        tell(_("The draft is forgotten."))
    elif way == [0] and draft.amends:
        room.entry(draft.amends)
        _amend(room, draft.amends, draft)
    elif way == [0] and is_case_form(draft):
        go_on_with(room, draft)
    elif way == [0]:
        form = _form(room, FormInput.restored(draft.typed))
        with kept_as_draft(form, DraftKeeper(room.logbook, FormInput(), draft=draft)):
            _record(room, changed(form), draft.id)


def _form(room: PlainRoom, typed: FormInput) -> AskedEntry:
    people = {str(one.number): one.name for one in room.logbook.people()}
    return AskedEntry(room.logbook.now, typed=typed, people=people)


def _record(room: PlainRoom, entry: Entry, draft: str) -> None:
    saved = room.saved(lambda: room.logbook.record(entry, draft))
    room.at = saved.subject
    tell_saved(_(_SAVED), entry, saved)


def _amend(room: PlainRoom, number: int, draft: Draft | None) -> None:
    base = rules.standing(room.logbook.state, number).entry
    before = entries.typed_from(base, spoken())
    form = _form(room, FormInput.restored(draft.typed) if draft else before)
    with kept_as_draft(form, DraftKeeper(room.logbook, before, draft=draft, amends=number)) as keeper:
        entry = changed(form, base, before)
        if not changes(base, entry):
            tell(_("Nothing was changed."))
            return
        reason = _reason()
        saved = room.saved(lambda: room.logbook.amend(number, entry, reason, keeper.id))
    tell(_(_AMENDED).format(number=number, record=saved.record))


def _reason() -> str:
    """Ask for a reason until there is one; raises Left."""
    while not (typed := answer(_(_WHY), lambda: [_(_WHY_HELP)]).strip()):
        tell(_(_WHY_HELP))
    return typed


def _described(draft: Draft) -> str:
    """Return a draft in a line: what it amends, kind, time and first words."""
    if is_case_form(draft):
        return harmless(", ".join(filter(None, (told_draft(draft), " ".join(told_words(draft).split())[:60]))))
    typed = FormInput.restored(draft.typed)
    amends = _("amends entry {number}").format(number=draft.amends) if draft.amends else ""
    kind = _(kinds.kind(typed.words["kind"]).label) if "kind" in typed.words else ""
    first = " ".join(typed.words.get("account", "").split())[:60]
    said = ", ".join(filter(None, (amends, kind, typed.times.get("happened", TypedTime()).text, first)))
    return harmless(said) or _("no kind yet")
