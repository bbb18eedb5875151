"""The figures of the dossier, taken from its page and compared with those made on the paper."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from journal.domain.kinds import kind
from tests.truth import counting
from tests.truth.times import first_day, monday, sure_day
from tests.truth.told import IN_A_DOCUMENT, day

if TYPE_CHECKING:
    from tests.truth.leaving import Leaving
    from tests.truth.readers import Part

_RUN = re.compile("([0-9]+)(?:\N{EN DASH}([0-9]+))?")
_BARS = re.compile(r"(\d\d)-(\d\d)-(\d{4})|(\d\d)-(\d{4})")


def assert_figures(parts: list[Part], leaving: Leaving) -> None:
    """Every figure of the page that says it all, and of the part about orders, is that of the paper."""
    one_page = next(part for part in parts if part.heading == "On one page" and part.facts)
    counted = [*leaving.standing.values()]
    (logged,) = one_page.said("Logged" if leaving.whole else "Chosen")
    assert first_number(logged) == counting.total(counted)
    assert f"in {sum(1 for one in counted if counting.acts(one))} entr" in logged
    assert_no(one_page, leaving)
    spans = [one for one in counted if first_day(counting.happened(one)) and not sure_day(counting.happened(one))]
    unknown = [one for one in counted if not first_day(counting.happened(one))]
    assert number_under(one_page, "Known only as a span") == counting.total(spans)
    assert number_under(one_page, "On no known day") == counting.total(unknown)
    assert_bars(one_page, leaving)
    assert_parts_of_the_day(parts, leaving)
    assert_orders(one_page, parts, leaving)


def assert_no(one_page: Part, leaving: Leaving) -> None:
    """The first no, and what is counted before and from it on; no day and no such count where its day is not known."""
    counted = [*leaving.standing.values()]
    step = leaving.paper.steps.get("said_no") if leaving.whole else None
    no = counting.first_no(counted, step)
    (told,) = one_page.said(
        "First clear “no contact”" if leaving.whole else "First clear “no contact” among what was chosen"
    )
    labels = ("Before the day of “no contact”", "Not known whether before or after", "Since the day of “no contact”")
    if no.day is None:
        assert not any(one_page.said(label) for label in labels)
        none = "none logged" if leaving.whole else "not among what was chosen"
        assert no.said == (told != none), told
        return
    assert told.startswith(day(no.day.isoformat()))
    before, perhaps, after = counting.since(counted, no.day)
    if before + perhaps + after:
        assert tuple(number_under(one_page, label) for label in labels) == (before, perhaps, after)


def assert_bars(one_page: Part, leaving: Leaving) -> None:
    """The bars over time: every week or month has its acts, and those of the others are told beside."""
    found = {}
    for label, *acts in one_page.rows:
        if stands := _BARS.fullmatch(label):
            year, month, of_month = (stands[3], stands[2], stands[1]) if stands[1] else (stands[5], stands[4], "01")
            found[date.fromisoformat(f"{year}-{month}-{of_month}")] = int(acts[0])
    weeks = "Acts in each week" in one_page.text
    of_unit = monday if weeks else (lambda on: on.replace(day=1))
    expected = counting.by_unit(leaving.standing.values(), of_unit)
    assert {unit: acts for unit, acts in found.items() if acts} == dict(expected)
    beside = counting.total(leaving.standing.values()) - expected.total()
    told = [line for line in one_page.text.splitlines() if line.startswith("Not in these bars")]
    assert sum(map(first_number, told)) == (beside if found else 0)


def assert_parts_of_the_day(parts: list[Part], leaving: Leaving) -> None:
    """The bars of the times of day."""
    rows = [row for part in parts if part.heading == "At what time" for row in part.rows]
    assert {label: int(acts) for label, acts, *_bar in rows} == dict(counting.by_part(leaving.standing.values()))
    rows = [row for part in parts if part.heading == "What happened" for row in part.rows]
    for label, acts, *_bar in rows:
        of_kind = [one for one in leaving.standing.values() if IN_A_DOCUMENT(kind(one["said"]["kind"]).label) == label]
        assert int(acts) == counting.total(of_kind)


def assert_orders(one_page: Part, parts: list[Part], leaving: Leaving) -> None:
    """Each order has the entries that surely and perhaps lie in its days, on the one page as in its own part."""
    for number, said in leaving.paper.standing("order").items():
        part = next((one for one in parts if one.heading == f"Order {number}"), None)
        if part is None:
            assert not leaving.whole, number
            continue
        entries = leaving.standing.items()
        by_held = {how: [n for n, one in entries if counting.held(said, one) == how] for how in ("yes", "perhaps")}
        for how, label in (("yes", "Entries logged in that time"), ("perhaps", "Perhaps in that time")):
            assert listed_numbers("".join(part.said(label))) == sorted(by_held[how]), (how, said, leaving.standing)


def first_number(text: str) -> int:
    """The first number of a text."""
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 0


def number_under(part: Part, label: str) -> int:
    """The number said under a label, 0 where nothing is."""
    return sum(map(first_number, part.said(label)))


def listed_numbers(text: str) -> list[int]:
    """The numbers of a list in which three or more in a row are a span."""
    found: list[int] = []
    for first, last in _RUN.findall(text):
        found += range(int(first), int(last or first) + 1)
    return found
