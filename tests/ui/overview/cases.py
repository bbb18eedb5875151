"""A journal with something for every table of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.order import Order
from journal.domain.case.report import Receiver, Report
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from tests.ui.builders import a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_pattern(folder: Path) -> Logbook:
    """Acts before and after a no, on days with one and with several, at known and at unknown times."""
    number = {"call.number": "+00 555 0142"}
    logbook = a_logbook(
        folder,
        an_entry("The first letter.", kind="letter", when="2026-09-01T08:05", place="At home"),
        an_entry("By registered letter.", kind="said_no", when="2026-10-02T10:00"),
        an_entry("Twice.", when="2026-10-05T22:30", times=2, details=number),
        an_entry("Again.", when="2026-10-06T02:30", details=number),
        an_entry("At the door.", kind="waited_for", when="2026-11-20T19:30", place="at home"),
        an_entry("It rang.", when="2026-11-20T20:10", details=number),
        an_entry("A mistake.", kind="chat", when="2026-11-19T12:00"),
        an_entry("Nobody knows when.", happened=UNKNOWN),
        an_entry("In those weeks.", happened=Moment(Certainty.BETWEEN, "2026-10-20", "2026-11-10")),
    )
    logbook.withdraw(7, "entered twice")
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, made=at("2026-11-09T10:00"), follow_up_on="2026-11-30"))
    logbook.case.add(Order(number=0, starts="2026-11-16"))
    return logbook
