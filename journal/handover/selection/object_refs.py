"""References to objects of a journal: their names in words, and which of their fields can be excluded by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.steps import step
from journal.domain.forms.field_labels import label_of
from journal.domain.text.words import N_
from journal.handover.selection.choice import FILE_ITSELF, ObjectRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.text.words import Words
    from journal.handover.selection.choice import Exclusion


_SORTS = {
    "entry": N_("entry {number}"),
    "exhibit": N_("exhibit {number}"),
    "movement": N_("movement {number}"),
    "person": N_("person {number}"),
    "report": N_("report {number}"),
    "order": N_("order {number}"),
    "event": N_("event {number}"),
}
_BONES: Mapping[str, frozenset[str]] = {
    "entry": frozenset({"happened", "until", "kind", "times"}),
    "item": frozenset({"label", "state", "on"}),
    "exhibit": frozenset({"file", "sha256", "size", "media_type", "obtained"}),
    "movement": frozenset({"exhibit", "copy", "holder", "on"}),
    "person": frozenset({"role"}),
    "report": frozenset({"receiver", "made"}),
    "order": frozenset({"starts", "ends", "person"}),
    "event": frozenset({"entries"}),
    "step": frozenset({"state", "on"}),
}
"""Fields without which an object would say something else, and not only less: they leave with it or not at all."""


def ref_of(said: Mapping[str, object]) -> ObjectRef | None:
    """Return the object that the fields of a record are about; None where it is the journal itself."""
    sort = str(said.get("action", "")).partition(".")[0]
    key = said.get(sort)
    if sort == "item":
        return ObjectRef(sort, f"{said.get('entry')}/{key}")
    return ObjectRef(sort, key) if (sort in _SORTS or sort == "step") and isinstance(key, int | str) else None


def entry_of(thing: ObjectRef) -> ObjectRef:
    """Return the entry of an item of its checklist; any other reference unchanged."""
    number = str(thing.key).partition("/")[0]
    return ObjectRef("entry", int(number)) if thing.sort == "item" and number.isdecimal() else thing


def can_be_excluded(one: Exclusion) -> bool:
    """Return whether what is left would still be true without it."""
    return one.field not in _BONES.get(one.thing.sort, frozenset())


def ref_text(thing: ObjectRef, words: Words) -> str:
    """Render the name of an object, with its number."""
    whole = entry_of(thing)
    if whole.sort == "step":
        return words(step(str(whole.key)).label)
    return words(_SORTS.get(whole.sort, N_("record {number}"))).format(number=whole.key)


def field_text(thing: ObjectRef | None, name: str, words: Words) -> str:
    """Return what a field of a thing is called."""
    return words(N_("The file itself") if name == FILE_ITSELF else label_of(thing.sort if thing else "", name))


def exclusion_text(one: Exclusion, words: Words) -> str:
    """Render an exclusion: `exhibit 3`, `What happened of entry 2`."""
    told = ref_text(one.thing, words)
    if not one.field:
        return told
    return words(N_("“{field}” of {thing}")).format(field=field_text(one.thing, one.field, words), thing=told)
