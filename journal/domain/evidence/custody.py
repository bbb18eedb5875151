"""Chain of custody: the location of the original and of every copy of an exhibit, as dated movements.

Guidance is to keep every original and to give copies; police and court are given originals against a receipt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.ledger.case_object import Numbered
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable


class Custodian(LabelledEnum):
    """Who holds the original or a copy, by their part in the case."""

    SELF = "self", N_("you")
    POLICE = "police", N_("police")
    COURT = "court", N_("court or public prosecutor")
    LAWYER = "lawyer", N_("lawyer")
    TRUSTED = "trusted", N_("somebody you trust")
    """A person whom the user trusts."""
    OTHER = "other", N_("somebody else")
    NOBODY = "nobody", N_("lost or destroyed")
    """Lost, destroyed or overwritten."""


AUTHORITIES = frozenset({Custodian.POLICE, Custodian.COURT})
"""Custodians who may be given an original, against a receipt."""

ORIGINAL = 0
"""Copy number of the original."""


class Movement(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Transfer of an original or a copy, or the making of a copy."""

    SUBJECT: ClassVar = "movement"

    exhibit: int
    """Number of the exhibit."""
    copy: int = ORIGINAL
    """Copy number from 1; `ORIGINAL` for the original."""
    from_place: str = ""
    """Place before the movement, in the user's own words."""
    place: str = ""
    """Place after the movement."""
    holder: Custodian = Custodian.SELF
    """Custodian after the movement."""
    person: int = 0
    """Number of the person who received it; 0 for none."""
    receiver: str = ""
    """Receiver's name or office, where that is no person of the case."""
    on: Moment = UNKNOWN
    receipt: str = ""
    """Number of the receipt, or of the report that lists it."""
    note: str = ""


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Present location of the original or of a copy."""

    copy: int
    holder: Custodian | None = None
    """Custodian; None where none was recorded."""
    place: str = ""
    person: int = 0
    receiver: str = ""
    since: Moment = UNKNOWN
    receipt: str = ""


class Caution(LabelledEnum):
    """Warning shown before a movement is recorded; none of them prevents it."""

    ORIGINAL_LEAVES = (
        "original_leaves",
        N_("This is the original. Guidance is to give a copy and to keep the original."),
    )
    RECEIPT_ASKED = "receipt_asked", N_("Ask for a receipt or a number, and note it here.")
    COPY_ASKED = "copy_asked", N_("Make a copy before you hand over the original.")


def warnings(movement: Movement, *, copy_kept: bool = False) -> tuple[Caution, ...]:
    """Return the warnings for a movement; `copy_kept` tells whether the user keeps a copy of the exhibit."""
    original = movement.copy == ORIGINAL
    if movement.holder in AUTHORITIES:
        asked = ((Caution.RECEIPT_ASKED, not movement.receipt), (Caution.COPY_ASKED, original and not copy_kept))
        return tuple(caution for caution, holds in asked if holds)
    leaves = original and movement.holder not in {Custodian.SELF, Custodian.NOBODY}
    return (Caution.ORIGINAL_LEAVES,) if leaves else ()


def in_order(exhibit: int, movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """Return the standing movements of an exhibit, oldest first.

    Where the times do not decide, as of a day and an hour of that day, the order of recording does. A movement at an
    unknown time follows the one recorded before it.
    """
    placed: list[tuple[Moment, Movement]] = []
    when = UNKNOWN
    for movement in sorted(movements, key=lambda one: one.number):
        if movement.exhibit == exhibit and not movement.withdrawn:
            when = movement.on if movement.on.known else when
            at = next((at for at, (other, _one) in enumerate(placed) if _is_later(other, when)), len(placed))
            placed.insert(at, (when, movement))
    return tuple(movement for _when, movement in placed)


def _is_later(one: Moment, other: Moment) -> bool:
    """Return whether one moment is certainly after another."""
    begins, ends = one.earliest, other.latest
    return bool(begins and ends and begins >= ends and begins > (other.earliest or ends))


def where_is(exhibit: Exhibit, movements: Iterable[Movement]) -> tuple[Whereabouts, ...]:
    """Return the present location of the original, then of every copy by its number."""
    found = {ORIGINAL: Whereabouts(copy=ORIGINAL, place=exhibit.original_place)}
    for movement in in_order(exhibit.number, movements):
        found[movement.copy] = Whereabouts(
            copy=movement.copy,
            holder=movement.holder,
            place=movement.place,
            person=movement.person,
            receiver=movement.receiver,
            since=movement.on,
            receipt=movement.receipt,
        )
    return tuple(found[copy] for copy in sorted(found))


def keeps_copy(exhibit: Exhibit, movements: Iterable[Movement]) -> bool:
    """Return whether the user has a copy within reach: in the journal itself, or one that was not given away."""
    copies = (one for one in where_is(exhibit, movements) if one.copy != ORIGINAL)
    return exhibit.form is Form.FILE or any(one.holder in {Custodian.SELF, Custodian.TRUSTED} for one in copies)


def next_copy(exhibit: int, movements: Iterable[Movement]) -> int:
    """Return the number for the next copy of an exhibit; numbers of withdrawn movements are not reused."""
    return max((one.copy for one in movements if one.exhibit == exhibit), default=ORIGINAL) + 1
