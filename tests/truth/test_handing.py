"""What leaves is what was told and chosen: every word of it, unchanged, and no other; every number as on paper."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.domain.kinds import kind
from journal.handover.selection.choice import For, Format, HandoverChoice, Stays
from tests.truth import readers
from tests.truth.around import assert_around
from tests.truth.catalogue import everything
from tests.truth.figures import assert_figures
from tests.truth.leaving import DEFAULT, Leaving
from tests.truth.paper import Action, Paper, Said
from tests.truth.playing import played
from tests.truth.telling import evenings
from tests.truth.test_state import NEW, agree_in_order
from tests.truth.told import IN_A_DOCUMENT
from tests.truth.words import can_be_drawn, squeezed, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

QUICK = (Format.HTML, Format.TEXT, Format.CSV, Format.XLSX, Format.CALENDAR, Format.JSON)
HAND_OVERS = st.fixed_dictionaries(
    {
        "part": st.sampled_from([False, True]),
        "to": st.sampled_from([For.POLICE, For.LAWYER, For.SUPPORT]),
        "stays": st.sampled_from([DEFAULT, DEFAULT, ("private_notes",), ()]),
    }
)


class Handed:
    """A hand-over of a journal, and what of it should be there."""

    def __init__(self, acts: list[Action], how: Said, folder: Path, formats: tuple[Format, ...]) -> None:
        self.paper = Paper.of(acts)
        numbers = tuple(number for number in self.paper.entries if number % 2) if how["part"] else ()
        self.leaving = Leaving(self.paper, numbers, how["stays"])
        logbook = played(acts, folder / "journal.json")
        choice = HandoverChoice(numbers=numbers, to=how["to"], stays=tuple(map(Stays, how["stays"])), formats=formats)
        (folder / "out").mkdir()
        handed = logbook.handing_over.write(choice, folder / "out")
        logbook.close()
        self.files = {"".join(path.suffixes): path.read_bytes() for path in handed.files}
        self.tables = [path.read_bytes() for path in handed.files if path.suffix == ".csv"]
        records = json.loads((folder / "journal.json").read_text("utf-8"))["records"]
        self.head = records[str(self.paper.records)]["digest"]

    def texts(self) -> dict[str, str]:
        """The words of every file, by its ending."""
        readers_of: dict[str, Callable[[bytes], str]] = {
            ".pdf": readers.pdf_text,
            ".html": readers.page_text,
            ".txt": readers.plain_text,
            ".xlsx": lambda data: str(readers.sheets(data)),
            ".ics": lambda data: str(readers.events(data)),
            ".json": lambda data: str(readers.ledger(data)),
        }
        found = {ending: readers_of[ending](data) for ending, data in self.files.items() if ending in readers_of}
        return found | {f"{at}.csv": str(readers.table(one)) for at, one in enumerate(self.tables)}


AMENDED_AWAY: list[Action] = [
    {"do": "entry.recorded", "said": {"kind": "call_silent", "happened": {"certainty": "unknown"}, "times": 51}},
    {
        "do": "entry.amended",
        "entry": 1,
        "said": {"kind": "call_silent", "happened": {"certainty": "unknown"}},
        "reason": "one",
    },
]
WHOLE: Said = {"part": False, "to": For.POLICE, "stays": DEFAULT}


@settings(NEW, max_examples=30)
@given(evenings(), HAND_OVERS)
@example(AMENDED_AWAY, WHOLE)
def test_what_leaves_is_what_was_told_and_chosen(acts: list[Action], how: Said) -> None:
    assert_handed(acts, how)


@settings(NEW, max_examples=3)
@given(evenings(), HAND_OVERS)
def test_what_is_drawn_is_what_was_told_and_chosen(acts: list[Action], how: Said) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_drawn(Handed(acts, how, Path(folder), (Format.PDF,)))


def test_every_field_of_every_kind_leaves_as_it_was_told(tmp_path: Path) -> None:
    assert_handed(everything(), WHOLE | {"stays": ()})
    assert_drawn(Handed(everything(), WHOLE | {"stays": ()}, tmp_path, (Format.PDF,)))


@pytest.mark.slow
@settings(NEW, max_examples=300)
@given(evenings(most=40), HAND_OVERS)
def test_what_leaves_of_many_long_journals_is_what_was_told_and_chosen(acts: list[Action], how: Said) -> None:
    assert_handed(acts, how)


@pytest.mark.slow
@settings(NEW, max_examples=40)
@given(evenings(most=40), HAND_OVERS)
def test_what_is_drawn_of_many_long_journals_is_what_was_told_and_chosen(acts: list[Action], how: Said) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_drawn(Handed(acts, how, Path(folder), (Format.PDF,)))


def assert_handed(acts: list[Action], how: Said) -> None:
    """Every output but the PDF holds what was told and chosen, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        handed = Handed(acts, how, Path(folder), QUICK)
    for text in handed.texts().values():
        assert tokens(text) - handed.leaving.may_leave() == set()
    assert_page(handed)
    assert_text(squeezed(readers.plain_text(handed.files[".txt"])), handed.leaving)
    for rows in (readers.table(handed.tables[0]), next(iter(readers.sheets(handed.files[".xlsx"]).values()))):
        assert_rows(rows, handed.leaving)
    assert_events(readers.events(handed.files[".ics"]), handed.leaving)
    assert_ledger(readers.ledger(handed.files[".json"]), handed)


def assert_drawn(handed: Handed) -> None:
    """Every value that fonts can draw stands in the PDF, each token of the others, and no token that stays."""
    leaving, drawn = handed.leaving, readers.pdf_text(handed.files[".pdf"])
    assert tokens(drawn) - leaving.may_leave() == set()
    assert handed.head in drawn
    assert f"Recordsinthelog{handed.paper.records}" in drawn
    for number in leaving.chosen:
        for value in (*leaving.values(number).values(), *leaving.earlier(number)):
            assert (squeezed(value) if can_be_drawn(value) else "") in drawn, value
            assert tokens(value) <= tokens(drawn)


