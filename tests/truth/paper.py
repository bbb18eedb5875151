"""The journal on paper: what was told, act by act, kept in plain dictionaries; it shares nothing with the program.

An act is a dictionary that can be kept as JSON: what is done under `do`, and what with. `Paper.take` writes it down.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Action = dict[str, Any]
Said = dict[str, Any]
"""Name of a field to its value; what is empty is not there."""

SORTS = ("person", "exhibit", "movement", "report", "order")
UNMARKED: Said = {"state": "to_do"}


class Paper:
    """Everything that was told so far."""

    def __init__(self) -> None:
        self.entries: dict[int, Said] = {}
        """By number: `said`, `withdrawn`, `marks` by item, all that was ever `marked`, and `lines`, its history."""
        self.things: dict[str, dict[int, Said]] = {sort: {} for sort in SORTS}
        """By sort and number: `said`, `withdrawn`, and all its `versions`."""
        self.links: dict[int, list[Said]] = {}
        """By exhibit, what it is linked to, in the order in which that was said."""
        self.steps: dict[str, Said] = {}
        self.marked: dict[str, list[Said]] = {}
        """Everything that was ever said of a step."""
        self.records = 1
        """How many records there are; the first begins the journal."""
        self._before: list[tuple[Said, Said]] = []
        """What undo goes back to: as it was before an act, and the act."""

    @classmethod
    def of(cls, acts: list[Action]) -> Paper:
        """What stands on the paper after these acts."""
        paper = cls()
        for act in acts:
            paper.take(act)
        return paper

    def take(self, act: Action) -> None:
        """Write down the next act."""
        if act["do"] == "undo":
            self._undo()
        else:
            self._before.append((self._now(), act))
            sort, _dot, verb = act["do"].partition(".")
            if sort == "entry":
                self._entry(verb, act)
            elif sort == "link":
                self._link(verb, act)
            elif sort == "step":
                self.steps[act["step"]] = dict(act["mark"])
                self.marked.setdefault(act["step"], []).append(act["mark"])
            elif sort == "handing":
                self._hand_over(act)
            else:
                self._thing(sort, verb, act)
        self.records += 1

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._before)

    def standing(self, sort: str) -> dict[int, Said]:
        """What was not withdrawn of one sort, by number: its fields."""
        return {number: one["said"] for number, one in self.things[sort].items() if not one["withdrawn"]}

    def standing_links(self) -> dict[int, list[Said]]:
        """The links of exhibits that were not withdrawn."""
        return {number: self.links.get(number, []) for number in self.standing("exhibit")}

    def exhibits_of(self, entry: int) -> list[int]:
        """The exhibits of an entry, those of its checklist included."""
        links = self.standing_links()
        return sorted(number for number, targets in links.items() if any(one.get("entry") == entry for one in targets))

    def _entry(self, verb: str, act: Action) -> None:
        if verb == "recorded":
            number = len(self.entries) + 1
            self.entries[number] = {
                "said": dict(act["said"]),
                "withdrawn": False,
                "marks": {},
                "lines": [],
                "marked": [],
            }
            self._line(number, verb, {}, "")
        elif verb == "marked":
            self.entries[act["entry"]]["marks"][act["item"]] = dict(act["mark"])
            self.entries[act["entry"]]["marked"].append(act["mark"])
        else:
            entry = self.entries[act["entry"]]
            before = entry["said"]
            entry["said"] = dict(act["said"]) if "said" in act else before
            entry["withdrawn"] = {"withdrawn": True, "reinstated": False}.get(verb, entry["withdrawn"])
            self._line(act["entry"], verb, before, act.get("reason", ""))

    def _line(self, number: int, act: str, before: Said, reason: str) -> None:
        """Add a line to the history of an entry: what was done, and each field that changed, as it was before."""
        now = self.entries[number]["said"]
        names = [name for name in {**before, **now} if before.get(name) != now.get(name)] if before else []
        told = {name: before.get(name) for name in names}
        line = {"act": act, "before": told, "reason": reason, "record": self.records + 1, "said": dict(now)}
        self.entries[number]["lines"].append(line)

    def _thing(self, sort: str, verb: str, act: Action) -> None:
        things = self.things[sort]
        if verb == "added":
            number = len(things) + 1
            things[number] = {"said": dict(act["said"]), "withdrawn": False, "versions": [act["said"]]}
            if act.get("target"):
                self.links.setdefault(number, []).append(act["target"])
        elif verb == "withdrawn":
            things[act["number"]]["withdrawn"] = True
        else:
            versions = [*things[act["number"]]["versions"], act["said"]]
            things[act["number"]] = {"said": dict(act["said"]), "withdrawn": False, "versions": versions}

    def _hand_over(self, act: Action) -> None:
        """A report and what went with it, told in one save: a record for each."""
        self._thing("report", "added", {"said": act["said"]})
        for movement in act["movements"]:
            self._thing("movement", "added", {"said": movement})
        self.records += len(act["movements"])

    def _link(self, verb: str, act: Action) -> None:
        links = self.links.setdefault(act["exhibit"], [])
        if verb == "linked":
            links.append(act["target"])
        else:
            links.remove(act["target"])

    def _now(self) -> Said:
        return deepcopy({"entries": self.entries, "things": self.things, "links": self.links, "steps": self.steps})

    def _undo(self) -> None:
        """Put back what stood before the last act that was not undone; numbers and lines that were given stay."""
        before, act = self._before.pop()
        entries, things, self.links = self.entries, self.things, before["links"]
        self.steps = before["steps"]
        if act["do"].startswith("step.") and act["step"] not in self.steps:
            self.steps[act["step"]] = dict(UNMARKED)
        for number, entry in entries.items():
            self._put_back(number, entry, before["entries"].get(number), act)
        for sort in SORTS:
            for number, one in things[sort].items():
                was = before["things"][sort].get(number, {**one, "withdrawn": True})
                things[sort][number] = {**was, "versions": one["versions"]}
        if act["do"] == "handing.over":
            self.records += len(act["movements"])

    def _put_back(self, number: int, entry: Said, was: Said | None, act: Action) -> None:
        if was is None:
            entry["withdrawn"] = True
            self._line(number, "withdrawn", entry["said"], "")
            return
        entry["marks"] = was["marks"]
        if act["do"] == "entry.marked" and act["entry"] == number and act["item"] not in entry["marks"]:
            entry["marks"][act["item"]] = dict(UNMARKED)
        back = {"withdrawn": "reinstated", "reinstated": "withdrawn"}.get(act["do"].partition(".")[2], "amended")
        if act["do"].startswith("entry.") and act.get("entry") == number and act["do"] != "entry.marked":
            before, entry["said"], entry["withdrawn"] = entry["said"], was["said"], was["withdrawn"]
            self._line(number, back, before, "")
