"""Preview of a hand-over before anything is written: fields that leave, fields that are withheld, and their counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.base.task import Task
from journal.domain.entry.number_ranges import in_few_ranges
from journal.domain.evidence.exhibit import Form
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_
from journal.domain.time.moment_words import side_by_side
from journal.handover.preview.disclosure import leaving
from journal.handover.preview.questions import SENDER
from journal.handover.preview.withheld_fields import WithheldFields
from journal.handover.selection.choice import CALLS_ONLY, FILE_ITSELF, Format, ObjectRef, Stays
from journal.handover.selection.object_refs import field_text, ref_text
from journal.handover.selection.selection import PreviewField
from journal.handover.selection.supplement import supplement_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.ledger.record import Record
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import EarlierHandover
    from journal.handover.selection.selection import Selection

_WITHOUT_WORDS = frozenset(
    {"action", "offset", "clock", "state", "kind", "item", "step", "sha256", "media_type", "undoes", "erases", "files"}
    | {"added_at", "erased_at", "head", "without", "together"}
)
"""Fields that say nothing about a person."""
_ABOUT_YOU = N_("who hands it over")
_AS_IT_IS, _WITHOUT_LOCATION = N_("{name}, as it is"), N_("{name}, without its location where it says one")
_DRAWN = N_("{name}, drawn as a picture in the document")


@dataclass(frozen=True)
class HandoverPreview:
    """Preview of one hand-over."""

    leaves: tuple[PreviewField, ...]
    stays: Sequence[PreviewField]
    """Withheld fields of the journal; of equal ones only the first."""
    entries: int
    exhibits: int
    perhaps: tuple[int, ...] = ()
    """Numbers of the entries that are perhaps in the chosen period."""
    perhaps_leave: bool = True
    earlier: EarlierHandover | None = None
    """Hand-over to which this is a supplement."""


def preview(chosen: Selection, records: Sequence[Record], words: Words, task: Task | None = None) -> HandoverPreview:
    """Return what leaves, and what of these unredacted records is withheld; slow with many records.

    The task is advanced by them.
    """
    staying = WithheldFields(
        chosen, records, tells=_tells, besides=tuple(_files(chosen, words, given=False)), task=task or Task()
    )
    return HandoverPreview(
        leaves=(*_sender(chosen, words), *leaving(chosen, words), *_files(chosen, words, given=True)),
        stays=staying,
        entries=len(chosen.entries),
        exhibits=len(chosen.exhibits),
        perhaps=tuple(sorted(chosen.perhaps)),
        perhaps_leave=chosen.choice.perhaps,
        earlier=chosen.choice.supplement,
    )


def counted(shown: HandoverPreview, words: Words) -> str:
    """Render how much leaves and how much stays, to what it is a supplement, and what is perhaps in the period."""
    leaves, stays = sum(one.is_field for one in shown.leaves), len(shown.stays)
    counts = (
        (words.many("{count} entry", "{count} entries", shown.entries), shown.entries),
        (words.many("{count} exhibit", "{count} exhibits", shown.exhibits), shown.exhibits),
        (words.many("{count} field will be shared", "{count} fields will be shared", leaves), leaves),
    )
    parts = ", ".join(told.format(count=in_figures(count, words)) for told, count in counts)
    kept = words.many("{count} field stays here", "{count} fields stay here", stays)
    told = side_by_side((parts, kept.format(count=in_figures(stays, words))), words) + "."
    supplement = supplement_in_words(shown.earlier, words) if shown.earlier else ""
    return " ".join(filter(None, (told, supplement, perhaps_text(shown, words))))


def perhaps_text(shown: HandoverPreview, words: Words) -> str:
    """Render which entries are perhaps in the chosen period, and whether they leave; "" where there are none."""
    if not shown.perhaps:
        return ""
    said = N_("Perhaps in the period, and shared too: {numbers}.")
    left = N_("Perhaps in the period, and staying here: {numbers}.")
    return words(said if shown.perhaps_leave else left).format(numbers=in_few_ranges(shown.perhaps))


def _sender(chosen: Selection, words: Words) -> Iterator[PreviewField]:
    for name, label in SENDER.items():
        if said := getattr(chosen.choice.sender, name):
            yield PreviewField(words(_ABOUT_YOU), words(label), said)
    if chosen.choice.receiver:
        yield PreviewField(words(_ABOUT_YOU), words(N_("Given to")), chosen.choice.receiver)


def _files(chosen: Selection, words: Words, *, given: bool) -> Iterator[PreviewField]:
    """Yield the files that leave, or with `given` False those that are withheld."""
    how = _WITHOUT_LOCATION if chosen.choice.keeps(Stays.LOCATIONS) else _AS_IT_IS
    bundled, drawn = Format.BUNDLE in chosen.choice.formats, _is_drawn(chosen)
    for one in chosen.exhibits:
        thing = ObjectRef("exhibit", one.number)
        if one.form is not Form.FILE or chosen.gives(one.number) is not given:
            continue
        if said := how if bundled else _DRAWN if drawn and one.media_type.startswith("image/") else "":
            told = (words(said) if given else "{name}").format(name=one.file_name or one.media_type)
            yield PreviewField(ref_text(thing, words), field_text(thing, FILE_ITSELF, words), told, thing, FILE_ITSELF)


def _is_drawn(chosen: Selection) -> bool:
    """Return whether pictures are rendered in one of the documents."""
    return chosen.choice.to not in CALLS_ONLY and bool({Format.PDF, Format.HTML} & {*chosen.choice.formats})


def _tells(name: str, value: object) -> bool:
    """Return whether a field says anything to a person; numbers only point at other objects."""
    if name in _WITHOUT_WORDS:
        return False
    if isinstance(value, list):
        return any(_tells(name, one) for one in value)
    return isinstance(value, bool | dict) or (isinstance(value, str) and bool(value.strip()))
