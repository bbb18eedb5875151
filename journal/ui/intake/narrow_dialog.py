"""How the triage list is sorted, what of it shows, and what is counted together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.getters import query_one

from journal.domain import kinds
from journal.domain.forms.form_input import TIME_NOT_SETTLED, TypedTime
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.normalisation import alphabetical
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.reading import Direction
from journal.intake.triage.entries import kind_of
from journal.intake.triage.narrowing import ListOrder, Narrowing, sender_of
from journal.intake.triage.telling import who
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot
from journal.ui.fields.moment_field import MomentRow
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from textual.app import ComposeResult

    from journal.intake.triage.triage import TriageItem

MOST_SENDERS = 6
"""Senders that are offered, those of the most lines; letters find the others."""
MOST_FIGURES = 4
LONGEST_NAME = 30
ORDER = Slot("order", N_("Sort by"))
SENDER = Slot("sender", N_("Only from"))
KIND = Slot("kind", N_("Only"))
SINCE = Slot("since", N_("From this day"))
UNTIL = Slot("until", N_("To this day"))
SILENCE = Slot(
    "silence", N_("Count together"), note=N_("until there was silence for so many minutes; 0: each is an entry")
)
ORDERS = {ListOrder.TIME: N_("time"), ListOrder.SENDER: N_("sender"), ListOrder.KIND: N_("kind")}
NOT_MINUTES = N_("How many minutes of silence? A whole number belongs here, for example 30; 0 counts nothing together.")
WRONG_WAY = N_("The last day is before the first one.")


class ListSettings(Struct, frozen=True):
    """What the dialog answers."""

    narrowing: Narrowing = Narrowing()
    silence: int = 0
    """Minutes of silence that end a burst; 0 for one entry each."""


class NarrowDialog(Dialog[ListSettings]):
    """Order, sender, kind, period and silence; empty fields hold back nothing."""

    HELP = N_(
        "How the list is sorted, and what of it shows: one sender, one kind, some days. Backspace takes a choice back. "
        "What is picked stays picked, also where it no longer shows. Messages and calls of one sender can be counted "
        "together as one entry with their number. F2 takes it, escape goes back."
    )
    DEFAULT_CSS = "NarrowDialog .buttons { height: 1; padding: 0; }"

    _silence = query_one(f".field-{SILENCE.field}", LineRow)

    def __init__(self, items: Sequence[TriageItem], settings: ListSettings, now: Callable[[], datetime]) -> None:
        """Offer the senders and kinds of these items."""
        super().__init__(_("Sort, narrow, count together"), verb=_("Apply"))
        self._settings, self._reader = settings, TimeReader(now, Direction.INTERVAL)
        count = Counter(map(sender_of, items))
        first = {sender_of(one): one for one in reversed(items)}
        self._senders = [sender for sender, _count in count.most_common(MOST_SENDERS)]
        self._labels = [f"{_short(who(first[one], spoken()))} ({_figures(count[one])})" for one in self._senders]
        labels = {one: _(kinds.kind(one).label) for one in {kind_of(item.found) for item in items}}
        self._kinds = dict(sorted(labels.items(), key=lambda one: (alphabetical(one[1]), one[0])))

    def compose_fields(self) -> ComposeResult:
        """Yield a row for each thing."""
        narrowing = self._settings.narrowing
        sender = self._senders.index(narrowing.sender) if narrowing.sender else ""
        yield ChoiceRow(ORDER, {one: _(label) for one, label in ORDERS.items()}, narrowing.order)
        yield ChoiceRow(SENDER, {str(at): label for at, label in enumerate(self._labels)}, str(sender))
        yield ChoiceRow(KIND, self._kinds, narrowing.kind)
        yield MomentRow(SINCE, self._reader, self._typed(narrowing.since))
        yield MomentRow(UNTIL, self._reader, self._typed(narrowing.until))
        yield LineRow(SILENCE, str(self._settings.silence), number=True)

    def _typed(self, day: date | None) -> TypedTime | None:
        return self._reader.typed(day.isoformat())[0] if day else None

    def action_agree(self) -> None:
        """Answer what stands here, once all of it can be taken."""
        silence = self._silence.words.strip()
        if not (silence.isascii() and silence.isdecimal() and len(silence) <= MOST_FIGURES):
            self._ask_again(self._silence, _(NOT_MINUTES))
            return
        since, until = (self.query_one(f".field-{slot.field}", MomentRow) for slot in (SINCE, UNTIL))
        for row in (since, until):
            if row.time.text.strip() and not (row.time.moment and row.time.moment.first_day):
                self._ask_again(row, _(TIME_NOT_SETTLED))
                return
        first, last = _first_day(since.time), _last_day(until.time)
        if first and last and last < first:
            self._ask_again(until, _(WRONG_WAY))
            return
        order, sender, kind = (self.query_one(f".field-{one.field}", ChoiceRow).chosen for one in (ORDER, SENDER, KIND))
        narrowing = Narrowing(
            order=ListOrder(order or ListOrder.TIME),
            sender=self._senders[int(sender)] if sender else None,
            kind=kind,
            since=first,
            until=last,
        )
        self.dismiss(ListSettings(narrowing, int(silence)))

    def _ask_again(self, row: LineRow | MomentRow, why: str) -> None:
        self.say(why)
        self.set_focus(row.entrance)


def _first_day(time: TypedTime) -> date | None:
    return time.moment.first_day if time.moment else None


def _last_day(time: TypedTime) -> date | None:
    return (time.until or time.moment).last_day if time.moment else None


def _short(name: str) -> str:
    name = harmless(name)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _figures(count: int) -> str:
    return in_figures(count, spoken())
