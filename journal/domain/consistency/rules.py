"""Table of the consistency checks: the one list of which screen, command and tests make use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.task import Task
from journal.domain.consistency.duplicates import LOGGED_TWICE
from journal.domain.consistency.exhibit_checks import CUSTODY_GAP, EXHIBIT_TIME, QUOTED_WITHOUT_EXHIBIT
from journal.domain.consistency.places import TWO_PLACES, WITNESS_TWO_PLACES
from journal.domain.consistency.recording import AMENDED_AFTER, RECORDED_LATE
from journal.domain.consistency.report_checks import REPORT_COVERS_LESS
from journal.domain.consistency.silence_checks import ANSWERED_AFTER_NO
from journal.domain.consistency.weekday_checks import WEEKDAY_AND_DATE
from journal.domain.consistency.witness_checks import WITNESS_AWAY
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.consistency.checked_log import CheckedLog
    from journal.domain.consistency.inconsistency import ConsistencyRule, Inconsistency

WHAT_CAN_BE_DONE = N_("What can be done: {remedy}")
RULES: tuple[ConsistencyRule, ...] = (
    TWO_PLACES,
    LOGGED_TWICE,
    WITNESS_AWAY,
    WITNESS_TWO_PLACES,
    RECORDED_LATE,
    AMENDED_AFTER,
    EXHIBIT_TIME,
    WEEKDAY_AND_DATE,
    QUOTED_WITHOUT_EXHIBIT,
    CUSTODY_GAP,
    REPORT_COVERS_LESS,
    ANSWERED_AFTER_NO,
)
"""In the order in which they are shown, which ranks nothing."""


def check(log: CheckedLog, task: Task | None = None) -> Mapping[str, Sequence[Inconsistency]]:
    """Apply every rule, as the second step of the task; return what each finds by its id, nothing left out.

    Raises what the task raises when it is reported to, which is at least after each finding.
    """
    task, found = task or Task(), {}
    for rule in RULES:
        some: list[Inconsistency] = []
        for one in rule.find(log):
            some.append(one)
            task.report()
        found[rule.id] = some
        task.advance(len(log.state.entries) // len(RULES))
    return found
