"""Why each thing leaves that hangs on no entry, and which fields of which record stay here: a table of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import StepMark
from journal.domain.entry.entry import Entry
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Obtained, Target
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from journal.evidence.examining import examine
from journal.handover.preview.disclosure import leaving
from journal.handover.preview.preview import preview
from journal.handover.selection.choice import FILE_ITSELF, Exclusion, For, Format, HandoverChoice, ObjectRef, Stays
from journal.handover.selection.selection import PreviewField
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.logbook import Logbook

ENGLISH = Words("en")
NIGHT = Moment(Certainty.EXACT, start="2026-11-21T22:14", offset="+01:00")
TO = {
    "report": Target(report=1),
    "order": Target(order=1),
    "step": Target(step="said_no"),
    "private step": Target(step="talked_about_it"),
    "stalker": Target(person=1),
    "other": Target(person=2),
    "another": Target(person=3),
    "nothing": Target(),
    "entry": Target(entry=2, item="note_exact_time"),
}
"""What each exhibit of the case hangs on, in the order of their numbers."""
EXHIBITS = {name: number for number, name in enumerate(TO, start=1)}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Logbook]:
    """Two entries that name the stalker and a witness, and an exhibit of everything one can hang on."""
    logbook = a_logbook(tmp_path / "journal.json")
    add = logbook.case.add
    add(Person(number=0, name="A. Caller", role=Role.STALKER))
    for name, willing in (("B. Officer", None), ("C. Bound", None), ("D. Sure", Willing.YES), ("E. No", Willing.NO)):
        add(Person(number=0, name=name, willing_to_testify=willing))
    add(Person(number=0, name="F. Unsure", willing_to_testify=Willing.UNSURE))
    add(Person(number=0, name="G. Ex", role=Role.STALKER))
    logbook.record(Entry(kind="call_silent", happened=NIGHT, person=1))
    logbook.record(Entry(kind="waited_for", happened=NIGHT, person=1, witnesses=(4,)))
    for step in ("said_no", "talked_about_it"):
        logbook.case.mark_step(step, StepMark(state=ItemState.DONE, on="2026-11-20"))
    add(Report(number=0, receiver=Receiver.POLICE, person=2, entries=(1,)))
    add(Report(number=0, receiver=Receiver.POLICE))
    add(Order(number=0, starts="2020-01-01", ends="2020-02-01", person=3))
    for name, target in TO.items():
        logbook.exhibits.add(Exhibit(number=0, title=name, obtained=Obtained.FOUND), target)
    logbook.case.amend(replace(logbook.case.standing(Report)[0], handed_over=(EXHIBITS["nothing"],)))
    yield logbook
    logbook.close()


def why(logbook: Logbook, choice: HandoverChoice) -> dict[str, str]:
    """Why each thing leaves, in the words of the preview; exhibits by what they hang on."""
    names: dict[tuple[str, int | str], str] = {("exhibit", number): name for name, number in EXHIBITS.items()}
    reasons = chosen_of(logbook, choice).why.items()
    return {names.get((one.sort, one.key), f"{one.sort} {one.key}"): said.text(ENGLISH) for one, said in reasons}


ENTRY_1 = {
    "entry 1": "it was chosen",
    "report 1": "covers entry 1",
    "person 1": "named in entry 1",
    "person 2": "took report 1",
    "person 7": "the suspect",
    "report": "belongs to report 1",
    "stalker": "belongs to person 1",
    "nothing": "handed over with report 1",
}
WHOLE = ENTRY_1 | {
    "entry 2": "it was chosen",
    "entry": "proof of entry 2",
    "report 2": "every entry was chosen",
    "order 1": "every entry was chosen",
    "step said_no": "every entry was chosen",
    "person 3": "bound by order 1",
    "person 4": "named in entry 2",
    "person 6": "may testify",
    "order": "belongs to order 1",
    "step": "proof of the step “Said “no contact” once, in writing”",
}
CALLS = {name: said for name, said in ENTRY_1.items() if name in {"entry 1", "report 1", "person 1", "person 2"}}
WITH_OTHERS = {"other": "belongs to person 2", "another": "belongs to person 3"}
OF_THE_STEP = {"private step": "proof of the step “Talked with somebody about it”"}


@pytest.mark.parametrize(
    ("choice", "reasons"),
    [
        (HandoverChoice(), WHOLE),
        (HandoverChoice(numbers=(1,)), ENTRY_1),
        (HandoverChoice(numbers=(1,), stays=()), ENTRY_1 | {"other": "belongs to person 2"}),
        (HandoverChoice(stays=()), WHOLE | WITH_OTHERS),
        (HandoverChoice(to=For.OPERATOR), CALLS),
        (HandoverChoice(to=For.OMBUDSMAN), CALLS),
        (
            HandoverChoice(
                without=(Exclusion(ObjectRef("report", 1), "handed_over"), Exclusion(ObjectRef("report", 1), "person"))
            ),
            {name: said for name, said in WHOLE.items() if name not in {"nothing", "person 2"}},
        ),
    ],
)
def test_each_thing_leaves_for_the_first_reason_that_holds(
    case: Logbook, choice: HandoverChoice, reasons: dict[str, str]
) -> None:
    assert why(case, choice) == reasons


def test_in_an_own_archive_everything_leaves_because_every_entry_was_chosen(case: Logbook) -> None:
    everything = why(case, HandoverChoice(to=For.OWN, stays=()))

    assert everything.pop("entry 1") == everything.pop("entry 2") == "it was chosen"
    assert set(everything.values()) == {"every entry was chosen"}
    assert {*TO} | {"step talked_about_it", "person 5", "person 7", "report 2", "order 1"} <= everything.keys()


def test_the_stalker_of_an_entry_that_stays_is_nobody_of_this_part(case: Logbook) -> None:
    case.amend(2, replace(case.state.entries[2].entry, person=7), "")

    assert "person 7" not in why(case, HandoverChoice(numbers=(1,)))
    assert why(case, HandoverChoice(numbers=(2,)))["person 7"] == "named in entry 2"


@pytest.mark.parametrize(
    ("target", "blackened"),
    [
        (Target(entry=1), ()),
        (Target(entry=2), ("entry",)),
        (Target(entry=2, item="note_exact_time"), ("entry", "item")),
        (Target(report=1), ()),
        (Target(report=2), ("report",)),
        (Target(order=1), ("order",)),
        (Target(movement=1), ()),
        (Target(movement=2), ("movement",)),
        (Target(person=1), ()),
        (Target(person=5), ("person",)),
        (Target(step="said_no"), ("step",)),
    ],
)
def test_that_an_exhibit_hangs_on_something_that_stays_is_not_told(
    case: Logbook, target: Target, blackened: tuple[str, ...]
) -> None:
    report, entry = EXHIBITS["report"], EXHIBITS["entry"]
    case.exhibits.link(report, Target(entry=1))
    for exhibit in (report, entry):
        case.case.add(Movement(number=0, exhibit=exhibit, copy=1, holder=Custodian.POLICE))
    linked = case.exhibits.link(report, target)

    left_out = chosen_of(case, HandoverChoice(numbers=(1,))).left_out

    record = linked.record if linked else -1
    assert left_out.get(record, ()) == blackened


def test_why_an_exhibit_was_erased_stays_with_private_notes_and_why_it_was_changed_leaves(
    case: Logbook, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("An invented note")
    case.exhibits.attach([examine(tmp_path / "note.txt")], Target(entry=1))
    number = len(TO) + 1
    title = case.case.amend(replace(case.case.standing(Exhibit)[-1], title="A note"), "Named anew.")
    erased = case.erasure.erase_exhibit(number, "It showed a street.")

    default, nothing = (chosen_of(case, choice).left_out for choice in (HandoverChoice(), HandoverChoice(stays=())))

    assert default.get(title.record, ()) == ()
    assert default.get(erased.record, ()) == ("reason",)
    assert nothing.get(erased.record, ()) == ()


def test_the_preview_tells_what_was_said_before_and_what_was_noted_of_each_item(case: Logbook) -> None:
    case.amend(1, replace(case.state.entries[1].entry, place="at the gate", account="It rang."), "")
    case.amend(1, replace(case.state.entries[1].entry, place="at home"), "Remembered it.")
    case.mark(1, "own.1", Mark(state=ItemState.DONE, label="list kept", note="in the drawer"))

    told = list(leaving(chosen_of(case, HandoverChoice(numbers=(1,), stays=())), ENGLISH))

    entry, item = ObjectRef("entry", 1), ObjectRef("item", "1/own.1")
    assert [one for one in told if one.about == "entry 1, before"] == [
        PreviewField("entry 1, before", "Where", "at the gate", entry, "place")
    ]
    assert PreviewField("entry 1", "Where", "at home", entry, "place") in told
    assert PreviewField("entry 1", "list kept", "in the drawer", item, "note") in told
    assert [(one.label, one.said, one.field) for one in told if one.about.startswith("record")] == [
        ("Reason", "Remembered it.", "reason"),
        ("Item", "list kept", "label"),
    ]


@pytest.mark.parametrize(
    ("formats", "stays", "said"),
    [
        ((Format.BUNDLE,), (Stays.LOCATIONS,), "note.txt, without its location where it says one"),
        ((Format.BUNDLE, Format.PDF), (), "note.txt, as it is"),
        ((Format.PDF,), (), ""),
    ],
)
def test_the_preview_says_of_a_file_that_it_leaves_and_how(
    case: Logbook, tmp_path: Path, formats: tuple[Format, ...], stays: tuple[Stays, ...], said: str
) -> None:
    (tmp_path / "note.txt").write_text("An invented note")
    number = case.exhibits.attach([examine(tmp_path / "note.txt")], Target(entry=1)).added[0]
    chosen = chosen_of(case, HandoverChoice(numbers=(1,), formats=formats, stays=stays))

    shown = preview(chosen, case._ledger.records, ENGLISH)

    file = PreviewField(f"exhibit {number}", "The file itself", said, ObjectRef("exhibit", number), FILE_ITSELF)
    assert [one for one in shown.leaves if one.label == "The file itself"] == ([file] if said else [])
