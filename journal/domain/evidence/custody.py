"""Custody: where the original and every copy of an exhibit went, as a list of dated movements.

Guidance is to keep every original and to give copies; police and court are given originals against a receipt.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.ledger.case_object import Numbered
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable


class Custodian(StrEnum):
    """Who has a piece, by what they are to the case."""

    SELF = "self"
    POLICE = "police"
    COURT = "court"
    LAWYER = "lawyer"
    TRUSTED = "trusted"
    """Somebody whom the person trusts."""
    OTHER = "other"
    NOBODY = "nobody"
    """Lost, destroyed or overwritten."""


AUTHORITIES = frozenset({Custodian.POLICE, Custodian.COURT})
"""Who may be given an original, against a receipt."""

ORIGINAL = 0
"""The number by which the original is named among the copies."""


class Movement(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """An original or a copy that went from one place to another, or a copy that was made."""

    SUBJECT: ClassVar = "movement"

    exhibit: int
    """The number of the exhibit."""
    copy: int = ORIGINAL
    """Which copy, counted from 1; `ORIGINAL` for the original."""
    from_place: str = ""
    """Where it was, in the person's own words."""
    place: str = ""
    """Where it went."""
    holder: Custodian = Custodian.SELF
    """To whom it went."""
    person: int = 0
    """The number of the person who received it; 0 where nobody is named."""
    receiver: str = ""
    """Who received it, where that is nobody of the case: name, office."""
    on: Moment = UNKNOWN
    receipt: str = ""
    """The number of the receipt or of the report in which it stands."""
    note: str = ""


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where the original or a copy is now."""

    copy: int
    holder: Custodian | None = None
    """Who has it; None where nobody noted that."""
    place: str = ""
    person: int = 0
    receiver: str = ""
    since: Moment = UNKNOWN
    receipt: str = ""


class Caution(StrEnum):
    """What is said once before a movement is recorded; none of them forbids it."""

    ORIGINAL_LEAVES = "original_leaves"
    RECEIPT_ASKED = "receipt_asked"
    COPY_ASKED = "copy_asked"


def warnings(movement: Movement, *, copy_kept: bool = False) -> tuple[Caution, ...]:
    """Return what to say before this movement; `copy_kept` tells whether the person keeps a copy of the exhibit."""
    original = movement.copy == ORIGINAL
    if movement.holder in AUTHORITIES:
        asked = ((Caution.RECEIPT_ASKED, not movement.receipt), (Caution.COPY_ASKED, original and not copy_kept))
        return tuple(caution for caution, holds in asked if holds)
    leaves = original and movement.holder not in {Custodian.SELF, Custodian.NOBODY}
    return (Caution.ORIGINAL_LEAVES,) if leaves else ()


def in_order(exhibit: int, movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """Return what stands of the movements of an exhibit, oldest first.

    Where their times do not decide, as of a day and an hour of that day, the one recorded last is the later one. A
    movement whose time is unknown follows the one recorded before it.
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
    """Tell whether one moment surely lies after another."""
    begins, ends = one.earliest, other.latest
    return bool(begins and ends and begins >= ends and begins > (other.earliest or ends))


def where_is(exhibit: Exhibit, movements: Iterable[Movement]) -> tuple[Whereabouts, ...]:
    """Return where the original is now, and then every copy by its number."""
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
    """Tell whether the person has a copy within reach: in the journal itself, or one that did not leave."""
    copies = (one for one in where_is(exhibit, movements) if one.copy != ORIGINAL)
    return exhibit.form is Form.FILE or any(one.holder in {Custodian.SELF, Custodian.TRUSTED} for one in copies)


def next_copy(exhibit: int, movements: Iterable[Movement]) -> int:
    """Return the number of the next copy of an exhibit; numbers of withdrawn movements are not handed out again."""
    return max((one.copy for one in movements if one.exhibit == exhibit), default=ORIGINAL) + 1
