"""The sheet of a step of the case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from journal.domain.checklist import ItemState
from journal.domain.sheets.filling import plain
from journal.domain.sheets.steps import sheet_of
from journal.domain.steps import UNMARKED, StepMark, step
from journal.domain.words import N_, _
from journal.ui.sheets.about import STEP, About
from journal.ui.sheets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.sheets.filling import Values
    from journal.logbook import Logbook, Saved

STILL_TO_DO = N_("This step still says “to do”, although something was noted of how it was done.")


def step_sheet(logbook: Logbook, step_id: str) -> Sheet:
    """Return the sheet of a step."""
    one = step(step_id)
    return Sheet(
        about=About(of=STEP, step=step_id),
        title=_(one.label),
        asked=sheet_of(one),
        base=values_of_step(logbook.state.steps.get(step_id, UNMARKED)),
        record=partial(_record, logbook, step_id),
        cautions=_cautions,
        advice=tuple(filter(None, (one.advice, one.safety))),
    )


def values_of_step(mark: StepMark) -> Mapping[str, Any]:
    """Return what was said of a step, by the names of the fields of its sheet."""
    return {"state": mark.state.value, "on": mark.on, "note": mark.note} | mark.details


def marked(before: StepMark, values: Values, day: str) -> StepMark:
    """Return what the values say of a step; one that is done without a day was done on this one."""
    asked = set(values)
    kept = {name: value for name, value in values_of_step(before).items() if name not in asked}
    mark = StepMark.from_fields(plain(kept | dict(values)))
    return replace(mark, on=day) if mark.state is ItemState.DONE and not mark.on else mark


def _cautions(values: Values) -> Sequence[str]:
    noted = any(value for name, value in values.items() if name not in {"state", "note"})
    return [_(STILL_TO_DO)] if noted and values["state"] == ItemState.TO_DO else []


def _record(logbook: Logbook, step_id: str, values: Values, draft: str) -> Saved:
    before = logbook.state.steps.get(step_id, UNMARKED)
    mark = marked(before, values, logbook.now().date().isoformat())
    return logbook.case.mark_step(step_id, mark, draft)
