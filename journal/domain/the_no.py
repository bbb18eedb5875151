"""The day of the no, after which everything counts as after it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.checklist import ItemState
from journal.domain.overview import first_no

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.history import History
    from journal.domain.steps import StepMark


def the_no(histories: Iterable[History], marks: Mapping[str, StepMark]) -> date | None:
    """Return the day of the first no that still stands, told as an entry or as the step of the case; None without one.

    `histories` are in the order of happening, `marks` is what was said of each step.
    """
    told = first_no(histories)
    if not marks:
        return told
    from journal.domain.steps.limits import SAID_NO

    return min((day for day in (told, _step_day(marks.get(SAID_NO.id))) if day), default=None)


def _step_day(mark: StepMark | None) -> date | None:
    if mark is None or mark.state is not ItemState.DONE:
        return None
    try:
        return date.fromisoformat(mark.on)
    except ValueError:
        return None
