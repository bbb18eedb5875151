"""Acts told to a real journal, through what the logbook offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import Mark
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook
    from tests.truth.paper import Action, Said

TYPES: dict[str, Any] = {"person": Person, "exhibit": Exhibit, "movement": Movement, "report": Report, "order": Order}


def entry_of(said: Said) -> Entry:
    """An entry that says this."""
    common = {name: value for name, value in said.items() if "." not in name}
    details = {name: value for name, value in said.items() if "." in name}
    return msgspec.convert(common | {"details": details}, Entry)


def mark_of(said: Said) -> StepMark:
    """The mark of a step that says this."""
    common = {name: value for name, value in said.items() if "." not in name}
    return msgspec.convert(common | {"details": {name: value for name, value in said.items() if "." in name}}, StepMark)


def played(acts: list[Action], path: Path) -> Logbook:
    """A journal in which these acts were done, still open."""
    logbook = a_logbook(path)
    with logbook.at_once():
        for act in acts:
            _play(act, logbook)
    return logbook


def _play(act: Action, logbook: Logbook) -> None:
    sort, _dot, verb = act["do"].partition(".")
    if sort == "undo":
        logbook.undo()
    elif sort == "entry":
        _entry(verb, act, logbook)
    elif sort == "step":
        logbook.case.mark_step(act["step"], mark_of(act["mark"]))
    elif sort == "link":
        link = logbook.exhibits.link if verb == "linked" else logbook.exhibits.unlink
        link(act["exhibit"], Target(**act["target"]))
    elif sort == "handing":
        movements = [msgspec.convert({**one, "number": 0}, Movement) for one in act["movements"]]
        logbook.case.hand_over(msgspec.convert({**act["said"], "number": 0}, Report), movements)
    elif verb == "withdrawn":
        logbook.case.withdraw(TYPES[sort], act["number"])
    else:
        one = msgspec.convert({**act["said"], "number": act.get("number", 0)}, TYPES[sort])
        if verb == "amended":
            logbook.case.amend(one)
        elif sort == "exhibit":
            logbook.exhibits.add(one, Target(**act["target"]))
        else:
            logbook.case.add(one)


def _entry(verb: str, act: Action, logbook: Logbook) -> None:
    if verb == "recorded":
        logbook.record(entry_of(act["said"]))
    elif verb == "amended":
        logbook.amend(act["entry"], entry_of(act["said"]), act["reason"])
    elif verb == "marked":
        logbook.mark(act["entry"], act["item"], msgspec.convert(act["mark"], Mark))
    else:
        getattr(logbook, "withdraw" if verb == "withdrawn" else "reinstate")(act["entry"], act["reason"])
