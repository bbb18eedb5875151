"""Consistency check for the same act in two entries, and for two acts that only look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.consistency.duplicates import LOGGED_TWICE
from journal.domain.entry.origin import Origin
from tests.domain.consistency.checking import entries
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

WHEN = "2026-11-20T19:30"
FROM_A_FILE = Origin("calls.xml", "00" * 32, "sms")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"account": "It rang."}, {"account": "It rang long."}),
        (
            {"kind": "call_silent", "details": {"call.number": "+32 470 12 34 56"}},
            {"details": {"call.number": "0470/123456"}},
        ),
        ({}, {"when": "2026-11-20T19:30:20"}),
        ({"taken_from": FROM_A_FILE}, {}),
        ({}, {"taken_from": FROM_A_FILE}),
        ({"kind": "sms", "quoted_words": "Pick up!"}, {"kind": "sms"}),
    ],
    ids=["kind", "other accounts", "number", "seconds", "file, typed", "typed, file", "words in one"],
)
def test_one_act_in_two_entries_is_asked_about(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> None:
    logbook = a_logbook(tmp_path, an_entry(**({"when": WHEN} | one)), an_entry(**({"when": WHEN} | other)))

    assert entries(logbook, LOGGED_TWICE) == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"when": "2026-11-20T19:31"}),
        ({}, {"kind": "call_silent"}),
        ({}, {"person": 1}),
        ({"kind": "sms", "quoted_words": "Pick up!"}, {"kind": "sms", "quoted_words": "Answer me."}),
        ({"taken_from": FROM_A_FILE}, {"taken_from": FROM_A_FILE}),
    ],
    ids=["the next minute", "other kind", "other person", "other words", "both from a file"],
)
def test_two_acts_are_not_asked_about(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> None:
    logbook = a_logbook(tmp_path, an_entry(**({"when": WHEN} | one)), an_entry(**({"when": WHEN} | other)))

    assert entries(logbook, LOGGED_TWICE) == []


def test_each_entry_of_one_minute_is_asked_about_beside_the_first(tmp_path: Path) -> None:
    same = an_entry(when=WHEN, details={"call.number": "0470 12 34 56"})
    logbook = a_logbook(tmp_path, same, same, same)

    assert entries(logbook, LOGGED_TWICE) == [(1, 2), (1, 3)]
