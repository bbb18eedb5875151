"""Random journals as plain acts, every word of which says what it belongs to, and the rule of what leaves told anew.

A word is `zq`, sort, number, `f`, the name of the field without signs, and for what was said later `x` at the end. The
rule here shares no code with the product: it reads the acts as plain dictionaries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journal.domain.state.state import State
from journal.domain.text.words import Words
from journal.handover.selection.choice import For, Stays
from journal.handover.selection.choosing import SelectionSource, choose
from tests.domain.ledgers import BEGAN, a_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.selection import Selection

Action = dict[str, Any]
ObjectRef = tuple[str, int | str]

TEXTS = {
    "entry": ("account", "place", "quoted_words", "private_note", "impact"),
    "exhibit": ("title", "obtained_how", "original_place", "from_whom", "note"),
    "movement": ("place", "receiver", "receipt", "note"),
    "person": ("name", "contact", "description", "note"),
    "report": ("office", "officer", "reference", "answer", "note"),
    "order": ("by", "reference", "streets", "note"),
}
"""The fields of free text of each sort that the cases fill in."""
STEPS = ("said_no", "talked_about_it")
"""One that others may read, and one that is nobody's business."""
KEPT = {
    ("entry", "private_note"): Stays.PRIVATE_NOTES,
    ("entry", "impact"): Stays.EFFECTS,
    ("item", "note"): Stays.PRIVATE_NOTES,
    ("step", "note"): Stays.PRIVATE_NOTES,
    ("exhibit", "original_place"): Stays.OWN_DATA,
    ("exhibit", "from_whom"): Stays.THIRD_PARTIES,
    ("movement", "place"): Stays.OWN_DATA,
    ("movement", "receiver"): Stays.THIRD_PARTIES,
    ("person", "contact"): Stays.THIRD_PARTIES,
    ("person", "description"): Stays.THIRD_PARTIES,
    ("person", "name"): Stays.WITNESSES,
    **{(sort, "note"): Stays.PRIVATE_NOTES for sort in ("exhibit", "movement", "person", "report", "order")},
}
"""What stays with what; of a person other than the stalker a note is also data of others."""
_WORD = re.compile(r"zq([a-z]+)(\d+)f([a-z]+?)(x?)(?![a-z0-9])")


def word(sort: str, number: int, field: str, later: str = "") -> str:
    """The word of a field."""
    return f"zq{sort}{number}f{field.replace('_', '')}{later}"


def words_in(text: str) -> set[tuple[str, int, str]]:
    """Of which fields words stand in a text: sort, number, name of the field without signs."""
    return {(sort, int(number), field) for sort, number, field, _later in _WORD.findall(text)}


@st.composite
def cases(draw: st.DrawFn) -> list[Action]:
    """A journal of up to three entries with what is around them, linked at random, some of it changed or withdrawn."""
    count = {sort: draw(st.integers(0 if sort != "entry" else 1, 3)) for sort in TEXTS}
    count["movement"] = count["movement"] if count["exhibit"] else 0
    acts = [act for sort, many in count.items() for at in range(1, many + 1) for act in _acts(draw, sort, at, count)]
    for step in STEPS:
        if draw(st.booleans()):
            number = STEPS.index(step)
            acts.append({"action": "step.marked", "step": step, "state": "done", "note": word("step", number, "note")})
    return acts


def _acts(draw: st.DrawFn, sort: str, number: int, count: dict[str, int]) -> list[Action]:
    texts = {name: word(sort, number, name) for name in TEXTS[sort]}
    added = {"action": f"{sort}.{'recorded' if sort == 'entry' else 'added'}", sort: number, **texts}
    acts = [{**added, **_links(draw, sort, count)}]
    if sort == "exhibit":
        targets = draw(st.lists(_targets(count), max_size=2))
        acts += [{"action": "exhibit.linked", "exhibit": number, **target} for target in targets]
    if sort == "entry" and draw(st.booleans()):
        note = word("item", number, "note")
        acts.append({"action": "item.marked", "entry": number, "item": "own.1", "state": "done", "note": note})
    if draw(st.booleans()):
        name = draw(st.sampled_from(TEXTS[sort]))
        acts.append({"action": f"{sort}.amended", sort: number, name: word(sort, number, name, "x")})
    if not draw(st.integers(0, 4)):
        acts.append({"action": f"{sort}.withdrawn", sort: number})
    return acts


