"""How fast the commands for one entry and for lines are, as whole processes, beside jrnl with the same entries."""

from __future__ import annotations

import math
import os
import resource
import shutil
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from journal.logbook import Logbook
from tests.benchmarks.peer import installed
from tests.benchmarks.table import Figure, in_turn, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.entry.history import History

PEER = "jrnl==4.6"
WORDS = "It rang nine times, and nobody said anything."
QUERY = "phone"
CONFIGURATION = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: ''
journals: {{default: {{journal: '{journal}'}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%Y-%m-%d %H:%M'
version: v4.6
"""


def beside_jrnl(cases: Mapping[int, Path], rounds: int) -> Iterator[Figure]:
    """Yield the processor time of add in journals of several sizes, and of list and search in the second of them."""
    folder = next(iter(cases.values())).parent / "jrnl"
    programs = installed(folder, PEER)
    program = programs / "jrnl" if programs else None
    # The peer keeps things of its own in the home.
    os.environ["HOME"] = str(folder)
    taken: dict[int, float] = {}
    for count, path in cases.items():
        copy = shutil.copyfile(path, folder / f"{count}.json")
        peer = (_asked(program, _as_jrnl(path, folder / f"{count}.txt")), WORDS) if program else None
        adding = ["add", "--kind", "call_missed", "--file", str(copy)]
        ours, theirs = _both(rounds, (_journal(*adding), WORDS), peer)
        taken[count] = median(cpu for cpu, _clock in ours)
        yield _figure(f"journal add, {count:,} entries", ours, theirs, 0.25)
    least, most = min(taken), max(taken)
    measured, smallest = milliseconds([taken[most]]), f"{least:,} entries {milliseconds([taken[least]])}"
    yield Figure("the same, beside a journal of the least size", measured, smallest, taken[most] / taken[least], 1.2)
    middle = sorted(cases)[1]
    for name, words, options in (("list", "", ["--short"]), ("search", QUERY, ["-contains", QUERY, "--short"])):
        peer = (_asked(program, folder / f"{middle}.txt.yaml", *options), "") if program else None
        ours, theirs = _both(rounds, (_journal(name, "--file", str(cases[middle])), words), peer)
        yield _figure(f"journal {name}, {middle:,} entries", ours, theirs, 1)


Times = list[tuple[float, float]]
"""Seconds of the processor and of the clock, for each round."""
Command = tuple[list[str], str]
"""A program with its arguments, and what stands in its standard input."""


def _journal(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).with_name("journal")), *arguments]


def _asked(program: Path, configuration: Path, *options: str) -> list[str]:
    return [str(program), "--config-file", str(configuration), *options]


def _both(rounds: int, ours: Command, peer: Command | None) -> tuple[Times, Times]:
    """Run both programs in turn; nothing of the peer where it is not there."""
    taken = in_turn(rounds, *(partial(_taken, *one) for one in (ours, peer) if one))
    return taken[0], taken[1] if peer else []


def _figure(what: str, ours: Times, peer: Times, goal: float) -> Figure:
    cpu = median(cpu for cpu, _clock in ours)
    if not peer:
        return Figure(what, _told(ours), f"{PEER} could not be installed", math.nan)
    return Figure(what, _told(ours), f"{PEER} {_told(peer)}", cpu / median(cpu for cpu, _clock in peer), goal)


def _told(taken: Times) -> str:
    cpu, clock = (list(one) for one in zip(*taken, strict=True))
    return f"{milliseconds(cpu)} cpu, {milliseconds(clock)}"


def _taken(command: Sequence[str], words: str) -> tuple[float, float]:
    before, began = _children(), time.perf_counter()
    subprocess.run(command, input=words, text=True, capture_output=True, check=True)
    return _children() - before, time.perf_counter() - began


def _children() -> float:
    """Return the seconds of the processor that ended child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _as_jrnl(path: Path, out: Path) -> Path:
    """Write the entries of a journal as the peer keeps them, and return the path of its configuration."""
    with closing(Logbook(path, read_only=True)) as logbook, out.open("w", encoding="utf-8") as file:
        file.writelines(map(_paragraph, logbook.state.chronological()))
    configuration = out.with_name(f"{out.name}.yaml")
    configuration.write_text(CONFIGURATION.format(journal=out), encoding="utf-8")
    return configuration


def _paragraph(history: History) -> str:
    entry = history.entry
    day, _, clock = (history.happened.start or history.listed_on).partition("T")
    return f"[{day} {clock[:5] or '09:00'}] {entry.kind}. {entry.account}\n{entry.quoted_words}\n\n"
