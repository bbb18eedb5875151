"""Consistency checks of evidence: a case that has each, and one that just does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.consistency.exhibit_checks import CUSTODY_GAP, EXHIBIT_TIME, QUOTED_WITHOUT_EXHIBIT
from journal.domain.entry.origin import Origin
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import CarriedBy, Exhibit, FileTime, Target
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from journal.evidence.examining import examine
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import a_logbook, an_entry, at

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from journal.domain.entry.entry import Entry
    from journal.logbook import Logbook


def proved(folder: Path, entry: Entry, **exhibit: Any) -> Logbook:
    """An entry with one exhibit, which is a thing where nothing else is said."""
    logbook = a_logbook(folder, entry)
    logbook.exhibits.add(Exhibit(number=0, **exhibit), Target(entry=1))
    return logbook


@pytest.mark.parametrize(
    ("kind", "by", "when"),
    [
        ("followed", CarriedBy.TAKEN, at("2026-11-21T21:43")),
        ("followed", CarriedBy.MODIFIED, at("2026-11-20T22:14")),
        ("followed", CarriedBy.TAKEN, Moment(Certainty.EXACT, start="2026-11-21T21:43")),
        ("email", CarriedBy.SENT, at("2026-11-21T21:43")),
        ("email", CarriedBy.SENT, at("2026-11-21T22:45")),
    ],
    ids=["taken before", "written before", "without an offset", "sent before", "sent after"],
)
def test_a_file_that_is_older_than_its_entry_or_a_mail_of_another_time_is_asked_about(
    tmp_path: Path, kind: str, by: CarriedBy, when: Moment
) -> None:
    logbook = proved(tmp_path, an_entry(kind=kind), file_times=(FileTime(by, when),), original_place="drawer")

    assert entries(logbook, EXHIBIT_TIME) == [(1,)]


@pytest.mark.parametrize(
    ("kind", "by", "when"),
    [
        ("followed", CarriedBy.TAKEN, at("2026-11-21T21:44")),
        ("followed", CarriedBy.TAKEN, at("2026-11-23T09:00")),
        ("letter", CarriedBy.SENT, at("2026-11-23T09:00")),
        ("email", CarriedBy.SENT, at("2026-11-21T22:44")),
        ("email", CarriedBy.SENT, Moment(Certainty.EXACT, start="2026-11-21T22:14")),
    ],
    ids=["half an hour", "taken later", "no mail", "sent half an hour later", "sent, no offset"],
)
def test_a_file_that_agrees_with_its_entry_is_not_asked_about(
    tmp_path: Path, kind: str, by: CarriedBy, when: Moment
) -> None:
    logbook = proved(tmp_path, an_entry(kind=kind), file_times=(FileTime(by, when),))

    assert entries(logbook, EXHIBIT_TIME) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("IMG_20261120_221400.jpg", [(1,)]),
        ("WhatsApp Image 2026-11-20 at 22.14.05.jpeg", [(1,)]),
        ("20261120221400.jpg", [(1,)]),
        ("IMG_20261121_080000.jpg", []),
        ("IMG_20261122_080000.jpg", []),
        ("2026-13-45.jpg", []),
        ("20260231.jpg", []),
        ("invoice 920261120.pdf", []),
        ("letter.pdf", []),
    ],
)
def test_a_day_in_the_name_of_a_file_counts_as_its_time(
    tmp_path: Path, name: str, found: list[tuple[int, ...]]
) -> None:
    assert entries(proved(tmp_path, an_entry(kind="followed"), file_name=name), EXHIBIT_TIME) == found


def test_the_question_names_both_times(tmp_path: Path) -> None:
    times = (FileTime(CarriedBy.TAKEN, at("2026-11-20T22:14")),)

    assert questions(proved(tmp_path, an_entry(kind="followed"), file_times=times), EXHIBIT_TIME) == [
        "Exhibit 1 carries the time Friday 20 November 2026, 22:14, before entry 1 (Saturday 21 November 2026, 22:14). "
        "How can it show what came later?"
    ]


def test_words_of_a_message_without_an_exhibit_are_asked_about(tmp_path: Path) -> None:
    quoted: dict[str, Any] = {"quoted_words": "I can see you."}
    logbook = a_logbook(
        tmp_path,
        an_entry(kind="sms", **quoted),
        an_entry(kind="sms"),
        an_entry(kind="call_answered", **quoted),
        an_entry(kind="sms", taken_from=Origin("sms.xml"), **quoted),
    )
    assert entries(logbook, QUOTED_WITHOUT_EXHIBIT) == [(1,)]

    logbook.exhibits.add(Exhibit(number=0, title="Screenshot"), Target(entry=1, item="message_screenshot"))

    assert entries(logbook, QUOTED_WITHOUT_EXHIBIT) == []


@pytest.mark.parametrize(
    ("name", "held", "found"),
    [
        ("sms.txt", "21:14 Caller A: Ik kan je zien.", 0),
        ("sms.txt", "21:14 Caller A: IK  KAN JE\nZIEN!", 0),
        ("sms.txt", "21:14 Caller A: good night", 1),
        ("mail.eml", "From: a@invented.example\nSubject: x\n\nGood night.\n", 1),
        ("mail.eml", "From: a@invented.example\nSubject: x\n\nIk kan je zien.\n", 0),
        ("shot.bin", "\x00\x01 no text", 0),
    ],
)
def test_words_that_the_text_of_an_exhibit_does_not_hold_are_asked_about(
    tmp_path: Path, name: str, held: str, found: int
) -> None:
    (tmp_path / name).write_text(held, encoding="utf-8")
    logbook = a_logbook(tmp_path, an_entry(kind="sms", quoted_words="“Ik kan je zien.”"))
    logbook.exhibits.attach([examine(tmp_path / name)], Target(entry=1))

    assert entries(logbook, QUOTED_WITHOUT_EXHIBIT) == [(1,)] * found


def test_a_thing_of_which_nobody_says_where_it_is_kept_is_asked_about(tmp_path: Path) -> None:
    assert entries(proved(tmp_path, an_entry(kind="letter"), title="Letter"), CUSTODY_GAP) == [(1,)]


def test_a_thing_with_a_place_is_not(tmp_path: Path) -> None:
    assert entries(proved(tmp_path, an_entry(kind="letter"), original_place="drawer"), CUSTODY_GAP) == []


@pytest.mark.parametrize(
    ("movement", "asked"),
    [
        ({}, ""),
        ({"on": UNKNOWN}, "When did it change hands?"),
        ({"holder": Custodian.LAWYER, "receiver": ""}, "Who received it?"),
        ({"holder": Custodian.SELF, "receiver": ""}, ""),
        ({"from_place": "car"}, "Where was it in between?"),
        ({"from_place": ""}, ""),
        ({"copy": 1, "from_place": "car"}, ""),
    ],
    ids=["whole", "no time", "no name", "back with her", "another place", "no place", "a copy"],
)
def test_a_movement_that_leaves_a_gap_is_asked_about(tmp_path: Path, movement: dict[str, Any], asked: str) -> None:
    logbook = proved(tmp_path, an_entry(kind="letter"), original_place="The drawer")
    whole: dict[str, Any] = {
        "on": at("2026-11-22T10:00"),
        "from_place": "drawer",
        "holder": Custodian.POLICE,
        "receiver": "Inspector",
    }
    logbook.case.add(Movement(number=0, exhibit=1, **(whole | movement)))

    assert [one.split("? ")[0].split(". ")[-1] for one in questions(logbook, CUSTODY_GAP)] == [asked] * bool(asked)


def test_a_movement_begins_where_the_one_before_it_ended(tmp_path: Path) -> None:
    logbook = proved(tmp_path, an_entry(kind="letter"), original_place="drawer")
    to_police: dict[str, Any] = {"place": "police station", "holder": Custodian.POLICE, "receiver": "Inspector"}
    logbook.case.add(Movement(number=0, exhibit=1, on=at("2026-11-20T10:00"), **to_police))
    logbook.case.add(Movement(number=0, exhibit=1, on=at("2026-11-22T10:00"), from_place="drawer", place="safe"))

    assert entries(logbook, CUSTODY_GAP) == [(1,)]
