"""Tables of the overview about kinds, days, the time until writing, and through what the acts came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.overview import axes, delays
from journal.domain.overview.axes import Unplaced
from journal.domain.overview.told_through import ToldBy
from journal.domain.text.labelled import labels_of
from journal.domain.text.normalisation import alphabetical
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.domain.time.moment_words import plain_day, side_by_side
from journal.domain.time.within import Inside
from journal.ui.frame.masking import harmless
from journal.ui.overview.figure_table import Figure, FigureLine, FigureSheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from journal.domain.overview.told_through import ToldThrough
    from journal.domain.overview.whole import Overview

_SIDES = {Inside.NO: N_("before"), Inside.YES: N_("after"), Inside.PERHAPS: N_("unsure")}
_WHOLE_SIDES = {
    Inside.NO: N_("before the day of “no contact”"),
    Inside.YES: N_("since the day of “no contact”"),
    Inside.PERHAPS: N_("not known whether before or since “no contact”"),
}
_THROUGH = {
    ToldBy.CHANNEL: (N_("Channel"), N_("channel not said")),
    ToldBy.IDENTIFIER: (N_("Number, address or account"), N_("number or account not said")),
    ToldBy.PLACE: (N_("Place"), N_("place not said")),
}
"""The head of a part, and what is said of acts of which it is not known."""
_LONGEST = 40
"""Letters of a stored label that are shown."""


def by_kind(counts: Overview, no: date | None) -> FigureSheet:
    """Return the acts of each kind, the most frequent first; with the day of the no, also before and after it."""
    ranked = sorted(counts.kinds.items(), key=lambda one: (-one[1], alphabetical(_(kinds.kind(one[0]).label)), one[0]))
    sides = list(_SIDES) if no else []
    axis = axes.kind_and_side_axis(no) if no else axes.BY_KIND
    lines = [
        FigureLine(
            harmless(_(kinds.kind(kind).label)),
            (
                Figure(acts, axes.BY_KIND, frozenset({kind})),
                *(Figure(counts.kinds_by_side.get((kind, side), 0), axis, frozenset({(kind, side)})) for side in sides),
            ),
        )
        for kind, acts in ranked
    ]
    short, full = ((_("Kind"), _("acts"), *(_(words[side]) for side in sides)) for words in (_SIDES, _WHOLE_SIDES))
    return FigureSheet(short, lines, full)


def by_day(counts: Overview, no: date | None) -> FigureSheet:
    """Return counts of days and nights, the longest silence, and the two sides of the no."""
    lines = [*_days(counts), *_nights(counts), *_sides(counts, no), *_delays(counts)]
    return FigureSheet((_("Days and nights"), ""), lines)


def _days(counts: Overview) -> Iterator[FigureLine]:
    days, most = counts.days.acts, counts.most_on_a_day
    for label, day in (
        (N_("acts on the first day"), min(days, default=None)),
        (N_("acts on the last day"), max(days, default=None)),
    ):
        if day:
            yield _plain(label, days[day], axes.BY_DAY, frozenset({day}), plain_day(day, spoken()))
    yield _plain(N_("days with an act"), len(days), axes.BY_DAY, frozenset(days))
    yield _plain(N_("days with more than one act"), len(counts.busy_days), axes.BY_DAY, counts.busy_days)
    fullest = frozenset(day for day, acts in days.items() if acts == most)
    when = plain_day(max(fullest), spoken()) if len(fullest) == 1 else ""
    yield _plain(N_("most acts on one day"), most, axes.BY_DAY, fullest, when)
    if silence := counts.silence:
        note = _("from {first} to {last}").format(
            first=plain_day(silence.first, spoken()), last=plain_day(silence.last, spoken())
        )
        if silence.perhaps:
            more = many("perhaps {count} act in it", "perhaps {count} acts in it", silence.perhaps)
            note = side_by_side((note, more.format(count=in_figures(silence.perhaps, spoken()))), spoken())
        yield FigureLine(_("longest time without an act, in days"), (Figure(silence.days),), note, bar=False)
    if counts.days.span:
        yield _plain(N_("acts over several days"), counts.days.span, axes.BY_DAY, frozenset({Unplaced.SPAN}))
    if counts.days.unknown:
        yield _plain(N_("acts at an unknown time"), counts.days.unknown, axes.BY_DAY, frozenset({Unplaced.UNKNOWN}))


def _nights(counts: Overview) -> Iterator[FigureLine]:
    nights = frozenset(counts.nights.acts)
    yield _plain(N_("nights with an act (22:00 to 6:00)"), len(nights), axes.BY_NIGHT, nights)
    yield _plain(N_("acts at night"), sum(counts.nights.acts.values()), axes.BY_NIGHT, nights)
    unknown = frozenset({Unplaced.UNKNOWN})
    yield _plain(N_("acts not known whether at night"), counts.nights.unknown, axes.BY_NIGHT, unknown)


def _sides(counts: Overview, no: date | None) -> Iterator[FigureLine]:
    if no is None:
        yield FigureLine(_("the day of “no contact” is not known or was not logged"), bar=False)
        return
    axis = axes.side_axis(no)
    for side, label in _WHOLE_SIDES.items():
        if side is not Inside.PERHAPS or counts.sides.get(side):
            note = plain_day(no, spoken()) if side is Inside.YES else ""
            yield _plain(label, counts.sides.get(side, 0), axis, frozenset({side}), note)


def _plain(label: str, count: int, axis: axes.Axis, places: frozenset[object], note: str = "") -> FigureLine:
    """Return a line without a bar: its figures measure different things."""
    return FigureLine(_(label), (Figure(count, axis, places),), note, bar=False)


def _delays(counts: Overview) -> Iterator[FigureLine]:
    """Yield how long after they happened the acts were written down."""
    for delay, label in labels_of(delays.Delay).items():
        if counts.delays.get(delay) or delay is delays.Delay.SAME_DAY:
            told = _("written down: {when}").format(when=_(label))
            yield FigureLine(
                told, (Figure(counts.delays.get(delay, 0), delays.BY_DELAY, frozenset({delay})),), bar=False
            )


def by_through(told: ToldThrough) -> FigureSheet:
    """Return the acts by channel, by number and account, and by place, the most frequent first."""
    lines: list[FigureLine] = []
    for through, (head, unknown) in _THROUGH.items():
        axis, counts = told.axis(through), told.counts[through]
        lines.append(FigureLine(f"── {_(head)} ──", bar=False))
        labels = {one: told.labels.get((through, str(one)), "") for one in counts}
        ranked = sorted(counts.items(), key=lambda one: (-one[1], alphabetical(labels[one[0]]), str(one[0])))
        for place, acts in ranked:
            label = _(unknown) if place is Unplaced.UNKNOWN else _label(labels[place], through)
            bar = place is not Unplaced.UNKNOWN
            lines.append(FigureLine(label, (Figure(acts, axis, frozenset({place})),), bar=bar))
    return FigureSheet((_("Through what, and where"), _("acts")), lines)


def _label(stored: str, through: ToldBy) -> str:
    shown = harmless(stored, also=() if through is ToldBy.CHANNEL else (stored,))
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
