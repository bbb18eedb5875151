"""Writing the invented case: everything in the order of its own time, with seeded clock and salts."""

from __future__ import annotations

from datetime import datetime, timedelta
from operator import attrgetter, itemgetter
from random import Random
from typing import TYPE_CHECKING

from journal.demo import cast
from journal.demo.asides import distinct
from journal.demo.circle import CIRCLE
from journal.demo.deeds import Deed, Withdrawal, afterwards
from journal.demo.everyday import EVERYDAY
from journal.demo.filing import Filing, filings
from journal.demo.happening import Happening, again, once
from journal.demo.milestones import MILESTONES
from journal.demo.offices import EVENTS, MOVEMENTS, ORDERS, REPORTS
from journal.demo.pace import BEGUN, ZONE, some_days
from journal.demo.steps_taken import STEPS_TAKEN
from journal.demo.told import Told
from journal.domain.base.errors import Refused
from journal.domain.text.words import _
from journal.logbook import Logbook
from journal.store.file.mutable_state import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from journal.demo.turn import Turn


COURSE = (*CIRCLE, *REPORTS, *ORDERS, *EVENTS, *MOVEMENTS, *STEPS_TAKEN)
"""Everything of the case around the entries."""


class StoryClock:
    """A clock that shows the time at which the story has arrived."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the story's present."""
        return self.now


def write_case(path: Path, *, entries: int = 240, seed: int = 1) -> None:
    """Write a journal with so many entries to a new file; the same seed gives the same bytes.

    Raises Refused where something stands at the path already, NotSaved where it cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise Refused(_("There is already something at {path}. Nothing was written.").format(path=path))
    chance, grains = Random(f"{seed} story"), Random(f"{seed} salts")  # noqa: S311 - to be told again in the same way
    asides = Random(f"{seed} asides")  # noqa: S311 - apart, so that they change nothing else of the story
    happenings = [*distinct(_happenings(entries, chance), asides)]
    clock = StoryClock(BEGUN)
    logbook = Logbook(path, clock=clock, salts=lambda: grains.randbytes(16))
    try:
        with logbook.at_once():
            logbook.choose(Settings(zone=ZONE.key))
            _write(happenings, [deed for one in happenings for deed in afterwards(one, chance)], logbook, clock)
    finally:
        logbook.close()


def _happenings(count: int, chance: Random) -> list[Happening]:
    scenes = MILESTONES if count >= len(MILESTONES) else sorted(chance.sample(MILESTONES, count), key=attrgetter("at"))
    weights = [scene.weight for scene in EVERYDAY]
    days = some_days(count - len(scenes), chance)
    everyday = [again(chance.choices(EVERYDAY, weights)[0], day, chance) for day in days]
    return sorted([*(once(scene, chance) for scene in scenes), *everyday], key=attrgetter("recorded"))


def _write(happenings: list[Happening], deeds: list[Deed], logbook: Logbook, clock: StoryClock) -> None:
    for person in cast.PEOPLE:
        clock.now += timedelta(seconds=20)
        logbook.case.add(person)
    told = Told()
    withdrawn = {id(deed.about) for deed in deeds if isinstance(deed.what, Withdrawal)}
    acts: list[tuple[datetime, Happening | Deed | Filing | Turn]] = [(one.recorded, one) for one in happenings]
    later: list[Deed | Filing | Turn] = [*deeds, *filings(happenings, withdrawn), *COURSE]
    acts += [(one.when, one) for one in later]
    for when, act in sorted(acts, key=itemgetter(0)):
        clock.now = max(when, clock.now)
        if isinstance(act, Happening):
            told.take(act, logbook.record(act.entry).subject)
        else:
            act.do(logbook, told)
