"""Supplement to an earlier hand-over: the entries that are new to its receiver or were changed since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Exhibit
from journal.domain.ledger.actions import Action
from journal.domain.text.harmless import harmless
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment_words import plain_day
from journal.handover.selection.choice import MADE_FOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.entry.history import History
    from journal.domain.state.state import State
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import EarlierHandover


class SinceThen(LabelledEnum):
    """What became of an entry since an earlier hand-over."""

    NEW = "new", N_("New since then")
    """Recorded since."""
    AMENDED = "amended", N_("Amended since then")
    CROSSED_OUT = "crossed_out", N_("Crossed out since then")
    COUNTS_AGAIN = "counts_again", N_("Counts again since then")
    EVIDENCE = "evidence", N_("With evidence added since then")
    """An exhibit was linked to it since."""


def since(earlier: EarlierHandover, state: State) -> Mapping[int, SinceThen]:
    """Return by number the entries that are new or were changed since a hand-over, undone changes included.

    An entry that was there already and was not handed over then stays out, because it was left out on purpose.
    """
    held = frozenset(earlier.entries)
    linked = _linked_since(earlier, state)
    found = {
        number: _change(history, earlier.record, has_new_evidence=number in linked)
        for number, history in state.entries.items()
        if number in held or history.numbers[0] > earlier.record
    }
    return {number: change for number, change in found.items() if change}


def _change(history: History, record: int, *, has_new_evidence: bool) -> SinceThen | None:
    numbers = history.numbers
    if numbers[0] > record:
        return SinceThen.NEW
    versions = history.versions if numbers[-1] > record else ()
    acts = {one.act for one in versions if one.record.seq > record}
    if Action.ENTRY_WITHDRAWN in acts and history.withdrawn:
        return SinceThen.CROSSED_OUT
    if Action.ENTRY_AMENDED in acts:
        return SinceThen.AMENDED
    if acts:
        return SinceThen.COUNTS_AGAIN
    return SinceThen.EVIDENCE if has_new_evidence else None


def _linked_since(earlier: EarlierHandover, state: State) -> frozenset[int]:
    """Return the entries to which a standing exhibit was linked since."""
    exhibits = state.of(Exhibit).now
    return frozenset(
        target.entry
        for exhibit, links in state.links.items()
        if not exhibits[exhibit].withdrawn
        for target, record in links.items()
        if target.entry and record > earlier.record
    )


def earlier_in_words(earlier: EarlierHandover, words: Words) -> str:
    """Render which hand-over it was: its day, and its receiver, by name where there is one."""
    day = plain_day(date.fromisoformat(earlier.day), words)
    pattern = N_("the dossier of {day} for {receiver}") if _name(earlier) else N_("the dossier of {day} {receiver}")
    return words(pattern).format(day=day, receiver=_receiver(earlier, words)).strip()


def new_since(earlier: EarlierHandover, words: Words) -> str:
    """Render the choice of a supplement, in the width of a form."""
    day = plain_day(date.fromisoformat(earlier.day), words)
    return words(N_("new since {day}, {receiver}")).format(day=day, receiver=_receiver(earlier, words))


def _receiver(earlier: EarlierHandover, words: Words) -> str:
    """Render the receiver's name, or for whom it was made; "" for a receiver of a newer version."""
    made_for = {one.value: told for one, told in MADE_FOR.items()}
    return _name(earlier) or words(made_for.get(earlier.to, ""))


def _name(earlier: EarlierHandover) -> str:
    return harmless(" ".join(earlier.receiver.split()))


def supplement_in_words(earlier: EarlierHandover, words: Words) -> str:
    """Render what a supplement is, as its first page and its bundle say it."""
    told = words(
        N_(
            "This is a supplement to {dossier}. It holds only the entries that were recorded, amended or crossed out "
            "since then, or to which evidence was added."
        )
    )
    return told.format(dossier=earlier_in_words(earlier, words))
