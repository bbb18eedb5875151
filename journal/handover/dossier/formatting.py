"""Rendering helpers that several sections share: links, counts, times, headings, quotations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.state.relations import held_during
from journal.domain.text.words import N_
from journal.domain.time.moment_words import DASH, in_words, plain_day
from journal.domain.time.within import Inside
from journal.handover.model.document import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from journal.domain.case.order import Order
    from journal.domain.entry.history import History
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.text.words import Words
    from journal.handover.model.document import Cell
    from journal.handover.selection.selection import SelectedEntry, Selection


_MARKS = frozenset(
    {'""', "''", "“”", "„”", "„“", "»«", "«»"} | {"\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"}
)
"""Quotation marks that people put round what was said, an opening one and the closing one that belongs to it."""


NOT_CHOSEN = N_("not among what was chosen")
"""What is said instead of *none* where only a part was chosen."""


def entry_anchor(number: int) -> str:
    """Return the name under which an entry is found."""
    return f"entry-{number}"


def exhibit_anchor(number: int) -> str:
    """Return the name under which an exhibit is found."""
    return f"exhibit-{number}"


def entry_link(number: int) -> Link:
    """Return the number of an entry, leading to it."""
    return Link(str(number), entry_anchor(number))


def entries_link(numbers: Iterable[int], words: Words, *, beyond: bool = False) -> str:
    """Return the numbers of entries in one text, three or more in a row as a span.

    `beyond` tells that there are others, which were not chosen, so that none here is not none at all.
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0]}{DASH}{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    told = ", ".join(shown)
    if told and beyond:
        return words(N_("{numbers}, and others that were not chosen")).format(numbers=told)
    return told or words(NOT_CHOSEN if beyond else N_("none"))


def none_text(chosen: Selection, words: Words) -> str:
    """Return that there is none of something: none at all only where everything was chosen."""
    return words(NOT_CHOSEN if chosen.is_part else N_("none"))


def part_text(chosen: Selection, words: Words) -> str:
    """Return how much of the log this is."""
    told = words.many("{count} of {all} entry", "{count} of {all} entries", chosen.of_entries)
    return told.format(count=len(chosen.entries), all=chosen.of_entries)


def acts_text(count: int, words: Words) -> str:
    """Return how many acts were counted."""
    return words.many("{count} act", "{count} acts", count).format(count=count)


def entries_text(count: int, words: Words) -> str:
    """Return how many entries were counted."""
    return words.many("{count} entry", "{count} entries", count).format(count=count)


def happened(history: History, words: Words) -> str:
    """Return when an entry happened, as surely as that is known."""
    return in_words(history.happened, words, history.entry.until)


def recorded(history: History, words: Words) -> str:
    """Return when an entry was written down, by the clock of the writer's place."""
    return moment_text(history.recorded_at, history.recorded_offset, words)


def moment_text(written: datetime, offset: str, words: Words) -> str:
    """Return a time of writing in words, with the offset from UTC that the writer's clock had."""
    from datetime import timedelta

    from journal.domain.time.moment import offset_minutes

    local = written + timedelta(minutes=offset_minutes(offset))
    return f"{plain_day(local.date(), words)}, {local:%H:%M} (UTC{offset or '+00:00'})"


def day_text(day: str, words: Words) -> str:
    """Return a day that is kept as ISO 8601 in words; "" for none."""
    try:
        return plain_day(date.fromisoformat(day), words)
    except ValueError:
        return day


def decimal(value: float, words: Words) -> str:
    """Return a figure with one decimal, as the language writes it."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="0.0", locale=words.language)


def kind_text(history: History, words: Words) -> str:
    """Return the kind of an entry, with how many acts it stands for."""
    label = words(kinds.kind(history.kind_id).label)
    return f"{history.times} \N{MULTIPLICATION SIGN} {label}" if history.times > 1 else label


def entry_title(history: History, words: Words) -> str:
    """Return the heading of an entry: its number and kind, and that it is an own step where it is one."""
    own = kinds.kind(history.kind_id).own_step
    title = words(N_("Own step {number}: {kind}")) if own else words(N_("Entry {number}: {kind}"))
    return title.format(number=history.number, kind=kind_text(history, words))


def exhibit_name(exhibit: Exhibit, words: Words) -> str:
    """Return how an exhibit is called: its title, else the name of its file."""
    return exhibit.title or exhibit.file_name or words(N_("without a name"))


def filled(rows: Iterable[tuple[str, Cell]]) -> tuple[tuple[str, Cell], ...]:
    """Return the rows that say something; for forms of the log, of which an empty field is no blank to be filled in."""
    return tuple(row for row in rows if row[1] != "")


def in_quotes(said: str, words: Words, shortened: Callable[[str], str] = str) -> str:
    """Return literal words between quotation marks: those that were typed round them, else those of the language."""
    text = said.strip()
    if len(text) > 1 and text[0] + text[-1] in _MARKS:
        space = text[1] if text[1].isspace() else ""
        return text[0] + space + shortened(text[1:-1].strip()) + space + text[-1]
    return words(N_("“{words}”")).format(words=shortened(said))


def standing(chosen: Selection) -> tuple[SelectedEntry, ...]:
    """Return the chosen entries that count."""
    return tuple(one for one in chosen.entries if not one.history.withdrawn)


def during(order: Order, entries: Iterable[SelectedEntry]) -> Mapping[Inside, Sequence[int]]:
    """Return the numbers of the entries that happened while an order held, perhaps held and did not hold."""
    found: dict[Inside, list[int]] = {inside: [] for inside in Inside}
    for one in entries:
        found[held_during(order, one.history)].append(one.history.number)
    return found
