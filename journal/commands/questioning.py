"""`journal questions`: what a reader who doubts the log could ask, by plain rules; nothing of it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.journal_location import opened_to_read, read_to_its_end
from journal.commands.output import say_words, tell
from journal.domain.consistency.inconsistency import question_in_words
from journal.domain.consistency.rules import RULES, WHAT_CAN_BE_DONE, check
from journal.domain.text.country import country_of
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.logbook.checked_words import log_to_check
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.commands.journal_location import JournalLocation
    from journal.domain.consistency.inconsistency import Inconsistency

ABOUT_IT = N_(
    "Questions that a careful reader could ask about this log. They come from plain rules, say nothing about who is "
    "right, and are neither stored nor handed over."
)
NOTHING_FOUND = N_("No rule finds anything to ask about in this log.")


def run(place: JournalLocation, late_after: int) -> int:
    """Write what each rule finds, with what can be done about it; 0 days stands for the number that is set."""
    with opened_to_read(place) as logbook:
        region = country_of(logbook.settings.country, str(logbook.zone), spoken().language)
        found = check(log_to_check(logbook, region, late_after or logbook.settings.late_after))
        tell(_(ABOUT_IT))
        say_words(_told(found))
        if not any(found.values()):
            tell(_(NOTHING_FOUND))
        return read_to_its_end(logbook)


def _told(found: Mapping[str, Sequence[Inconsistency]]) -> Iterator[str]:
    for rule in RULES:
        if some := found[rule.id]:
            count = in_figures(len(some), spoken())
            questions = many("{count} question", "{count} questions", len(some)).format(count=count)
            yield f"{_(rule.label)}: {questions}"
            yield from (f"  {harmless(question_in_words(one, spoken()))}" for one in some)
            yield f"  {_(WHAT_CAN_BE_DONE).format(remedy=_(rule.remedy))}"
            yield ""
