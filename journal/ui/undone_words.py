"""What an undo took back, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.acts import Act
from journal.domain.exhibit import Target
from journal.domain.numbers import in_figures
from journal.domain.words import N_, _, spoken
from journal.ui.text import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.state import State
    from journal.logbook import Undone

TOLD: Mapping[Act, str] = MappingProxyType(
    {
        Act.ENTRY_RECORDED: N_("Entry {number} is taken back, record {record}; it stays readable, struck through."),
        Act.ENTRY_AMENDED: N_("The amendment of entry {number} is taken back, record {record}."),
        Act.ENTRY_WITHDRAWN: N_("Entry {number} counts again, record {record}."),
        Act.ENTRY_REINSTATED: N_("Entry {number} is withdrawn again, record {record}."),
        Act.ITEM_MARKED: N_("The mark on the checklist of entry {number} is taken back, record {record}."),
        Act.PERSON_ADDED: N_("Person {number} is taken back, record {record}; nothing was erased."),
        Act.PERSON_AMENDED: N_("The change of person {number} is taken back, record {record}."),
        Act.PERSON_WITHDRAWN: N_("Person {number} counts again, record {record}."),
        Act.EXHIBIT_ADDED: N_("Exhibit {number} is taken back, record {record}; nothing was erased."),
        Act.EXHIBIT_AMENDED: N_("The change of exhibit {number} is taken back, record {record}."),
        Act.EXHIBIT_WITHDRAWN: N_("Exhibit {number} counts again, record {record}."),
        Act.EXHIBIT_LINKED: N_("Exhibit {number} is no longer linked to {target}, record {record}."),
        Act.EXHIBIT_UNLINKED: N_("Exhibit {number} is linked to {target} again, record {record}."),
        Act.MOVEMENT_ADDED: N_("Movement {number} is taken back, record {record}; nothing was erased."),
        Act.MOVEMENT_AMENDED: N_("The change of movement {number} is taken back, record {record}."),
        Act.MOVEMENT_WITHDRAWN: N_("Movement {number} counts again, record {record}."),
        Act.REPORT_ADDED: N_("Report {number} is taken back, record {record}; nothing was erased."),
        Act.REPORT_AMENDED: N_("The change of report {number} is taken back, record {record}."),
        Act.REPORT_WITHDRAWN: N_("Report {number} counts again, record {record}."),
        Act.ORDER_ADDED: N_("Order {number} is taken back, record {record}; nothing was erased."),
        Act.ORDER_AMENDED: N_("The change of order {number} is taken back, record {record}."),
        Act.ORDER_WITHDRAWN: N_("Order {number} counts again, record {record}."),
        Act.STEP_MARKED: N_("The mark on the step “{step}” is taken back, record {record}."),
    }
)
"""Marked sentences, one for every act that can be undone."""


def undone_in_words(undone: Undone, state: State) -> str:
    """Return in a sentence what was taken back, and by which record."""
    said = {"number": in_figures(undone.subject, spoken()), "record": in_figures(undone.record, spoken())}
    if undone.undid is Act.STEP_MARKED:
        from journal.domain.steps import step as step_of

        said["step"] = harmless(_(step_of(undone.fields["step"]).label))
    elif undone.undid in {Act.EXHIBIT_LINKED, Act.EXHIBIT_UNLINKED}:
        from journal.ui.exhibit_words import target_of

        said["target"] = target_of(Target.from_fields(undone.fields), state)
    return _(TOLD[undone.undid]).format(**said)
