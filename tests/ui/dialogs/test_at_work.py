"""Slow work: the screen lives, tells how far it is, and shows nothing over a lock."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import Refused
from journal.ui.dialogs.at_work import AtWork
from tests.ui.builders import a_logbook
from tests.ui.locking_app import WithLeaving, locking
from tests.ui.looking import NARROW, text
from tests.ui.one_screen import picture

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.domain.base.task import Task

    Shown = WithLeaving[AtWork[str]]


class Work:
    """Goes on for as long as it is told to."""

    def __init__(self, trouble: Refused | None = None) -> None:
        self.may_end = Event()
        self.half_done = Event()
        self.trouble = trouble

    def __call__(self, task: Task) -> str:
        task.begin(10)
        task.advance(5)
        self.half_done.set()
        self.may_end.wait()
        if self.trouble:
            raise self.trouble
        return "done"

    async def end(self, pilot: Pilot[Any]) -> None:
        self.may_end.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def test_it_says_what_is_done_and_how_far_and_answers_the_result() -> None:
    work = Work()
    app: Shown = WithLeaving(AtWork("One moment: invented work.", work))
    async with app.run_test(size=NARROW) as pilot:
        work.half_done.wait()
        app.shown._show()
        await pilot.press("escape", "enter", "x")
        assert "One moment: invented work." in picture(app)
        assert "50 % done" in picture(app)
        assert not app.answered

        await work.end(pilot)

        assert app.answer == "done"


async def test_trouble_is_the_answer_too() -> None:
    work = Work(Refused("It was refused."))
    app: Shown = WithLeaving(AtWork("One moment.", work))
    async with app.run_test(size=NARROW) as pilot:
        await work.end(pilot)

        assert app.answer is work.trouble


async def test_one_key_leaves_while_it_goes_on() -> None:
    work = Work()
    app: Shown = WithLeaving(AtWork("One moment.", work))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+q")

        assert app.left
    work.may_end.set()


async def test_an_answer_waits_until_the_screen_is_uncovered(tmp_path: Path) -> None:
    work, answers = Work(), list[Any]()
    async with locking(a_logbook(tmp_path)) as (pilot, app):
        app.push_screen(AtWork("One moment.", work), answers.append)
        await pilot.press("ctrl+l")
        await work.end(pilot)
        assert answers == []
        assert "Hidden, not protected" in text(app)

        await pilot.press("x")
        await pilot.pause()

        assert answers == ["done"]
        assert not app.locking.locked
