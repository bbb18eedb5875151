"""The form of a step of the case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.case.steps import UNMARKED, StepMark, step
from journal.domain.evidence.checklist import ItemState
from journal.domain.forms.filling import plain
from journal.domain.forms.steps import questions_of
from journal.domain.text.words import N_, _
from journal.ui.forms.form import FormDefinition
from journal.ui.forms.form_ref import STEP, FormRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.case.steps.catalogue import Step
    from journal.domain.forms.filling import Values
    from journal.logbook import Logbook, Saved

NO_DAY = N_("There is no date yet. Without it, acts cannot be counted as before or after.")
STILL_TO_DO = N_("This step still says “to do”, but you filled in how it was done.")


def step_form(logbook: Logbook, step_id: str) -> FormDefinition:
    """Return the form of a step."""
    one = step(step_id)
    return FormDefinition(
        about=FormRef(of=STEP, step=step_id),
        title=_(one.label),
        asked=questions_of(one),
        base=values_of_step(logbook.state.steps.get(step_id, UNMARKED)),
        record=partial(_record, logbook, step_id),
        cautions=partial(_cautions, one),
        advice=tuple(filter(None, (one.advice, one.safety))),
    )


def values_of_step(mark: StepMark) -> Mapping[str, Any]:
    """Return what was said of a step, by the names of the fields of its form."""
    return {"state": mark.state.value, "on": mark.on, "note": mark.note} | mark.details


def marked(before: StepMark, values: Values) -> StepMark:
    """Return what the values say of a step; no day is put in for one that was left open."""
    asked = set(values)
    kept = {name: value for name, value in values_of_step(before).items() if name not in asked}
    return StepMark.from_fields(plain(kept | dict(values)))


def _cautions(one: Step, values: Values) -> Sequence[str]:
    noted = any(value for name, value in values.items() if name not in {"state", "note"})
    if noted and values["state"] == ItemState.TO_DO:
        return [_(STILL_TO_DO)]
    return [_(NO_DAY)] if one.day_counts and values["state"] == ItemState.DONE and not values.get("on") else []


def _record(logbook: Logbook, step_id: str, values: Values, draft: str) -> Saved:
    before = logbook.state.steps.get(step_id, UNMARKED)
    return logbook.case.mark_step(step_id, marked(before, values), draft)
