"""How the main screen looks, kept as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.time.moment import Certainty, Moment
from tests.ui.builders import a_logbook, an_entry, at
from tests.ui.looking import opened, text

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from journal.logbook import Logbook


def a_small_case(folder: Path) -> Logbook:
    """A little of everything that the main screen can show."""
    silent = an_entry(
        "The telephone rang nine times while we were eating. Nobody spoke; I could hear traffic.",
        kind="call_silent",
        place="at home",
        witnesses=(1,),
        details={"call.number_shown": "withheld", "call.rings": 9},
    )
    waited = an_entry("He stood by the van.", kind="waited_for", place="car park", when="2026-11-21T19:30")
    about = Moment(Certainty.ABOUT, start="2026-11-21T19:30", offset="+01:00")
    calls = an_entry(when="2026-11-20T20:00", until=at("2026-11-20T23:10"), times=37)
    followed = an_entry("From work to the stop.", kind="followed", when="2026-10-18T17:40")
    logbook = a_logbook(folder, silent, an_entry(waited.account, kind="waited_for", place="car park", happened=about))
    for entry in (calls, followed, an_entry("A mistake.", kind="chat", when="2026-10-18T12:00")):
        logbook.record(entry)
    logbook.record(an_entry("By registered letter.", kind="said_no", when="2026-10-02T10:00"))
    logbook.amend(4, an_entry("From work to the bus.", kind="followed", when="2026-10-18T17:40"), "looked at the map")
    logbook.withdraw(5, "entered twice")
    logbook.mark(1, "rings_counted", Mark(state=ItemState.DONE, on="2026-11-21", note="counted by An"))
    logbook.mark(1, "witness_wrote", Mark(state=ItemState.DOES_NOT_APPLY))
    return logbook


@pytest.mark.parametrize("size", [(120, 34), (80, 24)], ids=str)
async def test_the_main_screen_with_a_little_of_everything(
    tmp_path: Path, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with opened(a_small_case(tmp_path), size) as pilot:
        shown = text(pilot.app)

    for words in (
        "Silent call",
        "~19:30",
        "37",
        "Amended:",
        "Crossed out:",
        "Said “no contact”",
        "acts per week",
        "^q quick exit",
    ):
        assert words in shown
    assert shown == snapshot
