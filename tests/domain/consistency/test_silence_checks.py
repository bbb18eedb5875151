"""Consistency check of the silence after "no contact", with the answers that break it and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.consistency.silence_checks import ANSWERED_AFTER_NO, says_answered
from journal.domain.entry.origin import Origin, OriginNote
from tests.domain.consistency.checking import entries, questions
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

NO = an_entry("By registered letter.", kind="said_no", when="2026-10-02T10:00")
OWN = Origin("sms.xml", notes=(OriginNote.OWN,))
ANSWERS: tuple[dict[str, Any], ...] = (
    {"kind": "other_step", "taken_from": OWN},
    {"kind": "call_answered"},
    {"kind": "call_silent", "details": {"call.answered": True}},
    {"kind": "sms", "my_response": "Ik heb teruggestuurd dat het moest stoppen."},
)


@pytest.mark.parametrize("answer", ANSWERS, ids=["own message", "picked up", "silent call", "says so"])
def test_an_answer_is_asked_about_from_the_day_after_the_no_on(tmp_path: Path, answer: dict[str, Any]) -> None:
    logbook = a_logbook(
        tmp_path,
        NO,
        an_entry(when="2026-10-02T23:00", **answer),
        an_entry(when="2026-10-03T00:00", **answer),
    )

    assert entries(logbook, ANSWERED_AFTER_NO) == [(3,)]
    assert questions(logbook, ANSWERED_AFTER_NO)[0].startswith("“No contact” was said on Friday 2 October 2026;")


def test_without_a_no_nothing_is_asked(tmp_path: Path) -> None:
    assert entries(a_logbook(tmp_path, *(an_entry(**one) for one in ANSWERS)), ANSWERED_AFTER_NO) == []


def test_acts_that_were_not_answered_are_not_asked_about(tmp_path: Path) -> None:
    logbook = a_logbook(
        tmp_path,
        NO,
        an_entry(kind="call_missed"),
        an_entry(kind="call_silent", details={"call.answered": False}),
        an_entry(kind="other_step", taken_from=Origin("list.csv")),
        an_entry(kind="sms", my_response="Not answered, kept it."),
    )

    assert entries(logbook, ANSWERED_AFTER_NO) == []


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("I replied that it must stop.", True),
        ("Called back, and nobody spoke.", True),
        ("Beantwoord met één zin.", True),
        ("J\N{RIGHT SINGLE QUOTATION MARK}ai répondu une fois.", True),
        ("I never replied.", False),
        ("Niet beantwoord.", False),
        ("Je n\N{RIGHT SINGLE QUOTATION MARK}ai pas répondu.", False),
        ("Hung up and locked the door.", False),
        ("", False),
    ],
)
def test_an_answer_is_seen_in_three_languages_and_a_denial_too(text: str, answered: bool) -> None:
    assert says_answered(text) is answered
