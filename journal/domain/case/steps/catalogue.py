"""Step of the case: value type with advice, fields and safety note.

Ids are stable and stored in records; labels are marked messages, translated when drawn.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.kinds.catalogue import Item

if TYPE_CHECKING:
    from journal.domain.case.report import Receiver
    from journal.domain.kinds.catalogue import Field


class StepGroup(StrEnum):
    """Groups of steps, in display order."""

    LIMITS = "limits"
    PEOPLE = "people"
    TELEPHONE = "telephone"
    AUTHORITIES = "authorities"
    PROOF = "proof"
    HELP = "help"


class Step(Item, frozen=True, kw_only=True):
    """Step of the case; the id is stable, the label short."""

    advice: str
    """A few short sentences: without blame, never an advice to answer the stalker."""
    safety: str = ""
    """Warning shown first, where the other side may notice the step."""
    fields: tuple[Field, ...] = ()
    kind: str = ""
    """Id of the kind of entry that documents the step in the log, or empty."""
    receiver: Receiver | None = None
    """Receiver of the report that belongs to the step, and then holds number, answer and enclosures."""
    circle: str = ""
    """Id of the circle that is informed by the step, or empty."""
    country: str = ""
    """The one country in which the step exists: `BE`, `NL`; empty for everywhere."""
    day_counts: bool = False
    """Whether a period is counted from its day, so that the day is asked for."""
    help_lines: bool = False
    """Whether the help lines are shown with it."""
    group: StepGroup = StepGroup.HELP
    """Set by the catalogue."""
