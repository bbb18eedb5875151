"""First clear refusal of contact, with the certainty of its day, which separates the acts before and after it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import UNKNOWN, Certainty, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.case.steps import StepMark
    from journal.domain.entry.history import History


class OnDay(NamedTuple):
    """Day of the first standing refusal whose day is known."""

    day: date
    perhaps_earlier: bool = False
    """Whether another one of unknown day may be earlier."""


class NotSure(NamedTuple):
    """A refusal was logged, and the day of none is known."""

    when: Moment
    """Narrowest known time of any of them."""


class NotLogged(NamedTuple):
    """No refusal was logged."""


TheNo = OnDay | NotSure | NotLogged


def the_no(histories: Iterable[History], marks: Mapping[str, StepMark]) -> TheNo:
    """Return the first standing refusal, logged as an entry or as the step of the case.

    `marks` are the latest marks of the steps. The list position of an entry is no day: one at an unknown time has none.
    """
    told = [one.happened for one in histories if one.kind_id == "said_no" and not one.withdrawn]
    if marks:
        told += _of_steps(marks)
    sure = [day for one in told if (day := sure_day(one))]
    unsure = [one for one in told if not sure_day(one)]
    if not sure:
        return NotSure(min(unsure, key=_width)) if unsure else NotLogged()
    day = min(sure)
    return OnDay(day, any(one.first_day is None or one.first_day <= day for one in unsure))


def day_of(no: TheNo) -> date | None:
    """Return the day of the first refusal, where known."""
    return no.day if isinstance(no, OnDay) else None


def sure_day(moment: Moment) -> date | None:
    """Return the day of a refusal; None for *about* a day, from which nothing can be counted."""
    roughly = moment.certainty is Certainty.ABOUT and not moment.has_clock_time
    return None if roughly else moment.day


def _width(moment: Moment) -> int:
    first, last = moment.first_day, moment.last_day
    return (last - first).days if first and last else date.max.toordinal()


def _of_steps(marks: Mapping[str, StepMark]) -> list[Moment]:
    from journal.domain.case.steps.limits import SAID_NO

    mark = marks.get(SAID_NO.id)
    if mark is None or mark.state is not ItemState.DONE:
        return []
    try:
        date.fromisoformat(mark.on)
    except ValueError:
        return [UNKNOWN]
    return [Moment(Certainty.DAY, start=mark.on)]
