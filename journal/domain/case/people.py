"""The people of the case: who did it, who saw it, who helps."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from journal.domain.kinds.fields import CIRCLES
from journal.domain.ledger.case_object import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(StrEnum):
    """What somebody is to the case."""

    STALKER = "stalker"
    """Known, suspected, or so far only a voice: *unknown caller A*."""
    WITNESS = "witness"
    FAMILY = "family"
    CONFIDANT = "confidant"
    PROFESSIONAL = "professional"


class AskedTo(StrEnum):
    """What somebody around the person was asked to do."""

    WATCH_OUT = "watch_out"
    KEEP_DATA_PRIVATE = "keep_data_private"
    KEEP_AWAY = "keep_away"
    TESTIFY = "testify"


class Willing(StrEnum):
    """What somebody answered when asked to testify."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


class Person(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who is named in the journal; everything but the name may be left empty."""

    SUBJECT: ClassVar = "person"

    name: str
    role: Role = Role.WITNESS
    note: str = ""
    """How they belong to the person: sister, neighbour, unknown caller."""
    contact: str = ""
    """How they are reached: telephone, mail, address."""
    circle: str = ""
    """The id of one of `kinds.fields.CIRCLES`, or empty."""
    informed_on: str = ""
    """The local day on which they were told, ISO 8601; empty where they were not."""
    asked_to: tuple[AskedTo, ...] = ()
    willing_to_testify: Willing | None = None
    """What they answered; nothing where they were not asked."""
    has_private_number: bool = False
    """Whether they were given the person's unlisted number."""
    also_known_as: tuple[str, ...] = ()
    telephone_numbers: tuple[str, ...] = ()
    """As they were typed or seen; `telephone` compares them."""
    email_addresses: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    """Names of accounts and profiles, as they are shown."""
    vehicles: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    description: str = ""
    """Appearance, clothing, voice, habits: by what they can be recognised."""


def informed(people: Iterable[Person], circle: str) -> tuple[Person, ...]:
    """Return who of a circle was told, the first told first."""
    told = [one for one in people if one.circle == circle and one.informed_on and not one.withdrawn]
    return tuple(sorted(told, key=lambda one: (one.informed_on, one.number)))


def circles_without(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the ids of the circles in which nobody was told yet, in their own order; *other* is not missed."""
    told = {one.circle for one in people if one.informed_on and not one.withdrawn}
    return tuple(circle.id for circle in CIRCLES if circle.id not in told | {"other"})
