"""What stands around the entries: people, exhibits and where they went, reports, orders, steps, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.steps import step
from tests.truth.figures import listed_numbers
from tests.truth.leaving import STEPS_THAT_TELL
from tests.truth.readers import under
from tests.truth.told import FIELDS, day, detail
from tests.truth.words import shown, squeezed

if TYPE_CHECKING:
    from tests.truth.leaving import Leaving
    from tests.truth.paper import Said
    from tests.truth.readers import Part

OF_REPORT = ("office", "officer", "reference", "answer", "handed_over_besides")
OF_ORDER = ("by", "reference", "distance", "streets")
OF_EXHIBIT = ("title", "obtained_how")
OF_STALKER = ("telephone_numbers", "plates", "description")


def assert_around(parts: list[Part], leaving: Leaving) -> None:
    """Everything of the case that leaves with what was chosen is told in its own part, and in no other."""
    for number, said in leaving.reports.items():
        part = _headed(parts, f"Report {number}:")
        _assert_told(part, [said.get(name, "") for name in OF_REPORT])
        covered = [one for one in said.get("entries", ()) if one in leaving.chosen]
        assert listed_numbers("".join(part.said("Entries covered"))) == covered
    orders = leaving.paper.standing("order") if leaving.whole else {}
    for number, said in orders.items():
        part = _headed(parts, f"Order {number}")
        _assert_told(part, [said.get(name, "") for name in OF_ORDER])
        days = (said.get("starts"), said.get("ends"), said.get("told_on"))
        _assert_told(part, [day(one) for one in days if one])
    assert_exhibits(parts, leaving)
    assert_people(parts, leaving)
    assert_steps(parts, leaving)


def assert_exhibits(parts: list[Part], leaving: Leaving) -> None:
    """Each exhibit of a chosen entry, with its words, the entries that it belongs to, and every movement."""
    things, links = leaving.paper.standing("exhibit"), leaving.paper.standing_links()
    for number in leaving.exhibits:
        below = under(parts, f"exhibit-{number}")
        told = all_words(below)
        names: tuple[str, ...] = OF_EXHIBIT if "own_data" in leaving.stays else (*OF_EXHIBIT, "original_place")
        _assert_in(told, [things[number].get(name, "") for name in names])
        entries = sorted({one["entry"] for one in links[number] if one.get("entry") in leaving.chosen})
        row = next(row for one in parts if one.heading == "Exhibits" for row in one.rows if row[0] == str(number))
        assert listed_numbers(row[2]) == entries
        moves = [one for one in leaving.paper.standing("movement").values() if one["exhibit"] == number]
        names = ("receipt",) if "own_data" in leaving.stays else ("receipt", "from_place", "place")
        _assert_in(told, [one.get(name, "") for one in moves for name in names])


def assert_people(parts: list[Part], leaving: Leaving) -> None:
    """Whoever a chosen entry names is told with the numbers of those entries, and each number once."""
    for number, said in leaving.paper.standing("person").items():
        stalker = said["role"] == "stalker"
        roles = ("person",) if stalker else ("witnesses", "reported_by")
        named = [n for n, one in leaving.standing.items() if any(_names(one["said"], role, number) for role in roles)]
        if not named:
            continue
        part = next(part for part in parts if squeezed(part.heading) == squeezed(shown(said["name"])) and part.facts)
        assert listed_numbers("".join(part.said("Named in entries"))) == sorted(named)
        if stalker:
            values = [said.get(name, "") for name in OF_STALKER]
            _assert_told(part, [one for value in values for one in ([value] if isinstance(value, str) else value)])


def assert_steps(parts: list[Part], leaving: Leaving) -> None:
    """Each step that was taken and that others may read of, with its day, its note and its own fields."""
    for name, mark in leaving.paper.steps.items() if leaving.whole else ():
        if mark["state"] != "done" or step(name).group not in STEPS_THAT_TELL:
            continue
        part = _headed(parts, step(name).label)
        note = mark.get("note", "") if "private_notes" not in leaving.stays else ""
        own = [detail(field, value) for field, value in mark.items() if field in FIELDS]
        _assert_told(part, [shown(note), day(mark["on"]) if mark.get("on") else "", *own], as_stored=False)


def _names(said: Said, role: str, number: int) -> bool:
    return said.get(role) == number or (role == "witnesses" and number in said.get(role, ()))


def _headed(parts: list[Part], heading: str) -> Part:
    return next(part for part in parts if part.heading.startswith(heading) and part.facts)


def all_words(parts: list[Part]) -> str:
    """All words of some parts."""
    return squeezed(
        "".join(f"{one.heading}{one.text}{''.join(map(''.join, [*one.facts, *one.rows]))}" for one in parts)
    )


def _assert_told(part: Part, values: list[str], *, as_stored: bool = True) -> None:
    _assert_in(all_words([part]), values, as_stored=as_stored)


def _assert_in(told: str, values: list[str], *, as_stored: bool = True) -> None:
    for value in values:
        assert squeezed(shown(value) if as_stored else value) in told, value
