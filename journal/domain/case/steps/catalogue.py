"""What a step of the case is made of: its short advice, its few fields, and what to think of before it.

Ids are stable and stand in the records; labels are marked messages, translated when drawn.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.kinds.catalogue import Item

if TYPE_CHECKING:
    from journal.domain.case.report import Receiver
    from journal.domain.kinds.catalogue import Field


class StepGroup(StrEnum):
    """The groups in which steps are shown, in this order."""

    LIMITS = "limits"
    PEOPLE = "people"
    TELEPHONE = "telephone"
    AUTHORITIES = "authorities"
    PROOF = "proof"
    HELP = "help"


class Step(Item, frozen=True, kw_only=True):
    """One step of the case; its id is stable and its label short."""

    group: StepGroup
    advice: str
    """A few short sentences: without blame, never an advice to answer the stalker."""
    safety: str = ""
    """What to think of first, where the other side may notice the step."""
    fields: tuple[Field, ...] = ()
    kind: str = ""
    """The id of the kind of entry by which the same is told in the log, or empty."""
    receiver: Receiver | None = None
    """To whom a report belongs to this step; the report then holds number, answer and what went with it."""
    circle: str = ""
    """The id of the circle that is informed by this step, or empty."""
    country: str = ""
    """The one country in which the step exists: `BE`, `NL`; empty for everywhere."""
    day_counts: bool = False
    """Whether something is counted from its day, so that the day is asked."""
    help_lines: bool = False
    """Whether the help lines are of use with it."""
