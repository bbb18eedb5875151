"""What a kind of entry is made of: its own fields, its evidence checklist, its short advice.

Ids are stable and stand in the records; labels are marked messages, translated when drawn.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

Detail = str | int | bool
"""The value of a field of a kind; which of the three it is, its `Shape` says."""


class Group(StrEnum):
    """The groups in which kinds are offered, in this order."""

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
    """What a field of a kind holds, and so how it is typed and shown."""

    LINE = "line"
    """One line of text."""
    TEXT = "text"
    """Several lines of text."""
    YES_NO = "yes_no"
    """`true`, `false`, or not filled in."""
    NUMBER = "number"
    """A whole number, zero or more."""
    DURATION = "duration"
    """A number of whole seconds; typed and shown as `3:20` or `45 s`."""
    CHOICE = "choice"
    """The id of one of `Field.choices`."""
    PHONE = "phone"
    """A telephone number, as typed."""
    DATE = "date"
    """A day, ISO 8601."""


class Option(Struct, frozen=True):
    """One answer of a field that offers several."""

    id: str
    label: str


class Field(Struct, frozen=True):
    """A field that some kinds have beside those of every entry."""

    id: str
    """Stable, with the group's prefix, as it stands in the records: `call.rings`."""
    label: str
    shape: Shape = Shape.LINE
    choices: tuple[Option, ...] = ()
    rare: bool = False
    """Shown only among *more fields*."""

    def label_of(self, choice_id: str) -> str:
        """Return the marked label of a choice; an id that a newer version wrote is its own label."""
        return next((choice.label for choice in self.choices if choice.id == choice_id), choice_id)


class Item(Struct, frozen=True):
    """One thing to keep or to do for the evidence."""

    id: str
    """Stable across kinds: the same thing to keep has the same id wherever it is asked."""
    label: str
    """What to have done, short and in lower case, as it stands behind a tick."""
    proved_by: tuple[str, ...] = ()
    """Sorts of evidence that can show it, of `proving`, the likeliest first; () where nothing attached can."""


class Kind(Struct, frozen=True):
    """A kind of entry."""

    id: str
    group: Group
    label: str
    fields: tuple[Field, ...] = ()
    checklist: tuple[Item, ...] = ()
    advice: str = ""
    """One or two short sentences: without blame, never an advice to answer the stalker."""
    repeatable: bool = False
    """Whether *how many times* is asked, because one entry may stand for several acts."""
    search_words: str = ""
    """Other words by which people look for it, beside the label; a marked message, each language has its own."""

    @property
    def own_step(self) -> bool:
        """Whether this is something that the person did, and so no act of the stalker."""
        return self.group is Group.OWN_STEP
