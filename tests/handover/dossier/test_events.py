"""Events in what is handed over: with their entries, in three languages, and nothing of entries that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.case_event import CaseEvent
from journal.domain.text.words import Words
from journal.handover.bundle.ledger import ledger_json
from journal.handover.dossier.dossier import dossier
from journal.handover.dossier.tables import sheets
from journal.handover.selection.choice import Exclusion, For, HandoverChoice, ObjectRef
from journal.handover.writers.text import text
from tests.handover.cases import chosen_of
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

NAME, NOTE = "Invented night", "note about that night"


def a_night(folder: Path) -> Logbook:
    """Three entries, the last two of them one event; another event holds only the first."""
    logbook = a_logbook(folder / "journal.json")
    for words in ("First.", "Second.", "Third."):
        logbook.record(an_entry(words))
    logbook.case.add(CaseEvent(number=0, name=NAME, entries=(2, 3), note=NOTE))
    logbook.case.add(CaseEvent(number=0, name="Invented morning", entries=(1,)))
    return logbook


@pytest.mark.parametrize(
    ("language", "title", "part"),
    [
        ("en", "Event 1: ", "Part of"),
        ("nl", "Gebeurtenis 1: ", "Deel van"),
        ("fr", "Événement 1\N{NO-BREAK SPACE}: ", "Fait partie de"),
    ],
)
def test_an_event_stands_in_the_dossier_with_its_entries(tmp_path: Path, language: str, title: str, part: str) -> None:
    chosen = chosen_of(a_night(tmp_path), HandoverChoice(language=language))

    told = text(dossier(chosen, Words(language))).decode()

    assert title + NAME in told
    assert part in told
    assert NOTE not in told


def test_the_table_names_the_events_of_an_entry_and_has_no_such_column_without_any(tmp_path: Path) -> None:
    logbook = a_night(tmp_path)
    logbook.case.add(CaseEvent(number=0, name="=Second, again", entries=(2,)))
    with_events, without = (
        sheets(chosen_of(one), Words("en"))[0] for one in (logbook, a_logbook(tmp_path / "no.json"))
    )

    at = with_events.heads.index("Events")
    assert [row[at] for row in with_events.rows] == ["Invented morning", f"{NAME} · =Second, again", NAME]
    assert "Events" not in without.heads


def test_an_event_leaves_only_with_an_entry_of_it_and_names_no_other(tmp_path: Path) -> None:
    chosen = chosen_of(a_night(tmp_path), HandoverChoice(numbers=(3,)))

    assert [(one.number, one.entries) for one in chosen.events] == [(1, (3,))]
    told = text(dossier(chosen, Words("en"))).decode()
    assert "Invented morning" not in told
    assert "others that were not chosen" in told
    assert b"Invented morning" not in ledger_json(chosen)


def test_an_event_that_was_taken_out_by_hand_stays(tmp_path: Path) -> None:
    out = (Exclusion(ObjectRef("event", 1)),)
    chosen = chosen_of(a_night(tmp_path), HandoverChoice(without=out))

    assert [one.number for one in chosen.events] == [2]
    assert NAME.encode() not in ledger_json(chosen)


def test_the_telephone_company_gets_no_event(tmp_path: Path) -> None:
    assert chosen_of(a_night(tmp_path), HandoverChoice(to=For.OPERATOR)).events == ()


def test_every_word_of_an_event_that_leaves_is_previewed(tmp_path: Path) -> None:
    logbook = a_night(tmp_path)
    shown = logbook.handing_over.preview(chosen_of(logbook, HandoverChoice()))

    assert NAME in {one.said for one in shown.leaves}
    assert NOTE in {one.said for one in shown.stays}
