"""What the program keeps and prints of a journal is what was told, act by act, and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from journal.domain.kinds import kind
from tests.truth import readers
from tests.truth.catalogue import everything
from tests.truth.paper import Action, Paper, Said
from tests.truth.playing import played
from tests.truth.telling import evenings
from tests.truth.times import surely_before
from tests.truth.told import fields_of, words_of
from tests.truth.words import shown, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

NEW = settings(database=None, derandomize=False, deadline=None, print_blob=True)
"""Each run draws new journals, on the machine that checks a change too; what fails prints how it is drawn again."""


@settings(NEW, max_examples=40)
@given(evenings())
def test_what_is_listed_and_shown_is_what_was_told(acts: list[Action]) -> None:
    assert_listed_and_shown(acts)


def test_every_field_of_every_kind_is_listed_and_shown_as_it_was_told() -> None:
    assert_listed_and_shown(everything())


@pytest.mark.slow
@settings(NEW, max_examples=400)
@given(evenings(most=40))
def test_what_is_listed_and_shown_of_many_long_journals_is_what_was_told(acts: list[Action]) -> None:
    assert_listed_and_shown(acts)


def assert_listed_and_shown(acts: list[Action]) -> None:
    """The commands that print tell every entry as it stands on paper, in the order of happening."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.json"
        paper = Paper.of(acts)
        played(acts, path).close()
        listed, lines = readers.listed_values(path), readers.listed(path)
        told_of = {number: readers.shown_entry(path, number) for number in paper.entries}
    values = {one["number"]: one for one in listed}
    assert values.keys() == paper.entries.keys()
    agree_in_order([*values], paper)
    for number, entry in paper.entries.items():
        assert told(values[number], entry["said"]) == entry["said"]
        assert values[number]["withdrawn"] == entry["withdrawn"]
        assert values[number]["exhibits"] == paper.exhibits_of(number)
        checklist = {one["item"]: one for one in values[number]["checklist"]}
        for item, mark in marks(entry):
            assert {**checklist[item], **mark} == checklist[item]
        assert_shown(told_of[number], entry, paper)
    for line in lines:
        assert_listed(line, paper.entries[int(line.split()[0])])


def told(value: Said, said: Said) -> Said:
    """The fields of an entry among what is listed of it, a withdrawn one's too."""
    own = {"number", "recorded_at", "withdrawn", "exhibits", "checklist"}
    return {name: one for name, one in value.items() if name not in own and (name in said or name != "happened")}


def marks(entry: Said) -> Iterator[tuple[str, Said]]:
    """What stands on the checklist of an entry: an own item without a name is not there."""
    for item, mark in entry["marks"].items():
        if not item.startswith("own.") or mark.get("label"):
            yield item, mark


def agree_in_order(numbers: list[int], paper: Paper) -> None:
    """What surely happened first stands first."""
    when = [paper.entries[number]["said"].get("happened", {"certainty": "unknown"}) for number in numbers]
    for at, one in enumerate(when):
        assert not any(surely_before(later, one) for later in when[at + 1 :]), numbers


def assert_listed(line: str, entry: Said) -> None:
    """A line of the list names kind, count and withdrawal as they are now."""
    said = entry["said"]
    times = said.get("times", 1)
    named = f"{kind(said['kind']).label} \N{MULTIPLICATION SIGN}{times}" if times > 1 else kind(said["kind"]).label
    assert named in line.split("  "), line
    assert (" crossed out " in line) or not entry["withdrawn"]


def assert_shown(text: str, entry: Said, paper: Paper) -> None:
    """What is shown of an entry holds every value, every earlier value and every reason, and no word of others."""
    said = [*fields_of(entry, paper).values()]
    for line in entry["lines"]:
        said += [words_of(name, value, paper) for name, value in line["before"].items()]
        said.append(shown(line["reason"]))
    assert tokens([mark for _item, mark in marks(entry)]) <= tokens(text)
    flat = lines_of(text)
    for value in said:
        assert lines_of(value) in flat
    own = tokens(entry) | tokens(paper.things)
    assert tokens(text) <= own


def lines_of(text: str) -> str:
    """A text whose lines begin and end without spaces."""
    return "\n".join(line.strip() for line in text.strip().splitlines())
