"""Acts are counted by channel, number and place in whatever spelling these were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.task import Task
from journal.domain.overview.axes import Unplaced
from journal.domain.overview.told_through import ToldBy, ToldThrough
from journal.domain.overview.whole import behind
from journal.domain.state.state import State
from tests.domain.ledgers import a_ledger
from tests.domain.time.test_within import entry, on

if TYPE_CHECKING:
    from journal.domain.entry.history import History


def histories(*said: dict[str, Any]) -> list[History]:
    day = on("2026-10-20")
    return State(a_ledger(*(entry(at, day) | one for at, one in enumerate(said, start=1)))).chronological()


def test_spellings_of_one_number_or_account_or_place_are_one() -> None:
    some = histories(
        {"call.number": "+32 470 12 34 56", "place": "At the Café", "times": 3},
        {"call.number": "0470/12.34.56", "place": "at the cafe"},
        {"message.channel": "Chat App", "message.sender": "@Someone"},
        {"message.channel": "chat app", "online.profile": "someone"},
        {"place": 7},
    )

    told = ToldThrough(some, "BE")

    assert told.counts[ToldBy.IDENTIFIER] == {"+32470123456": 4, "someone": 2, Unplaced.UNKNOWN: 1}
    assert told.counts[ToldBy.PLACE] == {"at the cafe": 4, Unplaced.UNKNOWN: 3}
    assert told.counts[ToldBy.CHANNEL] == {"chat app": 2, Unplaced.UNKNOWN: 5}
    assert told.labels[ToldBy.IDENTIFIER, "+32470123456"] == "+32 470 12 34 56"


def test_the_entries_behind_each_of_them_have_exactly_its_acts() -> None:
    some = histories({"place": "a", "times": 3}, {"place": "b"}, {"place": "A"}, {})

    told = ToldThrough(some, "BE")

    for through in ToldBy:
        for place, acts in told.counts[through].items():
            assert sum(one.acts for one in behind(some, told.axis(through), [place])) == acts


def test_own_steps_and_withdrawn_entries_do_not_count_and_the_work_says_how_far_it_is() -> None:
    day, task = on("2026-10-20"), Task()
    acts = [entry(1, day), entry(2, day, kind="said_no"), entry(3, day), {"action": "entry.withdrawn", "entry": 3}]

    told = ToldThrough(State(a_ledger(*acts)).chronological(), "BE", task)

    assert all(sum(one.values()) == 1 for one in told.counts.values())
    assert (task.whole, task.percent) == (1, 100)
