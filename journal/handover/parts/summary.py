"""The page that says it all: counts of what was logged, never a score and never a judgement."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain import figures, kinds, overview
from journal.domain.case_labels import RECEIVERS
from journal.domain.figures import DayPart
from journal.domain.order import breached_by
from journal.domain.telling import in_words, plain_day
from journal.domain.the_no import the_no
from journal.domain.words import N_
from journal.handover.document import Bars, Facts, Heading, Paragraph, Section
from journal.handover.outsiders import TARGETED
from journal.handover.parts.telling import acts_text, day_text, decimal, entries_text, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.history import History
    from journal.domain.moment import Moment
    from journal.domain.words import Words
    from journal.handover.chosen import Chosen
    from journal.handover.document import Block

_PARTS = {
    DayPart.NIGHT: N_("night (22:00 to 6:00)"),
    DayPart.MORNING: N_("morning (6:00 to 12:00)"),
    DayPart.AFTERNOON: N_("afternoon (12:00 to 18:00)"),
    DayPart.EVENING: N_("evening (18:00 to 22:00)"),
    DayPart.UNKNOWN: N_("time of day not known"),
}
_MOST_WEEKS = 26
"""Beyond, bars stand for months, so that the page stays one page."""
_MOST_KINDS = 6


def summary(chosen: Chosen, words: Words) -> Section:
    """Return the one page."""
    histories = [one.history for one in standing(chosen)]
    happened = [one for one in histories if one.acts and one.happened.known]
    blocks: list[Block] = [Facts(_essentials(chosen, histories, happened, words))]
    if happened:
        blocks += [_over_time(chosen, histories, words), *_counts(histories, words)]
    blocks.append(
        Paragraph(
            words(
                N_(
                    "Counted is what was logged; one entry can stand for several acts. Steps of the person who keeps "
                    "this log and withdrawn entries are not counted. What was not logged is not here."
                )
            ),
            small=True,
        )
    )
    return Section(words(N_("On one page")), tuple(blocks), anchor="summary")


def _essentials(
    chosen: Chosen, histories: Sequence[History], happened: Sequence[History], words: Words
) -> tuple[tuple[str, str], ...]:
    no = the_no(histories, chosen.steps)
    acts = sum(one.acts for one in histories)
    undated = sum(one.acts for one in histories if not one.happened.known)
    rows = [
        (words(N_("First thing logged")), in_words(happened[0].happened, words) if happened else ""),
        (words(N_("Latest thing logged")), in_words(happened[-1].happened, words) if happened else ""),
        (words(N_("Logged")), _acts_in_entries(acts, len(histories), words)),
        (words(N_("First clear no")), plain_day(no, words) if no else words(N_("none logged"))),
    ]
    if undated:
        rows.append((words(N_("On no known day")), acts_text(undated, words)))
    if happened:
        rows += _before_and_after(histories, happened, no, words)
    rows += [
        (words(N_("Aimed at")), _targets(histories, words)),
        (words(N_("Reports")), "\n".join(_reports(chosen, words)) or words(N_("none"))),
        (words(N_("Orders")), "\n".join(_orders(chosen, histories, words)) or words(N_("none"))),
    ]
    return tuple(rows)


def _before_and_after(
    histories: Sequence[History], happened: Sequence[History], no: date | None, words: Words
) -> list[tuple[str, str]]:
    first, last = happened[0].day, max(one.day for one in happened)
    if no is None or no <= first:
        return [(words(N_("How often")), _pace(histories, first, last, words))]
    return [
        (words(N_("How often before the no")), _pace(histories, first, no - timedelta(days=1), words)),
        (words(N_("How often from the no on")), _pace(histories, no, max(last, no), words)),
    ]


def _pace(histories: Sequence[History], first: date, last: date, words: Words) -> str:
    found = figures.pace(histories, first, last)
    each = decimal(found.acts / found.weeks, words)
    acts = acts_text(found.acts, words)
    if found.weeks == 1:
        return words(N_("{acts} in one week")).format(acts=acts)
    told = words(N_("{acts} in {weeks} weeks: {each} a week on average"))
    return told.format(acts=acts, weeks=found.weeks, each=each)


def _acts_in_entries(acts: int, entries: int, words: Words) -> str:
    told = words(N_("{acts} in {entries}"))
    return told.format(acts=acts_text(acts, words), entries=entries_text(entries, words))


def _reports(chosen: Chosen, words: Words) -> list[str]:
    return [
        ", ".join(
            part for part in (_made(one.made, words), words(RECEIVERS[one.receiver]), one.office, one.reference) if part
        )
        for one in chosen.reports
    ]


def _made(made: Moment, words: Words) -> str:
    """Return the day on which a report was made, or as much as is known of it."""
    return plain_day(made.day, words) if made.on_one_day and made.day else in_words(made, words)


def _orders(chosen: Chosen, histories: Sequence[History], words: Words) -> list[str]:
    within = Counter[int]()
    for one in histories:
        if one.acts and one.happened.known:
            within.update(order.number for order in breached_by(chosen.orders, one.happened, one.entry.person)[:1])
    told = words(N_("{order}: in force from {first} until {last}; logged in that time: {entries}"))
    return [
        told.format(
            order=one.reference or one.by or words(N_("order {number}")).format(number=one.number),
            first=day_text(one.starts, words) or words(N_("an unknown day")),
            last=day_text(one.ends, words) or words(N_("an unknown day")),
            entries=entries_text(within[one.number], words),
        )
        for one in chosen.orders
    ]


def _over_time(chosen: Chosen, histories: Sequence[History], words: Words) -> Bars:
    by_week = overview.acts_by_week(one for one in histories if one.happened.known)
    weeks = [week for week, acts in by_week.items() if acts]
    first, last = min(weeks), max(weeks)
    count = (last - first).days // 7 + 1
    no = the_no(histories, chosen.steps)
    said_no = words(N_("said no on {day}")).format(day=plain_day(no, words)) if no else ""
    if count <= _MOST_WEEKS:
        mondays = [first + timedelta(days=7 * at) for at in range(count)]
        rows = tuple((f"{monday:%d-%m-%Y}", by_week[monday]) for monday in mondays)
        at = (overview.week_of(no) - first).days // 7 if no else -1
        caption = words(N_("Acts in each week, by its Monday"))
    else:
        months = _months(first, last + timedelta(days=6))
        by_month = figures.acts_by_month(one for one in histories if one.happened.known)
        rows = tuple((f"{month:%m-%Y}", by_month[month]) for month in months)
        at = months.index(no.replace(day=1)) if no and no.replace(day=1) in months else -1
        caption = words(N_("Acts in each month"))
    return Bars(caption, rows, ((at, said_no),) if no and 0 <= at < len(rows) else ())


def _months(first: date, last: date) -> list[date]:
    months = [first.replace(day=1)]
    while (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
        months.append(following)
    return months


def _counts(histories: Sequence[History], words: Words) -> list[Block]:
    caption = words(N_("Number of acts"))
    by_kind = figures.acts_by_kind(histories)
    by_part = figures.acts_by_day_part(histories)
    told = [(words(kinds.kind(kind).label), acts) for kind, acts in by_kind.most_common()]
    bars: list[Block] = [Heading(words(N_("What happened"))), Bars(caption, tuple(told[:_MOST_KINDS]))]
    if others := ", ".join(f"{label} ({acts})" for label, acts in told[_MOST_KINDS:]):
        also = words(N_("Also, the number of acts in brackets: {kinds}"))
        bars.append(Paragraph(also.format(kinds=others), small=True))
    times = tuple((words(label), by_part[part]) for part, label in _PARTS.items() if by_part[part])
    return [*bars, Heading(words(N_("At what time"))), Bars("", times)]


def _targets(histories: Sequence[History], words: Words) -> str:
    by_target = figures.acts_by_target(histories)
    return ", ".join(f"{words(TARGETED[target])} ({acts})" for target, acts in by_target.most_common())
