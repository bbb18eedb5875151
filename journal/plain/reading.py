"""Entries read line by line: listed some at a time, found by words, one shown whole; one fact a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.journal_location import faults_in, read_to_its_end
from journal.commands.line_answers import agreed, answer
from journal.commands.output import say, tell
from journal.commands.showing import facts
from journal.domain import kinds
from journal.domain.entry.brief import brief
from journal.domain.entry.identifying import identifying
from journal.domain.entry.records_of import records_of, said_now
from journal.domain.entry.summary import gist
from journal.domain.entry.word_cover import holds_words, under_cover
from journal.domain.state.search import in_state, terms
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.domain.time.moment_words import in_words
from journal.logbook.exhibit_texts import ExhibitTexts
from journal.plain.room import NONE_YET, number_in
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record
    from journal.plain.room import PlainRoom

AT_A_TIME = 10
"""How many entries are read before a question."""
_MORE = N_("Type the number of an entry to read it, or enter for the next ones.")
_LAST = N_("These were all. Type the number of an entry to read it, or enter to go back.")
_MORE_HELP = N_("The entries are told from the latest to the earliest, {count} at a time.")
_SHOW_WORDS = N_("Their words are covered. Read the entry with them? Type yes, or enter to go on:")
_SHOW_WORDS_HELP = N_("The words of the suspect are told only when you ask: the settings of this journal say so.")
_WORDS_HELP = N_(
    "Parts of words, in any order; phrases between double quotes. Every entry that holds all of them is found."
)


def list_entries(room: PlainRoom) -> None:
    """Tell the entries, the latest first, some at a time; raises Left."""
    entries = room.logbook.state.chronological()[::-1]
    if not entries:
        tell(_(NONE_YET))
    _told_in_turn(room, entries)


def find(room: PlainRoom) -> None:
    """Ask for words and tell the entries that hold all of them, also in attached files; raises Left."""
    query = answer(_("Words to look for:"), lambda: [_(_WORDS_HELP)])
    if not terms(query):
        tell(_("No word to look for was given, so nothing was searched."))
        return
    state, in_files = room.logbook.state, ExhibitTexts(room.logbook.exhibits).all()
    found = [state.entries[number] for number in in_state(state, query, spoken(), in_files)][::-1]
    tell(many("{count} entry is found.", "{count} entries are found.", len(found)).format(count=len(found)))
    _told_in_turn(room, found)


def read_entry(room: PlainRoom, number: int) -> None:
    """Tell one entry with its checklist and history; raises Refused where there is none with this number."""
    history = room.entry(number)
    cover = room.logbook.settings.cover_words and any(holds_words(one.entry) for one in history.versions)
    say(facts(history, room.logbook.state, cover=cover))
    if cover and agreed(_(_SHOW_WORDS), _(_SHOW_WORDS_HELP)):
        say(facts(history, room.logbook.state))
    read_to_its_end(room.logbook, faults_in(history, history.records))


def _told_in_turn(room: PlainRoom, entries: Sequence[History]) -> None:
    for first in range(0, len(entries), AT_A_TIME):
        part = entries[first : first + AT_A_TIME]
        for history, records in records_of(part):
            say(_facts(history, records, cover=room.logbook.settings.cover_words))
        rest = len(entries) - first - len(part)
        while typed := answer(_(_MORE if rest else _LAST), lambda: [_(_MORE_HELP).format(count=AT_A_TIME)]).strip():
            if typed.isdecimal() and number_in(typed) in room.logbook.state.entries:
                read_entry(room, number_in(typed))
            else:
                tell(_("No entry has this number."))


def _facts(history: History, records: Sequence[Record], *, cover: bool) -> Iterator[str]:
    """Yield what a list tells of an entry, one fact a line, and an empty line."""
    entry, words = brief(history, said_now([record.fields() for record in records])), spoken()
    entry = under_cover(entry, words) if cover else entry
    withdrawn = _(", crossed out") if history.withdrawn else ""
    yield _("Entry {number}{withdrawn}").format(number=history.number, withdrawn=withdrawn)
    facts = {
        N_("When"): in_words(history.happened, words, entry.until),
        N_("Kind"): words(kinds.kind(history.kind_id).label),
        N_("How many times"): str(history.times) if history.times > 1 else "",
        N_("First words"): harmless(" ".join(gist(entry, words).split()), also=identifying(entry)),
    }
    yield from (labelled(_(heading), escaped(said)) for heading, said in facts.items() if said)
    yield ""
