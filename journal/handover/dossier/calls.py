"""Tables of calls and texts in the columns of the Belgian telecom ombudsman: date, hour, number, answer, content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.text.words import N_
from journal.domain.time.clocks import time_in_words
from journal.domain.time.moment import Certainty
from journal.domain.time.moment_words import plain_day
from journal.handover.dossier.formatting import entry_link, happened, kind_text, standing
from journal.handover.model.document import Column, Heading, Section, Table, Wide
from journal.handover.selection.call_kinds import CALLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.text.words import Words
    from journal.handover.model.document import Block, Cell
    from journal.handover.selection.selection import SelectedEntry, Selection

_SAID = ("call.content", "quoted_words", "account")


def calls(chosen: Selection, words: Words) -> Section | None:
    """Return the list of calls and texts; None where there are none."""
    blocks = call_blocks(chosen, words)
    return Section(words(N_("Calls and text messages")), blocks, anchor="calls") if blocks else None


def chosen_calls(chosen: Selection) -> list[SelectedEntry]:
    """Return the chosen calls and text messages that were not withdrawn."""
    return [one for one in standing(chosen) if one.history.kind_id in CALLS]


def call_blocks(chosen: Selection, words: Words) -> tuple[Block, ...]:
    """Return the calls with a time of their own as a table, and apart from it, with the reason, those without."""
    own, apart = call_tables(chosen_calls(chosen), words)
    blocks: list[Block] = [own] if own.rows else []
    if apart.rows:
        blocks += [Heading(apart.caption), replace(apart, caption="")]
    return tuple(blocks)


def call_tables(found: Sequence[SelectedEntry], words: Words) -> tuple[Table, Table]:
    """Return the table of calls with a time of their own, and the one of those without; either may have no rows."""
    listed = tuple(_row(one, words) for one in found if _has_own_time(one))
    apart = [one for one in found if not _has_own_time(one)]
    title = words(N_("Without an exact time of their own"))
    return Table(_columns(words), listed), Table(_columns_apart(words), _apart(apart, words), title)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words(N_("No.")), Wide.NARROW),
        Column(words(N_("Date")), Wide.NARROW),
        Column(words(N_("Hour")), Wide.NARROW),
        Column(words(N_("Kind"))),
        Column(words(N_("Number")), Wide.NARROW),
        Column(words(N_("Answered")), Wide.NARROW),
        Column(words(N_("Duration")), Wide.NARROW),
        Column(words(N_("Rings")), Wide.NARROW),
        Column(words(N_("Content or description")), Wide.WIDE),
    )


def _has_own_time(one: SelectedEntry) -> bool:
    moment = one.history.happened
    return moment.certainty is Certainty.EXACT and moment.has_clock_time and one.history.times == 1


def _row(one: SelectedEntry, words: Words) -> tuple[Cell, ...]:
    moment, said = one.history.happened, {field.name: field.said for field in one.fields}
    day = plain_day(moment.day, words) if moment.day else ""
    kind = words(kinds.kind(one.history.kind_id).label)
    return (
        entry_link(one.history.number),
        day,
        time_in_words(moment.start, moment.offset, words),
        kind,
        said.get("call.number") or said.get("message.number") or said.get("call.number_shown", ""),
        _answered(one, said, words),
        said.get("call.duration", ""),
        said.get("call.rings", ""),
        next((said[name] for name in _SAID if said.get(name)), ""),
    )


def _answered(one: SelectedEntry, said: dict[str, str], words: Words) -> str:
    known = {"call_answered": N_("yes"), "call_missed": N_("no"), "voicemail": N_("no"), "sms": ""}
    kind = one.history.kind_id
    return words(known[kind]) if kind in known else said.get("call.answered", "")


def _columns_apart(words: Words) -> tuple[Column, ...]:
    return (
        Column(words(N_("No.")), Wide.NARROW),
        Column(words(N_("When"))),
        Column(words(N_("Kind"))),
        Column(words(N_("Why it stands apart")), Wide.WIDE),
    )


def _apart(found: Sequence[SelectedEntry], words: Words) -> tuple[tuple[Cell, ...], ...]:
    several = words(N_("several calls or texts in one entry, whose own times were not noted"))
    unsure = words(N_("the hour is not known exactly"))
    return tuple(
        (
            entry_link(one.history.number),
            happened(one.history, words),
            kind_text(one.history, words),
            several if one.history.times > 1 else unsure,
        )
        for one in found
    )
