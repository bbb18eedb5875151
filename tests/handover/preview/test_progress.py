"""Looking up what leaves a long journal tells how far it is, in the pass that chooses and in the one that previews."""

from __future__ import annotations

from journal.domain.state.state import State
from journal.domain.text.words import Words
from journal.handover.preview.preview import preview
from journal.handover.selection.choice import HandoverChoice
from journal.handover.selection.choosing import SelectionSource, choose
from tests.domain.ledgers import BEGAN, a_ledger
from tests.tasks import Told

ENGLISH = Words("en")


def test_choosing_and_previewing_advance_the_task_by_the_records() -> None:
    acts = [{"action": "entry.recorded", "entry": number, "account": "It rang."} for number in range(1, 601)]
    records = a_ledger(*({"kind": "call_missed", "offset": "+01:00", **act} for act in acts))
    told: list[int] = []
    task = Told(lambda done, _whole: told.append(done))
    task.begin(len(records), len(records))

    source = SelectionSource(records, State(records), ENGLISH, BEGAN, lambda _number, _take: None)
    chosen = choose(source, HandoverChoice(numbers=(3,)), task)
    task.next_step()
    shown = preview(chosen, records, ENGLISH, task)

    assert told == [500, len(records), len(records) + 500]
    assert shown.entries == 1
