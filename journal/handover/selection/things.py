"""What a hand-over speaks of: the things of a journal by sort and number, and what of them can be taken out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.steps import step
from journal.domain.state.forms.field_labels import label_of
from journal.domain.text.words import N_
from journal.handover.selection.choice import FILE_ITSELF, Thing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.text.words import Words
    from journal.handover.selection.choice import TakenOut


_SORTS = {
    "entry": N_("entry {number}"),
    "exhibit": N_("exhibit {number}"),
    "movement": N_("movement {number}"),
    "person": N_("person {number}"),
    "report": N_("report {number}"),
    "order": N_("order {number}"),
}
_BONES: Mapping[str, frozenset[str]] = {
    "entry": frozenset({"happened", "until", "kind", "times"}),
    "item": frozenset({"label", "state", "on"}),
    "exhibit": frozenset({"file", "sha256", "size", "media_type", "obtained"}),
    "movement": frozenset({"exhibit", "copy", "holder", "on"}),
    "person": frozenset({"role"}),
    "report": frozenset({"receiver", "made"}),
    "order": frozenset({"starts", "ends", "person"}),
    "step": frozenset({"state", "on"}),
}
"""The fields without which a thing would say something else, and not only less: these leave with it or not at all."""


def thing_of(said: Mapping[str, object]) -> Thing | None:
    """Return what the fields of a record are about; None where it is about the journal itself."""
    sort = str(said.get("action", "")).partition(".")[0]
    key = said.get(sort)
    if sort == "item":
        return Thing(sort, f"{said.get('entry')}/{key}")
    return Thing(sort, key) if (sort in _SORTS or sort == "step") and isinstance(key, int | str) else None


def entry_of(thing: Thing) -> Thing:
    """Return the entry of an item of its checklist; anything else as it is."""
    number = str(thing.key).partition("/")[0]
    return Thing("entry", int(number)) if thing.sort == "item" and number.isdecimal() else thing


def can_be_taken_out(one: TakenOut) -> bool:
    """Tell whether what is left would still be true without it."""
    return one.field not in _BONES.get(one.thing.sort, frozenset())


def thing_text(thing: Thing, words: Words) -> str:
    """Return what a thing is called, with its number."""
    whole = entry_of(thing)
    if whole.sort == "step":
        return words(step(str(whole.key)).label)
    return words(_SORTS.get(whole.sort, N_("record {number}"))).format(number=whole.key)


def field_text(thing: Thing | None, name: str, words: Words) -> str:
    """Return what a field of a thing is called."""
    return words(N_("The file itself") if name == FILE_ITSELF else label_of(thing.sort if thing else "", name))


def taken_out_text(one: TakenOut, words: Words) -> str:
    """Return what was taken out, in words: `exhibit 3`, `What happened of entry 2`."""
    told = thing_text(one.thing, words)
    if not one.field:
        return told
    return words(N_("“{field}” of {thing}")).format(field=field_text(one.thing, one.field, words), thing=told)
