"""The preview: every field that leaves, in words, earlier versions included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.acts import Act
from journal.domain.case_labels import EXHIBIT_FIELDS, MOVEMENT_FIELDS, ORDER_FIELDS, REPORT_FIELDS
from journal.domain.labels import field_label
from journal.domain.people_labels import FIELDS as PERSON_FIELDS
from journal.domain.steps import step
from journal.domain.words import N_
from journal.handover.chosen import Leaving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.words import Words
    from journal.handover.chosen import Chosen, ChosenEntry

_NOTE, _REASON = N_("Note"), N_("Reason")
_PROOF = frozenset({Act.JOURNAL_BEGUN, Act.STAMP_ADDED})
"""Records that hold no words of anybody."""
_IDS = frozenset({"action", "offset", "clock", "state", "kind", "item", "step", "sha256", "media_type", "on"})
"""Fields without words of anybody."""
_OF_MARKS = {"note": _NOTE, "reason": _REASON, "label": N_("Item")}


def leaving(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    """Yield every field that leaves, thing by thing."""
    told: set[str] = set()
    for one in (*_of_entries(chosen.entries, words), *_of_case(chosen, words)):
        told.add(one.said)
        yield one
    yield from _of_records(chosen, words, told)


def _of_entries(entries: Iterable[ChosenEntry], words: Words) -> Iterator[Leaving]:
    for one in entries:
        about = words(N_("entry {number}")).format(number=one.history.number)
        yield from (Leaving(about, fact.label, fact.said) for fact in one.facts)
        for line in one.history.checklist:
            if line.mark.note:
                yield Leaving(about, line.label(words), line.mark.note)


def _of_case(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    sorts = (
        (N_("exhibit {number}"), EXHIBIT_FIELDS, chosen.exhibits),
        (N_("movement {number}"), MOVEMENT_FIELDS, chosen.movements),
        (N_("person {number}"), PERSON_FIELDS, tuple(chosen.people.values())),
        (N_("report {number}"), REPORT_FIELDS, chosen.reports),
        (N_("order {number}"), ORDER_FIELDS, chosen.orders),
    )
    for about, labels, things in sorts:
        for one in things:
            for name, value in one.fields().items():
                yield Leaving(words(about).format(number=one.number), words(labels.get(name, name)), plain(value))
    for step_id, mark in chosen.steps.items():
        for name, value in mark.fields().items():
            yield Leaving(words(step(step_id).label), words(_OF_MARKS.get(name) or field_label(name)), plain(value))


def _of_records(chosen: Chosen, words: Words, told: set[str]) -> Iterator[Leaving]:
    """Yield what the ledger tells besides: what stood before a change, why it was made, what a later act says."""
    for record in chosen.ledger:
        said = record.fields()
        if said.get("action") in _PROOF:
            continue
        about = words(N_("record {number}")).format(number=record.seq)
        for name, value in said.items():
            text = plain(value)
            if name not in _IDS and _has_words(value) and text not in told:
                told.add(text)
                yield Leaving(about, words(_OF_MARKS.get(name) or field_label(name)), text)


def plain(value: object) -> str:
    """Return a value of a record as one line of text."""
    if isinstance(value, list | tuple):
        return ", ".join(map(plain, value))
    if isinstance(value, dict):
        when = value.get("when", value)
        moment = when.get("typed") or when.get("start") if isinstance(when, dict) else None
        return str(moment) if moment else ", ".join(map(plain, value.values()))
    return str(value)


def _has_words(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_has_words, value))
    return isinstance(value, dict) or (isinstance(value, str) and bool(value.strip()))
