"""Random evenings: acts drawn one after the other, each of which makes sense after those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from journal.domain.case.steps import STEPS
from journal.domain.kinds import KINDS, kind
from tests.truth.drawn_times import DAYS, moments
from tests.truth.paper import SORTS, Action, Paper, Said
from tests.truth.times import NEVER, first_day, last_day
from tests.truth.words import LINES, PIECES, token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journal.domain.kinds.catalogue import Field

    Draw = Callable[[st.SearchStrategy[Any]], Any]

LINE_FIELDS = ("place", "impact", "my_response")
TEXT_FIELDS = ("account", "quoted_words", "private_note")
TARGETS = ("me", "child", "family", "partner", "friend", "colleague", "neighbour", "other")
KNOWN_BY = ("saw", "voice", "number", "handwriting", "account", "told", "assumption")
KIND_IDS = tuple(one.id for one in KINDS)
OFTEN = ("call_missed", "call_silent", "sms", "said_no", "threat", "order_broken", "told_somebody")
"""Kinds about which more is told than about others."""


class Teller:
    """Draws what is told, and keeps the paper so that each act makes sense."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.paper = Paper()
        self.acts: list[Action] = []
        self._tokens = 0

    def does(self, **act: Any) -> None:
        """Add an act."""
        self.acts.append(act)
        self.paper.take(act)

    def pick(self, values: Sequence[Any]) -> Any:
        """One of these."""
        return self.draw(st.sampled_from(list(values)))

    def words(self, *, lines: bool = False) -> str:
        """Words with a token of their own."""
        self._tokens += 1
        pieces = PIECES + LINES if lines else PIECES
        front, back = self.pick(pieces), self.pick(("", "", *pieces))
        return f"{front} {token(self._tokens)} {back}".rstrip()

    def some(self, names: Sequence[str], most: int = 4) -> list[str]:
        """Some of these names."""
        return sorted(self.draw(st.sets(st.sampled_from(list(names)), max_size=min(most, len(names)))))

    def detail(self, field: Field) -> str | int | bool:
        """What the field of a kind or a step holds."""
        if field.choices:
            return str(self.pick([one.id for one in field.choices]))
        if field.shape == "yes_no":
            return bool(self.draw(st.booleans()))
        if field.shape in {"number", "duration"}:
            return int(self.draw(st.integers(0, 4000)))
        return str(self.pick(DAYS)) if field.shape == "date" else self.words(lines=field.shape == "text")

    def numbers(self, sort: str) -> list[int]:
        """The numbers of everything of one sort that counts."""
        if sort == "entry":
            return [number for number, one in self.paper.entries.items() if not one["withdrawn"]]
        return list(self.paper.standing(sort))

    def entry(self, before: Said | None = None) -> Said:
        """What an entry says: some fields of an earlier version set, changed or emptied, or all anew."""
        said = dict(before or {})
        if before is None or self.draw(st.integers(0, 3)) == 0:
            said["kind"] = self.pick((*OFTEN, *KIND_IDS))
        if before is None or self.draw(st.integers(0, 2)) == 0:
            said["happened"] = self.draw(moments())
        own = [one.id for one in kind(said["kind"]).fields]
        people = list(self.paper.things["person"])
        names = ["until", "noticed", *LINE_FIELDS, *TEXT_FIELDS, "targeted", "identified_by", "threat_felt", "tags"]
        names += ["times"] if kind(said["kind"]).repeatable else []
        names += ["person", "witnesses", "reported_by"] if people else []
        for name in self.some(names, 5) + self.some(own, 3):
            if name in said and self.draw(st.booleans()):
                del said[name]
            else:
                said[name] = self._field(name, said, people)
        begun, over = last_day(said["happened"]), first_day(said.get("until", NEVER))
        if begun and over and over < begun:
            # Nothing ends before it begins.
            del said["until"]
        return said

    def _field(self, name: str, said: Said, people: list[int]) -> Any:
        if name in {"until", "noticed"}:
            return self.draw(moments().filter(lambda moment: moment["certainty"] != "unknown"))
        if name in LINE_FIELDS:
            return self.words()
        if name in TEXT_FIELDS:
            return self.words(lines=True)
        if name in {"person", "reported_by"}:
            return self.pick(people)
        drawn: dict[str, Callable[[], Any]] = {
            "targeted": lambda: [self.pick(TARGETS)],
            "identified_by": lambda: self.pick(KNOWN_BY),
            "threat_felt": lambda: self.pick(("no", "somewhat", "strongly")),
            "tags": lambda: [self.words()],
            "times": lambda: self.draw(st.integers(2, 60)),
            "witnesses": lambda: [self.pick(people)],
        }
        if name in drawn:
            return drawn[name]()
        fields = {one.id: one for one in kind(said["kind"]).fields}
        return self.detail(fields[name])

    def thing(self, sort: str) -> Said:
        """What is said of something of the case."""
        told: Said = getattr(self, f"_{sort}")()
        return told

    def _person(self) -> Said:
        said: Said = {"name": self.words(), "role": self.pick(("stalker", "witness", "family", "confidant"))}
        for name in self.some(("contact", "note", "description", "telephone_numbers", "plates", "willing_to_testify")):
            if name == "willing_to_testify":
                said[name] = self.pick(("yes", "unsure", "no"))
            else:
                said[name] = [self.words()] if name in {"telephone_numbers", "plates"} else self.words()
        return said

    def _exhibit(self) -> Said:
        said: Said = {"title": self.words()}
        for name in self.some(("obtained", "obtained_how", "from_whom", "original_place", "note", "from_person")):
            if name == "from_person":
                if people := self.numbers("person"):
                    said[name] = self.pick(people)
            else:
                said[name] = self.pick(("received", "made", "given")) if name == "obtained" else self.words()
        return said

    def _whom(self) -> Said:
        """The person in a field of their own, now and then."""
        people = self.numbers("person")
        return {"person": self.pick(people)} if people and self.draw(st.integers(0, 2)) == 0 else {}

    def _movement(self) -> Said:
        said: Said = {"exhibit": self.pick(self.numbers("exhibit")), "holder": self.pick(("police", "self", "trusted"))}
        said["copy"] = self.draw(st.integers(0, 2))
        said["on"] = self.draw(moments())
        for name in self.some(("from_place", "place", "receiver", "receipt", "note")):
            said[name] = self.words()
        return {name: value for name, value in said.items() if value != 0} | self._whom()

    def _report(self) -> Said:
        said: Said = {"receiver": self.pick(("police", "ombudsman", "employer")), "made": self.draw(moments())}
        for name in self.some(("office", "officer", "reference", "handed_over_besides", "answer", "note")):
            said[name] = self.words()
        entries, exhibits = list(self.paper.entries), self.numbers("exhibit")
        if entries:
            said["entries"] = sorted(self.draw(st.sets(st.sampled_from(entries), min_size=1, max_size=3)))
        if exhibits and self.draw(st.booleans()):
            said["handed_over"] = [self.pick(exhibits)]
        return said | self._whom()

    def _order(self) -> Said:
        said: Said = {}
        for name in self.some(("by", "reference", "distance", "streets", "note", "starts", "ends", "told_on"), 6):
            said[name] = self.pick(DAYS) if name in {"starts", "ends", "told_on"} else self.words()
        if "starts" in said and "ends" in said:
            # The form refuses an order that ends before it begins.
            said["starts"], said["ends"] = sorted((said["starts"], said["ends"]))
        return said | self._whom()

    def target(self) -> Said:
        """What an exhibit is linked to."""
        entries = list(self.paper.entries)
        return {"entry": self.pick(entries)} if entries else {}

    def step(self) -> None:
        """Mark a step of the case."""
        one = self.pick([each for each in STEPS if each.id in {"said_no", "blocked", "police_report", "lawyer"}])
        mark: Said = {"state": self.pick(("done", "done", "to_do"))}
        if self.draw(st.booleans()):
            mark["on"] = self.pick(DAYS)
        if self.draw(st.booleans()):
            mark["note"] = self.words()
        for field in one.fields:
            if self.draw(st.booleans()):
                mark[field.id] = self.detail(field)
        self.does(do="step.marked", step=one.id, mark=mark)

    def mark(self, number: int) -> None:
        """Mark an item of the checklist of an entry."""
        items = [one.id for one in kind(self.paper.entries[number]["said"]["kind"]).checklist]
        item = self.pick([*items[:3], "own.1"])
        mark: Said = {"state": self.pick(("done", "to_do", "does_not_apply"))}
        if self.draw(st.booleans()):
            mark["note"] = self.words()
        if item == "own.1":
            mark["label"] = self.words()
        self.does(do="entry.marked", entry=number, item=item, mark=mark)


