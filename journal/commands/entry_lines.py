"""Entries as lines of `journal list` and `journal search`, and which of them an option asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.commands.error_reporting import WrongUsage
from journal.commands.journal_location import faults_in
from journal.commands.option_values import day_meant, kind_called
from journal.domain import kinds
from journal.domain.entry.brief import brief, copied_from_paper, from_another_journal
from journal.domain.entry.identifying import identifying
from journal.domain.entry.records_of import records_of
from journal.domain.entry.summary import gist
from journal.domain.entry.word_cover import under_cover
from journal.domain.ledger.record import fields_if_sound
from journal.domain.text.words import _, spoken
from journal.domain.time.clocks import clocks_meant
from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.moment_words import DASH, clock, short
from journal.domain.time.within import Inside
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.chain import Fault
    from journal.logbook import Logbook

TIMES = "\N{MULTIPLICATION SIGN}"
ABOUT, UNSURE = "~", "?"
LONGEST = 60
"""How many letters of the first words stand in a line."""


class EntryFilter(Struct, frozen=True):
    """Options that choose entries."""

    since: str = ""
    """A first day, as it is typed; empty for none."""
    until: str = ""
    """A last day, as it is typed; empty for none."""
    kinds: tuple[str, ...] = ()
    """Ids, names or letters of kinds; none for all."""
    limit: int = 0
    """How many of the latest; 0 for all."""
    saved: str = ""
    """Name of a saved filter; empty for none."""

    def chosen(self, entries: Sequence[History], logbook: Logbook) -> list[History]:
        """Return those of the entries that are asked for, in the order given.

        One that perhaps happened within the days is there too. Raises WrongUsage for an option that is doubtful.
        """
        now = logbook.now
        if self.saved:
            meeting = {one.number for one in meeting_saved(self.saved, logbook)}
            entries = [one for one in entries if one.number in meeting]
        wanted = {kind_called(kind).id for kind in self.kinds}
        first, last = day_meant(self.since, now, first=True), day_meant(self.until, now, first=False)
        if first and last and last < first:
            raise WrongUsage(_("The last day is before the first one. Nothing was done."))
        found = [
            history
            for history in entries
            if (not wanted or history.kind_id in wanted)
            and not ((first or last) and history.days.reaching_into(first, last) is Inside.NO)
        ]
        return found[-self.limit :] if self.limit else found


def meeting_saved(name: str, logbook: Logbook) -> list[History]:
    """Return the entries that meet the filter saved under this name; raises WrongUsage where there is none."""
    wanted = logbook.filters.called(name)
    if wanted is None:
        there = ", ".join(map(escaped, logbook.filters.named)) or _("none")
        raise WrongUsage(
            _("No filter is saved as “{name}”. Saved are: {names}. Nothing was done.").format(
                name=escaped(name), names=there
            )
        )
    return logbook.filters.meeting(wanted)


def lines(entries: Iterable[History], faults: list[Fault], *, cover: bool = False) -> Iterator[str]:
    """Yield the line of each entry, and add the faults within its records to those that are there.

    With `cover`, the words of the suspect are told as a number of lines.
    """
    for history, records in records_of(entries):
        said: dict[str, Any] = {}
        for record in records:
            # Its fields are decoded to be checked, and once is enough.
            fields = fields_if_sound(record)
            if fields is None:
                faults += faults_in(history, [record])
            fields = record.fields() if fields is None else fields
            said = said | fields if said else fields
        yield line(history, said, cover=cover)


def line(history: History, said: Mapping[str, Any], *, cover: bool = False) -> str:
    """Return the line of an entry of which this is said now: number, time, kind and first words."""
    entry, words = brief(history, said), spoken()
    entry = under_cover(entry, words) if cover else entry
    kind = escaped(words(kinds.kind(history.kind_id).label))
    kind += f" {TIMES}{history.times}" if history.times > 1 else ""
    first = harmless(" ".join(gist(entry, words).split()), also=identifying(entry))
    first = first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"
    struck = _("crossed out") if history.withdrawn else ""
    elsewhere = _("from another journal") if from_another_journal(said) else ""
    when = _when(history.happened, entry.until)
    if meant := clocks_meant(history.happened, entry.until, words):
        when = f"{when} ({meant})"
    paper = _("copied from paper") if copied_from_paper(said) else ""
    parts = (f"{history.number:>5}", when, struck, kind, elsewhere, paper, first)
    return "  ".join(filter(None, parts))


def _when(moment: Moment, until: Moment | None) -> str:
    """Return when it began and ended, days in ISO 8601; an end names its day where that is another one."""
    began = _side(moment)
    if until is None or not until.known:
        return escaped(began or _("time unknown"))
    ended = _side(until)
    if moment.day and moment.day == until.day:
        ended = ended.removeprefix(f"{until.start[:10]} ")
    # A span that ends in a span: each of them in brackets, so that they stay apart.
    began, ended = (f"({side})" if DASH in side else side for side in (began, ended))
    return escaped(f"{began or UNSURE}{DASH}{ended}")


def _side(moment: Moment) -> str:
    certainty, first, timed = moment.certainty, moment.start[:10], clock(moment.start)
    if certainty is Certainty.BETWEEN and (not timed or first != moment.end[:10]):
        return DASH.join(side.replace("T", " ") for side in (moment.start, moment.end))
    if timed:
        return f"{first} {short(moment)}"
    return f"{ABOUT}{first}" if certainty is Certainty.ABOUT else first
