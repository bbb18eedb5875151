"""Whatever was once filled in can be emptied again by an amendment."""

from __future__ import annotations

import msgspec
import pytest

from journal.domain.entry.entry import Entry, Felt, IdentifiedBy, Targeted, changed
from journal.domain.entry.origin import Origin
from journal.domain.state.state import State
from journal.domain.time.moment import Certainty, Moment
from tests.domain.ledgers import a_ledger

WHEN = Moment(Certainty.EXACT, start="2026-11-21T22:14", offset="+01:00")
EMPTY = Entry(happened=WHEN, kind="call_silent")
FULL = Entry(
    happened=WHEN,
    kind="call_silent",
    until=WHEN,
    noticed=WHEN,
    times=3,
    place="x",
    account="x",
    quoted_words="x",
    person=1,
    identified_by=IdentifiedBy.SAW,
    targeted=(Targeted.ME,),
    witnesses=(1,),
    reported_by=1,
    impact="x",
    my_response="x",
    threat_felt=Felt.NO,
    private_note="x",
    tags=("x",),
    taken_from=Origin(file="x.xml"),
    details={"call.rings": 9},
)
EMPTIABLE = sorted(set(Entry.__struct_fields__) - {"happened", "kind"})


@pytest.mark.parametrize("field", EMPTIABLE)
def test_a_field_that_is_emptied_is_empty_and_the_record_is_understood(field: str) -> None:
    emptied = msgspec.structs.replace(FULL, **{field: getattr(EMPTY, field)})
    recorded = {"action": "entry.recorded", "entry": 1, **FULL.fields()}
    amended = {"action": "entry.amended", "entry": 1, **changed(FULL, emptied)}

    state = State(a_ledger(recorded, amended))

    assert state.entries[1].entry == emptied
    assert emptied != FULL
