"""The part about the exhibits says where each piece is, how it travelled and what it is, and nothing not noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.case.people import Person, Role
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.time.moment import UNKNOWN, Moment
from journal.evidence.examining import examine
from journal.handover.dossier.exhibits import exhibits, pictures, size_text
from journal.handover.selection.choice import HandoverChoice, Stays
from tests.evidence.builders import a_jpeg
from tests.handover.cases import chosen_of
from tests.handover.dossier.said import ENGLISH, a_call, a_log, at, on, rows_of, tables_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from journal.handover.model.document import Section
    from journal.logbook import Logbook

EVERYTHING = HandoverChoice(stays=())
WRITER = "the person who keeps this log"


def a_thing(folder: Path, *movements: Movement, **fields: Any) -> Logbook:
    """A journal with a thing as the proof of an entry, and what became of it."""
    logbook = a_log(folder, a_call(on("2026-10-20")))
    logbook.exhibits.add(Exhibit(number=0, title="A letter", **fields), Target(entry=1))
    for movement in movements:
        logbook.case.add(movement)
    return logbook


def moved(when: Moment, holder: Custodian, **fields: Any) -> Movement:
    return Movement(number=0, exhibit=1, holder=holder, on=when, **fields)


def told(logbook: Logbook, choice: HandoverChoice = EVERYTHING) -> Section:
    section = exhibits(chosen_of(logbook, choice), ENGLISH)
    logbook.close()
    return section


@pytest.mark.parametrize(
    ("place", "movements", "now", "first"),
    [
        ("", (), "not noted", None),
        ("drawer", (), "drawer", None),
        ("", (moved(on("2026-10-21"), Custodian.POLICE),), "police", None),
        ("drawer", (moved(on("2026-10-21"), Custodian.POLICE, place="Zz", receipt="7"),), "police, Zz, 7", "drawer"),
        (
            "drawer",
            (moved(at("2026-10-21T10:00"), Custodian.POLICE), moved(on("2026-10-21"), Custodian.SELF)),
            WRITER,
            "drawer",
        ),
        ("drawer", (moved(on("2026-10-21"), Custodian.LAWYER, copy=1),), "drawer", None),
    ],
)
def test_the_original_is_where_it_was_noted_to_be(
    tmp_path: Path, place: str, movements: tuple[Movement, ...], now: str, first: str | None
) -> None:
    section = told(a_thing(tmp_path, *movements, original_place=place))

    assert rows_of(section)["Original"] == [now]
    assert rows_of(section).get("Original, when it was added") == (None if first is None else [first])
    assert tables_of(section)[0] == [("1", "A letter\nthing", "1", now)]


def test_every_movement_stands_in_the_table_of_its_custody_with_its_note(tmp_path: Path) -> None:
    gone = moved(at("2026-10-21T10:00"), Custodian.POLICE, from_place="drawer", place="Zz", receipt="7", note="Signed.")
    copied = moved(UNKNOWN, Custodian.LAWYER, copy=1, receiver="Zz lawyer")

    section = told(a_thing(tmp_path, gone, copied))

    assert tables_of(section)[1] == [
        ("Wednesday 21 October 2026, 10:00", "original", "drawer", "police, Zz\nSigned.", "7"),
        ("time unknown", "copy 1", "", "lawyer, Zz lawyer", ""),
    ]
    assert rows_of(section)["Copy 1"] == ["lawyer, Zz lawyer"]


def test_whoever_gave_or_received_a_piece_is_named_where_nothing_of_others_is_kept_back(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")))
    giver = logbook.case.add(Person(number=0, name="Zz Giver", role=Role.FAMILY)).subject
    friend = logbook.case.add(Person(number=0, name="Zz Friend", role=Role.CONFIDANT)).subject
    logbook.exhibits.add(Exhibit(number=0, title="A letter", from_person=giver), Target(entry=1))
    logbook.case.add(moved(on("2026-10-21"), Custodian.TRUSTED, copy=1, person=friend))

    rows = rows_of(told(logbook))

    assert rows["Came from"] == ["Zz Giver"]
    assert rows["Copy 1"] == ["a trusted person, Zz Friend"]


def test_what_is_known_of_a_file_is_told_and_what_is_not_leaves_no_row(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")))
    (tmp_path / "gate.jpg").write_bytes(a_jpeg())
    logbook.exhibits.attach([examine(tmp_path / "gate.jpg")], Target(entry=1))
    exhibit = logbook.exhibits.standing[0]

    section = told(logbook)

    rows = rows_of(section)
    assert rows["What it is"] == ["file in the journal"]
    assert rows["Name of the file"] == ["gate.jpg"]
    assert rows["Sort of file"] == ["image/jpeg"]
    assert rows["Size"] == [size_text(exhibit.size, ENGLISH)]
    assert rows["Digest (SHA-256)"][0].replace(" ", "") == exhibit.sha256
    assert not {"Duration", "Came from", "Note", "How it came to be here"} & rows.keys()


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB (1000 bytes)"),
        (1_500_000, "1.5 MB (1500000 bytes)"),
        (2_000_000_000, "2.0 GB (2000000000 bytes)"),
    ],
)
def test_a_size_is_told_in_bytes_and_rounded(size: int, words: str) -> None:
    assert size_text(size, ENGLISH) == words


def test_an_exhibit_that_also_belongs_to_what_was_not_chosen_says_so(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")), a_call(on("2026-10-21")))
    logbook.exhibits.add(Exhibit(number=0, title="A letter"), Target(entry=1))
    logbook.exhibits.link(1, Target(entry=2))

    section = told(logbook, HandoverChoice(numbers=(1,)))

    assert tables_of(section)[0][0][2] == "1, and others that were not chosen"


def test_no_exhibits_is_said_in_words(tmp_path: Path) -> None:
    assert texts_of(told(a_log(tmp_path, a_call(on("2026-10-20"))))) == ["No exhibit belongs to what was chosen."]


def test_photos_stand_small_together_and_then_each_on_a_page(tmp_path: Path) -> None:
    logbook = a_log(tmp_path, a_call(on("2026-10-20")))
    (tmp_path / "gate.jpg").write_bytes(a_jpeg())
    logbook.exhibits.attach([examine(tmp_path / "gate.jpg")], Target(entry=1))
    logbook.exhibits.add(Exhibit(number=0, title="A letter"), Target(entry=1))

    section = pictures(chosen_of(logbook, HandoverChoice(stays=(Stays.LOCATIONS,))), ENGLISH)
    logbook.close()

    assert section is not None
    assert [(one.exhibit, one.caption, one.large) for one in section.blocks] == [  # type: ignore[union-attr]
        (1, "Exhibit 1: gate.jpg", False),
        (1, "Exhibit 1: gate.jpg", True),
    ]
