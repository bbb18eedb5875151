"""Every call to the system of everything that a journal does, made to fail in every way, plain and protected.

After each failure nothing that was reported saved is lost, no reader sees anything half-made, the person is told in a
calm sentence or not at all, and both the same window and the next one go on.
"""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import JournalError
from tests.store.faults import ERRORS, Saboteur, all_from, one_at
from tests.store.scenes import AT_HOME, UNPROTECTING
from tests.store.scenes_elsewhere import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.stages import Act, Scene

SAMPLES = 4
"""How many of the calls of each act are made to fail in a test of every day."""
WAYS = [
    *((one_at, error) for error in ERRORS),
    *((all_from, error) for error in (errno.ENOSPC, errno.EIO, errno.ENOENT)),
]
"""How a call may fail, alone, or together with all that follow: a full disk, a broken one, one that was pulled out."""
MANY = 55
"""From so many calls on, each fails in three of these ways, in turn."""


ACTS = [
    *((act, protected) for act in (*AT_HOME, *ELSEWHERE) for protected in (False, True)),
    (UNPROTECTING, True),
]
every_act = pytest.mark.parametrize(
    ("act", "protected"), ACTS, ids=[f"{act.name}, {'protected' if protected else 'plain'}" for act, protected in ACTS]
)


class Theatre:
    """A ground that is laid once, and a stage on it as often as it is wanted."""

    def __init__(self, folder: Path, act: Act, *, protected: bool) -> None:
        self._act, self._folder, self._ground = act, folder, folder / "ground"
        self._ground.mkdir()
        self._key = act.ground(self._ground, protected)

    def staged(self) -> Scene:
        now = self._folder / "now"
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(self._ground, now)
        return self._act.stage(now, self._key)


def attempt(scene: Scene) -> str:
    """What the person is told; nothing where the act is reported done."""
    try:
        scene.act()
    except JournalError as error:
        return str(error)
    return ""


def survive(scene: Scene, saboteur: Saboteur, which: Callable[[int], bool], error: int, *, dying: bool) -> bool:
    """Do the act while calls fail, look at what is left, and go on; return whether the act was refused."""
    with saboteur.failing(which, error):
        told = attempt(scene)
    assert not told or told.endswith(".")
    assert "!" not in told
    scene.check(told)
    (scene.die if dying else scene.go_on)()
    return bool(told)


def calls_of(theatre: Theatre, saboteur: Saboteur) -> list[str]:
    """The calls that the act makes; after each of them a reader finds the journal whole."""
    scene = theatre.staged()
    with saboteur.watching(lambda: scene.check("not done yet")):
        assert attempt(scene) == ""
    calls = saboteur.calls
    scene.check("")
    scene.go_on()
    return calls


@every_act
def test_a_few_failing_calls_lose_nothing_and_stop_nothing(
    tmp_path: Path, saboteur: Saboteur, act: Act, protected: bool
) -> None:
    theatre = Theatre(tmp_path, act, protected=protected)
    calls = calls_of(theatre, saboteur)
    start, step = ACTS.index((act, protected)), len(calls) // SAMPLES
    places = range(start % step, len(calls), step)

    for turn, place in enumerate(places, start):
        which, error = WAYS[turn % len(WAYS)]
        survive(theatre.staged(), saboteur, which(place), error, dying=turn % 2 == 0)

    assert len(places) >= SAMPLES


@pytest.mark.slow
@every_act
def test_every_failing_call_loses_nothing_and_stops_nothing(
    tmp_path: Path, saboteur: Saboteur, act: Act, protected: bool, record_property: Callable[[str, object], None]
) -> None:
    theatre = Theatre(tmp_path, act, protected=protected)
    calls = calls_of(theatre, saboteur)
    refused: Counter[bool] = Counter()

    for place in range(len(calls)):
        for turn, (which, error) in enumerate(WAYS):
            if len(calls) < MANY or (turn - 3 * place) % len(WAYS) < 3:
                dying = (turn + place) % 2 == 0
                refused[survive(theatre.staged(), saboteur, which(place), error, dying=dying)] += 1

    assert refused.total() >= 3 * len(calls)
    said = f"{act.name}, {'protected' if protected else 'plain'}: {len(calls)} calls"
    record_property("figures", f"{said}, {refused.total()} failures, refused after {refused[True]} of them")
