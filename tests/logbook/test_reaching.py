"""Handing over a part: exhibits, reports, orders and people of other entries stay here, and each thing says why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role, Willing
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.entry.entry import Entry
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment, exactly
from journal.evidence.examining import examine
from journal.handover.bundle.ledger import ledger_json
from journal.handover.dossier.dossier import dossier
from journal.handover.preview.preview import counted
from journal.handover.selection.choice import FILE_ITSELF, Exclusion, For, Format, HandoverChoice, ObjectRef
from journal.handover.writers.text import text
from tests.handover.cases import bundle_of, chosen_of, put_together, taken_apart
from tests.handover.verifiers import faults_by_python
from tests.store.journals import NOW, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def a_case(folder: Path) -> Logbook:
    """Two entries, a picture of the first, and a report that covers both and hands the picture over."""
    logbook = a_logbook(folder / "journal.json")
    stalker = logbook.case.add(Person(number=0, name="An Invented", role=Role.STALKER)).subject
    logbook.record(an_entry("It rang.", person=stalker))
    logbook.record(an_entry("It rang again.", person=stalker))
    (folder / "note.txt").write_text("An invented note")
    logbook.exhibits.attach([examine(folder / "note.txt")], Target(entry=1))
    logbook.case.add(Report(number=0, reference="AN.1", entries=(1, 2), handed_over=(1,)))
    return logbook


def why(logbook: Logbook, choice: HandoverChoice) -> dict[str, str]:
    """What the preview says of each thing: why it leaves."""
    shown = logbook.handing_over.preview(logbook.handing_over.chosen(choice))
    return {one.about: one.said for one in shown.leaves if not one.is_field}


def test_a_report_that_covers_two_entries_does_not_bring_the_exhibits_of_the_other(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    chosen = chosen_of(logbook, HandoverChoice(numbers=(2,)))

    assert chosen.exhibits == ()
    assert [(one.number, one.entries, one.handed_over) for one in chosen.reports] == [(1, (2,), ())]
    assert "note.txt" not in bundle_of(chosen).decode("latin-1")
    assert why(logbook, HandoverChoice(numbers=(1,))) == {
        "entry 1": "it was chosen",
        "exhibit 1": "proof of entry 1",
        "person 1": "named in entry 1",
        "report 1": "covers entry 1",
    }
    logbook.close()


def test_what_hangs_on_a_report_alone_leaves_only_with_everything_that_the_report_covers(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    receipt = logbook.exhibits.add(Exhibit(number=0, title="A receipt"), Target(report=1)).subject

    part, whole = (chosen_of(logbook, HandoverChoice(numbers=numbers)) for numbers in ((1,), (1, 2)))

    assert [one.number for one in part.exhibits] == [1]
    assert [one.number for one in whole.exhibits] == [1, receipt]
    assert why(logbook, HandoverChoice(numbers=(1, 2)))[f"exhibit {receipt}"] == "belongs to report 1"
    logbook.close()


def test_for_one_entry_only_the_orders_leave_that_may_have_held_then_and_no_steps(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.mark_step("said_no", StepMark(on="2026-02-03"))
    logbook.case.add(Order(number=0, starts="2020-01-01", ends="2020-02-01"))
    other = logbook.case.add(Person(number=0, name="Another Invented", role=Role.STALKER)).subject
    logbook.case.add(Order(number=0, person=other))
    logbook.amend(2, replace(logbook.state.entries[2].entry, person=other, happened=exactly(NOW)), "")

    one, whole = why(logbook, HandoverChoice(numbers=(2,))), why(logbook, HandoverChoice())

    assert {name: said for name, said in one.items() if name.startswith(("order", "person", "Said"))} == {
        "order 2": "held, or perhaps held, at the time of entry 2",
        "person 2": "named in entry 2",
    }
    assert {"order 1", "order 2", "person 1", "person 2", "Said “no contact” once, in writing"} <= whole.keys()
    logbook.close()


def test_who_refused_to_testify_and_is_named_nowhere_stays_here(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    for willing in (Willing.YES, Willing.UNSURE, Willing.NO, None):
        logbook.case.add(Person(number=0, name="An Invented", willing_to_testify=willing))

    assert sorted(chosen_of(logbook).people) == [1, 2, 3]
    assert sorted(chosen_of(logbook, HandoverChoice(numbers=(1,))).people) == [1]
    logbook.close()


def test_an_own_archive_with_a_withdrawn_exhibit_passes_its_own_check(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.case.withdraw(Exhibit, 1, "A mistake")
    chosen = chosen_of(logbook, HandoverChoice(to=For.OWN, stays=(), formats=(Format.BUNDLE,)))
    (tmp_path / "archive.zip").write_bytes(put_together(taken_apart(bundle_of(chosen))))

    faults = faults_by_python(tmp_path / "archive.zip")

    assert b'"not_here":"withdrawn"' in taken_apart(bundle_of(chosen))["data/exhibits.json"]
    assert faults == []
    logbook.close()


def test_what_was_taken_out_of_an_own_archive_is_gone_and_everything_else_is_there(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.exhibits.add(Exhibit(number=0, title="Of no entry"))
    out = (Exclusion(ObjectRef("entry", 1)), Exclusion(ObjectRef("report", 1), "reference"))

    chosen = chosen_of(logbook, HandoverChoice(to=For.OWN, stays=(), without=out))

    assert [one.history.number for one in chosen.entries] == [2]
    assert [one.title for one in chosen.exhibits] == ["Of no entry"]
    assert {logbook.state.entries[1].records[0].seq} < set(chosen.left_out)
    assert [one.reference for one in chosen.reports] == [""]
    logbook.close()


def with_times(folder: Path) -> Logbook:
    """Entries of the first twenty days of October, of an unknown day in October, of unknown time and of November."""
    logbook = a_logbook(folder / "journal.json")

    def day(text: str, end: str = "") -> Moment:
        certainty = Certainty.BETWEEN if end else Certainty.DAY
        return Moment(start=text, end=end, certainty=certainty, offset="+01:00")

    logbook.record(an_entry("Twenty days.", happened=day("2026-10-01"), until=day("2026-10-20")))
    logbook.record(an_entry("Some day.", happened=day("2026-10-01", "2026-10-31")))
    logbook.record(an_entry("Unknown."))
    logbook.record(an_entry("In November.", happened=day("2026-11-03")))
    return logbook


def test_a_period_takes_what_reaches_into_it_and_tells_what_is_only_perhaps_in_it(tmp_path: Path) -> None:
    logbook = with_times(tmp_path)

    def numbers(choice: HandoverChoice) -> tuple[list[int], list[int]]:
        chosen = chosen_of(logbook, choice)
        return sorted(one.history.number for one in chosen.entries), sorted(chosen.perhaps)

    october = HandoverChoice(since="2026-10-10", until="2026-10-31")
    assert numbers(october) == ([1, 2, 3], [2, 3])
    assert numbers(replace(october, perhaps=False)) == ([1], [2, 3])
    assert numbers(HandoverChoice(since="2026-10-21", until="2026-10-30", perhaps=False)) == ([], [2, 3])
    assert numbers(HandoverChoice(until="2026-10-01", perhaps=False)) == ([1], [2, 3])
    assert numbers(HandoverChoice(since="2026-11-03")) == ([3, 4], [3])
    assert numbers(HandoverChoice()) == ([1, 2, 3, 4], [])
    logbook.close()


def test_the_preview_and_the_cover_say_which_entries_are_perhaps_in_the_period(tmp_path: Path) -> None:
    logbook = with_times(tmp_path)
    choice = HandoverChoice(since="2026-10-10", until="2026-10-31")

    taken, left = (
        logbook.handing_over.preview(logbook.handing_over.chosen(replace(choice, perhaps=perhaps)))
        for perhaps in (True, False)
    )
    cover = text(dossier(chosen_of(logbook, choice), Words("en"))).decode("utf-8-sig")
    since = text(dossier(chosen_of(logbook, HandoverChoice(since="2026-10-10", perhaps=False)), Words("en"))).decode()

    assert counted(taken, Words("en")).endswith("Perhaps in the period, and shared too: 2, 3.")
    assert counted(left, Words("en")).endswith("Perhaps in the period, and staying here: 2, 3.")
    assert why(logbook, choice)["entry 2"] == "it was chosen, and is perhaps not in the chosen period"
    assert why(logbook, choice)["entry 1"] == "it was chosen"
    assert "10 October 2026 to 31 October 2026" in " ".join(cover.split())
    assert "Perhaps in it, and here" in cover
    assert "since 10 October 2026" in since
    assert "Perhaps in it, and left out" in since
    logbook.close()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (HandoverChoice(to=For.OMBUDSMAN, numbers=(2,)), "No call and no text message"),
        (HandoverChoice(since="2030-01-01"), "No entry"),
    ],
)
def test_where_no_entry_leaves_nothing_is_written_and_the_sentence_says_so(
    tmp_path: Path, choice: HandoverChoice, said: str
) -> None:
    logbook, out = a_logbook(tmp_path / "journal.json"), tmp_path / "out"
    out.mkdir()
    logbook.record(an_entry(happened=exactly(NOW)))
    logbook.record(Entry(kind="waited_for", happened=exactly(NOW)))

    with pytest.raises(Refused, match=said):
        logbook.handing_over.write(choice, out)

    assert not [*out.iterdir()]
    assert not logbook.handing_over.given()
    logbook.close()


def test_in_an_own_archive_only_what_hangs_on_what_was_taken_out_loses_its_links(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    step, report = (logbook.exhibits.link(1, to) for to in (Target(step="said_no"), Target(report=1)))
    assert step
    assert report
    logbook.case.add(Report(number=0, reference="Of one", entries=(2,)))
    whole = HandoverChoice(to=For.OWN, stays=())

    kept = chosen_of(logbook, whole)
    without = chosen_of(
        logbook, replace(whole, without=(Exclusion(ObjectRef("report", 1)), Exclusion(ObjectRef("entry", 2))))
    )

    assert kept.left_out == {}
    assert [one.number for one in kept.reports] == [1, 2]
    assert [one.number for one in without.reports] == []
    assert without.left_out[report.record] == ("report",)
    assert step.record not in without.left_out
    logbook.close()


def test_whoever_gave_an_exhibit_or_received_one_leaves_with_it_where_the_data_of_others_do(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    giver, receiver = (logbook.case.add(Person(number=0, name="An Invented")).subject for _ in range(2))
    logbook.case.amend(replace(logbook.case.standing(Exhibit)[0], from_person=giver))
    logbook.case.add(Movement(number=0, exhibit=1, person=receiver))
    one = HandoverChoice(numbers=(1,), stays=())

    def people(choice: HandoverChoice) -> list[int]:
        return sorted(chosen_of(logbook, choice).people)

    assert people(one) == [1, giver, receiver]
    assert people(replace(one, numbers=(2,))) == [1]
    assert people(HandoverChoice(numbers=(1,))) == [1]
    assert people(replace(one, without=(Exclusion(ObjectRef("exhibit", 1), "from_person"),))) == [1, receiver]
    assert people(replace(one, without=(Exclusion(ObjectRef("movement", 1), "person"),))) == [1, giver]
    assert why(logbook, one)[f"person {giver}"] == "exhibit 1 came from this person"
    assert why(logbook, one)[f"person {receiver}"] == "received something, see movement 1"
    logbook.close()


def test_the_ledger_says_of_which_journal_it_is_how_long_and_exactly_what_is_blackened(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    chosen = chosen_of(logbook, HandoverChoice(numbers=(2,), without=(Exclusion(ObjectRef("report", 1), "reference"),)))

    ledger = json.loads(ledger_json(chosen))

    assert (ledger["format"], ledger["journal"]) == (1, logbook.state.journal_id)
    assert (ledger["count"], ledger["head"]) == (len(logbook._ledger.records), logbook._ledger.records[-1].digest)
    assert ledger["left_out"] == {str(seq): list(names) for seq, names in chosen.left_out.items()}
    assert {str(one["seq"]): sorted(one["blackened"]) for one in ledger["records"] if "blackened" in one} == (
        ledger["left_out"]
    )
    assert [one["body"].get("reference") for one in ledger["records"] if "report" in one["body"]] == [None]
    logbook.close()


def test_a_file_that_was_taken_out_stays_listed_with_its_digest_and_is_no_movement(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), tmp_path / "out"
    out.mkdir()
    without = (Exclusion(ObjectRef("exhibit", 1), FILE_ITSELF),)
    choice = HandoverChoice(formats=(Format.BUNDLE,), without=without)

    chosen = chosen_of(logbook, choice)
    logbook.handing_over.write(choice, out)

    listed = json.loads(taken_apart(bundle_of(chosen))["data/exhibits.json"])
    assert [(one["exhibit"], one["file"], one["not_here"], bool(one["sha256"])) for one in listed] == [
        (1, "", "stays", True)
    ]
    assert b"An invented note" not in (out / "2026-11-22-a.zip").read_bytes()
    assert not logbook.case.standing(Movement)
    assert logbook.handing_over.given()[0].without == without
    logbook.close()
