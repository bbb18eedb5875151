"""What an undo took back or a redo did again, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.case.kept_head import KeptHead
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Target
from journal.domain.ledger.actions import Action
from journal.domain.state.relations import EntityType, Ref
from journal.domain.state.short_names import NAMES
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.state.state import State
    from journal.logbook import Undone

TOLD: Mapping[Action, str] = {
    Action.ENTRY_RECORDED: N_("Undone: entry {number} is crossed out but still readable (record {record})."),
    Action.ENTRY_AMENDED: N_("Undone: the amendment of entry {number} (record {record})."),
    Action.ENTRY_WITHDRAWN: N_("Undone: entry {number} counts again (record {record})."),
    Action.ENTRY_REINSTATED: N_("Undone: entry {number} is crossed out again (record {record})."),
    Action.ITEM_MARKED: N_("Undone: the mark on the checklist of entry {number} (record {record})."),
    Action.PERSON_ADDED: N_("Undone: person {number} is crossed out; nothing was erased (record {record})."),
    Action.PERSON_AMENDED: N_("Undone: the change of person {number} (record {record})."),
    Action.PERSON_WITHDRAWN: N_("Undone: person {number} counts again (record {record})."),
    Action.EXHIBIT_ADDED: N_("Undone: exhibit {number} is crossed out; nothing was erased (record {record})."),
    Action.EXHIBIT_AMENDED: N_("Undone: the change of exhibit {number} (record {record})."),
    Action.EXHIBIT_WITHDRAWN: N_("Undone: exhibit {number} counts again (record {record})."),
    Action.EXHIBIT_LINKED: N_("Undone: exhibit {number} is no longer linked to {target} (record {record})."),
    Action.EXHIBIT_UNLINKED: N_("Undone: exhibit {number} is linked to {target} again (record {record})."),
    Action.MOVEMENT_ADDED: N_("Undone: movement {number} is crossed out; nothing was erased (record {record})."),
    Action.MOVEMENT_AMENDED: N_("Undone: the change of movement {number} (record {record})."),
    Action.MOVEMENT_WITHDRAWN: N_("Undone: movement {number} counts again (record {record})."),
    Action.REPORT_ADDED: N_("Undone: report {number} is crossed out here; nothing was erased (record {record})."),
    Action.REPORT_AMENDED: N_("Undone: the change of report {number} (record {record})."),
    Action.REPORT_WITHDRAWN: N_("Undone: report {number} counts again (record {record})."),
    Action.ORDER_ADDED: N_("Undone: order {number} is crossed out here; nothing was erased (record {record})."),
    Action.ORDER_AMENDED: N_("Undone: the change of order {number} (record {record})."),
    Action.ORDER_WITHDRAWN: N_("Undone: order {number} counts again (record {record})."),
    Action.KEPT_HEAD_ADDED: N_(
        "Undone: kept head digest {number} is crossed out; nothing was erased (record {record})."
    ),
    Action.KEPT_HEAD_AMENDED: N_("Undone: the change of kept head digest {number} (record {record})."),
    Action.KEPT_HEAD_WITHDRAWN: N_("Undone: kept head digest {number} counts again (record {record})."),
    Action.EVENT_ADDED: N_("Undone: event {number} is crossed out; its entries stay as they are (record {record})."),
    Action.EVENT_AMENDED: N_("Undone: the change of event {number} (record {record})."),
    Action.EVENT_WITHDRAWN: N_("Undone: event {number} counts again (record {record})."),
    Action.STEP_MARKED: N_("Undone: the mark on the step “{step}” (record {record})."),
}
"""Marked sentences, one for every act that can be undone."""


VERBS: Mapping[str, str] = {
    "recorded": N_("{thing} was recorded."),
    "added": N_("{thing} was added."),
    "amended": N_("{thing} was changed."),
    "withdrawn": N_("{thing} was crossed out."),
    "reinstated": N_("{thing} was put back."),
    "marked": N_("{thing} was ticked or marked."),
    "linked": N_("{thing} was linked to {target}."),
    "unlinked": N_("The link of {thing} to {target} was removed."),
}
"""Marked sentences for what was done, by the second word of an act."""


def undone_in_words(undone: Undone, state: State) -> str:
    """Return in a sentence what was taken back, and by which record."""
    said = {"number": in_figures(undone.subject, spoken()), "record": in_figures(undone.record, spoken())}
    if undone.undid is Action.STEP_MARKED:
        said["step"] = _step(undone.fields)
    elif undone.undid in {Action.EXHIBIT_LINKED, Action.EXHIBIT_UNLINKED}:
        said["target"] = _target(undone.fields, state)
    return _(TOLD[undone.undid]).format(**said) + _with_it(undone)


def redone_in_words(redone: Undone, state: State) -> str:
    """Return in a sentence what was done again, and by which record."""
    told = _("Done again (record {record}): {act}")
    record = in_figures(redone.record, spoken())
    return told.format(record=record, act=act_in_words(redone.fields, state)) + _again_with_it(redone)


def act_in_words(said: Mapping[str, Any], state: State) -> str:
    """Return in a sentence what the act of a record did."""
    act = Action(said["action"])
    target = _target(said, state) if act in {Action.EXHIBIT_LINKED, Action.EXHIBIT_UNLINKED} else ""
    return _(VERBS[act.partition(".")[2]]).format(thing=_thing(act, said, state), target=target)


def _thing(act: Action, said: Mapping[str, Any], state: State) -> str:
    """Return what an act is about: its number, and by what it is known."""
    from journal.ui.entry.relation_words import words_of

    if act is Action.STEP_MARKED:
        return _("The step “{step}”").format(step=_step(said))
    number = in_figures(said[act.subject], spoken())
    if act is Action.ITEM_MARKED:
        return _("The checklist of entry {number}").format(number=number)
    name = _(NAMES[act.subject]).format(number=number)
    if act.subject in {Movement.SUBJECT, KeptHead.SUBJECT}:
        return name
    known, _withdrawn = words_of(Ref(EntityType(act.subject), said[act.subject]), state)
    return f"{name} ({harmless(known)})"


def _with_it(undone: Undone) -> str:
    more = undone.count - 1
    told = many(" {count} other change was undone with it.", " {count} other changes were undone with it.", more)
    return told.format(count=in_figures(more, spoken())) if more else ""


def _again_with_it(redone: Undone) -> str:
    more = redone.count - 1
    told = many(" {count} other change was done again.", " {count} other changes were done again.", more)
    return told.format(count=in_figures(more, spoken())) if more else ""


def _step(said: Mapping[str, Any]) -> str:
    from journal.domain.case.steps import step as step_of

    return harmless(_(step_of(said["step"]).label))


def _target(said: Mapping[str, Any], state: State) -> str:
    from journal.ui.evidence.exhibit_words import target_of

    return target_of(Target.from_fields(said), state)
