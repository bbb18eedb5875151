"""Enumerations of stable ids whose members carry their label."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self


class LabelledEnum(StrEnum):
    """String enumeration with a marked label for each member: `POLICE = "police", N_("police")`."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member, which is its id."""
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member


Labelled = TypeVar("Labelled", bound=LabelledEnum)


def labels_of(members: type[Labelled]) -> Mapping[Labelled, str]:
    """Return the labels of all members, in the order of their declaration."""
    return {one: one.label for one in members}
