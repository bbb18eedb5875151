"""The steps of the case as a whole: what can be done, what was done, and the short advice with each.

They follow the guidance for people who are stalked, in words of our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.case.steps.authorities import AUTHORITIES
from journal.domain.case.steps.catalogue import Step, StepGroup
from journal.domain.case.steps.limits import LIMITS
from journal.domain.case.steps.people import PEOPLE
from journal.domain.case.steps.proof_and_help import HELP, PROOF
from journal.domain.case.steps.telephone import TELEPHONE
from journal.domain.evidence.checklist import ChecklistLine, Mark
from journal.domain.kinds.catalogue import Detail  # noqa: TC001 - msgspec reads the annotation when it decodes
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.kinds.catalogue import Field

STEPS: tuple[Step, ...] = (*LIMITS, *PEOPLE, *TELEPHONE, *AUTHORITIES, *PROOF, *HELP)
"""All steps, group by group, in the order in which they are shown."""

ENCOURAGEMENT = N_(
    "Ignoring it seldom makes it stop; acting early and setting limits does more. It takes time, energy and patience. "
    "Every entry and every step counts."
)
"""Shown with the overview; no task."""

_STEP_OF = {one.id: one for one in STEPS}
_FIELD_OF = {one.id: one for step_ in STEPS for one in step_.fields}
_GROUP_LABELS = {
    StepGroup.LIMITS: N_("Limits"),
    StepGroup.PEOPLE: N_("People around you"),
    StepGroup.TELEPHONE: N_("Telephone"),
    StepGroup.AUTHORITIES: N_("Police and other offices"),
    StepGroup.PROOF: N_("Proof and devices"),
    StepGroup.HELP: N_("Help"),
}


class StepMark(Mark, frozen=True, kw_only=True, omit_defaults=True):
    """What was last said of one step: its state, note and day, as with an item of a checklist, and its own fields."""

    details: dict[str, Detail] = msgspec.field(default_factory=dict)
    """The fields of the step, id to value."""

    def fields(self) -> dict[str, Any]:
        """Return what is filled in, as fields of a record; the state always, the step's own fields under their ids."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        details: dict[str, Any] = plain.pop("details", {})
        return {"state": self.state.value} | plain | details

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> StepMark:
        """Return the mark that a record's fields say; unknown and emptied ones are passed over.

        Raises msgspec.ValidationError where a known field holds something impossible.
        """
        said = {name: value for name, value in fields.items() if value is not None}
        own = {name: said[name] for name in Mark.__struct_fields__ if name in said}
        return msgspec.convert(own | {"details": {name: said[name] for name in said if "." in name}}, cls)


UNMARKED = StepMark()
"""A step of which nothing was said yet."""


class StepLine(ChecklistLine, frozen=True):
    """One step as it is shown; `checklist.done` counts these lines too."""

    item: Step
    mark: StepMark


def lines(marks: Mapping[str, StepMark], country: str) -> tuple[StepLine, ...]:
    """Return the steps of a country and then every other step that was ever marked; `country` may be empty for all."""
    own = [one for one in STEPS if not (country and one.country and one.country != country)]
    known = {one.id for one in own}
    kept = [step(step_id) for step_id in marks if step_id not in known]
    return tuple(StepLine(one, marks.get(one.id, UNMARKED)) for one in [*own, *kept])


def step(step_id: str) -> Step:
    """Return a step; an id that only a newer version knows gives a plain step that shows the id as its label."""
    return _STEP_OF.get(step_id) or Step(step_id, step_id, group=StepGroup.HELP, advice="")


def field(field_id: str) -> Field | None:
    """Return a field of any step, or nothing for an id that only a newer version knows."""
    return _FIELD_OF.get(field_id)


def of_kind(kind_id: str) -> tuple[Step, ...]:
    """Return the steps that an entry of this kind tells of, so that recording one can offer to mark them."""
    return tuple(one for one in STEPS if one.kind == kind_id)


def group_label(group: StepGroup) -> str:
    """Return the marked name of a group."""
    return _GROUP_LABELS[group]