def _links(draw: st.DrawFn, sort: str, count: dict[str, int]) -> Action:
    def one(of: str) -> int:
        return draw(st.integers(0, count[of]))

    def some(of: str) -> list[int]:
        return sorted(draw(st.sets(st.integers(1, count[of]), max_size=2))) if count[of] else []

    day = draw(st.sampled_from(["2026-03-01", "2026-03-05", "2026-03-09"]))
    moment = {"start": f"{day}T10:00", "offset": "+01:00", "certainty": "exact"}
    kind = draw(st.sampled_from(["call_missed", "letter"]))
    willing = draw(st.sampled_from([{}, {"willing_to_testify": "yes"}, {"willing_to_testify": "no"}]))
    said: dict[str, Action] = {
        "entry": {"kind": kind, "happened": moment, "person": one("person"), "witnesses": some("person")},
        "exhibit": {"from_person": one("person")},
        "movement": {"exhibit": max(1, one("exhibit")), "person": one("person")},
        "person": {"role": draw(st.sampled_from(["stalker", "witness"])), **willing},
        "report": {"entries": some("entry"), "handed_over": some("exhibit"), "person": one("person")},
        "order": {"starts": day, "ends": day, "person": one("person")},
    }
    return said[sort]


def _targets(count: dict[str, int]) -> st.SearchStrategy[Action]:
    there = [sort for sort in ("entry", "report", "order", "person") if count[sort]]
    of = st.sampled_from(there).flatmap(lambda sort: st.builds(lambda at: {sort: at}, st.integers(1, count[sort])))
    return st.one_of(of, st.sampled_from([{"step": step} for step in STEPS]))


def chosen_from(acts: Iterable[Action], choice: HandoverChoice) -> Selection:
    """What the product takes."""
    records = a_ledger(*({"offset": "+01:00", **act} for act in acts))
    return choose(SelectionSource(records, State(records), Words("en"), BEGAN, lambda _number, _take: None), choice)


