"""The form of a report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journal.domain.case import case_labels
from journal.domain.case.report import Receiver, Report
from journal.domain.entry.number_ranges import in_ranges
from journal.domain.forms.reports import HANDED_AS, RECEIPT, WITH_HANDING_OVER, HandedAs
from journal.domain.state.report_movements import cautions_of, movements_with, not_reported
from journal.domain.state.short_names import exhibit_called
from journal.domain.text.words import N_, _, labelled, spoken
from journal.ui.forms.form import FormDefinition, numbered, today, values_of
from journal.ui.forms.form_ref import FormRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.evidence.custody import Movement
    from journal.domain.forms.filling import Values
    from journal.domain.state.state import State
    from journal.logbook import Logbook, Saved

ASK_FOR = N_("Ask for the number and for a copy before you leave. Give copies, and originals only against a receipt.")
LATER = N_("These entries happened after the report was made: {numbers}.")
EXHIBITS_SHOWN = 20
ASK_FIRST = N_("Ask when the suspect will be told about your report, and what to do until then.")


def report_form(logbook: Logbook, number: int = 0, known: Mapping[str, Any] | None = None) -> FormDefinition:
    """Return the form of a report, or with number 0 of a new one, in which stands already what is `known` of it."""
    report = logbook.state.of(Report).now.get(number)
    start = {
        "receiver": Receiver.POLICE.value,
        "made": today(logbook),
        "entries": not_reported(logbook.state),
        HANDED_AS: HandedAs.COPIES.value,
    }
    return FormDefinition(
        about=FormRef(of=Report.SUBJECT, number=number),
        title=_("Report {number}").format(number=number) if report else _("New report"),
        asked=WITH_HANDING_OVER,
        base=values_of(report) if report else {},
        prefilled=start | dict(known or {}),
        record=partial(_record, logbook, report),
        cautions=partial(_cautions, logbook, report),
        advice=(ASK_FOR, ASK_FIRST),
        beside=_exhibits(logbook),
        first="made" if known else "receiver",
    )


def _exhibits(logbook: Logbook) -> tuple[str, ...]:
    """Return the exhibits by their numbers, the latest first, for whoever has to type these."""
    latest = logbook.exhibits.standing[: -EXHIBITS_SHOWN - 1 : -1]
    named = _("exhibit {number}")
    return tuple(
        labelled(named.format(number=one.number), exhibit_called(one, spoken())).replace("\n", " ") for one in latest
    )


def _record(logbook: Logbook, before: Report | None, values: Values, draft: str) -> Saved:
    report, moved = _said(logbook, before, values)
    return logbook.case.hand_over(report, moved, draft)


def _cautions(logbook: Logbook, before: Report | None, values: Values) -> Sequence[str]:
    report, moved = _said(logbook, before, values)
    later = in_ranges(_after(report, logbook.state))
    said = [_(LATER).format(numbers=later)] if later else []
    return said + [_(case_labels.CAUTIONS[one]) for one in cautions_of(moved, logbook.state)]


def _after(report: Report, state: State) -> Iterator[int]:
    """Yield the entries that the report covers and that began on a later day, which is most often a slip."""
    made = report.made.day
    for number in report.entries:
        entry = state.entries.get(number)
        day = entry.happened.day if entry else None
        if made and day and day > made:
            yield number


def _said(logbook: Logbook, before: Report | None, values: Values) -> tuple[Report, Sequence[Movement]]:
    """Return the report that the values say, and the movements of the exhibits that were not named in it before."""
    own = {name: value for name, value in values.items() if name not in {HANDED_AS, RECEIPT}}
    report = numbered(Report, own, before)
    handed_as = HandedAs(values.get(HANDED_AS) or HandedAs.COPIES)
    new = [one for one in report.handed_over if before is None or one not in before.handed_over]
    return report, movements_with(report, new, handed_as, values.get(RECEIPT) or "", logbook.state)
