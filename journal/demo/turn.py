"""One turn of the case around the entries: somebody told, a report, an order, an event, a step, a piece that moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from journal.demo.pace import local
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.demo.told import Told
    from journal.domain.kinds.catalogue import Detail
    from journal.logbook import Logbook


@dataclass(frozen=True)
class Learned:
    """What became known of one of the people."""

    person: int
    known: Mapping[str, Any]
    """By field."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Something that the writer records about the case; what the story has left out is left out here too."""

    at: str
    """The local time of recording."""
    what: Learned | Report | Order | CaseEvent | Movement | StepMark
    step: str = ""
    """The id of the step that is marked."""
    scenes: tuple[str, ...] = ()
    """The entries that a report covers or that belong to an event, by the `at` of their scenes."""
    kinds: tuple[str, ...] = ()
    """The kinds of which a report covers the latest entries."""
    most: int = 0
    """How many of them at most."""
    pieces: tuple[str, ...] = ()
    """The exhibits that were handed over with a report; the one that moved; the proof of a step or an order."""
    papers: tuple[str, ...] = ()
    """The exhibits that are linked to a report or a movement: its copy, its answer, its receipt."""

    @property
    def when(self) -> datetime:
        """When it was recorded."""
        return local(datetime.fromisoformat(self.at))

    def do(self, logbook: Logbook, told: Told) -> None:
        """Record it."""
        match self.what:
            case Learned(number, known):
                logbook.case.amend(replace(logbook.state.of(Person).now[number], **known))
            case Report() as report:
                self._report(report, logbook, told)
            case Order() as order:
                number = logbook.case.add(order).subject
                self._link(self.pieces, Target(order=number), logbook, told)
            case CaseEvent() as event:
                if entries := told.entries_of(self.scenes):
                    logbook.case.add(replace(event, entries=entries))
            case Movement() as movement:
                for exhibit in told.exhibits(self.pieces):
                    number = logbook.case.add(replace(movement, exhibit=exhibit)).subject
                    self._link(self.papers, Target(movement=number), logbook, told)
            case StepMark() as mark:
                logbook.case.mark_step(self.step, mark)
                self._link(self.pieces, Target(step=self.step), logbook, told)

    def _report(self, report: Report, logbook: Logbook, told: Told) -> None:
        covered = {*told.entries_of(self.scenes), *told.last_of(self.kinds, self.most)}
        said = replace(report, entries=tuple(sorted(covered)), handed_over=told.exhibits(self.pieces))
        number = logbook.case.add(said).subject
        self._link(self.papers, Target(report=number), logbook, told)

    @staticmethod
    def _link(names: tuple[str, ...], target: Target, logbook: Logbook, told: Told) -> None:
        for exhibit in told.exhibits(names):
            logbook.exhibits.link(exhibit, target)


def learned(at: str, person: int, **known: Any) -> Turn:
    """Return what became known of somebody."""
    return Turn(at=at, what=Learned(person, known))


def step(
    at: str, step_id: str, note: str = "", on: str = "", *pieces: str, state: ItemState = ItemState.DONE, **details: str
) -> Turn:
    """Return a step that was marked, with its own fields under their names without `case.`."""
    own: dict[str, Detail] = {f"case.{name}": value for name, value in details.items()}
    return Turn(at=at, what=StepMark(state=state, note=note, on=on, details=own), step=step_id, pieces=pieces)
