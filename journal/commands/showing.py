"""`journal show NUMBER`: one entry in plain words, with its checklist and its history."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from journal.commands.journal_location import faults_in, opened_to_read, read_to_its_end
from journal.commands.name_masking import tell_of_masking
from journal.commands.output import say, tell
from journal.domain.base.errors import Refused
from journal.domain.case import report as reports
from journal.domain.case.case_event import CaseEvent, holding_entry
from journal.domain.case.report import Report
from journal.domain.entry import labels
from journal.domain.entry.identifying import identifying
from journal.domain.entry.rendering import changes, rendered_fields
from journal.domain.entry.word_cover import covered
from journal.domain.evidence import checklist
from journal.domain.evidence.exhibit import Exhibit, exhibits_of_entry
from journal.domain.ledger.actions import Action
from journal.domain.state.relations import WHILE_HELD, held_at
from journal.domain.state.short_names import exhibit_called, order_called, report_called
from journal.domain.state.undoing import why
from journal.domain.text.words import _, labelled, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import in_words
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.commands.journal_location import JournalLocation
    from journal.domain.case.people import Person
    from journal.domain.entry.history import History
    from journal.domain.entry.versions import Version
    from journal.domain.state.state import State

INDENT = "  "


def run(place: JournalLocation, number: int) -> int:
    """Write one entry; raises Refused where there is none with this number."""
    with opened_to_read(place) as logbook:
        history = logbook.state.entries.get(number)
        if history:
            tell_of_masking()
            say(facts(history, logbook.state))
        elif not logbook.check():
            raise Refused(_("There is no entry {number}.").format(number=number))
        else:
            tell(_("Entry {number} cannot be read in this file.").format(number=number))
        return read_to_its_end(logbook, faults_in(history, history.records) if history else ())


def facts(history: History, state: State, *, cover: bool = False) -> Iterator[str]:
    """Yield an entry with its checklist and history, one fact a line; under a cover without words of the suspect."""
    people = state.people
    withdrawn = _(", crossed out") if history.withdrawn else ""
    yield _("Entry {number}{withdrawn}").format(number=history.number, withdrawn=withdrawn)
    who = tuple(identifying(history.entry))
    for field in rendered_fields(history.entry, people, spoken()):
        yield from _labelled(field.label, covered(field.name, field.said, spoken()) if cover else field.said, also=who)
    yield from _checklist(history)
    yield from _around(history, state)
    yield ""
    yield _("History")
    for before, version in zip((None, *history.versions), history.versions, strict=False):
        yield from _version(before, version, history, people, cover=cover)


def _checklist(history: History) -> Iterator[str]:
    lines = history.checklist
    done, applying = checklist.done(lines)
    yield ""
    yield _("Evidence checklist: {done} of {applying} done").format(done=done, applying=applying)
    for line in lines:
        state = _(labels.ITEM_STATES[line.mark.state])
        more = (line.mark.on, line.mark.note)
        told = ", ".join(harmless(part) for part in (line.label(spoken()), *more) if part)
        yield INDENT + labelled(state, told)


def _around(history: History, state: State) -> Iterator[str]:
    """Yield the exhibits of an entry, the reports that cover it, its events, and the orders that held then."""
    exhibits = [state.of(Exhibit).now[one] for one in exhibits_of_entry(history.number, state.standing_links)]
    told = [(_("Exhibit {number}"), one.number, exhibit_called(one, spoken())) for one in exhibits]
    covering = reports.covering(history.number, state.of(Report).standing)
    told += [(_("Report {number}"), one.number, report_called(one, spoken())) for one in covering]
    holding = holding_entry(history.number, state.of(CaseEvent).standing)
    told += [(_("Event {number}"), one.number, one.name) for one in holding]
    for order, held in held_at(history, state):
        said = _(WHILE_HELD[held]).format(number=order.number)
        told.append((_("Order {number}"), order.number, f"{said} ({order_called(order, spoken())})"))
    if told:
        yield ""
        yield _("In the case")
    for name, number, said in told:
        yield INDENT + labelled(name.format(number=number), harmless(said))


def _version(
    before: Version | None, version: Version, history: History, people: Mapping[int, Person], *, cover: bool
) -> Iterator[str]:
    yield INDENT + _("{act} on {time}, record {record}").format(
        act=_(labels.ENTRY_ACTS[version.act]), time=_written(version), record=version.record.seq
    )
    if because := version.reason or _(why(version.record, history)):
        yield from _labelled(_("Reason"), because, indent=2)
    if before and version.act is Action.ENTRY_AMENDED:
        who = (*identifying(before.entry), *identifying(version.entry))
        for one in changes(before.entry, version.entry, people, spoken()):
            then, now = (covered(one.name, said, spoken()) if cover else said for said in (one.before, one.after))
            yield from _labelled(_("{field}, before").format(field=one.label), then, indent=2, also=who)
            yield from _labelled(_("{field}, since then").format(field=one.label), now, indent=2, also=who)


def _written(version: Version) -> str:
    offset = version.record.fields().get("offset", "+00:00")
    zone = datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo
    return in_words(exactly(version.record.written.astimezone(zone).replace(second=0)), spoken())


def _labelled(label: str, said: str, *, indent: int = 0, also: Iterable[str] = ()) -> Iterable[str]:
    lines = harmless(said, lines=True, also=also).split("\n") or [""]
    front = INDENT * indent
    if len(lines) == 1:
        return [front + labelled(escaped(label), lines[0])]
    return [front + labelled(escaped(label), "").rstrip(), *(f"{front}{INDENT}{line}" for line in lines)]
