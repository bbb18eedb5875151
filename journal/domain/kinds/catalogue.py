"""Kind of entry: value types for its fields, evidence checklist and advice.

Ids are stable and stored in records; labels are marked messages, translated when drawn.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

Detail = str | int | bool
"""Value of a kind's field; its `Shape` determines the type."""


class Group(StrEnum):
    """Groups of kinds, in display order."""

    COMMUNICATION = "communication"
    PHYSICAL = "physical"
    PROPERTY = "property"
    SERVICES = "services"
    TECHNICAL = "technical"
    TALK = "talk"
    ORDER = "order"
    OWN_STEP = "own_step"
    OTHER = "other"


class Shape(StrEnum):
    """Data type of a kind's field, which determines how it is parsed and formatted."""

    LINE = "line"
    """Single-line text."""
    TEXT = "text"
    """Multi-line text."""
    YES_NO = "yes_no"
    """`true`, `false`, or absent."""
    NUMBER = "number"
    """Whole number, zero or more."""
    DURATION = "duration"
    """Whole seconds; typed and shown as `3:20` or `45 s`."""
    CHOICE = "choice"
    """Id of one of `Field.choices`."""
    PHONE = "phone"
    """Telephone number, as typed."""
    DATE = "date"
    """Date, ISO 8601."""


class Option(Struct, frozen=True):
    """Answer of a field with a fixed set of them."""

    id: str
    label: str


class Field(Struct, frozen=True):
    """Field of some kinds, beside those of every entry."""

    id: str
    """Stable id with the group's prefix, as stored in records: `call.rings`."""
    label: str
    shape: Shape = Shape.LINE
    choices: tuple[Option, ...] = ()
    rare: bool = False
    """Shown only among *more fields*."""

    def label_of(self, choice_id: str) -> str:
        """Return the marked label of an option; an id of a newer version is its own label."""
        return next((choice.label for choice in self.choices if choice.id == choice_id), choice_id)


class Item(Struct, frozen=True):
    """Checklist item: something to keep or to do for the evidence."""

    id: str
    """Stable across kinds: the same thing to keep has the same id in every checklist."""
    label: str
    """Short, in lower case, as shown behind a tick."""
    proved_by: tuple[str, ...] = ()
    """Evidence types that can prove it, of `evidence_types`, the likeliest first; () where no attachment can."""


class Kind(Struct, frozen=True):
    """Kind of entry."""

    id: str
    label: str
    fields: tuple[Field, ...] = ()
    checklist: tuple[Item, ...] = ()
    advice: str = ""
    """One or two short sentences: without blame, never an advice to answer the stalker."""
    repeatable: bool = False
    """Whether the number of acts is asked for, because one entry may stand for several."""
    search_words: str = ""
    """Synonyms for the search, beside the label; a marked message, so that each language has its own."""
    group: Group = Group.OTHER
    """Set by the catalogue."""

    @property
    def own_step(self) -> bool:
        """Whether it is an act of the user, and none of the stalker."""
        return self.group is Group.OWN_STEP
