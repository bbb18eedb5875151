"""Chronology: every entry as a line in the order of happening, with amendments and withdrawals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.dossier.formatting import entry_link, happened, in_quotes, kind_text, recorded
from journal.handover.model.document import Column, Paragraph, Section, Table, Wide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.text.words import Words
    from journal.handover.selection.selection import SelectedEntry, Selection

_SHORTEST = 110
"""How many signs of the account, and of the literal words, stand in the list."""


def chronology(chosen: Selection, words: Words) -> Section:
    """Return the list."""
    columns = (
        Column(words(N_("No.")), Wide.NARROW),
        Column(words(N_("Happened on"))),
        Column(words(N_("What")), Wide.WIDE),
        Column(words(N_("Recorded on"))),
    )
    rows = tuple(
        (entry_link(one.history.number), happened(one.history, words), _what(one, words), recorded(one.history, words))
        for one in chosen.entries
    )
    note = Paragraph(
        words(
            N_(
                "The numbers are those of the log and have no gaps there; a number that is missing here was not chosen "
                "for this reader. Times are local; what is not known exactly is said as it is known."
            )
        ),
        small=True,
    )
    return Section(words(N_("In order of happening")), (Table(columns, rows), note), anchor="chronology")


def _what(one: SelectedEntry, words: Words) -> str:
    history = one.history
    said = {field.name: field.said for field in one.fields}
    quoted = said.get("quoted_words", "")
    lines = [_shortened(said.get("account", "")), in_quotes(quoted, words, _shortened) if quoted.strip() else ""]
    state = [words(N_("crossed out"))] if history.withdrawn else []
    state += [words(N_("amended"))] if history.amended else []
    exhibits = [_exhibits(one, words)] if one.exhibits else []
    head = " · ".join([kind_text(history, words), *filter(None, [_number(said)]), *state, *exhibits])
    return "\n".join(filter(None, [head, *lines]))


def _shortened(said: str) -> str:
    whole = " ".join(said.split())
    return whole if len(whole) <= _SHORTEST else whole[:_SHORTEST].rsplit(" ", 1)[0] + " …"


def _number(said: Mapping[str, str]) -> str:
    return said.get("call.number") or said.get("message.number", "")


def _exhibits(one: SelectedEntry, words: Words) -> str:
    numbers = ", ".join(map(str, one.exhibits))
    return words.many("exhibit {numbers}", "exhibits {numbers}", len(one.exhibits)).format(numbers=numbers)
