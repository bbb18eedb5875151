"""`journal list`: the entries, one per line, or as one JSON array in their present state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.commands.entry_lines import lines
from journal.commands.error_reporting import FAILED
from journal.commands.journal_location import faults_in, opened_to_read, read_to_its_end
from journal.commands.name_masking import tell_of_masking
from journal.commands.output import say, tell
from journal.domain.entry.records_of import records_of
from journal.domain.ledger.salvage import in_words, ranges
from journal.domain.text.words import N_, _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.commands.entry_lines import EntryFilter
    from journal.commands.journal_location import JournalLocation
    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.domain.evidence.exhibit import Target
    from journal.domain.ledger.chain import Fault
    from journal.domain.ledger.salvage import Range

NONE_FITS = N_("No entry fits.")
NOT_THERE = N_(
    "No entry in this file has the number {numbers}: the records that held it are missing. `journal verify` tells more."
)


def run(place: JournalLocation, wanted: EntryFilter, *, as_json: bool) -> int:
    """Write the entries that are asked for, withdrawn ones included, in the order of happening."""
    with opened_to_read(place) as logbook:
        every = logbook.state.chronological()
        entries = wanted.chosen(every, logbook)
        faults: list[Fault] = []
        cover = logbook.settings.cover_words
        if entries and not as_json:
            tell_of_masking()
        say(_json(entries, logbook.state.standing_links, faults) if as_json else lines(entries, faults, cover=cover))
        if not every and not logbook.check():
            tell(_("There are no entries yet."))
        elif not entries:
            tell(_(NONE_FITS))
        status = read_to_its_end(logbook, faults)
        if missing := numbers_missing(history.number for history in every):
            tell(_(NOT_THERE).format(numbers=in_words(missing, spoken())))
        return FAILED if missing else status


def numbers_missing(numbers: Iterable[int]) -> list[Range]:
    """Return the numbers below the highest that no entry has; entries are numbered without gaps when recorded."""
    there = {0, *numbers}
    return ranges(set(range(1, max(there))) - there)


def _json(entries: Sequence[History], links: Mapping[int, Iterable[Target]], faults: list[Fault]) -> Iterator[str]:
    """Serialise entries as the lines of a JSON array in pure ASCII, which every terminal and encoding can show.

    The faults within their records are added to those that are there.
    """
    import json

    pieces = _by_entry(links)
    yield "["
    for left, (history, records) in zip(reversed(range(len(entries))), records_of(entries), strict=True):
        history.decode(records)
        faults += faults_in(history, records)
        yield json.dumps(_as_values(history, pieces.get(history.number, {}))) + ("," if left else "")
    yield "]"


def _by_entry(links: Mapping[int, Iterable[Target]]) -> dict[int, dict[int, set[str]]]:
    """Return, by entry, its exhibits, each with the items of the checklist that it is linked to."""
    found: dict[int, dict[int, set[str]]] = {}
    for number, targets in sorted(links.items()):
        for target in targets:
            if target.entry:
                found.setdefault(target.entry, {}).setdefault(number, set()).add(target.item)
    return found


def _as_values(history: History, exhibits: Mapping[int, set[str]]) -> dict[str, Any]:
    return {
        "number": history.number,
        "recorded_at": history.first_written,
        "withdrawn": history.withdrawn,
        **history.entry.fields(),
        "exhibits": [*exhibits],
        "checklist": [_line_as_values(line, exhibits) for line in history.checklist],
    }


def _line_as_values(line: ChecklistLine, exhibits: Mapping[int, set[str]]) -> dict[str, Any]:
    proofs = [number for number, items in exhibits.items() if line.item.id in items]
    said = {"item": line.item.id, "state": line.mark.state, "note": line.mark.note, "on": line.mark.on}
    own = {"label": line.mark.label} if line.mark.label else {}
    return said | own | ({"exhibits": proofs} if proofs else {})
