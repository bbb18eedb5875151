"""How far a hand-over is: steps, and in each of them the bytes of the exhibits that were read for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NoReturn, TypeVar

from journal.domain.base.progress import nobody
from journal.domain.text.words import N_
from journal.evidence.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from journal.domain.base.progress import Progress
    from journal.handover.selection.chosen import Chosen

Result = TypeVar("Result")

A_STEP = 1000
BETWEEN_QUESTIONS = 0.1
"""Seconds."""


class Stopped(Cancelled):
    """The person stopped the handing over."""

    sentence = N_("Stopped. Nothing was handed over: no file was left behind, and the journal is as it was.")


@dataclass
class Course:
    """Tells whoever wants to know, and asks whether to go on."""

    made: datetime
    """When it was begun, in the journal's zone."""
    steps: int = 1
    progress: Progress = nobody
    cancelled: Callable[[], bool] = lambda: False
    copied: set[int] = field(default_factory=set)
    """The numbers of the exhibits of which the file, or a copy without its location, was written."""
    _step: int = field(default=0, init=False)
    _read: int = field(default=0, init=False)

    def ask(self) -> None:
        """Raise `Stopped` where the person wants no more of it."""
        if self.cancelled():
            raise Stopped("")

    def on(self) -> None:
        """Go on to the next step."""
        self._step, self._read = self._step + 1, 0
        self._tell(0, 1)
        self.ask()

    def beside(self, work: Callable[[], Result]) -> Result:
        """Return what work returns that cannot be stopped itself, and raise what it raises.

        Where the person wants no more of it, `Stopped` is raised at once, and nobody hears of its end.
        """
        answers: SimpleQueue[Callable[[], Result]] = SimpleQueue()
        Thread(target=lambda: answers.put(_answer(work)), name="drawing", daemon=True).start()
        while True:
            self.ask()
            try:
                answer = answers.get(timeout=BETWEEN_QUESTIONS)
            except Empty:
                continue
            return answer()

    def watching(self, chosen: Chosen) -> Chosen:
        """Return what leaves, so that whatever reads its exhibits tells it here and can be stopped."""
        whole = sum(one.size for one in chosen.exhibits) or 1

        def read(number: int, write: Callable[[bytes], object]) -> object:
            return chosen.read(number, lambda part: self._take(part, whole, write))

        return replace(chosen, read=read)

    def _take(self, part: bytes, whole: int, write: Callable[[bytes], object]) -> None:
        self.ask()
        self._read += len(part)
        self._tell(min(self._read, whole), whole)
        write(part)

    def _tell(self, done: int, whole: int) -> None:
        self.progress(self._step * A_STEP + done * A_STEP // whole, self.steps * A_STEP)


def _answer(work: Callable[[], Result]) -> Callable[[], Result]:
    """Do the work, and return what returns or raises what became of it."""
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 - it is raised again where the work is waited for
        return partial(_raise, error)
    return lambda: result


def _raise(error: BaseException) -> NoReturn:
    raise error
