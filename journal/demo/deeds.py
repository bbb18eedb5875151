"""What the writer of the story does afterwards: tick off, correct, withdraw, each at its own time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.demo.pace import END
from journal.demo.scene import Later, Tick
from journal.domain import kinds
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.time.moment import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from journal.demo.happening import Happening
    from journal.demo.told import Told
    from journal.domain.entry.entry import Entry
    from journal.logbook import Logbook

_NOTES = ("", "", "", "in the blue folder", "on the USB stick", "copie chez Claire", "bij An bewaard", "photo no. {n}")
_STATES = (ItemState.DONE, ItemState.DOES_NOT_APPLY, ItemState.TO_DO)
_STATE_WEIGHTS = (80, 14, 6)
_AMENDED, _WITHDRAWN = 0.04, 0.004


@dataclass(frozen=True)
class Withdrawal:
    """An entry that should not have been made."""

    reason: str


@dataclass(frozen=True)
class Deed:
    """One act of the writer after the entry was recorded."""

    when: datetime
    about: Happening
    what: Tick | Later | Withdrawal

    def do(self, logbook: Logbook, told: Told) -> None:
        """Do it to the entry that it is about."""
        number = told.entries[id(self.about)]
        match self.what:
            case Tick(item, state, note):
                on = self.when.date().isoformat() if self.what.dated else ""
                logbook.mark(number, item, Mark(state=state, note=note, on=on))
            case Later(reason=reason, fields=fields):
                logbook.amend(number, replace(self.about.entry, **fields), reason)
            case Withdrawal(reason):
                logbook.withdraw(number, reason)


def afterwards(happening: Happening, chance: Random) -> Iterator[Deed]:
    """Yield what is done to an entry later, withdrawing it last; nothing after the end of the story."""
    scene = happening.scene
    ticks = scene.ticks if scene.ticks is not None else tuple(_some_ticks(happening, chance))
    later = scene.amended or (None if scene.at else _some_correction(happening.entry, chance))
    mistake = scene.withdrawn or (chance.random() < _WITHDRAWN and not scene.at and "Written down twice.") or ""
    deeds = [Deed(happening.recorded + tick.after, happening, tick) for tick in ticks]
    if later:
        deeds.append(Deed(happening.recorded + later.after, happening, later))
    if mistake:
        last = max([happening.recorded, *(deed.when for deed in deeds)])
        deeds.append(Deed(last + timedelta(days=1, hours=3), happening, Withdrawal(mistake)))
    yield from (deed for deed in deeds if deed.when < END)


def _some_ticks(happening: Happening, chance: Random) -> Iterator[Tick]:
    items = kinds.kind(happening.entry.kind).checklist
    if chance.random() < 0.3:
        return
    for item in chance.sample(items, chance.randint(1, min(3, len(items)))):
        yield Tick(
            item.id,
            chance.choices(_STATES, _STATE_WEIGHTS)[0],
            chance.choice(_NOTES).format(n=chance.randint(1, 900)),
            after=timedelta(seconds=chance.choice((40, 90, 600, 4_000, 90_000, 400_000))),
            dated=chance.random() < 0.6,
        )


def _some_correction(entry: Entry, chance: Random) -> Later | None:
    if chance.random() >= _AMENDED:
        return None
    after = timedelta(hours=chance.randint(1, 200))
    if entry.times > 1:
        return Later(after, "Counted again on the call list.", {"times": entry.times + chance.randint(1, 3)})
    if entry.happened.certainty is Certainty.ABOUT:
        exact = replace(entry.happened, certainty=Certainty.EXACT)
        return Later(after, "Exact hour found on the telephone.", {"happened": exact})
    if not entry.place:
        return Later(after, "Plaats vergeten.", {"place": chance.choice(("thuis", "on the bus", "au bureau"))})
    added = chance.choice(("It was raining.", "Noor zag het ook.", "Il n'y avait personne d'autre.", "I was alone."))
    return Later(after, "Remembered later.", {"account": f"{entry.account} {added}".strip()})
