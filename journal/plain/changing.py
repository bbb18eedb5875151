"""Entries changed line by line: each field with its figure, asked anew or emptied, until all is as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import figures
from journal.domain import kinds
from journal.domain.forms import entries
from journal.domain.forms.form_input import TypedTime, Unfinished
from journal.domain.forms.form_question import YES_OR_NO, Sort
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, labelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.commands.entry_questions import AskedEntry
    from journal.domain.entry.entry import Entry
    from journal.domain.forms.form_input import FormInput
    from journal.domain.forms.form_question import FormQuestion

LONGEST = 80
"""How many letters of a field are told before it is chosen."""
_WHICH = N_("What is to be changed? Type the figure; enter alone when it is as it should be.")
_WHICH_HELP = N_(
    "Each line is a field of the entry with what stands in it. Choose one to type it anew or to empty it. Ticks are "
    "not among them: the evidence checklist has a letter of its own."
)
_OTHERS = N_("A field that is empty")
_ANEW = N_("Type the figure; enter alone leaves it as it is.")
_ANEW_HELP = N_("What stood there before stays readable in the history of the entry.")
_NEEDED = frozenset({"happened", "kind"})
_WAYS = (N_("Type it anew"), N_("Empty it"))


def changed(form: AskedEntry, base: Entry | None = None, before: FormInput | None = None) -> Entry:
    """Ask what is to be changed until the person is done, and return the entry that the form means; raises Left."""
    while True:
        asked = form.asked_at_all
        filled = [one for one in asked if _said(form, one)]
        chosen = figures(_(_WHICH), [*(_line(form, one) for one in filled), _(_OTHERS)], lambda: [_(_WHICH_HELP)])
        if chosen == []:
            entry = entries.to_entry(form.typed, base, before)
            if not isinstance(entry, Unfinished):
                return entry
            form.ask_again(entry.complaints)
        elif chosen and chosen[0] < len(filled):
            _change(form, filled[chosen[0]])
        elif chosen:
            _fill(form, [one for one in asked if one not in filled])


def _change(form: AskedEntry, one: FormQuestion) -> None:
    """Ask a field anew, or empty it; a time and a kind can only be asked anew where an entry needs them."""
    ways = _WAYS[:1] if one.name in _NEEDED else _WAYS
    chosen = figures(_(_ANEW), [_(way) for way in ways], lambda: [_(_ANEW_HELP)])
    if chosen == [0]:
        form.ask(one)
    elif chosen and one.name in form.typed.times:
        form.typed = form.typed.with_time(one.name, TypedTime())
    elif chosen:
        form.typed = form.typed.with_words(one.name, "")


def _fill(form: AskedEntry, empty: Sequence[FormQuestion]) -> None:
    chosen = figures(_(_WHICH), [_(one.label) for one in empty], lambda: [_(_WHICH_HELP)])
    if chosen:
        form.ask(empty[chosen[0]])


def _line(form: AskedEntry, one: FormQuestion) -> str:
    return labelled(_(one.label), _said(form, one))


def _said(form: AskedEntry, one: FormQuestion) -> str:
    """Return what stands in a field, in one line and in words; "" where it is empty."""
    if time := form.typed.times.get(one.name):
        return harmless(time.text)
    words = form.typed.words.get(one.name, "")
    if words and one.sort is Sort.KIND:
        return _(kinds.kind(words).label)
    choices = form.people if one.sort in {Sort.PERSON, Sort.PEOPLE} else _choices(one)
    if choices:
        return harmless(", ".join(choices.get(part.strip(), part.strip()) for part in words.split(",") if part.strip()))
    said = " ".join(words.split())
    return harmless(said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")


def _choices(one: FormQuestion) -> Mapping[str, str]:
    """Return the answers that a field offers, in words, by what is kept of them."""
    offered = YES_OR_NO if one.sort is Sort.YES_NO else one.answers
    return {kept: _(label) for kept, label in offered.items()}
