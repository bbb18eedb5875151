"""Disclosed fields: every field that leaves, in words, earlier versions included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry.entry import Entry
from journal.domain.entry.rendering import rendered_fields
from journal.domain.ledger.actions import Action
from journal.domain.text.words import N_
from journal.handover.preview.value_text import value_text
from journal.handover.selection.choice import ObjectRef
from journal.handover.selection.object_refs import field_text, ref_of, ref_text
from journal.handover.selection.selection import PreviewField
from journal.handover.selection.third_person_labels import retold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words
    from journal.handover.selection.selection import SelectedEntry, Selection

_WHY = N_("Why it is shared")
_PROOF = frozenset({Action.JOURNAL_BEGUN, Action.STAMP_ADDED})
"""Acts of records that hold no words of a person."""
_IDS = frozenset(
    {"action", "offset", "clock", "state", "kind", "item", "step", "sha256", "media_type", "on", "without"}
)
"""Fields without words of a person."""


def leaving(chosen: Selection, words: Words) -> Iterator[PreviewField]:
    """Yield every field that leaves, object by object, each object after a line that tells why it leaves."""
    told: set[tuple[ObjectRef | None, str]] = set()
    for one in (*_of_entries(chosen, words), *_of_case(chosen, words)):
        told.add((one.thing, one.said))
        yield one
    yield from _of_records(chosen, words, told)


def _why(thing: ObjectRef, chosen: Selection, words: Words) -> PreviewField:
    return PreviewField(ref_text(thing, words), words(_WHY), chosen.why[thing].text(words), thing)


def _of_entries(chosen: Selection, words: Words) -> Iterator[PreviewField]:
    for one in chosen.entries:
        number = one.history.number
        thing = ObjectRef("entry", number)
        about, before = ref_text(thing, words), words(N_("entry {number}, before")).format(number=number)
        yield _why(thing, chosen, words)
        yield from (PreviewField(about, field.label, field.said, thing, field.name) for field in one.fields)
        yield from (
            PreviewField(before, label, said, thing, name) for name, label, said in _said_before(one, chosen, words)
        )
        for line in one.history.checklist:
            if line.mark.note:
                item = ObjectRef("item", f"{number}/{line.item.id}")
                yield PreviewField(about, line.label(words), line.mark.note, item, "note")


def _said_before(one: SelectedEntry, chosen: Selection, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield the fields of earlier versions of an entry that differ from the present one: name, label, words."""
    now = {(field.name, field.label, field.said) for field in one.fields}
    earlier = (version.entry for version in one.history.versions[:-1])
    told = (retold(field, entry, words) for entry in earlier for field in rendered_fields(entry, chosen.people, words))
    yield from (
        said for said in dict.fromkeys((field.name, field.label, field.said) for field in told) if said not in now
    )


def _of_case(chosen: Selection, words: Words) -> Iterator[PreviewField]:
    around = (chosen.reports, chosen.orders, chosen.events)
    sorts = (chosen.exhibits, chosen.withdrawn, chosen.movements, chosen.people.values(), *around)
    for one in (one for things in sorts for one in things):
        thing = ObjectRef(one.SUBJECT, one.number)
        yield _why(thing, chosen, words)
        for name, value in one.fields().items():
            told = value_text(thing, name, value, chosen.people, words)
            yield PreviewField(ref_text(thing, words), field_text(thing, name, words), told, thing, name)
    for step_id, mark in chosen.steps.items():
        thing = ObjectRef("step", step_id)
        yield _why(thing, chosen, words)
        for name, value in mark.fields().items():
            told = value_text(thing, name, value, chosen.people, words)
            yield PreviewField(ref_text(thing, words), field_text(thing, name, words), told, thing, name)


def _of_records(chosen: Selection, words: Words, told: set[tuple[ObjectRef | None, str]]) -> Iterator[PreviewField]:
    """Yield what only the ledger tells: reasons of changes, earlier values, other acts."""
    for number, said in chosen.ledger.said():
        if said.get("action") in _PROOF:
            continue
        thing = ref_of(said)
        about = words(N_("record {number}")).format(number=number)
        for name, value in said.items():
            if name in _IDS or not _has_words(value) or _is_of_entry(thing, name):
                continue
            text = value_text(thing, name, value, chosen.people, words)
            if (thing, text) not in told:
                told.add((thing, text))
                yield PreviewField(about, field_text(thing, name, words), text, thing, name)


def _is_of_entry(thing: ObjectRef | None, name: str) -> bool:
    """Return whether this is a field of an entry, all of whose versions are told in words."""
    return thing is not None and thing.sort == "entry" and (name in Entry.__struct_fields__ or "." in name)


def _has_words(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_has_words, value))
    return isinstance(value, dict) or (isinstance(value, str) and bool(value.strip()))
