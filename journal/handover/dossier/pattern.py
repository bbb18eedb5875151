"""Pattern of what was chosen, in counts: days and nights, hours of the week, kinds, writing, numbers and places.

Only what the page that says it all does not show; the same counts as in the overview of the screen.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.overview.axes import Unplaced
from journal.domain.overview.delays import Delay
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.overview.told_through import ToldBy, ToldThrough
from journal.domain.overview.whole import overview
from journal.domain.text.calendar_names import written
from journal.domain.text.labelled import labels_of
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.normalisation import alphabetical
from journal.domain.text.words import N_
from journal.domain.time.moment_words import plain_day
from journal.domain.time.within import Inside
from journal.handover.dossier.formatting import acts_text, filled, standing
from journal.handover.model.document import Bars, Column, Facts, Heading, Paragraph, Section, Table, Wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.overview.whole import Overview
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

_MONDAY = date(2024, 1, 1)
_MOST = 12
"""Bars of one sort; the others are told in a sentence."""
_THROUGH = {
    ToldBy.CHANNEL: N_("Through which channel"),
    ToldBy.IDENTIFIER: N_("From which number, address or account"),
    ToldBy.PLACE: N_("Where"),
}
_SIDES = {Inside.NO: N_("Before the day of “no contact”"), Inside.YES: N_("Since the day of “no contact”")}


def pattern(chosen: Selection, words: Words) -> Section | None:
    """Return the section; None where no act was chosen."""
    histories = [one.history for one in standing(chosen)]
    no = day_of(the_no(histories, chosen.steps))
    counts = overview(histories, no)
    if not counts.acts:
        return None
    blocks: list[Block] = [Facts(filled(_days(counts, words)))]
    blocks += [Heading(words(N_("At which hour of the week"))), _hours(counts, words)]
    if no:
        blocks += [Heading(words(N_("Which kinds before and since “no contact”"))), _kinds(counts, words)]
    blocks += [Heading(words(N_("When it was written down"))), _delays(counts, words)]
    told = ToldThrough(histories, LANGUAGES[words.language.partition("_")[0]].country)
    blocks += [block for by in ToldBy for block in _through(told, by, words)]
    note = words(
        N_("Hours are those of the clock at the place. What is not known well enough is in no hour and no day.")
    )
    return Section(words(N_("Days, hours and numbers")), (*blocks, Paragraph(note, small=True)), anchor="pattern")


def _days(counts: Overview, words: Words) -> Iterator[tuple[str, str]]:
    days, nights = counts.days.acts, counts.nights
    yield words(N_("Days with an act")), str(len(days)) if days else ""
    yield words(N_("Days with more than one act")), str(len(counts.busy_days)) if days else ""
    fullest = [day for day, acts in days.items() if acts == counts.most_on_a_day]
    most = acts_text(counts.most_on_a_day, words)
    when = f"{most}, {plain_day(fullest[0], words)}" if len(fullest) == 1 else most
    yield words(N_("Most on one day")), when if days else ""
    yield words(N_("Longest time without an act")), _silence(counts, words)
    night = words(N_("{acts} in {nights}")).format(
        acts=acts_text(sum(nights.acts.values()), words),
        nights=words.many("{count} night", "{count} nights", len(nights.acts)).format(count=len(nights.acts)),
    )
    yield words(N_("At night (22:00 to 6:00)")), night
    yield words(N_("Not known whether at night")), acts_text(nights.unknown, words) if nights.unknown else ""


def _silence(counts: Overview, words: Words) -> str:
    silence = counts.silence
    if silence is None:
        return ""
    told = words.many("{count} day, {first} to {last}", "{count} days, {first} to {last}", silence.days).format(
        count=silence.days, first=plain_day(silence.first, words), last=plain_day(silence.last, words)
    )
    if not silence.perhaps:
        return told
    perhaps = words(N_("{told}; perhaps in that time: {acts}"))
    return perhaps.format(told=told, acts=acts_text(silence.perhaps, words))


def _hours(counts: Overview, words: Words) -> Table:
    """Return a row for each hour in which there is an act; the last one for those of unknown hours."""
    days = [*range(7), *([None] if any(day is None for day, _hour in counts.hours) else [])]
    some = sorted({hour for _day, hour in counts.hours if hour is not None})
    hours: list[int | None] = [*some, *([None] if any(hour is None for _day, hour in counts.hours) else [])]
    heads = [
        words(N_("no known day")) if day is None else written(_MONDAY + timedelta(days=day), "EEE", words.language)
        for day in days
    ]
    rows = tuple(
        (
            words(N_("no known hour")) if hour is None else f"{hour:02}:00",
            *(str(counts.hours.get((day, hour), "")) for day in days),
        )
        for hour in hours
    )
    return Table(tuple(Column(head, Wide.NARROW) for head in (words(N_("Hour")), *heads)), rows)


def _kinds(counts: Overview, words: Words) -> Table:
    sides = [*_SIDES, *([Inside.PERHAPS] if counts.sides.get(Inside.PERHAPS) else [])]
    heads = [words(_SIDES.get(side, N_("Not known whether before or after"))) for side in sides]
    labels = {kind: words(kinds.kind(kind).label) for kind in counts.kinds}
    ranked = sorted(counts.kinds.items(), key=lambda one: (-one[1], alphabetical(labels[one[0]]), one[0]))
    rows = tuple(
        (labels[kind], *(str(counts.kinds_by_side.get((kind, side), "")) for side in sides)) for kind, _acts in ranked
    )
    columns = (Column(words(N_("Kind")), Wide.WIDE), *(Column(head) for head in heads))
    return Table(columns, rows)


def _delays(counts: Overview, words: Words) -> Bars:
    told = labels_of(Delay).items()
    rows = tuple((words(label), counts.delays[one]) for one, label in told if counts.delays.get(one))
    return Bars(words(N_("Number of acts, by how long after they happened they were written down")), rows)


def _through(told: ToldThrough, by: ToldBy, words: Words) -> Iterator[Block]:
    """Yield the bars of one sort; nothing where no entry that leaves says it."""
    counts = Counter(told.counts[by])
    unknown = counts.pop(Unplaced.UNKNOWN, 0)
    if not counts:
        return
    ranked = sorted(_labelled(told, by, counts), key=lambda one: (-one[1], alphabetical(one[0])))
    yield Heading(words(_THROUGH[by]))
    yield Bars(words(N_("Number of acts")), tuple(ranked[:_MOST]))
    if others := ", ".join(f"{label} ({acts})" for label, acts in ranked[_MOST:]):
        also = words(N_("Also, the number of acts in brackets: {kinds}"))
        yield Paragraph(also.format(kinds=others), small=True)
    if unknown:
        not_said = words(N_("Not said, or not in this document: {acts}."))
        yield Paragraph(not_said.format(acts=acts_text(unknown, words)), small=True)


def _labelled(told: ToldThrough, by: ToldBy, counts: Mapping[object, int]) -> list[tuple[str, int]]:
    return [(told.labels[by, str(place)], acts) for place, acts in counts.items()]
