"""The catalogue of kinds: everything that an entry may be about, its own fields, and its evidence checklist.

Reaches the ledger and below; knows no entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.kinds.belongings import BELONGINGS
from journal.domain.kinds.catalogue import Field, Group, Item, Kind
from journal.domain.kinds.communication import COMMUNICATION
from journal.domain.kinds.finding import found
from journal.domain.kinds.orders import ORDERS
from journal.domain.kinds.other import OTHER
from journal.domain.kinds.own_steps import OWN_STEPS
from journal.domain.kinds.physical import PHYSICAL
from journal.domain.kinds.services import SERVICES
from journal.domain.kinds.talk import TALK
from journal.domain.kinds.technical import TECHNICAL
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import N_, NoMessages, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUPS: Mapping[Group, tuple[str, tuple[Kind, ...]]] = {
    Group.COMMUNICATION: (N_("Unwanted communication"), COMMUNICATION),
    Group.PHYSICAL: (N_("Physical"), PHYSICAL),
    Group.PROPERTY: (N_("Property"), BELONGINGS),
    Group.SERVICES: (N_("Services"), SERVICES),
    Group.TECHNICAL: (N_("Technical"), TECHNICAL),
    Group.TALK: (N_("Talk"), TALK),
    Group.ORDER: (N_("Order broken"), ORDERS),
    Group.OWN_STEP: (N_("Own steps"), OWN_STEPS),
    Group.OTHER: (N_("Other"), OTHER),
}
"""Marked label and kinds of each group, in display order."""
KINDS = tuple(replace(one, group=group) for group, (_label, kinds) in _GROUPS.items() for one in kinds)

OWN_STEP_IDS = frozenset(one.id for one in KINDS if one.own_step)
"""Ids of the kinds that are own steps."""
_KIND_OF = {one.id: one for one in KINDS}
_FIELD_OF = {one.id: one for kind_ in KINDS for one in kind_.fields}
_ITEM_OF = {one.id: one for kind_ in KINDS for one in kind_.checklist}


def kind(kind_id: str) -> Kind:
    """Look up a kind; an id of a newer version gives a plain kind with the id as its label."""
    return _KIND_OF.get(kind_id) or Kind(kind_id, kind_id)


def field(field_id: str) -> Field | None:
    """Look up a field of any kind; None for an id of a newer version."""
    return _FIELD_OF.get(field_id)


def item(item_id: str) -> Item:
    """Look up a checklist item of any kind; an id of a newer version is its own label."""
    return _ITEM_OF.get(item_id) or Item(item_id, item_id)


def find(text: str, words: Words) -> tuple[Kind, ...]:
    """Search the kinds by label and search words, best match first; all kinds for no text.

    Where nothing is found in the language of the words, the others are tried. Case and accents do not matter.
    """
    if here := found(text, KINDS, words):
        return here
    return next((fitting for language in LANGUAGES if (fitting := _found_in(text, language))), ())


def _found_in(text: str, language: str) -> tuple[Kind, ...]:
    """Search in another language; nothing where that is not installed."""
    try:
        return found(text, KINDS, Words(language))
    except NoMessages:
        return ()


def group_label(group: Group) -> str:
    """Return the marked label of a group."""
    return _GROUPS[group][0]
