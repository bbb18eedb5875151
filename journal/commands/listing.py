"""`journal list`: the entries, one per line, or as one JSON array in their present state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.commands.journal_location import opened_to_read, read_to_its_end
from journal.commands.output import say, tell
from journal.domain import kinds
from journal.domain.entry.summary import gist
from journal.domain.ledger.salvage import in_words, ranges
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.clocks import clocks_meant
from journal.domain.time.moment import Certainty, Moment
from journal.domain.time.moment_words import DASH, clock, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.commands.journal_location import JournalLocation
    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.domain.evidence.exhibit import Target
    from journal.domain.ledger.salvage import Range

NOT_THERE = N_(
    "No entry in this file has the number {numbers}: the records that held it are missing. `journal verify` tells more."
)
TIMES = "\N{MULTIPLICATION SIGN}"
ABOUT, UNSURE = "~", "?"
LONGEST = 60
"""How many letters of the first words stand in a line."""


def run(place: JournalLocation, *, as_json: bool) -> int:
    """Write all entries, withdrawn ones included, in the order of happening."""
    with opened_to_read(place) as logbook:
        entries = logbook.state.chronological()
        say(_json(entries, logbook.state.standing_links) if as_json else map(_line, entries))
        if not entries and not logbook.check():
            tell(_("There are no entries yet."))
        if missing := numbers_missing(history.number for history in entries):
            tell(_(NOT_THERE).format(numbers=in_words(missing, spoken())))
        return read_to_its_end(logbook, (record for history in entries for record in history.records))


def numbers_missing(numbers: Iterable[int]) -> list[Range]:
    """Return the numbers below the highest that no entry has; entries are numbered without gaps when recorded."""
    there = {0, *numbers}
    return ranges(set(range(1, max(there))) - there)


def _line(history: History) -> str:
    entry, words = history.entry, spoken()
    kind = harmless(words(kinds.kind(history.kind_id).label))
    kind += f" {TIMES}{history.times}" if history.times > 1 else ""
    first = harmless(" ".join(gist(entry, words).split()))
    first = first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"
    struck = _("withdrawn") if history.withdrawn else ""
    when = _when(history.happened, entry.until)
    if meant := clocks_meant(history.happened, entry.until, words):
        when = f"{when} ({meant})"
    parts = (f"{history.number:>5}", when, struck, kind, first)
    return "  ".join(filter(None, parts))


def _when(moment: Moment, until: Moment | None) -> str:
    """Return when it began and ended, days in ISO 8601; an end names its day where that is another one."""
    began = _side(moment)
    if until is None or not until.known:
        return harmless(began or _("time unknown"))
    ended = _side(until)
    if moment.day and moment.day == until.day:
        ended = ended.removeprefix(f"{until.start[:10]} ")
    # A span that ends in a span: each of them in brackets, so that they stay apart.
    began, ended = (f"({side})" if DASH in side else side for side in (began, ended))
    return harmless(f"{began or UNSURE}{DASH}{ended}")


def _side(moment: Moment) -> str:
    first, last = moment.start[:10], moment.end[:10]
    if moment.certainty is Certainty.BETWEEN and (clock(moment.start) == "" or first != last):
        return DASH.join(side.replace("T", " ") for side in (moment.start, moment.end))
    about = ABOUT if moment.certainty is Certainty.ABOUT and not clock(moment.start) else ""
    time = short(moment) if clock(moment.start) else ""
    return f"{about}{first} {time}".rstrip()


def _json(entries: Iterable[History], links: Mapping[int, Iterable[Target]]) -> Iterator[str]:
    """Serialise entries as the lines of a JSON array in pure ASCII, which every terminal and encoding can show."""
    import json

    pieces = _by_entry(links)
    lines = [json.dumps(_as_values(history, pieces.get(history.number, {}))) for history in entries]
    yield "["
    yield from (f"{line}," for line in lines[:-1])
    yield from lines[-1:]
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
        "recorded_at": history.records[0].recorded_at,
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
