"""What the consistency checks find in a journal, for the tests of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.consistency.inconsistency import question_in_words
from journal.domain.text.words import Words
from journal.logbook.checked_words import log_to_check
from tests.ui.builders import ZONE

if TYPE_CHECKING:
    from journal.domain.consistency.inconsistency import ConsistencyRule
    from journal.logbook import Logbook


def entries(logbook: Logbook, rule: ConsistencyRule, late_after: int = 7) -> list[tuple[int, ...]]:
    """The numbers of the entries of each finding of a rule, in order."""
    log = log_to_check(logbook, "BE", late_after)
    return sorted(one.entries for one in rule.find(log))


def questions(logbook: Logbook, rule: ConsistencyRule) -> list[str]:
    """What each finding of a rule asks, in English."""
    log = log_to_check(logbook, "BE", 7)
    return [question_in_words(one, Words("en", ZONE)) for one in rule.find(log)]
