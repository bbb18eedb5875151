"""The people of the case: who did it, who saw it, who helps."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What somebody is to the case."""

    STALKER = "stalker"
    """Known, suspected, or so far only a voice: *unknown caller A*."""
    WITNESS = "witness"
    FAMILY = "family"
    CONFIDANT = "confidant"
    PROFESSIONAL = "professional"


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who is named in the journal."""

    number: int
    """Their own running number, never handed out again."""
    name: str
    role: Role = Role.WITNESS
    note: str = ""
    """How they belong to the person: sister, neighbour, unknown caller."""
    withdrawn: bool = False
    """Added by mistake; still named where an entry names them."""