def _act(teller: Teller, what: str) -> None:
    """Tell one act of this sort, where there is something that it can be done to."""
    standing = teller.numbers("entry")
    gone = [one for one in teller.paper.entries if one not in standing]
    if what == "record" or not teller.paper.entries:
        teller.does(do="entry.recorded", said=teller.entry())
    elif what == "undo" and teller.paper.can_undo:
        teller.does(do="undo")
    elif what == "step":
        teller.step()
    elif what == "hand" and teller.numbers("exhibit"):
        moved = [teller.thing("movement") for _each in range(teller.draw(st.integers(0, 2)))]
        teller.does(do="handing.over", said=teller.thing("report"), movements=moved)
    elif what == "link" and (exhibits := teller.numbers("exhibit")):
        _link(teller, teller.pick(exhibits))
    elif what in SORTS:
        _thing(teller, what)
    elif what == "reinstate" and gone:
        teller.does(do="entry.reinstated", entry=teller.pick(gone), reason=teller.words())
    elif what in {"amend", "withdraw", "mark"} and standing:
        _change(teller, what, teller.pick(standing))


def _change(teller: Teller, what: str, number: int) -> None:
    if what == "mark":
        teller.mark(number)
    elif what == "withdraw":
        teller.does(do="entry.withdrawn", entry=number, reason=teller.words())
    else:
        before = teller.paper.entries[number]["said"]
        if (said := teller.entry(before)) != before:
            teller.does(do="entry.amended", entry=number, said=said, reason=teller.words())


