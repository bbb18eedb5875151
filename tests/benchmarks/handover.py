"""How much handing over costs: a dossier as PDF beside a plain table of the same entries and photos by reportlab."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from journal.domain.evidence.exhibit import Exhibit, Target
from journal.handover.selection.choice import Format
from journal.logbook import Logbook
from tests.benchmarks.drawing import PHOTO, TABLE
from tests.benchmarks.table import Figure, in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHOTOS = 24
GOAL = 2
"""Of the time of the processor."""
MANY = 10_000
GOALS_OF_MANY = {"seconds": 0.45, "memory": 1.0}
"""By the clock, where two processors are free, and of the memory; for so many entries or more."""
BESIDE = (Format.HTML, Format.XLSX, Format.BUNDLE)
"""What is told without a goal."""
Cost = dict[str, float]
"""Seconds that passed, seconds of the processor, the most memory in MB, the size in bytes."""


def handing_over(case: Path, entries: int, rounds: int) -> Iterator[Figure]:
    """Yield what it costs to hand over a case of so many entries with 24 photos.

    Of many parts two are drawn at the same time, which only the clock tells, and only where nothing else works.
    """
    journal = _with_photos(case)
    table, dossier = in_turn(rounds, partial(_made, journal, TABLE), partial(_made, journal, Format.PDF))
    yield from _beside(
        f"PDF of {entries:,} entries, {PHOTOS} photos",
        _least(dossier),
        _least(table),
        GOALS_OF_MANY if entries >= MANY else {},
    )
    for form in BESIDE:
        yield _time(f"the same as {form}", _made(journal, form), _least(table), "processor", None)
    journal.unlink()


def _beside(what: str, ours: Cost, peer: Cost, goals: Cost) -> Iterator[Figure]:
    yield _time(f"{what}, time of the processor", ours, peer, "processor", GOAL)
    yield _time("the same by the clock", ours, peer, "seconds", goals.get("seconds"))
    ratio, told = ours["memory"] / peer["memory"], f"reportlab {peer['memory']:.0f} MB"
    yield Figure("most memory for that", f"{ours['memory']:.0f} MB", told, ratio, goals.get("memory"))


def _time(what: str, ours: Cost, peer: Cost, measure: str, goal: float | None) -> Figure:
    ratio = ours[measure] / peer[measure]
    return Figure(what, f"{ours[measure]:.1f} s", f"reportlab {peer[measure]:.1f} s", ratio, goal)


def _least(costs: list[Cost]) -> Cost:
    """Return each cost in the round in which it was least."""
    return {name: min(one[name] for one in costs) for name in costs[0]}


def _made(journal: Path, made_as: str) -> Cost:
    program = [sys.executable, "-m", "tests.benchmarks.drawing", str(journal), made_as]
    run = subprocess.run(program, capture_output=True, text=True, check=True)
    cost: Cost = json.loads(run.stdout)
    return cost


def _with_photos(case: Path) -> Path:
    """Return a copy of a journal in which photos are linked to entries far from each other."""
    journal = case.with_name(f"photos-{case.name}")
    shutil.copyfile(case, journal)
    logbook = Logbook(journal)
    numbers = sorted(logbook.state.entries)
    for at in range(PHOTOS):
        photo = _photo(at)
        digest = hashlib.sha256(photo).hexdigest()
        name = f"{PHOTO}{at}.jpg"
        sheet = Exhibit(number=0, file_name=name, sha256=digest, size=len(photo), media_type="image/jpeg")
        entry = Target(entry=numbers[at * len(numbers) // PHOTOS])
        logbook.exhibits.attach([sheet], entry, contents={digest: photo})
    logbook.close()
    return journal


def _photo(seed: int) -> bytes:
    """Draw blurred grain of 1600 by 1200, which fills about as many bytes as a photo."""
    chance = Random(seed)  # noqa: S311 - the same in every run
    grain = Image.frombytes("RGB", (200, 150), chance.randbytes(200 * 150 * 3))
    out = io.BytesIO()
    grain.resize((1600, 1200), Image.Resampling.BICUBIC).save(out, "JPEG", quality=90)
    return out.getvalue()
