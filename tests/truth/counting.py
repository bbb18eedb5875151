"""Counts, made on fingers from the paper: how many acts lie surely, perhaps and surely not where somebody asks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from journal.domain.kinds import kind
from tests.truth.times import NEVER, first_day, last_day, sure_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.truth.paper import Said

FAR_BEFORE, FAR_AFTER = date(1, 1, 1), date(9999, 12, 31)


def acts(entry: Said) -> int:
    """How many acts of the other side an entry counts for."""
    said = entry["said"]
    if entry["withdrawn"] or kind(said["kind"]).own_step:
        return 0
    return int(said.get("times", 1))


def total(entries: Iterable[Said]) -> int:
    """How many acts these count for together."""
    return sum(map(acts, entries))


def happened(entry: Said) -> Said:
    """When it happened, or began."""
    said: Said = entry["said"].get("happened", NEVER)
    return said


@dataclass(frozen=True)
class No:
    """The first clear no."""

    said: bool = False
    day: date | None = None


def first_no(entries: Iterable[Said], step: Said | None) -> No:
    """The first no among these entries and, where it is told, the step: said at all, and on which day where sure."""
    told = [happened(one) for one in entries if one["said"]["kind"] == "said_no" and not one["withdrawn"]]
    if step and step["state"] == "done":
        told.append({"certainty": "day", "start": step["on"]} if step.get("on") else NEVER)
    sure = [sure_day(one) for one in told if not (one["certainty"] == "about" and "T" not in one["start"])]
    days = [one for one in sure if one]
    return No(bool(told), min(days, default=None))


def since(entries: Iterable[Said], day: date) -> tuple[int, int, int]:
    """How many acts began surely before a day, perhaps from it on, and surely from it on."""
    before = perhaps = after = 0
    for entry in entries:
        first, last = first_day(happened(entry)), last_day(happened(entry))
        if ends_before(entry, day) or (last and last < day):
            before += acts(entry)
        elif first and first >= day:
            after += acts(entry)
        else:
            perhaps += acts(entry)
    return before, perhaps, after


def ends_before(entry: Said, day: date) -> bool:
    """Whether it surely ended before a day, and so began before it."""
    until = entry["said"].get("until")
    over = last_day(until) if until else None
    return bool(over and over < day)


def by_unit(entries: Iterable[Said], first_of: object) -> Counter[date]:
    """How many acts surely began in each week or month; `first_of` gives the first day of that of a day."""
    found: Counter[date] = Counter()
    for entry in entries:
        first, last = first_day(happened(entry)), last_day(happened(entry))
        if first and last and first_of(first) == first_of(last) and acts(entry):  # type: ignore[operator]
            found[first_of(first)] += acts(entry)  # type: ignore[operator]
    return found


def held(order: Said, entry: Said) -> str:
    """Whether an order held while something happened: yes, perhaps or no; every possible day is tried."""
    bound, who = order.get("person"), entry["said"].get("person")
    if not acts(entry) or (bound and who and bound != who):
        return "no"
    first, begun = _days(happened(entry))
    until = entry["said"].get("until", NEVER)
    over, last = _days(until) if until["certainty"] != "unknown" else (None, None)
    ends = date.fromisoformat(order["ends"]) if order.get("ends") else FAR_AFTER
    starts = [date.fromisoformat(order["starts"])] if order.get("starts") else [FAR_BEFORE, ends]
    seen = set()
    begins = {first or FAR_BEFORE, begun or FAR_AFTER}
    stops = {over, last} if last else {None}
    inner = {start + timedelta(days=d) for start in starts if FAR_BEFORE < start < FAR_AFTER for d in (-1, 0, 1)}
    inner |= {ends + timedelta(days=d) for d in (-1, 0, 1) if ends < FAR_AFTER}
    begins |= {day for day in inner if min(begins) <= day <= max(begins)}
    for begin, stop, start in product(begins, stops, starts):
        end = begin if stop is None else max(begin, stop)
        if stop is not None and begin > stop and begin != first:
            continue
        seen.add(begin <= ends and end >= start)
    return {frozenset({True}): "yes", frozenset({False}): "no"}.get(frozenset(seen), "perhaps")


def _days(moment: Said) -> tuple[date | None, date | None]:
    return first_day(moment), last_day(moment)


PARTS = {
    "morning": "morning (6:00 to 12:00)",
    "afternoon": "afternoon (12:00 to 18:00)",
    "evening": "evening (18:00 to 22:00)",
    "night": "night (22:00 to 6:00)",
}
UNKNOWN_PART = "time of day not known"


def by_part(entries: Iterable[Said]) -> Counter[str]:
    """How many acts began in each part of the day, by what it is called; a span within one part is in it."""
    found: Counter[str] = Counter()
    for entry in entries:
        if acts(entry):
            found[_part(happened(entry))] += acts(entry)
    return found


def _part(moment: Said) -> str:
    if "part" in moment:
        return PARTS[moment["part"]]
    sides = [moment.get("start", "")] + ([moment["end"]] if moment["certainty"] == "between" else [])
    parts = {_part_of_clock(side) for side in sides}
    return parts.pop() if len(parts) == 1 and sure_day(moment) else UNKNOWN_PART


def _part_of_clock(local: str) -> str:
    if "T" not in local:
        return UNKNOWN_PART
    hour = int(local[11:13])
    return PARTS[
        "night" if hour < 6 or hour >= 22 else "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    ]
