"""Exclusions by hand in the preview: excluded fields stay in sight, so that they can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from journal.domain.text.words import N_
from journal.handover.selection.choice import Exclusion
from journal.handover.selection.object_refs import can_be_excluded, ref_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words
    from journal.handover.selection.selection import PreviewField

_TYPED = N_("This was typed in the form, which can change it: escape leads back there.")
_OF_THE_JOURNAL = N_("This belongs to the journal itself; a ledger could not be checked without it.")
_BONE = N_(
    "Without this, {thing} would say something else and not only less. It can be taken out as a whole: on its "
    "first line, “Why it is shared”."
)
_WHOLE = N_("All of {thing} was taken out; on its first line it can be put back.")
_HUNG = N_("This stays here because what it depends on was taken out.")
_BY_CHOICE = N_("This stays here because of what was chosen in the form; escape goes back there.")


class PreviewLine(NamedTuple):
    """Line of the preview."""

    field: PreviewField
    leaves: bool


class WithheldLines(Sequence[PreviewLine]):
    """Lazy sequence of the lines of withheld fields."""

    def __init__(self, fields: Sequence[PreviewField]) -> None:
        """Show these fields."""
        self._fields = fields

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._fields)

    @overload
    def __getitem__(self, at: int) -> PreviewLine: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PreviewLine]: ...
    def __getitem__(self, at: int | slice) -> PreviewLine | Sequence[PreviewLine]:
        """Return one of them, or some."""
        if isinstance(at, slice):
            return [PreviewLine(one, leaves=False) for one in self._fields[at]]
        return PreviewLine(self._fields[at], leaves=False)


def lines(before: Sequence[PreviewField], now: Sequence[PreviewField]) -> Iterator[PreviewLine]:
    """Merge the fields that leave now into those that leave without any exclusion, and yield lines in that order.

    A field that now reads otherwise, because a name in it is withheld, is told as it reads now.
    """
    left: dict[tuple[object, ...], list[PreviewField]] = {}
    for one in now:
        left.setdefault(_place(one), []).append(one)
    for one in before:
        there = left.get(_place(one), [])
        at = there.index(one) if one in there else 0
        yield PreviewLine(there.pop(at), leaves=True) if there else PreviewLine(one, leaves=False)
    yield from (PreviewLine(one, leaves=True) for there in left.values() for one in there)


def _place(one: PreviewField) -> tuple[object, ...]:
    return one.about, one.label, one.thing, one.field


def put_back(line: PreviewLine, without: Sequence[Exclusion], words: Words) -> tuple[Exclusion, ...] | str:
    """Return the exclusions without this withheld line, or in words why it cannot be put back."""
    one = Exclusion(line.field.thing, line.field.field) if line.field.thing else None
    return toggled(line, without, words) if one in without else words(_BY_CHOICE)


def toggled(line: PreviewLine, without: Sequence[Exclusion], words: Words) -> tuple[Exclusion, ...] | str:
    """Return the exclusions after this line is excluded or put back, or in words why neither can be done."""
    field = line.field
    if field.thing is None:
        return words(_OF_THE_JOURNAL if field.field else _TYPED)
    one = Exclusion(field.thing, field.field)
    if one in without:
        return tuple(other for other in without if other != one)
    told = ref_text(field.thing, words)
    if not line.leaves:
        return words(_WHOLE).format(thing=told) if Exclusion(field.thing) in without else words(_HUNG)
    return (*without, one) if can_be_excluded(one) else words(_BONE).format(thing=told)
