"""People of the case line by line: told, and somebody new added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import to_builtins

from journal.commands.entry_questions import AskedEntry
from journal.commands.line_answers import agreed, figures
from journal.commands.output import say, tell
from journal.domain.case.people import Person, Role
from journal.domain.entry.labels import ROLES
from journal.domain.forms.filling import understood
from journal.domain.forms.form_input import FormInput
from journal.domain.forms.people import ANYBODY, questions_of
from journal.domain.text.words import N_, _, labelled
from journal.plain.drafting import kept_as_draft, role_of_somebody_new
from journal.ui.forms.draft_keeper import DraftKeeper
from journal.ui.forms.form_ref import FORM_KEY, FormRef
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.forms.form_question import FormQuestion
    from journal.plain.room import PlainRoom
    from journal.store.file.mutable_state import Draft

_NOBODY = N_("There are no people in the journal yet.")
_NEW = N_("Add somebody? Type the figure of what this person is in the case; enter alone goes back.")
_NEW_HELP = N_("Entries can then name this person as the suspect, or as a witness.")
_MORE = N_("Also ask the other questions about this person, such as numbers and accounts? Type yes or no.")
_ADDED = N_("Person {number} is added, record {record}: {name}.")


def tell_people(room: PlainRoom) -> None:
    """Tell the people of the case, and add somebody where that is wanted; raises Left."""
    people = room.logbook.people()
    for one in people:
        say(_facts(one))
    if not people:
        tell(_(_NOBODY))
    room.require_writable()
    roles = [*Role]
    chosen = figures(_(_NEW), [_(ROLES[role]) for role in roles], lambda: [_(_NEW_HELP)])
    if chosen:
        _add(room, roles[chosen[0]])


def go_on_with(room: PlainRoom, draft: Draft) -> None:
    """Tell what a draft holds of somebody new, ask for the rest and record them; raises Left."""
    if role := role_of_somebody_new(draft):
        typed = FormInput.restored(draft.typed).words
        say(labelled(_(one.label), harmless(typed[one.name])) for one in questions_of(role) if typed.get(one.name))
        _add(room, role, draft)


def _add(room: PlainRoom, role: Role, draft: Draft | None = None) -> None:
    """Ask for somebody new with this role, or for what a draft lacks, and record them; raises Left."""
    blank = FormInput({"role": role.value})
    form = AskedEntry(room.logbook.now, typed=FormInput.restored(draft.typed) if draft else blank)
    about = {FORM_KEY: FormRef(of=Person.SUBJECT, role=role.value).kept()}
    with kept_as_draft(form, DraftKeeper(room.logbook, blank, draft=draft, about=about)) as keeper:
        person = _asked(form, role)
        saved = room.saved(lambda: room.logbook.case.add(person, keeper.id))
    tell(_(_ADDED).format(number=saved.subject, record=saved.record, name=harmless(person.name)))


def _asked(form: AskedEntry, role: Role) -> Person:
    from journal.ui.case.person_form import NEEDS_A_NAME

    asked = [one for one in questions_of(role) if one.name != "role"]
    name, *first = [one for one in asked if one in ANYBODY]
    form.ask_all(_empty(form, [name]))
    while not form.typed.words.get(name.name, "").strip():
        tell(_(NEEDS_A_NAME))
        form.ask(name)
    form.ask_all(_empty(form, first))
    if agreed(_(_MORE), _(_NEW_HELP)):
        form.ask_all(_empty(form, [one for one in asked if one not in ANYBODY]))
    values, _complaints = understood(form.typed, asked, FormInput(), {})
    return Person.from_fields(0, {**to_builtins(values), "role": role.value})


def _empty(form: AskedEntry, questions: Sequence[FormQuestion]) -> list[FormQuestion]:
    return [one for one in questions if one.name not in form.typed.words]


def _facts(one: Person) -> Iterator[str]:
    facts = {
        _("Person {number}").format(number=one.number): one.name,
        N_("Role"): _(ROLES[one.role]),
        N_("Note"): one.note,
        N_("Telephone numbers"): ", ".join(one.telephone_numbers),
    }
    yield from (labelled(_(heading), harmless(said)) for heading, said in facts.items() if said)
    yield ""
