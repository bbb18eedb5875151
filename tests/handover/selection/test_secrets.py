"""What stays here: whatever is chosen, no word of it stands anywhere in anything that is written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.ledger.chain import FaultKind, Head, all_faults
from journal.domain.text.words import Words
from journal.handover.bundle.ledger import ledger_json
from journal.handover.dossier.dossier import dossier
from journal.handover.dossier.tables import sheets
from journal.handover.preview.disclosure import leaving
from journal.handover.requests.ombudsman import ombudsman
from journal.handover.requests.operator import operator
from journal.handover.selection.choice import For, HandoverChoice, Sender, Stays
from journal.handover.writers.calendar import calendar
from journal.handover.writers.html import html
from journal.handover.writers.pdf import pdf
from journal.handover.writers.spreadsheet import csv_sheet, xlsx
from journal.handover.writers.text import text
from tests.domain.ledgers import lines
from tests.handover.cases import bundle_of, chosen_of
from tests.handover.secrets import SECOND_ENTRY, SORTS, a_case_of_secrets, found_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.handover.selection.selection import Selection
    from journal.logbook import Logbook

CHOICES = st.builds(
    HandoverChoice,
    to=st.sampled_from(For),
    language=st.sampled_from(["en", "nl", "fr"]),
    stays=st.sets(st.sampled_from(Stays)).map(lambda stays: tuple(sorted(stays))),
    numbers=st.sampled_from([(), (1,), (2,), (1, 2)]),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    """The journal; nothing here changes it."""
    logbook = a_case_of_secrets(tmp_path_factory.mktemp("case"))
    yield logbook
    logbook.close()


def written(chosen: Selection) -> dict[str, bytes]:
    """A hand-over in every format."""
    words = Words(chosen.choice.language)
    made = {For.OMBUDSMAN: ombudsman, For.OPERATOR: operator}.get(chosen.choice.to, dossier)(chosen, words)
    tables = sheets(chosen, words)
    documents = {
        "document.pdf": pdf(made, chosen.made),
        "document.html": html(made),
        "document.txt": text(made),
        "table.csv": b"".join(map(csv_sheet, tables)),
        "table.xlsx": xlsx(tables, words, chosen.made),
        "calendar.ics": calendar(chosen, words, "00ff"),
    }
    return documents | {"ledger.json": ledger_json(chosen), "bundle.zip": bundle_of(chosen, documents)}


def everything_in(chosen: Selection) -> bytes:
    """Everything that can be read from what was chosen, but for the files."""
    histories = [[msgspec.to_builtins(version.entry) for version in one.history.versions] for one in chosen.entries]
    reasons = [[version.reason for version in one.history.versions] for one in chosen.entries]
    marks = [one.history.marked for one in chosen.entries]
    records = [[record.fields() for record in one.history.records] for one in chosen.entries]
    said = [field.said for one in chosen.entries for field in one.fields]
    things = (*chosen.exhibits, *chosen.movements, *chosen.people.values(), *chosen.reports, *chosen.orders)
    shown = [one.said for one in leaving(chosen, Words(chosen.choice.language))]
    kept = [histories, reasons, marks, records, said, [repr(one) for one in things], repr(chosen.steps), shown]
    return msgspec.json.encode(kept) + ledger_json(chosen)


@pytest.mark.parametrize("to", [For.POLICE, For.OMBUDSMAN])
def test_with_the_default_choice_no_secret_stands_in_any_byte_that_is_written(case: Logbook, to: For) -> None:
    private = Sender(name="An Invented", address="own-street") if to is For.POLICE else Sender(name="An Invented")
    chosen = chosen_of(case, HandoverChoice(to=to, sender=private))

    files = written(chosen)

    stays = [sort for sort, what in SORTS.items() if what in chosen.choice.stays]
    assert stays == ["private", "own", "third", "effects", "place"]
    for name, data in files.items():
        assert {word for sort in [*stays, "never"] for word in found_in(data, sort)} == set(), name
    for name in sorted(files.keys() - {"calendar.ics"}):
        assert to is not For.POLICE or "plain-content" in found_in(files[name], "plain"), name


def test_with_nothing_kept_back_every_secret_is_found_so_that_the_search_is_one(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(stays=(), sender=Sender(name="An Invented", address="own-street")))

    files = written(chosen)

    in_bundle = {sort: found_in(files["bundle.zip"], sort) for sort in [*SORTS, "plain"]}
    assert in_bundle["place"] == {"place-description", "place-artist", "place-comment", "place-area"}
    assert {"private-first", "private-two", "private-mark", "private-why"} <= in_bundle["private"]
    assert {"own-line", "own-path", "own-from", "own-street", "own-drawer"} <= in_bundle["own"]
    assert "effects-impact" in found_in(files["document.pdf"], "effects")
    assert "plain-content" in found_in(files["document.pdf"], "plain")
    assert found_in(files["bundle.zip"], "never") == set()


def test_an_archive_of_ones_own_holds_everything_that_was_ever_recorded(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(to=For.OWN, stays=()))

    found = found_in(bundle_of(chosen), "never")

    assert {"never-report", "never-linked", "never-helper", "never-lawyer", "never-contact"} <= found
    assert chosen.left_out == {}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHOICES)
def test_whatever_is_chosen_what_stays_cannot_be_reached(case: Logbook, choice: HandoverChoice) -> None:
    chosen = chosen_of(case, choice)

    reached = everything_in(chosen)

    for sort, what in SORTS.items():
        assert not choice.keeps(what) or found_in(reached, sort) == set(), sort
    assert choice.to is For.OWN or found_in(reached, "never") == set()
    assert (SECOND_ENTRY in found_in(reached, "plain")) == (not choice.numbers or 2 in choice.numbers)
    assert {one.history.number for one in chosen.entries} == {1, 2} & {*(choice.numbers or (1, 2))}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHOICES)
def test_the_ledger_that_leaves_holds_but_for_what_it_lists_as_blackened(case: Logbook, choice: HandoverChoice) -> None:
    chosen = chosen_of(case, choice)

    faults = all_faults(lines(chosen.ledger), Head(chosen.records, chosen.head))

    whole = {record.seq: record for record in case._ledger.records}
    assert {fault.kind for fault in faults} <= {FaultKind.BLACKENED}
    assert {fault.record for fault in faults} <= chosen.left_out.keys()
    for record in chosen.ledger:
        gone = whole[record.seq].fields().keys() - record.fields().keys()
        assert gone == {*chosen.left_out.get(record.seq, ())}
        assert {"action", "offset"} <= record.fields().keys()


def test_a_telephone_company_gets_no_orders_no_steps_and_nobody_who_is_not_in_the_calls(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(to=For.OPERATOR, numbers=(2,)))

    assert (chosen.orders, dict(chosen.steps)) == ((), {})
    assert sorted(chosen.people) == [2]
    assert [one.number for one in chosen.reports] == [1]
    assert chosen.reports[0].entries == (2,)
    assert "plain-stalker" not in found_in(ledger_json(chosen), "plain")


def test_the_preview_tells_every_word_that_leaves(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(stays=(Stays.PRIVATE_NOTES,)))

    told = "\n".join(one.said for one in leaving(chosen, Words("en"))).encode()

    for sort in ("own", "third", "effects", "witness", "plain"):
        assert found_in(told, sort) == found_in(ledger_json(chosen), sort), sort


def test_names_of_witnesses_that_stay_become_numbers(case: Logbook) -> None:
    chosen = chosen_of(case, HandoverChoice(stays=(Stays.WITNESSES,)))

    out = io.BytesIO(text(dossier(chosen, Words("en"))))

    assert found_in(out.getvalue(), "witness") == set()
    assert chosen.people[2].name == "witness 2"
