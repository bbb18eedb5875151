"""Killing a process that saves, at a chosen call, again and again, and counting where that hit it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.errors import Locked
from journal.store.age.protection import Key
from journal.store.copies.verification import quick_check, verify
from tests.store.tracing import Instant, Watcher

if TYPE_CHECKING:
    from journal.domain.ledger.verdict import Verdict

HOUSE = Path(__file__).parents[2]
FROM_OUTSIDE = 3
"""Every how many kills one comes from another process, at any instant; the others come between two calls."""
LOOK_CLOSELY = 10
"""Every how many kills the evidence is read too; after each of them where evidence is what is saved."""


def a_child(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    command = [*before, sys.executable, "-m", "tests.store.child", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@dataclass
class Kills:
    """One journal that is saved into by processes that are killed one after the other."""

    path: Path
    kind: str
    keys: list[str] = field(default_factory=lambda: [""])
    """Every secret key that the journal has had or was about to get; empty for none."""
    hits: Counter[str] = field(default_factory=Counter)
    """What the processes were doing when they were killed."""
    in_saves: int = 0
    """How many kills fell inside a save or while the file caught up."""

    def survive(self, times: int, spread: int) -> int:
        """Kill so many processes, each up to so many calls after its first save; return the number of records."""
        chance = random.Random(times)  # noqa: S311 - to be told again in the same way
        standing = 0
        for at in range(times):
            reported = self._killed(chance.randrange(1, spread), between=at % FROM_OUTSIDE != 0)
            verdict = self._opened(closely=self.kind == "evidence" or at % LOOK_CLOSELY == 0)
            assert verdict.sound, verdict.faults
            assert reported > standing, "each process saved at least once more"
            assert verdict.records >= reported, "what was reported saved is there"
            assert verdict.records <= reported + 2, "and nothing but the save that was cut off besides"
            standing = verdict.records
        assert self._opened(closely=True).sound
        return standing

    def _killed(self, calls: int, *, between: bool) -> int:
        """Let a child save, kill it so many calls after its first report; return the last record it reported."""
        trace = self.path.parent.with_suffix(".trace")
        watcher = Watcher(trace)
        child = a_child("for-ever", self.path, trace, self.kind)
        assert child.stdin
        assert child.stdout
        with child, child.stdin, child.stdout:
            child.stdin.write(self.keys[-1] + "\n")
            child.stdin.flush()
            lines = [child.stdout.readline()]
            while lines[-1].startswith("key "):
                lines.append(child.stdout.readline())
            assert lines[-1], child.stderr.read() if child.stderr else ""
            target = watcher.instant().calls + calls
            if between:
                watcher.kill_at(target)
            else:
                while watcher.instant().calls < target:
                    pass
                child.kill()
            lines += [line for line in child.stdout if line.endswith("\n")]
        assert child.returncode == -signal.SIGKILL
        self._count(watcher.instant(), between=between)
        self.keys += [line.split()[1] for line in lines if line.startswith("key ")]
        return max(int(line.split()[0]) for line in lines if not line.startswith("key "))

    def _count(self, instant: Instant, *, between: bool) -> None:
        self.in_saves += bool(instant.saving or instant.checkpointing)
        if instant.saving:
            self.hits[f"saving, {_spot(instant.before_saving, instant.saving, between=between)}"] += 1
        if instant.checkpointing:
            spot = _spot(instant.before_checkpointing, instant.checkpointing, between=between)
            self.hits[f"catching up, {spot}"] += 1
        if not (instant.saving or instant.checkpointing):
            self.hits["between two saves"] += 1

    def _opened(self, *, closely: bool) -> Verdict:
        """Check the journal with the latest of its keys that opens it, which is then the only one known."""
        for secret in reversed(self.keys):
            key = Key(secret) if secret else None
            try:
                found = verify(self.path, key) if closely else quick_check(self.path, key)[0]
            except Locked:
                continue
            if found.sound or len(self.keys) == 1:
                self.keys = [secret]
                return found
        raise AssertionError("no key opens the journal")

    def told(self) -> str:
        """The hits in words, most frequent first."""
        return "\n".join(f"{count:4} times {what}" for what, count in self.hits.most_common())


def _spot(before: str, call: str, *, between: bool) -> str:
    return f"between {before or 'its beginning'} and {call}" if between else f"in {call} or right after it"
