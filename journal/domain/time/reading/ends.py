"""Resolution of ranges: the two ends of a duration or of a *between*, each relative to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.reading import zone
from journal.domain.time.reading.answer import STILL_TO_COME, TWO_READINGS, WRONG_ORDER, Understood
from journal.domain.time.reading.calendar_tokens import RelativeDay, RelativeNight
from journal.domain.time.reading.context import Candidate, Context, Day, NoReading, joined
from journal.domain.time.reading.hours import times
from journal.domain.time.reading.local_times import LocalTime, in_a_repeating_span, local_times, resolved
from journal.domain.time.reading.settling import NAMES_A_DAY, settled
from journal.domain.time.reading.single import candidates
from journal.domain.time.reading.tokens import WHOLE_DAY, either_half

if TYPE_CHECKING:
    from journal.domain.time.reading.phrase import Phrase

_ONE_DAY = timedelta(days=1)
_LONG = timedelta(hours=9)
"""Range in figures above which the user is asked, where the other half of the day makes it shorter."""


Ends = tuple[LocalTime, LocalTime]


@dataclass(frozen=True)
class Pair:
    """Phrases for the two ends of a range."""

    first: Phrase
    last: Phrase
    between: bool
    """Whether it is one moment somewhere in the range, and not a duration."""


def ends_meant(pair: Pair, context: Context) -> list[Candidate]:
    """Resolve two phrases as a range; [] where they cannot be one, `NoReading` where it ends before it begins."""
    first, last = settled(pair.first, context), settled(pair.last, context)
    if bool(first.clock) != bool(last.clock) or first.instant or last.instant or first.bound or last.bound:
        return []
    pair = replace(pair, first=first, last=last)
    return _of_clocks(pair, context) if first.clock else _of_days(pair, context)


def _of_clocks(pair: Pair, context: Context) -> list[Candidate]:
    found = [one for ends in _clock_ends(pair, context) for one in _joined_clocks(*ends, pair, context)]
    if not found:
        raise NoReading(WRONG_ORDER)
    return found


def _clock_ends(pair: Pair, context: Context) -> list[Ends]:
    """Return the possible pairs of ends.

    A half of the day that is stated for one end is applied to the other end as well, whichever is nearest.
    """
    first, last = pair.first, pair.last
    said = [_says_half(side) for side in (first, last)]
    if any(said):
        first, last = (side if says else _either(side) for side, says in zip((first, last), said, strict=True))
        return _over(_shortest(_stretches(first, last, context)), first, context)
    ends = _stretches(first, last, context)
    starts = dict.fromkeys(start for start, _ in ends)
    ends = [one for start in starts for one in _shortest([both for both in ends if both[0] == start])]
    if ends and min(map(_length, ends)) > _LONG:
        others = _shortest(_stretches(_either(first), _either(last), context))
        ends = [*(one for one in others if _length(one) < min(map(_length, ends))), *ends]
        ends = [_asked(one, TWO_READINGS) for one in ends] if len(ends) > 1 else ends
    return _over(ends, first, context)


def _says_half(phrase: Phrase) -> bool:
    clock = phrase.clock
    return bool(phrase.part or isinstance(phrase.day, RelativeNight) or (clock and clock.half_said))


def _either(phrase: Phrase) -> Phrase:
    return replace(phrase, clock=either_half(phrase.clock)) if phrase.clock else phrase


def _length(ends: Ends) -> timedelta:
    return ends[1].local - ends[0].local


def _shortest(every: list[Ends]) -> list[Ends]:
    least = min(map(_length, every), default=None)
    return [one for one in every if _length(one) == least]


def _asked(ends: Ends, why: str) -> Ends:
    first, last = (replace(one, day=replace(one.day, why=why)) for one in ends)
    return first, last


def _stretches(first: Phrase, last: Phrase, context: Context) -> list[Ends]:
    if last.holds() & NAMES_A_DAY:
        if context.looks_ahead:
            starts = local_times(first, context)
            found = [(one, end) for one in starts for end in local_times(last, _seen_from(one.local, last, context))]
        else:
            stops = local_times(last, context)
            found = [(one, end) for end in stops for one in local_times(first, _seen_from(end.local, first, context))]
        return [one for one in found if _length(one) > timedelta()]
    return [(start, end) for start in local_times(first, context) for end in _following(start, last)]


def _over(ends: list[Ends], first: Phrase, context: Context) -> list[Ends]:
    if context.asks_about_future and not first.holds() & NAMES_A_DAY:
        return [earlier for both in ends for earlier in _not_yet_over(*both, context)]
    return ends


def _following(start: LocalTime, last: Phrase) -> list[LocalTime]:
    """Return the next times after the start at which the clock shows the end, one for each reading of it."""
    if not last.clock or last.edge or (last.span and not in_a_repeating_span(last)):
        return []
    midnight = datetime.combine(start.local.date(), time())
    every = [midnight + timedelta(minutes=minutes % WHOLE_DAY) for minutes in times(last, last.clock)]
    shown = [when for when in every if when != start.local] or every
    ends = sorted(when if when > start.local else when + _ONE_DAY for when in shown)
    return [LocalTime(Day(when.date()), when, last.clock.second, last.saving) for when in dict.fromkeys(ends)]


def _not_yet_over(start: LocalTime, end: LocalTime, context: Context) -> list[Ends]:
    """Return the range, preceded by the same one a day earlier where it would end in the future."""
    if context.fits(end.local) or not context.fits(start.local):
        return [(start, end)]
    asked = _asked((start, end), STILL_TO_COME)
    earlier = [replace(one, local=one.local - _ONE_DAY) for one in asked]
    return [(earlier[0], earlier[1]), asked]


def _seen_from(local: datetime, phrase: Phrase, context: Context) -> Context:
    """Return a context relative to the other end, for an end without a full date."""
    if isinstance(phrase.day, RelativeDay | RelativeNight) or phrase.which or phrase.instant:
        return context
    return replace(context, now=local.replace(tzinfo=context.now.tzinfo))


def _joined_clocks(start: LocalTime, end: LocalTime, pair: Pair, context: Context) -> list[Candidate]:
    # Summer or winter time, said once behind a stretch, holds for both of its ends.
    start, end = (replace(one, saving=one.saving or other.saving) for one, other in ((start, end), (end, start)))
    found = []
    for began, first in resolved(start, context, about=bool(pair.first.about) and not pair.between):
        for ended, last in resolved(end, context, about=bool(pair.last.about) and not pair.between):
            if ended.astimezone(UTC) <= began.astimezone(UTC):
                continue
            assumed = joined(first.reading.assumed, last.reading.assumed)
            if pair.between:
                reading = Understood(zone.times_between(began, ended), assumed=assumed)
            else:
                reading = Understood(first.reading.moment, last.reading.moment, assumed)
            found.append(Candidate(reading, first.why or last.why))
    return found


def _of_days(pair: Pair, context: Context) -> list[Candidate]:
    found = []
    for first, last in _day_ends(pair, context):
        one, other = first.reading.moment, last.reading.moment
        if not _in_order(one, other) or ("T" in one.start) != ("T" in other.start):
            continue
        assumed = joined(first.reading.assumed, last.reading.assumed)
        if pair.between:
            end_offset = other.end_offset or other.offset
            moment = Moment(Certainty.BETWEEN, one.start, other.end or other.start, one.offset, end_offset)
            reading = Understood(moment, assumed=assumed)
        else:
            reading = Understood(one, other, assumed)
        found.append(Candidate(reading, first.why or last.why))
    if not found:
        raise NoReading(WRONG_ORDER)
    return found


def _day_ends(pair: Pair, context: Context) -> list[tuple[Candidate, Candidate]]:
    if context.looks_ahead:
        starts = candidates(pair.first, context)
        return [(one, other) for one in starts for other in candidates(pair.last, _seen(one, pair.last, context))]
    stops = candidates(pair.last, context)
    return [(one, other) for other in stops for one in candidates(pair.first, _seen(other, pair.first, context))]


def _seen(other_end: Candidate, phrase: Phrase, context: Context) -> Context:
    moment = other_end.reading.moment
    text = moment.start if context.looks_ahead else moment.end or moment.start
    at = time() if context.looks_ahead else time(23, 59)
    local = datetime.fromisoformat(text)
    return _seen_from(local if "T" in text else datetime.combine(local.date(), at), phrase, context)


def _in_order(first: Moment, last: Moment) -> bool:
    return first.earliest is not None and last.earliest is not None and first.earliest <= last.earliest
