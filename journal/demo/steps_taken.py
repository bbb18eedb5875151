"""The steps of the case that the writer marked, some of them still to do."""

from __future__ import annotations

from journal.demo.turn import step
from journal.domain.evidence.checklist import ItemState

STEPS_TAKEN = (
    step("2025-10-21T20:10", "answering_machine_on", "old machine from the attic, always on", "2025-10-21"),
    step("2025-10-21T20:12", "not_answering", "from today on; the machine takes them all", "2025-10-21"),
    step("2025-11-15T10:00", "talked_about_it", "", "2025-11-14", with_whom="help line"),
    step(
        "2025-12-10T18:00",
        "blocked",
        "left open on purpose: what is blocked leaves no proof",
        state=ItemState.DOES_NOT_APPLY,
    ),
    step("2026-01-20T17:30", "lawyer", "first talk, free of charge", "2026-01-20", with_whom="Ms Example"),
    step("2026-02-03T18:30", "said_no", "aangetekend, samen met Ms Example", "2026-02-03", "the no"),
    step("2026-02-03T18:32", "help_saying_no", "Ms Example a relu la lettre", "2026-02-03"),
    step("2026-03-05T09:00", "silent_afterwards", "not one word since, also when it was hard", "2026-03-05"),
    step("2026-03-10T20:40", "police_report", "noted only", "2026-03-10"),
    step(
        "2026-03-22T18:05", "devices_checked", "", "2026-03-22", checked_by="Garage Nergens", found="tag under the seat"
    ),
    step("2026-04-26T22:00", "police_called", "came after 20 minutes", "2026-04-26"),
    step("2026-04-29T18:05", "ombudsman_asked", "REF 0000-00", "2026-04-14", "request", "answer"),
    step("2026-05-17T11:00", "doctor", "", "2026-05-17", "certificate", with_whom="Dr Sample"),
    step("2026-05-19T21:20", "police_report", "formal report, Officer Sample", "2026-05-19", "pv"),
    step("2026-05-19T21:35", "evidence_handed_over", "copies only, own copy kept", "2026-05-19"),
    step(
        "2026-05-22T12:00",
        "victim_support",
        "",
        "2026-05-22",
        with_whom="Mr Madeup-Not, 2nd floor",
        file_number="00/000",
    ),
    step("2026-06-02T20:15", "copies_safe", "chez Claire, et chez Ms Example", "2026-06-02"),
    step("2026-06-15T19:00", "ban_asked", "through Ms Example", "2026-06-15"),
    step("2026-06-20T10:30", "suppliers_asked", "Pizza Nessuno deleted the address", "2026-06-20"),
    step("2026-07-18T21:05", "ban_asked", "given on 7 July, until 6 July 2027", "2026-07-07", "ban"),
    step(
        "2026-09-04T20:00",
        "accounts_checked",
        "list saved first, then a new password",
        "2026-09-04",
        checked_by="colleague of Piet",
    ),
    step("2026-10-25T12:35", "platforms_asked", "Fictiegram; saved before", "2026-10-25", "page"),
    step("2026-11-08T20:00", "backup_trusted", "new stick still to be brought", state=ItemState.TO_DO),
    step("2026-11-08T20:02", "unlisted_number", "asked what it costs", state=ItemState.TO_DO),
)
"""What was marked, in the order of recording; a step that was marked twice says what was said last."""
