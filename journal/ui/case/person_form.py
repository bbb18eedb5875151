"""The form of somebody of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.identifiers import marks_of, shared_marks
from journal.domain.case.people import Person, Role
from journal.domain.entry.rendering import NOBODY_KNOWN
from journal.domain.forms.people import questions_of
from journal.domain.text.words import N_, _
from journal.ui.forms.form import FormDefinition, numbered, recorded, values_of
from journal.ui.forms.form_ref import FormRef
from journal.ui.frame.country import country_for
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.logbook import Logbook

NEEDS_A_NAME = N_("Type a name, or a description if you do not know the name: unknown caller A.")
NEEDS_A_ROLE = N_("What is this person's role? Please choose one.")
SHARED = N_("“{mark}” is also noted with {names}.")
KEEP_TO_FACTS = N_("Numbers, names and accounts are compared with every entry you write, to recognise the person.")
ASK_THEM = N_(
    "Ask them to watch out and to keep proof, to pass on nothing private about you, and to keep away from the suspect, "
    "also when friendly."
)


def person_form(logbook: Logbook, number: int = 0, role: Role | None = None) -> FormDefinition:
    """Return the form of somebody, or with number 0 of somebody new with this role; without one, it is asked."""
    person = logbook.state.people.get(number)
    role = person.role if person else role
    name = _("Person {number}").format(number=number) if person else _(_NEW[role is Role.STALKER])
    return FormDefinition(
        about=FormRef(of=Person.SUBJECT, number=number, role=role.value if role else ""),
        title=name,
        asked=questions_of(role or Role.WITNESS),
        base=values_of(person) if person else {},
        prefilled={"role": role.value} if role else {},
        needed={"name": NEEDS_A_NAME, "role": NEEDS_A_ROLE},
        record=lambda values, draft: recorded(logbook, numbered(Person, values, person), draft),
        cautions=lambda values: told_shared(logbook, numbered(Person, values, person)),
        advice=(KEEP_TO_FACTS,) if role is Role.STALKER else (ASK_THEM,),
        first="name",
    )


_NEW = {True: N_("New suspect"), False: N_("Somebody around you")}


def told_shared(logbook: Logbook, person: Person) -> Sequence[str]:
    """Return a sentence for each number, address, account or plate that others have too."""
    people = logbook.state.people
    others = [one for one in people.values() if one.number != person.number]
    unnamed = _(NOBODY_KNOWN)
    return [
        _(SHARED).format(
            mark=harmless(mark),
            names=", ".join(harmless(people[one].name) or unnamed.format(number=one) for one in numbers),
        )
        for mark, numbers in shared_marks(person, marks_of(others, country_for(logbook)))
    ]
