"""Catalogue of the steps of the case: what can be done, each with short advice, and the marks of what was done.

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

_GROUPS: Mapping[StepGroup, tuple[str, tuple[Step, ...]]] = {
    StepGroup.LIMITS: (N_("Limits"), LIMITS),
    StepGroup.PEOPLE: (N_("People around you"), PEOPLE),
    StepGroup.TELEPHONE: (N_("Telephone"), TELEPHONE),
    StepGroup.AUTHORITIES: (N_("Police and other offices"), AUTHORITIES),
    StepGroup.PROOF: (N_("Proof and devices"), PROOF),
    StepGroup.HELP: (N_("Help"), HELP),
}
"""Marked label and steps of each group, in display order."""
STEPS = tuple(msgspec.structs.replace(one, group=group) for group, (_label, steps) in _GROUPS.items() for one in steps)

_STEP_OF = {one.id: one for one in STEPS}
_FIELD_OF = {one.id: one for step_ in STEPS for one in step_.fields}


class StepMark(Mark, frozen=True, kw_only=True, omit_defaults=True):
    """Latest mark of a step: state, note and day, as of a checklist item, and the values of the step's own fields."""

    details: dict[str, Detail] = msgspec.field(default_factory=dict)
    """Fields of the step, id to value."""

    def fields(self) -> dict[str, Any]:
        """Encode as fields of a record: the state, non-default values, and the step's own fields under their ids."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        details: dict[str, Any] = plain.pop("details", {})
        return {"state": self.state.value} | plain | details

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> StepMark:
        """Decode from the fields of a record; unknown and emptied ones are ignored.

        Raises msgspec.ValidationError where a known field has an invalid value.
        """
        said = {name: value for name, value in fields.items() if value is not None}
        own = {name: said[name] for name in Mark.__struct_fields__ if name in said}
        return msgspec.convert(own | {"details": {name: said[name] for name in said if "." in name}}, cls)


UNMARKED = StepMark()
"""Mark of a step without a record."""


class StepLine(ChecklistLine, frozen=True):
    """A step and its mark; `checklist.done` counts these lines too."""

    item: Step
    mark: StepMark


def lines(marks: Mapping[str, StepMark], country: str) -> tuple[StepLine, ...]:
    """Return the steps of a country, then every other step that was ever marked; an empty `country` means all."""
    own = [one for one in STEPS if not (country and one.country and one.country != country)]
    known = {one.id for one in own}
    kept = [step(step_id) for step_id in marks if step_id not in known]
    return tuple(StepLine(one, marks.get(one.id, UNMARKED)) for one in [*own, *kept])


def step(step_id: str) -> Step:
    """Look up a step; an id of a newer version gives a plain step with the id as its label."""
    return _STEP_OF.get(step_id) or Step(step_id, step_id, advice="")


def field(field_id: str) -> Field | None:
    """Look up a field of any step; None for an id of a newer version."""
    return _FIELD_OF.get(field_id)


def of_kind(kind_id: str) -> tuple[Step, ...]:
    """Return the steps that an entry of this kind documents, so that recording one can offer to mark them."""
    return tuple(one for one in STEPS if one.kind == kind_id)


def group_label(group: StepGroup) -> str:
    """Return the marked label of a group."""
    return _GROUPS[group][0]
