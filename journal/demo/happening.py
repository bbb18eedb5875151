"""From a scene to what the writer records of it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.demo import cast
from journal.demo.pace import BEGUN, END, frequency, local, some_time
from journal.demo.times import how_surely, told
from journal.domain.entry.entry import Entry
from journal.domain.time.moment import Certainty, Moment, exactly

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from journal.demo.scene import Scene
    from journal.domain.kinds.catalogue import Detail

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_DELAYS = ((2 * _MINUTE, 50 * _MINUTE), (_HOUR, 9 * _HOUR), (_DAY, 6 * _DAY), (14 * _DAY, 40 * _DAY))
_DELAY_WEIGHTS = (70, 19, 9, 2)
NOTHING: Mapping[str, Detail] = {}


@dataclass(frozen=True)
class Happening:
    """Something that happened in the story, with what was written about it at first."""

    scene: Scene
    entry: Entry
    recorded: datetime
    """When it was written down."""


def once(scene: Scene, chance: Random) -> Happening:
    """Return what is written of a scene on its fixed day."""
    return _happening(scene, local(datetime.fromisoformat(scene.at)), scene.sure, scene.times, chance)


def again(scene: Scene, day: date, chance: Random) -> Happening:
    """Return what is written of a scene that comes back on a day."""
    when = some_time(day, scene.hours, chance)
    often = frequency(day)
    burst = scene.bursts and chance.random() < 0.04 + often / 40
    times = chance.randint(3, 3 + int(2 * often)) if burst else 1
    return _happening(scene, when, Certainty.EXACT if burst else how_surely(chance), times, chance)


def _happening(scene: Scene, when: datetime, sure: Certainty, times: int, chance: Random) -> Happening:
    noticed = when + scene.noticed_after if scene.noticed_after else None
    recorded = _recorded(scene, noticed or when, chance)
    lasts = scene.lasts or (chance.randint(10, 200) * _MINUTE if times > 1 else None)
    until = exactly(when + lasts) if lasts and sure is not Certainty.BETWEEN else None
    recorded = max(recorded, when + lasts + _MINUTE) if lasts else recorded
    happened = told(when, sure, scene.lasts, recorded, chance)
    entry = _entry(scene, happened, until, chance)
    if noticed:
        entry = replace(entry, noticed=exactly(noticed))
    return Happening(scene, replace(entry, times=times), recorded)


def _recorded(scene: Scene, when: datetime, chance: Random) -> datetime:
    shortest, longest = chance.choices(_DELAYS, _DELAY_WEIGHTS)[0]
    by_chance = shortest + (longest - shortest) * chance.random()
    after = 5 * _MINUTE if scene.at and scene.late is None else by_chance
    written = when + (after if scene.late is None else scene.late)
    if written < BEGUN:
        written = BEGUN + chance.randint(0, 70) * _HOUR + chance.randint(1, 3599) * timedelta(seconds=1)
    earliest_end = END - chance.randint(60, 3000) * timedelta(seconds=20)
    return written if written < END else max(earliest_end, when)


def _entry(scene: Scene, happened: Moment, until: Moment | None, chance: Random) -> Entry:
    person = chance.choice(scene.person)
    details = _details(scene.details, chance)
    counted = {"n": details["call.rings"]} if "call.rings" in details else {}
    seen = scene.witnesses if scene.at else tuple(one for one in scene.witnesses if chance.random() < 0.45)
    return Entry(
        happened=happened,
        until=until if until and happened.known else None,
        kind=scene.kind,
        place=_said(scene.place, chance),
        account=_said(scene.account, chance, counted),
        quoted_words=_said(scene.quoted, chance),
        person=person,
        identified_by=scene.known_by if person else None,
        targeted=scene.targeted,
        witnesses=seen,
        reported_by=scene.reported_by,
        impact=_said(scene.impact, chance),
        my_response=_said(scene.response, chance),
        threat_felt=scene.felt if scene.at or chance.random() < 0.6 else None,
        private_note=scene.private or ("Called An afterwards." if not scene.at and chance.random() < 0.04 else ""),
        tags=scene.tags or (("night",) if _at_night(happened) else ()),
        details=details,
    )


def _at_night(happened: Moment) -> bool:
    start = happened.local_start
    return happened.has_clock_time and start is not None and not 6 <= start.hour < 23


def _details(offered: Mapping[str, tuple[Detail, ...]], chance: Random) -> dict[str, Detail]:
    drawn = {name: chance.choice(values) for name, values in offered.items()}
    return {name: _filled(value, chance) if isinstance(value, str) else value for name, value in drawn.items()}


def _said(ways: tuple[str, ...], chance: Random, known: Mapping[str, Detail] = NOTHING) -> str:
    return _filled(chance.choice(ways), chance, known)


def _filled(text: str, chance: Random, known: Mapping[str, Detail] = NOTHING) -> str:
    if "{" not in text:
        return text
    blanks = {name: chance.choice(words) for name, words in cast.BLANKS.items()}
    return text.format_map({"n": chance.randint(2, 40), **blanks, **known})
