"""Summary on one page: counts of what was logged, never a score and never a judgement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case.case_labels import RECEIVERS
from journal.domain.overview import acts_over_time, counts
from journal.domain.overview.acts_over_time import month_of, week_of
from journal.domain.overview.counts import DayPart
from journal.domain.overview.no_contact import NotLogged, NotSure, day_of, the_no
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_
from journal.domain.time.moment_words import in_words, plain_day
from journal.domain.time.within import Inside
from journal.handover.dossier.formatting import (
    NOT_CHOSEN,
    acts_text,
    day_text,
    decimal,
    during,
    entries_text,
    filled,
    none_text,
    part_text,
    standing,
)
from journal.handover.model.document import Bars, Facts, Heading, Paragraph, Section
from journal.handover.selection.third_person_labels import TARGETED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journal.domain.case.order import Order
    from journal.domain.entry.history import History
    from journal.domain.overview.acts_over_time import Spread
    from journal.domain.overview.no_contact import TheNo
    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

_PARTS = labels_of(DayPart)
_MOST_WEEKS = 26
"""Beyond, bars stand for months, so that the page stays one page."""
_MOST_KINDS = 6

_OF_ALL = (
    N_("First act on a known day"),
    N_("Latest act on a known day"),
    N_("Logged"),
    N_("First clear “no contact”"),
)
_OF_A_PART = (
    N_("First act chosen, on a known day"),
    N_("Latest act chosen, on a known day"),
    N_("Chosen"),
    N_("First clear “no contact” among what was chosen"),
)


def summary(chosen: Selection, words: Words) -> Section:
    """Return the one page."""
    histories = [one.history for one in standing(chosen)]
    acting = [one for one in histories if one.acts]
    blocks: list[Block] = [Facts(filled((*_of_the_log(chosen, words), *_essentials(chosen, histories, acting, words))))]
    if acting:
        blocks += [*_over_time(chosen, histories, words), *_counts(histories, words)]
    blocks.append(
        Paragraph(
            words(
                N_(
                    "Counted is what was logged; one entry can stand for several acts. Steps of the person who keeps "
                    "this log and crossed-out entries are not counted. What was not logged is not here."
                )
            ),
            small=True,
        )
    )
    return Section(words(N_("On one page")), tuple(blocks), anchor="summary", new_page=True)


def _essentials(
    chosen: Selection, histories: Sequence[History], acting: Sequence[History], words: Words
) -> tuple[tuple[str, str], ...]:
    no = the_no(histories, chosen.steps)
    dated = [one for one in acting if one.happened.on_one_day]
    spans = sum(one.acts for one in acting if one.happened.known and not one.happened.on_one_day)
    undated = sum(one.acts for one in acting if not one.happened.known)
    first, latest = (in_words(dated[at].happened, words) if dated else "" for at in (0, -1))
    labels = _OF_A_PART if chosen.is_part else _OF_ALL
    said = (
        first,
        latest,
        _acts_in_entries(sum(one.acts for one in acting), len(acting), words),
        _no_text(no, chosen, words),
    )
    rows = [(words(label), told) for label, told in zip(labels, said, strict=True)]
    if spans:
        rows.append((words(N_("Known only as a span")), acts_text(spans, words)))
    if undated:
        rows.append((words(N_("On no known day")), acts_text(undated, words)))
    rows += [
        *_how_often(acting, day_of(no), words),
        (words(N_("Aimed at")), _targets(histories, words)),
        (words(N_("Reports")), "\n".join(_reports(chosen, words)) or none_text(chosen, words)),
        (words(N_("Orders")), "\n".join(_orders(chosen, words)) or none_text(chosen, words)),
    ]
    return tuple(rows)


def _of_the_log(chosen: Selection, words: Words) -> list[tuple[str, str]]:
    """Return how much of the log was chosen, where it is not all."""
    if not chosen.is_part:
        return []
    told = words(N_("{entries}; only these are counted here"))
    return [(words(N_("Part of the log")), told.format(entries=part_text(chosen, words)))]


def _no_text(no: TheNo, chosen: Selection, words: Words) -> str:
    """Return the first clear no as surely as it is known."""
    if isinstance(no, NotLogged):
        return words(NOT_CHOSEN if chosen.is_part else N_("none logged"))
    if isinstance(no, NotSure):
        return words(N_("said at a time that is not known")) if not no.when.known else in_words(no.when, words)
    day = plain_day(no.day, words)
    return (
        words(N_("{day}; another, of which the day is not known, may be earlier")).format(day=day)
        if (no.perhaps_earlier)
        else day
    )


def _how_often(acting: Sequence[History], no: date | None, words: Words) -> list[tuple[str, str]]:
    """Return how many acts there were, and how often, before and from the day of the no on, where that is known."""
    dated = [one.happened for one in acting if one.happened.on_one_day]
    days = [day for one in dated for day in (one.first_day, one.last_day) if day]
    if no is None:
        return [(words(N_("How often")), _pace(acting, min(days), max(days), words))] if days else []
    since = counts.acts_within(acting, no, None)
    told = [
        (N_("Before the day of “no contact”"), since.outside, min([*days, no]), no - timedelta(days=1)),
        (N_("Since the day of “no contact”"), since.surely, no, max([*days, no])),
    ]
    rows = [(words(label), _told_pace(acting, acts, first, last, words)) for label, acts, first, last in told]
    if since.perhaps:
        rows.append((words(N_("Not known whether before or after")), acts_text(since.perhaps, words)))
    return rows


def _told_pace(acting: Sequence[History], acts: int, first: date, last: date, words: Words) -> str:
    """Return a count of acts, and how many that is a week where the days of all of them are known."""
    if first > last or counts.acts_within(acting, first, last).surely != acts:
        return acts_text(acts, words)
    return _pace(acting, first, last, words) if acts else acts_text(acts, words)


def _pace(histories: Sequence[History], first: date, last: date, words: Words) -> str:
    found = counts.pace(histories, first, last)
    each = decimal(found.acts / found.weeks, words)
    acts = acts_text(found.acts, words)
    if found.weeks == 1:
        return words(N_("{acts} in one week")).format(acts=acts)
    told = words(N_("{acts} in {weeks} weeks: {each} a week on average"))
    return told.format(acts=acts, weeks=found.weeks, each=each)


def _acts_in_entries(acts: int, entries: int, words: Words) -> str:
    told = words(N_("{acts} in {entries}"))
    return told.format(acts=acts_text(acts, words), entries=entries_text(entries, words))


def _reports(chosen: Selection, words: Words) -> list[str]:
    return [
        ", ".join(
            part for part in (_made(one.made, words), words(RECEIVERS[one.receiver]), one.office, one.reference) if part
        )
        for one in chosen.reports
    ]


def _made(made: Moment, words: Words) -> str:
    """Return the day on which a report was made, or as much as is known of it."""
    return plain_day(made.day, words) if made.on_one_day and made.day else in_words(made, words)


def _orders(chosen: Selection, words: Words) -> list[str]:
    counted = standing(chosen)
    return [_order(one, during(one, counted), words) for one in chosen.orders]


def _order(one: Order, within: Mapping[Inside, Sequence[int]], words: Words) -> str:
    told = words(N_("{order}: in force from {first} until {last}; logged in that time: {entries}")).format(
        order=one.reference or one.by or words(N_("order {number}")).format(number=one.number),
        first=day_text(one.starts, words) or words(N_("an unknown day")),
        last=day_text(one.ends, words) or words(N_("an unknown day")),
        entries=entries_text(len(within[Inside.YES]), words),
    )
    if not within[Inside.PERHAPS]:
        return told
    perhaps = words(N_("{told}; perhaps in that time: {entries}"))
    return perhaps.format(told=told, entries=entries_text(len(within[Inside.PERHAPS]), words))


def _over_time(chosen: Selection, histories: Sequence[History], words: Words) -> Iterator[Block]:
    """Yield the acts over time, in weeks or months; those that lie surely in none are told under it."""
    by_week = acts_over_time.acts_by_week(histories)
    no = day_of(the_no(histories, chosen.steps))
    first, last = min(by_week.acts, default=date.min), max(by_week.acts, default=date.min)
    if by_week.acts and (last - first).days // 7 < _MOST_WEEKS:
        weeks = [first + timedelta(days=7 * at) for at in range((last - first).days // 7 + 1)]
        caption = words(N_("Acts in each week, by its Monday"))
        yield _bars(caption, by_week, [(week, f"{week:%d-%m-%Y}") for week in weeks], _marked(no, week_of), words)
        yield from _beside(by_week, words)
        return
    by_month = acts_over_time.acts_by_month(histories)
    if by_month.acts:
        months = _months(min(by_month.acts), max(by_month.acts))
        caption = words(N_("Acts in each month"))
        yield _bars(caption, by_month, [(month, f"{month:%m-%Y}") for month in months], _marked(no, month_of), words)
        yield from _beside(by_month, words)


def _marked(no: date | None, unit_of: Callable[[date], date]) -> tuple[date, date] | None:
    return (unit_of(no), no) if no else None


def _bars(
    caption: str, spread: Spread, units: Sequence[tuple[date, str]], no: tuple[date, date] | None, words: Words
) -> Bars:
    rows = tuple((label, spread.acts.get(unit, 0)) for unit, label in units)
    marks = tuple(
        (at, words(N_("said “no contact” on {day}")).format(day=plain_day(no[1], words)))
        for at, (unit, _label) in enumerate(units)
        if no and unit == no[0]
    )
    return Bars(caption, rows, marks)


def _beside(spread: Spread, words: Words) -> Iterator[Block]:
    if beside := spread.span + spread.unknown:
        told = words(N_("Not in these bars, because the time is not known well enough: {acts}."))
        yield Paragraph(told.format(acts=acts_text(beside, words)), small=True)


def _months(first: date, last: date) -> list[date]:
    months = [first.replace(day=1)]
    while (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
        months.append(following)
    return months


def _counts(histories: Sequence[History], words: Words) -> list[Block]:
    caption = words(N_("Number of acts"))
    by_kind = counts.acts_by_kind(histories)
    by_part = counts.acts_by_day_part(histories)
    told = [(words(kinds.kind(kind).label), acts) for kind, acts in by_kind.most_common()]
    bars: list[Block] = [Heading(words(N_("What happened"))), Bars(caption, tuple(told[:_MOST_KINDS]))]
    if others := ", ".join(f"{label} ({acts})" for label, acts in told[_MOST_KINDS:]):
        also = words(N_("Also, the number of acts in brackets: {kinds}"))
        bars.append(Paragraph(also.format(kinds=others), small=True))
    times = tuple((words(label), by_part[part]) for part, label in _PARTS.items() if by_part[part])
    return [*bars, Heading(words(N_("At what time"))), Bars("", times)]


def _targets(histories: Sequence[History], words: Words) -> str:
    by_target = counts.acts_by_target(histories)
    return ", ".join(f"{words(TARGETED[target])} ({acts})" for target, acts in by_target.most_common())
