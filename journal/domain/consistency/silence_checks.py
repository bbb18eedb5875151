"""Consistency check of the silence after "no contact": own messages and answers that came later."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.consistency.inconsistency import ConsistencyRule, asked
from journal.domain.entry.origin import OriginNote
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.consistency.checked_log import CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency

_ANSWERED = re.compile(
    r"\b(?:(?:answered|replied|responded|wrote back|texted back|called back|rang back)"
    r"|(?:terug(?:gebeld|geschreven|gestuurd|geantwoord)|(?:ge|be)antwoord|belde terug|schreef terug|stuurde terug)"
    r"|(?:repondu|rappele|reecrit))\b"
)
_NOT = re.compile(r"\b(?:not|never|n't|without|nothing|no|niet|nooit|niets|geen|zonder|ne|n'ai|pas|jamais|rien|sans)\b")


def _answered_after_no(log: CheckedLog) -> Iterator[Inconsistency]:
    if (no := log.no) is None:
        return
    for one in log.entries:
        if (question := _answer_in(one)) and one.history.days.beginning_in(no + timedelta(days=1), None) is Inside.YES:
            yield asked(question, entry=one.number, happened=one.history.happened, day=no)


def _answer_in(one: CheckedEntry) -> str:
    if OriginNote.OWN in one.notes:
        return _WROTE
    if one.answered:
        return _PICKED_UP
    return _SAYS_SO if one.my_response and says_answered(one.my_response) else ""


def says_answered(text: str) -> bool:
    """Return whether a sentence says in English, Dutch or French that somebody answered, without a word of denial."""
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    sentences = (normalise(one) for one in re.split(r"[.!?;,\n]", plain))
    return any(_ANSWERED.search(one) and not _NOT.search(one) for one in sentences)


_WROTE = N_(
    "“No contact” was said on {day}; entry {entry} is a message of your own ({happened}). How did that come about?"
)
_PICKED_UP = N_(
    "“No contact” was said on {day}; the call of entry {entry} was answered ({happened}). How did that come about?"
)
_SAYS_SO = N_(
    "“No contact” was said on {day}; entry {entry} says that you answered ({happened}). How did that come about?"
)
ANSWERED_AFTER_NO = ConsistencyRule(
    "answered_after_no",
    N_("Answers after “no contact” was said"),
    N_(
        "After the day on which you first said “no contact”, there is a message of your own from a file, a call that "
        "was answered, or words under “What you did” that say you answered."
    ),
    N_("Add a note how it came about: a number that you did not know, something that had to be arranged, a surprise."),
    _answered_after_no,
)
