"""Entries in few words, what is taken over when it happens again, and acts counted by week."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from journal.domain.entry.detail_words import detail_in_words
from journal.domain.entry.entry import Entry, IdentifiedBy
from journal.domain.entry.repeat import same_again
from journal.domain.entry.summary import gist
from journal.domain.kinds import field
from journal.domain.overview.acts_over_time import Spread, acts_by_week
from journal.domain.state.state import State
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from tests.domain.ledgers import a_ledger

WORDS = Words()
NOW = Moment(Certainty.EXACT, start="2026-11-22T15:03", offset="+01:00")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"kind": "call_silent", "details": {"call.number_shown": "withheld", "call.rings": 9}},
            "number withheld, 9 rings",
        ),
        ({"kind": "call_missed", "details": {"call.rings": 1}, "account": "At supper."}, "1 ring · At supper."),
        (
            {"kind": "call_missed", "details": {"call.number": "+00 555 0142", "call.number_shown": "shown"}},
            "+00 555 0142",
        ),
        ({"kind": "waited_for", "place": "car park", "account": "In the van."}, "car park · In the van."),
        ({"kind": "sms", "quoted_words": "Where are you"}, "“Where are you”"),
        ({"kind": "sms", "place": "at home"}, "at home"),
        ({"kind": "other", "account": "one\n two\tthree"}, "one two three"),
        ({"kind": "unheard_of", "details": {"new.field": "x"}, "account": "kept"}, "kept"),
        ({}, ""),
    ],
)
def test_the_gist_is_the_telling_details_and_the_first_words(said: dict[str, Any], words: str) -> None:
    assert gist(msgspec.convert(said, Entry), WORDS) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("call.duration", 45, "45 s"),
        ("call.duration", 200, "3:20"),
        ("call.duration", 3800, "1:03:20"),
        ("call.answered", False, "no"),
        ("call.number_shown", "withheld", "withheld"),
        ("call.number_shown", "a newer choice", "a newer choice"),
        ("no.received_on", "2026-02-03", "Tuesday 3 February 2026"),
        ("no.received_on", "some day", "some day"),
        ("unheard.of", 7, "7"),
    ],
)
def test_a_detail_is_read_as_people_write_it(name: str, value: str | int | bool, words: str) -> None:
    assert detail_in_words(field(name), value, WORDS) == words


def test_the_same_again_takes_over_who_and_from_where_and_invents_nothing() -> None:
    first = Entry(
        happened=NOW,
        kind="call_silent",
        times=4,
        person=1,
        identified_by=IdentifiedBy.NUMBER,
        witnesses=(2,),
        account="x",
        place="x",
        tags=("x",),
        details={"call.number": "+00 555 0142", "call.rings": 9, "call.answered": True, "call.content": "breathing"},
    )

    again = same_again(first, NOW)

    kept = Entry(happened=NOW, kind="call_silent", person=1, identified_by=IdentifiedBy.NUMBER)
    assert again == msgspec.structs.replace(kept, details={"call.number": "+00 555 0142"})


def entry(number: int, start: str, kind: str = "call_missed", times: int = 1) -> dict[str, Any]:
    happened = {"certainty": "day", "start": start}
    return {"action": "entry.recorded", "entry": number, "kind": kind, "times": times, "happened": happened}


def test_acts_are_counted_by_the_week_that_begins_on_monday() -> None:
    withdrawn = {"action": "entry.withdrawn", "entry": 4}
    entries = [entry(1, "2026-11-16"), entry(2, "2026-11-22", times=37), entry(3, "2026-11-23", "said_no")]
    state = State(a_ledger(*entries, entry(4, "2026-11-09"), withdrawn))

    counted = acts_by_week(state.chronological())

    assert counted == Spread({date(2026, 11, 16): 38})


@pytest.mark.parametrize(
    ("number", "language", "figures"), [(999, "en", "999"), (1204, "en", "1,204"), (1204, "nl", "1.204")]
)
def test_thousands_are_set_apart_as_the_language_does(number: int, language: str, figures: str) -> None:
    assert in_figures(number, Words(language)) == figures