def assert_page(handed: Handed) -> None:
    """Every value of every chosen entry stands under its heading; cover and list give numbers, counts and digest."""
    leaving, parts = handed.leaving, readers.page(handed.files[".html"])
    cover = parts[1]
    assert cover.said("Records in the log") == [str(handed.paper.records)]
    assert squeezed(cover.said("Digest of the last record")[0]) == handed.head
    held = cover.said("Holds")[0]
    assert f"{acts_of(leaving.standing)} act" in held
    assert (
        f"crossed out: {len(leaving.chosen) - len(leaving.standing)}" in held
        or leaving.chosen.keys() == leaving.standing.keys()
    )
    rows = next(one for one in parts if one.heading == "In order of happening" and one.rows).rows[1:]
    assert sorted(int(row[0]) for row in rows) == sorted(leaving.chosen)
    agree_in_order([int(row[0]) for row in rows], leaving.paper)
    for row in rows:
        assert_what(row[2].partition("\n")[0], int(row[0]), leaving)
    for number in leaving.chosen:
        below = readers.under(parts, f"entry-{number}")
        told = squeezed("".join(f"{one.heading}{one.text}{one.facts}{one.rows}" for one in below).replace("\\n", "\n"))
        said = squeezed("".join([*(one.text for one in below), *(said for one in below for _name, said in one.facts)]))
        for value in (*leaving.values(number).values(), *leaving.earlier(number)):
            assert squeezed(value) in said or squeezed(value) in told, value
    assert_figures(parts, leaving)
    assert_around(parts, leaving)


def assert_what(head: str, number: int, leaving: Leaving) -> None:
    """The line of the list names kind, count, withdrawal, amendment and exhibits."""
    entry = leaving.chosen[number]
    told = head.split(" · ")
    times, label = entry["said"].get("times", 1), IN_A_DOCUMENT(kind(entry["said"]["kind"]).label)
    assert told[0] == (f"{times} \N{MULTIPLICATION SIGN} {label}" if times > 1 else label)
    assert ("crossed out" in told) == entry["withdrawn"]
    assert ("amended" in told) == any(line["act"] == "amended" for line in entry["lines"])
    exhibits = leaving.paper.exhibits_of(number)
    named = f"exhibit{'s' if len(exhibits) > 1 else ''} {', '.join(map(str, exhibits))}"
    assert (named in told) == bool(exhibits)


def assert_text(text: str, leaving: Leaving) -> None:
    """Every value and every earlier value of what was chosen is to be read."""
    for number in leaving.chosen:
        for value in (*leaving.values(number).values(), *leaving.earlier(number)):
            assert squeezed(value) in text, value


def assert_rows(rows: list[readers.Row], leaving: Leaving) -> None:
    """A row an entry, with its number, acts, state, exhibits and every value."""
    by_number = {int(row["No."]): row for row in rows}
    assert sorted(by_number) == sorted(leaving.chosen)
    agree_in_order([int(row["No."]) for row in rows], leaving.paper)
    for number, row in by_number.items():
        entry = leaving.chosen[number]
        assert int(row["Acts"]) == acts_of({number: entry} if not entry["withdrawn"] else {})
        assert row["Kind"] == IN_A_DOCUMENT(kind(entry["said"]["kind"]).label)
        assert row["Exhibits"] == ", ".join(map(str, leaving.paper.exhibits_of(number)))
        assert row["State"] == state_of(entry)
        moment = entry["said"].get("happened", {})
        assert row["From (local time)"] == moment.get("start", "").replace("T", " ")
        cells = {squeezed(str(cell)) for cell in row.values()}
        for name, value in leaving.values(number).items():
            assert name == "times" or squeezed(value) in cells, (name, value)


def assert_events(events: dict[int, readers.Row], leaving: Leaving) -> None:
    """An event for each that counts and whose time is known at all, with account, words and place."""
    known = {n: one for n, one in leaving.standing.items() if one["said"].get("happened", {}).get("start")}
    assert events.keys() == known.keys()
    for number, event in events.items():
        said = leaving.values(number)
        for name in ("account", "quoted_words"):
            assert squeezed(said.get(name, "")) in squeezed(event["description"])
        assert squeezed(event["location"]) == squeezed(said.get("place", ""))
        assert f" {number}:" in event["summary"]


def assert_ledger(ledger: readers.Row, handed: Handed) -> None:
    """Every record has its place, and the fields of what was chosen hold what was told, byte for byte."""
    assert (ledger["count"], ledger["head"]) == (handed.paper.records, handed.head)
    assert [*ledger["records"]] == [*range(1, handed.paper.records + 1)]
    leaving = handed.leaving
    for number, entry in leaving.chosen.items():
        said: Said = {}
        for record in ledger["records"].values():
            if record.get("entry") == number and record["action"].startswith("entry."):
                said |= record
        now = {name: value for name, value in entry["said"].items() if name not in leaving.kept}
        assert {name: said.get(name) for name in now} == now


def acts_of(entries: dict[int, Said]) -> int:
    """How many acts of the other side these count for."""
    counted = [one["said"] for one in entries.values() if not kind(one["said"]["kind"]).own_step]
    return sum(said.get("times", 1) for said in counted)


def state_of(entry: Said) -> str:
    """What a table says of an entry."""
    if entry["withdrawn"]:
        return "crossed out"
    return "amended" if any(line["act"] == "amended" for line in entry["lines"]) else ""
