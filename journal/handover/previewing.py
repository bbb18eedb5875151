"""What is shown before anything is written: every field that leaves, every field that stays, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from journal.domain.case_labels import EXHIBIT_FIELDS, MOVEMENT_FIELDS, ORDER_FIELDS, REPORT_FIELDS
from journal.domain.exhibit import Form
from journal.domain.labels import field_label
from journal.domain.numbers import in_figures
from journal.domain.people_labels import FIELDS as PERSON_FIELDS
from journal.domain.steps import step
from journal.domain.words import N_
from journal.handover.asking import SENDER
from journal.handover.choice import Format, Stays
from journal.handover.chosen import Leaving
from journal.handover.leaving import leaving, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.record import Record
    from journal.domain.words import Words
    from journal.handover.chosen import Chosen

_NOTHING: Mapping[str, str] = MappingProxyType({})
_THINGS = MappingProxyType(
    {
        "entry": (N_("entry {number}"), _NOTHING),
        "exhibit": (N_("exhibit {number}"), EXHIBIT_FIELDS),
        "movement": (N_("movement {number}"), MOVEMENT_FIELDS),
        "person": (N_("person {number}"), PERSON_FIELDS),
        "report": (N_("report {number}"), REPORT_FIELDS),
        "order": (N_("order {number}"), ORDER_FIELDS),
    }
)
_WITHOUT_WORDS = frozenset(
    {"action", "offset", "clock", "state", "kind", "item", "step", "sha256", "media_type", "undoes", "erases", "files"}
    | {"added_at", "erased_at", "head"}
)
"""Fields that say nothing about anybody."""
_NOTE = N_("Note")
_ABOUT_YOU = N_("who hands it over")
_FILE = N_("The file itself")
_AS_IT_IS, _WITHOUT_LOCATION = N_("{name}, as it is"), N_("{name}, without its location where it says one")


@dataclass(frozen=True)
class Preview:
    """A hand-over before it is made."""

    leaves: tuple[Leaving, ...]
    stays: tuple[Leaving, ...]
    """What of the journal stays here; of something told several times in one way, one line."""
    entries: int
    exhibits: int


def preview(chosen: Chosen, records: Iterable[Record], words: Words) -> Preview:
    """Return what leaves and what of these records, as they are kept here, stays; takes its time with many."""
    return Preview(
        leaves=(*_sender(chosen, words), *leaving(chosen, words), *_files(chosen, words)),
        stays=tuple(dict.fromkeys(_staying(chosen, records, words))),
        entries=len(chosen.entries),
        exhibits=len(chosen.exhibits),
    )


def counted(shown: Preview, words: Words) -> str:
    """Return how much leaves and how much stays, in one sentence."""
    leaves, stays = len(shown.leaves), len(shown.stays)
    counts = (
        (words.many("{count} entry", "{count} entries", shown.entries), shown.entries),
        (words.many("{count} exhibit", "{count} exhibits", shown.exhibits), shown.exhibits),
        (words.many("{count} field leaves", "{count} fields leave", leaves), leaves),
    )
    parts = ", ".join(told.format(count=in_figures(count, words)) for told, count in counts)
    kept = words.many("{count} field stays here", "{count} fields stay here", stays)
    return f"{parts}; {kept.format(count=in_figures(stays, words))}."


def _sender(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    for name, label in SENDER.items():
        if said := getattr(chosen.choice.sender, name):
            yield Leaving(words(_ABOUT_YOU), words(label), said)
    if chosen.choice.receiver:
        yield Leaving(words(_ABOUT_YOU), words(N_("Given to")), chosen.choice.receiver)


def _files(chosen: Chosen, words: Words) -> Iterator[Leaving]:
    if Format.BUNDLE not in chosen.choice.formats or chosen.choice.keeps(Stays.ORIGINALS):
        return
    how = _WITHOUT_LOCATION if chosen.choice.keeps(Stays.LOCATIONS) else _AS_IT_IS
    for one in chosen.exhibits:
        if one.form is Form.FILE:
            about = words(N_("exhibit {number}")).format(number=one.number)
            yield Leaving(about, words(_FILE), words(how).format(name=one.file_name or one.media_type))


def _staying(chosen: Chosen, records: Iterable[Record], words: Words) -> Iterator[Leaving]:
    for record in records:
        names = chosen.left_out.get(record.seq, ())
        if not names:
            continue
        said = record.fields()
        about, labels = _about(record.seq, said, words)
        for name in names:
            value = said.get(name)
            if _tells(name, value):
                label = labels.get(name) or (_NOTE if name == "note" else field_label(name))
                yield Leaving(about, words(label), plain(value))


def _about(record: int, said: Mapping[str, Any], words: Words) -> tuple[str, Mapping[str, str]]:
    """Return what a record is about, in words, and the labels of its fields."""
    sort = str(said.get("action", "")).partition(".")[0]
    sort = "entry" if sort == "item" else sort
    if sort in _THINGS and isinstance(said.get(sort), int):
        told, labels = _THINGS[sort]
        return words(told).format(number=said[sort]), labels
    if sort == "step" and isinstance(said.get("step"), str):
        return words(step(said["step"]).label), _NOTHING
    return words(N_("record {number}")).format(number=record), _NOTHING


def _tells(name: str, value: object) -> bool:
    """Tell whether a field says anything to a person; numbers only point at other things."""
    if name in _WITHOUT_WORDS:
        return False
    if isinstance(value, list):
        return any(_tells(name, one) for one in value)
    return isinstance(value, bool | dict) or (isinstance(value, str) and bool(value.strip()))
