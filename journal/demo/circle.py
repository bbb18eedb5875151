"""The people around the writer: who was told, what was asked of them, what they answered, and what became known."""

from __future__ import annotations

from journal.demo import cast
from journal.demo.turn import learned, step
from journal.domain.case.people import AskedTo, Willing

_WATCH = (AskedTo.WATCH_OUT, AskedTo.KEEP_DATA_PRIVATE)
_ALL = (*_WATCH, AskedTo.KEEP_AWAY, AskedTo.TESTIFY)

CIRCLE = (
    learned(
        "2025-11-08T21:40",
        cast.AN,
        informed_on="2025-11-08",
        asked_to=_ALL,
        willing_to_testify=Willing.YES,
        has_private_number=True,
    ),
    step("2025-11-08T21:42", "informed_family", "An; she tells our parents", "2025-11-08"),
    learned(
        "2025-12-01T19:05",
        cast.CLAIRE,
        informed_on="2025-11-30",
        asked_to=_ALL,
        willing_to_testify=Willing.YES,
        has_private_number=True,
    ),
    step("2025-12-01T19:06", "informed_friends", "Claire", "2025-11-30"),
    learned(
        "2026-01-11T10:30",
        cast.NOOR,
        informed_on="2026-01-10",
        asked_to=_WATCH,
        willing_to_testify=Willing.UNSURE,
    ),
    step("2026-01-11T10:31", "informed_neighbours", "Noor, overkant", "2026-01-10"),
    learned("2026-04-02T20:15", cast.PIET, informed_on="2026-04-02", asked_to=_ALL),
    step("2026-04-02T20:16", "informed_work", "Piet en mijn chef", "2026-04-02"),
    learned(
        "2026-04-27T18:20", cast.NOOR, asked_to=_ALL, willing_to_testify=Willing.YES, contact="noor@nobody.example"
    ),
    learned(
        "2026-05-20T20:00",
        cast.MAX,
        telephone_numbers=("+00 555 0142", "+00 555 0167", "+00 555 0171"),
        email_addresses=cast.HIS_MAIL,
        accounts=cast.HIS_ACCOUNTS,
    ),
    learned("2026-11-19T20:30", cast.PIET, willing_to_testify=Willing.YES),
    step("2026-11-19T20:31", "testimony_asked", "An, Claire, Noor, Piet: yes", "2026-11-19"),
)
"""Who was told, when, and what was learned, in the order of recording."""
