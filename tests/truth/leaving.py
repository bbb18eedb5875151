"""What a hand-over must hold and must not, by the paper: what was chosen and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from journal.domain.case.steps import step
from tests.truth.times import first_day, last_day
from tests.truth.told import fields_of, words_of
from tests.truth.words import shown, tokens

if TYPE_CHECKING:
    from tests.truth.paper import Paper, Said

DEFAULT = ("private_notes", "own_data", "third_parties", "locations", "effects")
WITHHELD = {
    "private_notes": {"private_note", "note"},
    "own_data": {"call.own_line", "message.received_on", "delivery.ordered_with", "service.customer_number"},
    "effects": {"impact", "threat_felt", "violence.injuries", "violence.doctor"},
    "witnesses": {"witnesses"},
    "third_parties": set[str](),
    "locations": set[str](),
    "originals": set[str](),
}
"""By what stays: the fields of an entry, or of its checklist, that stay with it."""
STEPS_THAT_TELL = {"limits", "telephone", "authorities"}


@dataclass
class Leaving:
    """What leaves of a journal on paper."""

    paper: Paper
    numbers: tuple[int, ...]
    stays: tuple[str, ...] = DEFAULT
    own: bool = False
    """Whether it is the person's own archive."""
    chosen: dict[int, Said] = field(init=False)

    def __post_init__(self) -> None:
        entries = self.paper.entries
        self.chosen = {number: one for number, one in entries.items() if not self.numbers or number in self.numbers}

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return self.chosen.keys() == self.paper.entries.keys()

    @property
    def standing(self) -> dict[int, Said]:
        """The chosen entries that count."""
        return {number: one for number, one in self.chosen.items() if not one["withdrawn"]}

    @property
    def kept(self) -> set[str]:
        """The names of the fields that stay."""
        return set().union(*(WITHHELD[one] for one in self.stays))

    def values(self, number: int) -> dict[str, str]:
        """What an entry says now, in words for an outsider, without what stays."""
        told = fields_of(self.chosen[number], self.paper, outside=True)
        return {name: said for name, said in told.items() if name not in self.kept}

    def earlier(self, number: int) -> list[str]:
        """What it said before in the fields that were changed; people whom no chosen entry names now are numbers."""
        named = {one for entry in self.chosen.values() for one in _people_of(entry["said"])}
        return [
            words_of(name, value, self.paper, outside=True)
            for line in self.chosen[number]["lines"]
            for name, value in line["before"].items()
            if name not in self.kept and _people_of({name: value}) <= named
        ]

    @property
    def exhibits(self) -> set[int]:
        """The exhibits that surely leave: of a chosen entry."""
        links = self.paper.standing_links()
        return {number for number, to in links.items() if any(one.get("entry") in self.chosen for one in to)}

    @property
    def reports(self) -> dict[int, Said]:
        """The reports that leave: of a chosen entry, or of no entry where all were chosen."""
        return {
            number: said
            for number, said in self.paper.standing("report").items()
            if {*said.get("entries", ())} & self.chosen.keys() or (self.whole and not said.get("entries"))
        }

    def may_leave(self) -> set[str]:
        """Every token that may leave at all."""
        found: set[str] = set()
        for entry in self.chosen.values():
            found |= self._of_entry(entry)
        reports = self.paper.things["report"]
        found |= tokens([self._without(one, "note") for n in self.reports for one in reports[n]["versions"]])
        if self.own and self.whole:
            return tokens([self.paper.entries, self.paper.things, self.paper.marked])
        found |= self._of_exhibits() | self._of_people()
        for number in self.paper.standing("order"):
            if self._order_leaves(number):
                found |= tokens([self._without(one, "note") for one in self.paper.things["order"][number]["versions"]])
        for name, marks in self.paper.marked.items() if self.whole else ():
            if step(name).group in STEPS_THAT_TELL:
                found |= tokens([self._without(mark, "note") for mark in marks])
        return found

    def _of_entry(self, entry: Said) -> set[str]:
        versions = [line["said"] for line in entry["lines"]] + [entry["said"]]
        said = [{name: value for name, value in one.items() if name not in self.kept} for one in versions]
        marks = [self._without(mark, "note") for mark in entry["marked"]]
        return tokens([said, marks, [line["reason"] for line in entry["lines"]]])

    def _without(self, said: Said, *names: str) -> Said:
        return {name: value for name, value in said.items() if name not in names or name not in self.kept}

    def _order_leaves(self, number: int) -> bool:
        said = self.paper.standing("order")[number]
        return self.whole or any(may_hold(said, one["said"].get("happened")) for one in self.chosen.values())

    def _exhibits_that_may_leave(self) -> set[int]:
        """The exhibits of a chosen entry, and those handed over with a report of chosen entries alone."""
        wholly = {n for n, one in self.reports.items() if {*one.get("entries", ())} <= self.chosen.keys()}
        return self.exhibits | {one for n in wholly for one in self.reports[n].get("handed_over", ())}

    def _of_exhibits(self) -> set[str]:
        """What is said of exhibits that may leave, and of where they went."""
        may = self._exhibits_that_may_leave()
        kept = {"note"} if "private_notes" in self.stays else set()
        kept |= {"original_place", "lies_at"} if "own_data" in self.stays else set()
        kept |= {"from_whom"} if "third_parties" in self.stays else set()
        moved = {"note"} if "private_notes" in self.stays else set()
        moved |= {"from_place", "place"} if "own_data" in self.stays else set()
        moved |= {"receiver"} if "third_parties" in self.stays else set()
        things = self.paper.things
        found = tokens(
            [_cut(said, kept) for n, one in things["exhibit"].items() if n in may for said in one["versions"]]
        )
        movements = [things["movement"][number] for number in self.paper.standing("movement")]
        moved_by = [one for one in movements if one["said"]["exhibit"] in may]
        return found | tokens([_cut(said, moved) for one in moved_by for said in one["versions"]])

    def _named_by_the_case(self) -> set[int]:
        """The numbers of the people whom a report, an order, an exhibit or its way names; the last two if they may."""
        orders = {n: one for n, one in self.paper.standing("order").items() if self._order_leaves(n)}
        naming = [one.get("person") for one in (*self.reports.values(), *orders.values())]
        if "third_parties" not in self.stays:
            may = self._exhibits_that_may_leave()
            naming += [one.get("from_person") for n, one in self.paper.standing("exhibit").items() if n in may]
            naming += [one.get("person") for one in self.paper.standing("movement").values() if one["exhibit"] in may]
        return {number for number in naming if number}

    def _of_people(self) -> set[str]:
        named = {
            number
            for entry in self.chosen.values()
            for said in [entry["said"], *(line["said"] for line in entry["lines"])]
            for number in _people_of(said)
        } | self._named_by_the_case()
        found: set[str] = set()
        for number, one in self.paper.things["person"].items():
            said, stalker = one["said"], one["said"]["role"] == "stalker"
            willing = said.get("willing_to_testify") in {"yes", "unsure"} and not one["withdrawn"]
            if number not in named and not stalker and not willing:
                continue
            kept = {"note"} if "private_notes" in self.stays else set()
            if "third_parties" in self.stays and not stalker:
                kept |= {"note", "contact", "description", "telephone_numbers", "plates"}
            found |= tokens([_cut(version, kept) for version in one["versions"]])
        return found


def _people_of(said: Said) -> set[int]:
    """The numbers of the people whom an entry names."""
    one_each = {said.get("person"), said.get("reported_by"), *(said.get("witnesses") or ())}
    return {number for number in one_each if number}


def _cut(said: Said, names: set[str]) -> Said:
    return {name: value for name, value in said.items() if name not in names}


def may_hold(order: Said, moment: Any) -> bool:
    """Whether an order may have held at a time; False only where it surely did not."""
    first, last = (first_day(moment), last_day(moment)) if moment else (None, None)
    ended = bool(order.get("ends") and first and first.isoformat() > order["ends"])
    not_begun = bool(order.get("starts") and last and last.isoformat() < order["starts"])
    return not ended and not not_begun


def surely_holds(order: Said, moment: Any) -> bool:
    """Whether an order surely held at a time."""
    first, last = (first_day(moment), last_day(moment)) if moment else (None, None)
    begun = bool(order.get("starts") and first and first.isoformat() >= order["starts"])
    return begun and bool(last) and not (order.get("ends") and str(last) > order["ends"])


def reason_shown(reason: str) -> str:
    """What is to be read of a reason."""
    return shown(reason)
