"""Tables for a spreadsheet: one row an entry, and in a sheet of their own one row a call or text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case.case_event import holding_entry
from journal.domain.entry import labels
from journal.domain.kinds import KINDS
from journal.domain.text.words import N_
from journal.handover.dossier.calls import call_tables, chosen_calls
from journal.handover.dossier.formatting import happened, recorded
from journal.handover.model.document import plain
from journal.handover.selection.supplement import earlier_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.text.words import Words
    from journal.handover.model.document import Table
    from journal.handover.selection.selection import SelectedEntry, Selection


class Own(str):
    """A text that the program made itself and nobody typed: no spreadsheet is to be kept from it."""

    __slots__ = ()


Value = str | int


@dataclass(frozen=True)
class Sheet:
    """A sheet: heads, and rows of the same length."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    language: str = "en"
    """Of its words; a spreadsheet of that language is likely to open it."""


def sheets(chosen: Selection, words: Words) -> tuple[Sheet, ...]:
    """Return the sheet of entries, those of calls and texts where there are any, and that of a supplement."""
    own, apart = call_tables(chosen_calls(chosen), words)
    calls = ((words(N_("Calls and text messages")), own), (words(N_("Calls without an exact time")), apart))
    listed = tuple(_sheet(title, table, words.language) for title, table in calls if table.rows)
    return (_entries(chosen, words), *listed, *_since_then(chosen, words))


def _since_then(chosen: Selection, words: Words) -> Iterator[Sheet]:
    """Yield for a supplement the sheet that tells to which dossier it is one, and what became of each entry since."""
    if earlier := chosen.choice.supplement:
        told = Own(earlier_in_words(earlier, words))
        numbers = [one.history.number for one in chosen.entries]
        rows = tuple((one, Own(words(chosen.changes[one].label)), told) for one in numbers)
        heads = (words(N_("No.")), words(N_("Since then")), words(N_("Supplement to")))
        yield Sheet(words(N_("Supplement")), heads, rows, words.language)


def _entries(chosen: Selection, words: Words) -> Sheet:
    fixed = (
        *(N_("No."), N_("Happened on"), N_("From (local time)"), N_("Until (local time)"), N_("UTC offset")),
        *(
            N_("How surely known"),
            N_("How surely the end is known"),
            N_("Recorded on"),
            N_("Recorded (UTC)"),
            N_("Group"),
            N_("Kind"),
            N_("Acts"),
        ),
        *(N_("State"), N_("Exhibits"), N_("Reports")),
        *([N_("Events")] if chosen.events else []),
    )
    names = _columns(chosen)
    heads = _told_apart((*map(words, fixed), *(words(labels.field_label(name)) for name in names)), names, words)
    rows = tuple((*_fixed(one, words), *_events(one, chosen, words), *_said(one, names)) for one in chosen.entries)
    return Sheet(words(N_("Entries")), heads, rows, words.language)


def _told_apart(heads: tuple[str, ...], names: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Return the heads, those of the same words told apart by the kind whose field it is."""
    first = len(heads) - len(names)
    kind_of = {field.id: words(kind.label) for kind in KINDS for field in kind.fields}
    return tuple(
        f"{head} ({kind_of.get(name, name)})" if name and heads.count(head) > 1 else head
        for head, name in zip(heads, ("",) * first + names, strict=True)
    )


def _columns(chosen: Selection) -> tuple[str, ...]:
    """Return the ids of every field that is filled in anywhere, common ones first, in their own order."""
    used = {field.name for one in chosen.entries for field in one.fields}
    own = dict.fromkeys(field.id for kind in KINDS for field in kind.fields)
    known = [*labels.FIELDS, *own]
    told_already = {"happened", "until", "kind", "times"}
    return tuple(name for name in [*known, *sorted(used - set(known))] if name in used - told_already)


def _fixed(one: SelectedEntry, words: Words) -> tuple[Value, ...]:
    history, moment = one.history, one.history.happened
    until = history.entry.until
    state = N_("crossed out") if history.withdrawn else N_("amended") if history.amended else ""
    return (
        history.number,
        happened(history, words),
        moment.start.replace("T", " "),
        ((until.end or until.start) if until else moment.end).replace("T", " "),
        Own(moment.offset),
        words(_CERTAINTY[moment.certainty.value]),
        words(_CERTAINTY[until.certainty.value]) if until else "",
        recorded(history, words),
        history.first_written,
        words(kinds.group_label(kinds.kind(history.kind_id).group)),
        words(kinds.kind(history.kind_id).label),
        history.acts,
        words(state),
        ", ".join(map(str, one.exhibits)),
        ", ".join(map(str, one.reports)),
    )


def _events(one: SelectedEntry, chosen: Selection, words: Words) -> Iterator[str]:
    """Yield the names of the events of an entry, where there are events at all."""
    if chosen.events:
        held = holding_entry(one.history.number, chosen.events)
        yield " · ".join(event.name or words(N_("event {number}")).format(number=event.number) for event in held)


def _said(one: SelectedEntry, names: Iterable[str]) -> tuple[str, ...]:
    said = {field.name: field.said for field in one.fields}
    return tuple(said.get(name, "") for name in names)


def _sheet(title: str, table: Table, language: str) -> Sheet:
    return Sheet(
        title,
        tuple(column.title for column in table.columns),
        tuple(tuple(map(plain, row)) for row in table.rows),
        language,
    )


_CERTAINTY = {
    "exact": N_("exact"),
    "about": N_("about"),
    "between": N_("between two times"),
    "part_of_day": N_("part of the day"),
    "day": N_("the day only"),
    "unknown": N_("not known"),
}