class Rule:
    """What leaves, by the rule of `journal.handover.selection.reaching` told once more over plain acts."""

    def __init__(self, acts: list[Action], choice: HandoverChoice) -> None:
        self.choice, self.calls = choice, choice.to in {For.OMBUDSMAN, For.OPERATOR}
        self.out = {((one.thing.sort, one.thing.key), one.field) for one in choice.without}
        self.now: dict[ObjectRef, Action] = {}
        self.links: dict[ObjectRef, list[Action]] = {}
        for act in acts:
            self._take(act)
        every = [key for sort, key in self.now if sort == "entry"]
        chosen = [key for key in every if self._was_chosen(key)]
        self.whole = chosen == every and not self.calls
        self.entries = {key for key in chosen if self._in("entry", key)}
        self.leaves: set[ObjectRef] = {("entry", key) for key in self.entries}
        self._go_on()

    def _take(self, act: Action) -> None:
        sort, _, verb = act["action"].partition(".")
        thing = (sort, act.get(sort, 0))
        if verb in {"linked", "marked"}:
            self.links.setdefault(thing, []).append(act)
            if sort == "step":
                self.now[thing] = act
            return
        withdrawn = verb == "withdrawn" or (verb == "amended" and sort == "entry" and self.now[thing]["withdrawn"])
        self.now[thing] = {**self.now.get(thing, {}), **act, "withdrawn": withdrawn}

    def _was_chosen(self, key: int | str) -> bool:
        numbers = self.choice.numbers
        return (not numbers or key in numbers) and not (self.calls and self.now["entry", key]["kind"] == "letter")

    def _in(self, sort: str, key: int | str) -> bool:
        return ((sort, key), "") not in self.out

    def _standing(self, sort: str) -> dict[Any, Action]:
        return {key: one for (of, key), one in self.now.items() if of == sort and not one.get("withdrawn")}

    def _add(self, sort: str, keys: Iterable[Any]) -> None:
        self.leaves |= {(sort, key) for key in keys if (sort, key) in self.now and self._in(sort, key)}

    def _go_on(self) -> None:
        own, entries = self.choice.to is For.OWN, self.entries
        if own and self.whole:
            self._add_everything()
            return
        self._add("report", (key for key, one in self._standing("report").items() if self._report_goes(one)))
        if not self.calls:
            self._add("order", (key for key, one in self._standing("order").items() if self._order_goes(one)))
        if self.whole:
            self._add("step", (step for step in STEPS if own or step == "said_no"))
        self._add_people()
        for key in self._standing("exhibit"):
            on = {link["entry"] for link in self.links.get(("exhibit", key), []) if link.get("entry")}
            if on & entries or (not on and not self.calls and self._hangs_on_the_case(key)):
                self._add("exhibit", [key])
        moved = {
            key: one for key, one in self._standing("movement").items() if ("exhibit", one["exhibit"]) in self.leaves
        }
        self._add("movement", moved)
        if Stays.THIRD_PARTIES not in self.choice.stays:
            had = [
                (one["from_person"], ("exhibit", key), "from_person") for key, one in self._standing("exhibit").items()
            ]
            had += [(one["person"], ("movement", key), "person") for key, one in moved.items()]
            self._add("person", (who for who, by, name in had if by in self.leaves and (by, name) not in self.out))

    def _add_everything(self) -> None:
        for sort, key in self.now:
            one = self.now[sort, key]
            on = set(one.get("entries", ())) if sort == "report" else set()
            on |= {link["entry"] for link in self.links.get((sort, key), []) if sort == "exhibit" and "entry" in link}
            if sort not in {"entry", "movement"} and (not on or on & self.entries):
                self._add(sort, [key])
        moved = (
            key
            for (sort, key), one in self.now.items()
            if sort == "movement" and self._leaves("exhibit", one["exhibit"])
        )
        self._add("movement", [*moved])

    def _leaves(self, sort: str, key: int | str) -> bool:
        return (sort, key) in self.leaves

    def _report_goes(self, one: Action) -> bool:
        return bool(self.entries & set(one["entries"])) or (self.whole and not one["entries"])

    def _order_goes(self, one: Action) -> bool:
        held = [
            entry
            for entry in (self.now["entry", key] for key in self.entries)
            if entry["happened"]["start"][:10] == one["starts"]
            and not (self._person_of(entry) and one["person"] and self._person_of(entry) != one["person"])
        ]
        return self.whole or bool(held)

    def _person_of(self, entry: Action) -> int:
        return int(entry["person"])

    def _named_in(self, key: Any, *, left: bool = True) -> set[int]:
        entry, thing = self.now["entry", key], ("entry", key)
        named = {entry["person"]} if not left or (thing, "person") not in self.out else set()
        return named | (set(entry["witnesses"]) if not left or (thing, "witnesses") not in self.out else set())

    def _add_people(self) -> None:
        named = {who for key in self.entries for who in self._named_in(key)}
        for sort in ("report", "order"):
            told = (one for one in self.leaves if one[0] == sort and (one, "person") not in self.out)
            named |= {self.now[one]["person"] for one in told}
        people = self._standing("person")
        if not self.calls:
            staying = {key for sort, key in self.now if sort == "entry"} - self.entries
            elsewhere = {who for key in staying for who in self._named_in(key, left=False)}
            named |= {key for key, one in people.items() if one["role"] == "stalker" and key not in elsewhere}
        if self.whole:
            named |= {key for key, one in people.items() if one.get("willing_to_testify") == "yes"}
        self._add("person", named)

    def _hangs_on_the_case(self, key: int) -> bool:
        whole_reports = {
            number
            for number, one in self._standing("report").items()
            if ("report", number) in self.leaves and set(one["entries"]) <= self.entries
        }
        for link in self.links.get(("exhibit", key), []):
            of = next(name for name in ("entry", "report", "order", "person", "step") if name in link)
            shown = of != "person" or self._may_show(link["person"])
            if (of, link[of]) in self.leaves and (link[of] in whole_reports if of == "report" else shown):
                return True
        handed = (number for number in whole_reports if (("report", number), "handed_over") not in self.out)
        return any(key in self.now["report", number]["handed_over"] for number in handed)

    def _may_show(self, person: int) -> bool:
        return self.now["person", person]["role"] == "stalker" or Stays.THIRD_PARTIES not in self.choice.stays

    def words(self) -> set[tuple[str, int, str]]:
        """Of which fields words leave."""
        found = set()
        for sort, key in self.leaves:
            names = ("note",) if sort == "step" else TEXTS[sort]
            number = STEPS.index(str(key)) if sort == "step" else int(key)
            found |= {(sort, number, name.replace("_", "")) for name in names if self._field_goes(sort, key, name)}
            if sort == "entry" and ("item", "own.1") in self.links and self._item_goes(number):
                found.add(("item", number, "note"))
        return found

    def _item_goes(self, entry: int) -> bool:
        marked = any(act["entry"] == entry for act in self.links["item", "own.1"])
        out = (("item", f"{entry}/own.1"), "note") in self.out
        return marked and not out and Stays.PRIVATE_NOTES not in self.choice.stays

    def _field_goes(self, sort: str, key: int | str, name: str) -> bool:
        if ((sort, key), name) in self.out:
            return False
        stalker = sort == "person" and self.now[sort, key]["role"] == "stalker"
        if stalker:
            return name != "note" or Stays.PRIVATE_NOTES not in self.choice.stays
        if (sort, name) == ("person", "note") and Stays.THIRD_PARTIES in self.choice.stays:
            return False
        return KEPT.get((sort, name)) not in self.choice.stays