def _thing(teller: Teller, sort: str) -> None:
    if sort == "movement" and not teller.numbers("exhibit"):
        return
    known = teller.numbers(sort)
    verb = teller.pick(("added", "added", "amended", "withdrawn")) if known else "added"
    if verb == "added":
        target = teller.target() if sort == "exhibit" else {}
        teller.does(do=f"{sort}.added", said=teller.thing(sort), target=target)
        return
    number = teller.pick(known)
    if verb == "withdrawn":
        teller.does(do=f"{sort}.withdrawn", number=number)
    elif (said := teller.thing(sort)) != teller.paper.things[sort][number]["said"]:
        teller.does(do=f"{sort}.amended", number=number, said=said)


def _link(teller: Teller, exhibit: int) -> None:
    links, target = teller.paper.links.get(exhibit, []), teller.target()
    if target in links:
        teller.does(do="link.unlinked", exhibit=exhibit, target=target)
    else:
        teller.does(do="link.linked", exhibit=exhibit, target=target)


SORTS_OF_ACTS = (
    "record",
    "record",
    "record",
    "amend",
    "amend",
    "mark",
    "withdraw",
    "reinstate",
    "undo",
    "step",
    "link",
    "hand",
)


@st.composite
def evenings(draw: Draw, most: int = 14) -> list[Action]:
    """Acts of a journal, one after the other."""
    teller = Teller(draw)
    for what in draw(st.lists(st.sampled_from((*SORTS_OF_ACTS, *SORTS)), min_size=1, max_size=most)):
        _act(teller, what)
    return teller.acts
