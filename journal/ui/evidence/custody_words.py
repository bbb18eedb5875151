"""The custody of an exhibit in words: where the original and every copy are now, and every movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case import case_labels
from journal.domain.evidence.custody import ORIGINAL, Custodian, Movement, in_order, where_is
from journal.domain.forms.field_labels import LABELS
from journal.domain.text.words import N_, _, spoken
from journal.domain.time import moment_words
from journal.ui.frame.page import PageField, PageHeading, PageText
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.evidence.custody import Whereabouts
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.state.state import State
    from journal.ui.frame.page import PageBlock

NOT_NOTED = N_("not noted yet")


def custody_blocks(exhibit: Exhibit, state: State) -> Iterator[PageBlock]:
    """Yield where everything is now, and what moved, oldest first."""
    movements = [*state.of(Movement).now.values()]
    yield PageHeading(_("Where it is"))
    for one in where_is(exhibit, movements):
        yield PageField(piece(one.copy), literal(_whereabouts(one, state) or _(NOT_NOTED)))
    moved = in_order(exhibit.number, movements)
    if moved:
        yield None
        yield PageHeading(_("Movements"))
    labels = LABELS["movement"]
    receipt, note = labels["receipt"], labels["note"]
    for movement in moved:
        yield PageText(own(moment_words.in_words(movement.on, spoken()), "bold"))
        yield PageField(piece(movement.copy), literal(route(movement, state)))
        if movement.receipt:
            yield PageField(_(receipt), literal(movement.receipt))
        if movement.note:
            yield PageField(_(note), literal(movement.note, lines=True))


def piece(copy: int) -> str:
    """Return what is moved: the original, or a copy by its number."""
    return _("Original") if copy == ORIGINAL else _("Copy {number}").format(number=copy)


def _whereabouts(one: Whereabouts, state: State) -> str:
    held = "" if one.holder in {None, Custodian.SELF} and one.place else _holder(one)
    return ", ".join(filter(None, [held, _person(one.person, state), one.receiver, one.place]))


def _holder(one: Whereabouts) -> str:
    return _(case_labels.HOLDERS[one.holder]) if one.holder else ""


def route(movement: Movement, state: State) -> str:
    """Return from where and to whom something went, stored words as they stand."""
    to = [_(case_labels.HOLDERS[movement.holder]), _person(movement.person, state), movement.receiver, movement.place]
    went = ", ".join(filter(None, to))
    return f"{movement.from_place} → {went}" if movement.from_place else went


def _person(number: int, state: State) -> str:
    person = state.people.get(number)
    return person.name if person else ""
