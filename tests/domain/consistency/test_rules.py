"""The table of consistency rules as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.consistency.checked_log import checked_log
from journal.domain.consistency.inconsistency import question_in_words
from journal.domain.consistency.rules import RULES, check
from journal.domain.state.state import State
from journal.domain.text.words import Words
from tests.domain.entries import entries
from tests.domain.ledgers import a_ledger
from tests.ui.builders import HOSTILE, ZONE, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry

BLAME = ("fault", "lied", "lying", "guilty", "should", "must", "suspicious", "contradictory")


def test_each_rule_is_told_whole_and_without_blame() -> None:
    assert len({one.id for one in RULES}) == len({one.label for one in RULES}) == len(RULES)
    for rule in RULES:
        told = " ".join((rule.label, rule.looks_for, rule.remedy)).casefold()
        assert all(sentence.endswith(".") for sentence in (rule.looks_for, rule.remedy))
        assert not [word for word in BLAME if word in told.split()]


def test_nothing_that_is_found_is_left_out(tmp_path: Path) -> None:
    log = checked_log(a_logbook(tmp_path, *[an_entry()] * 40).state, "BE", 7)

    found = check(log)

    assert found.keys() == {one.id for one in RULES}
    assert len(found["logged_twice"]) == 39


@settings(max_examples=60)
@given(st.lists(entries(), max_size=6))
def test_any_entries_are_checked_and_every_question_names_what_it_is_about(some: list[Entry]) -> None:
    acts = [{"action": "entry.recorded", "entry": at, **one.fields()} for at, one in enumerate(some, start=1)]
    log = checked_log(State(a_ledger(*acts)), "BE", 7)

    for found in check(log).values():
        for one in found:
            assert one.refs
            assert all(number in log.by_number for number in one.entries)
            assert "\n" not in question_in_words(one, Words("en", ZONE))


def test_hostile_words_are_quoted_harmlessly(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *(an_entry(kind="sms", quoted_words=words) for words in HOSTILE))

    for one in check(checked_log(logbook.state, "BE", 7))["quoted_without_exhibit"]:
        shown = question_in_words(one, Words("en", ZONE))
        assert shown.isprintable() or "\N{ZERO WIDTH JOINER}" in shown
