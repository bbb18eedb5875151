"""People of the case: the stalker, witnesses and helpers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from journal.domain.kinds.fields import CIRCLES
from journal.domain.ledger.case_object import Numbered
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable


class Role(LabelledEnum):
    """Role of a person in the case; the gravest last, where a first arrow key does not select it."""

    WITNESS = "witness", N_("witness")
    FAMILY = "family", N_("family")
    CONFIDANT = "confidant", N_("somebody you trust")
    PROFESSIONAL = "professional", N_("professional helper")
    STALKER = "stalker", N_("suspect")
    """Known, suspected, or so far only a voice: *unknown caller A*."""


class AskedTo(LabelledEnum):
    """Request made to a person around the user."""

    WATCH_OUT = "watch_out", N_("watch out and collect proof")
    KEEP_DATA_PRIVATE = "keep_data_private", N_("pass on nothing private about you")
    KEEP_AWAY = "keep_away", N_("keep away from the suspect, also when friendly")
    TESTIFY = "testify", N_("testify")


class Willing(LabelledEnum):
    """Answer to a request to testify."""

    YES = "yes", N_("yes")
    UNSURE = "unsure", N_("not sure")
    NO = "no", N_("no")


class Person(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Person named in the journal; every field but the name may be left empty."""

    SUBJECT: ClassVar = "person"

    name: str
    role: Role = Role.WITNESS
    note: str = ""
    """Relation to the user: sister, neighbour, unknown caller."""
    contact: str = ""
    """Contact data: telephone, mail, address."""
    circle: str = ""
    """Id of one of `kinds.fields.CIRCLES`, or empty."""
    informed_on: str = ""
    """Local day on which they were informed, ISO 8601; empty where they were not."""
    asked_to: tuple[AskedTo, ...] = ()
    willing_to_testify: Willing | None = None
    """Their answer; None where they were not asked."""
    has_private_number: bool = False
    """Whether they have the user's unlisted number."""
    also_known_as: tuple[str, ...] = ()
    telephone_numbers: tuple[str, ...] = ()
    """As typed or seen; compared by `telephone`."""
    email_addresses: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    """Names of accounts and profiles, as displayed."""
    vehicles: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    description: str = ""
    """Recognisable features: appearance, clothing, voice, habits."""


def circles_without(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the ids of the circles without an informed person, in catalogue order; *other* is left out."""
    told = {one.circle for one in people if one.informed_on and not one.withdrawn}
    return tuple(circle.id for circle in CIRCLES if circle.id not in told | {"other"})
