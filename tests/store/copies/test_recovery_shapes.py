"""Cut off, written over, doubled, mixed: every row that stands whole in a damaged file is found, and no other."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Unreadable
from journal.domain.ledger.salvage import consistent
from journal.domain.text.words import Words
from journal.store.copies.salvaging import Salvage
from tests.store.damage import (
    a_file,
    lines_within,
    records,
    recovered,
    rows,
    saved_records,
    seqs,
    verifies_with_its_gaps_told,
)
from tests.store.journals import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.journals import Tables

ENGLISH = Words()
WHOLE = a_file()
LEDGER = records()
RECORDS_AT = WHOLE.index(b'"records":{')
DESK_AT = WHOLE.index(b'"desk":{')


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which each example writes over the one before."""
    return tmp_path_factory.mktemp("recovery")


@pytest.mark.parametrize("style", STYLES)
def test_a_cut_off_file_that_another_program_wrote_again_gives_the_same(
    tmp_path: Path, style: Callable[[Tables], bytes]
) -> None:
    other = style(json.loads(WHOLE))
    after = other.index(b"It rang again.")

    said, new = recovered(tmp_path, other[:after] if style is not STYLES[2] else other)

    expected = [1, 2, 3, 4] if style is not STYLES[2] else [1, 2, 3, 4, 5, 6, 7]
    assert seqs(new) == expected
    assert {*rows(new, "files")} == {"1", "2"}
    verifies_with_its_gaps_told(new, said)


def test_a_doubled_file_gives_everything_once(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, WHOLE[: len(WHOLE) // 2] + WHOLE)

    assert saved_records(new) == LEDGER
    assert said.left_out == ()
    assert {*rows(new, "files")} == {"1", "2"}


def test_of_two_states_that_went_their_own_ways_the_longer_is_saved_and_the_other_told(tmp_path: Path) -> None:
    other = records(("It rang.",), seed=1)
    assert other[1] == LEDGER[1]

    said, new = recovered(tmp_path, a_file(other) + WHOLE)

    assert saved_records(new) == LEDGER
    assert said.left_out == (3, 4)
    assert "Records 3 to 4 stand in the damaged file a second time" in " ".join(said.sentences(Words()))


def test_what_another_journal_left_in_the_file_is_left_out(tmp_path: Path) -> None:
    foreign = a_file(records(("Not mine.",) * 2, seed=2))

    said, new = recovered(tmp_path, foreign[: foreign.index(b'"4":{"seq":4')] + WHOLE[RECORDS_AT:])

    assert saved_records(new) == LEDGER
    assert said.left_out == (1, 2, 3)


def test_what_the_tail_holds_beyond_the_file_is_saved_too(tmp_path: Path) -> None:
    shorter = json.loads(a_file(LEDGER[:5]))
    tail = b"".join(b'{"record":%b}\n' % line.split(b":", 1)[1].rstrip(b",") for line in record_lines()[5:])
    (tmp_path / ".damaged.json.tail").write_bytes(tail + b'{"record":{"seq":8,')

    said, new = recovered(tmp_path, STYLES[0](shorter))

    assert saved_records(new) == LEDGER
    assert said.missing == ()


def record_lines() -> list[bytes]:
    return WHOLE[RECORDS_AT:DESK_AT].split(b"\n")[1:8]


def test_every_way_of_cutting_the_file_off_gives_the_rows_before_the_cut() -> None:
    ends = [WHOLE.index(b"\n", WHOLE.index(b'"%d":{"seq":%d' % (n, n))) - (n < 7) for n in range(1, 8)]

    for after in range(RECORDS_AT, len(WHOLE)):
        found = Salvage()
        found.take(WHOLE[:after])

        saved = consistent(found.records, found.head)
        assert saved.records == tuple(LEDGER[: sum(end <= after for end in ends)]), after
        assert [piece.key for piece in found.evidence] == ["1", "2"]


@given(start=st.integers(0, len(WHOLE)), length=st.integers(1, 3000), seed=st.integers(0, 99) | st.none())
def test_whatever_range_is_written_over_whole_rows_are_saved_and_nothing_is_invented(
    place: Path, start: int, length: int, seed: int | None
) -> None:
    end = min(start + length, len(WHOLE))
    noise = bytes(end - start) if seed is None else random.Random(seed).randbytes(end - start)  # noqa: S311
    untouched = lines_within(WHOLE, start, end)
    keys = {place: line for place, line in enumerate(WHOLE.split(b"\n")) if place in untouched}
    intact = [number for number, line in enumerate(record_lines(), start=1) if line in keys.values()]

    try:
        said, new = recovered(place, WHOLE[:start] + noise + WHOLE[end:])
    except Unreadable:
        assert not intact
        return

    saved = saved_records(new)
    assert set(intact) <= {record.seq for record in saved}
    assert all(record in LEDGER for record in saved)
    evidence = json.loads(WHOLE)["files"]
    assert all(row == evidence[key] for key, row in rows(new, "files").items())
    verifies_with_its_gaps_told(new, said)
