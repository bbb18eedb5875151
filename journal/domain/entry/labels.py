"""Labels of the common fields and their answers, by stable id; marked phrases, translated when drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case.people import Role
from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.domain.ledger.actions import Action
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "happened": N_("When"),
    "until": N_("Until"),
    "noticed": N_("Noticed"),
    "kind": N_("Kind"),
    "times": N_("How many"),
    "place": N_("Where"),
    "account": N_("What happened"),
    "quoted_words": N_("Exact words"),
    "person": N_("Who did it"),
    "identified_by": N_("Recognised by"),
    "targeted": N_("Aimed at"),
    "witnesses": N_("Witnesses"),
    "reported_by": N_("Told by"),
    "impact": N_("Effect"),
    "my_response": N_("What you did"),
    "threat_felt": N_("How threatening it felt"),
    "private_note": N_("Private note"),
    "tags": N_("Tags"),
    "taken_from": N_("Taken from"),
}
"""Labels of the common fields, in display order."""

IDENTIFIED_BY: Mapping[IdentifiedBy, str] = labels_of(IdentifiedBy)
"""Labels of the ways of recognition."""

TARGETED: Mapping[Targeted, str] = labels_of(Targeted)
"""Labels of the targets."""

FELT: Mapping[Felt, str] = labels_of(Felt)
"""Labels of the perceived threat."""

ROLES: Mapping[Role, str] = labels_of(Role)
"""Labels of the roles of people."""

ITEM_STATES: Mapping[ItemState, str] = labels_of(ItemState)
"""Labels of the states of a checklist item."""

ENTRY_ACTS: Mapping[Action, str] = {
    Action.ENTRY_RECORDED: N_("Recorded"),
    Action.ENTRY_AMENDED: N_("Amended"),
    Action.ENTRY_WITHDRAWN: N_("Crossed out"),
    Action.ENTRY_REINSTATED: N_("Put back"),
}
"""Headings of the versions of an entry, by act."""

UNDONE, DONE_AGAIN = N_("undone"), N_("done again after an undo")
"""Reasons shown for the records of an undo and a redo, where the user gave none."""

YES = N_("yes")
NO = N_("no")


def field_label(name: str) -> str:
    """Return the marked label of a common field or of a kind's field; an unknown id is its own label."""
    own = kinds.field(name)
    return own.label if own else FIELDS.get(name, name)
