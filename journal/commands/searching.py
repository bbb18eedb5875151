"""`journal search`: the entries that hold all of some words, one per line.

The words are asked for, or the first line of standard input: arguments stand in the list of processes and in the
shell's history, and what somebody looks for tells as much as what was written.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from journal.commands.entry_lines import lines
from journal.commands.error_reporting import FAILED, WrongUsage
from journal.commands.journal_location import opened_to_read, read_to_its_end
from journal.commands.listing import NONE_FITS
from journal.commands.name_masking import tell_of_masking
from journal.commands.output import say, tell
from journal.commands.prompts import edited_line
from journal.domain.state.search import in_state, terms
from journal.domain.text.words import N_, _, spoken

if TYPE_CHECKING:
    from journal.commands.entry_lines import EntryFilter
    from journal.commands.journal_location import JournalLocation
    from journal.domain.ledger.chain import Fault

_NOT_HERE = N_(
    "The words to look for are no arguments: those stand in the list of processes and in the shell's history, which "
    "keeps what was just typed. Nothing was searched; give the command again without them, and it asks for them."
)


def run(place: JournalLocation, wanted: EntryFilter, *, in_arguments: bool) -> int:
    """Write the entries that are found, in the order of happening; returns 1 where nobody said what to look for.

    Raises WrongUsage where the words stand among the arguments.
    """
    if in_arguments:
        raise WrongUsage(_(_NOT_HERE))
    if sys.stdin.isatty():
        tell(_("Words to look for:"))
    query = edited_line() or ""
    if not terms(query):
        tell(_("No word to look for was given, so nothing was searched."))
        return FAILED
    from journal.logbook.exhibit_texts import ExhibitTexts

    with opened_to_read(place) as logbook:
        state, in_files = logbook.state, ExhibitTexts(logbook.exhibits).all()
        found = wanted.chosen([state.entries[number] for number in in_state(state, query, spoken(), in_files)], logbook)
        faults: list[Fault] = []
        if found:
            tell_of_masking()
        say(lines(found, faults, cover=logbook.settings.cover_words))
        if not found:
            tell(_(NONE_FITS))
        return read_to_its_end(logbook, faults)
