"""Records sealed in small blocks: a damaged one costs its own records, is told by their numbers, and nothing more."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ledger.chain import Fault, FaultKind
from journal.domain.text.words import spoken
from journal.store.age.protection import Key, from_text, to_text
from journal.store.copies.recovery import recover, wraps_of
from journal.store.copies.verification import verify
from journal.store.file import sealed_rows
from journal.store.file.sealed_rows import BLOCK
from tests.store.damage import a_file, records, recovered
from tests.store.journals import NOW, STYLES, a_journal, an_entry, salts, tables
from tests.store.protected import a_protected_journal, in_no_time, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from journal.store.age.wraps import Wraps

OLD = 256
"""How many records earlier versions sealed together."""
KEY = Key()
WRAPS: Wraps = in_no_time(KEY, "", "an invented code")
LEDGER = records(tuple(f"It rang, number {number}." for number in range(5 * BLOCK)))
CUT = a_file(LEDGER, (KEY, WRAPS))


def with_a_broken_block(data: bytes, number: int) -> bytes:
    at = data.index(b'"%d":{"sealed"' % number, data.index(b'"records":{')) + 300
    return data[:at] + (b"A" if data[at : at + 1] != b"A" else b"B") + data[at + 1 :]


def in_old_blocks(path: Path, entries: int, monkeypatch: pytest.MonkeyPatch) -> Key:
    """Make a protected journal as earlier versions wrote it."""
    with monkeypatch.context() as earlier:
        earlier.setattr(sealed_rows, "BLOCK", OLD)
        return a_protected_journal(path, entries=entries)


def sizes(path: Path, key: Key) -> list[int]:
    return [key.open(from_text(row["sealed"])).count(b"\n") + 1 for row in tables(path)["records"].values()]


def in_blocks(path: Path, key: Key, *sizes: int) -> None:
    """Seal the records of a file anew, so many of them together each time."""
    plain = tables(path)
    rows = [line for row in plain["records"].values() for line in key.open(from_text(row["sealed"])).split(b"\n")]
    blocks = [rows[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]
    assert sum(sizes) == len(rows)
    table = {str(at): {"sealed": to_text(key.seal(b"\n".join(block)))} for at, block in enumerate(blocks, start=1)}
    path.write_bytes(STYLES[0]({**plain, "records": table}))


@pytest.mark.parametrize(
    ("broken", "first", "through"),
    [(1, 1, BLOCK), (3, 2 * BLOCK + 1, 3 * BLOCK), (4, 3 * BLOCK + 1, 3 * BLOCK + 5)],
    ids=["first", "middle", "last"],
)
def test_a_damaged_block_is_told_by_its_records_and_everything_else_is_read(
    tmp_path: Path, broken: int, first: int, through: int
) -> None:
    path = tmp_path / "journal.json"
    key = a_protected_journal(path, entries=3 * BLOCK + 4)
    damaged = with_a_broken_block(path.read_bytes(), broken)
    path.write_bytes(damaged)

    verdict = verify(path, key)
    logbook = unlocked(path, key)

    assert verdict.faults == (Fault(first, FaultKind.BLOCK, through),)
    assert f"records {first} to {through} stand in a damaged block" in verdict.sentence(spoken())
    assert logbook.read_only
    assert f"records {first} to {through} stand" in logbook.read_only_reason
    assert "`journal recover`" in logbook.read_only_reason
    assert len(logbook.state.entries) >= 2 * BLOCK + 4
    logbook.close()
    assert path.read_bytes() == damaged


@pytest.mark.parametrize(("broken", "first", "through"), [(1, 1, OLD), (2, OLD + 1, OLD + 5)])
def test_a_damaged_block_of_an_earlier_version_is_told_by_its_own_numbers(
    tmp_path: Path, broken: int, first: int, through: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.json"
    key = in_old_blocks(path, OLD + 4, monkeypatch)
    path.write_bytes(with_a_broken_block(path.read_bytes(), broken))

    assert verify(path, key).faults == (Fault(first, FaultKind.BLOCK, through),)


@pytest.mark.parametrize("entries", [BLOCK - 1, BLOCK, OLD - 1, OLD + 4])
def test_large_blocks_of_an_earlier_version_become_small_ones_with_the_next_save(
    tmp_path: Path, entries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.json"
    key = in_old_blocks(path, entries, monkeypatch)
    assert max(sizes(path, key)) == min(entries + 1, OLD)

    logbook = unlocked(path, key)
    logbook.record(an_entry("One more."))
    logbook.close()

    assert set(sizes(path, key)[:-1]) <= {BLOCK}
    assert sum(sizes(path, key)) == entries + 2
    assert verify(path, key).sound
    assert verify(path, key).records == entries + 2


def test_small_and_large_blocks_stand_side_by_side_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    key = a_protected_journal(path, entries=2 * BLOCK + OLD + 3)
    in_blocks(path, key, BLOCK, BLOCK, OLD, 4)

    assert verify(path, key).sound
    logbook = unlocked(path, key)
    logbook.record(an_entry("One more."))
    logbook.close()

    assert max(sizes(path, key)) == BLOCK
    assert verify(path, key).sound
    assert verify(path, key).records == 2 * BLOCK + OLD + 5


@given(st.data())
def test_a_file_that_was_cut_off_gives_back_every_whole_block_and_its_key(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    begins = CUT.index(b'"records":{\n')
    cut = data.draw(st.integers(CUT.index(b'"2":', begins), len(CUT) - 1))
    folder = tmp_path_factory.mktemp("cut")
    (folder / "cut.json").write_bytes(CUT[:cut])
    assert wraps_of(folder / "cut.json")[0] == WRAPS

    said = recover(folder / "cut.json", folder / "new.json", now=NOW, salts=salts(), protection=(KEY, WRAPS))

    whole = min(CUT.count(b'"}', begins, min(cut, CUT.index(b"\n},\n", begins))) * BLOCK, len(LEDGER))
    assert said.records == whole
    assert said.missing in {(), ((whole + 1, len(LEDGER)),)}


def test_the_key_is_had_from_the_second_copy_where_the_front_of_the_file_is_lost(tmp_path: Path) -> None:
    (tmp_path / "front.json").write_bytes(CUT[CUT.index(b'"files":{') :])

    assert wraps_of(tmp_path / "front.json") == [WRAPS]


def test_a_journal_without_a_passphrase_has_no_blocks(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=BLOCK + 1)

    assert [*tables(path)["records"]] == [str(number) for number in range(1, BLOCK + 3)]


def test_a_recovery_tells_which_records_the_damaged_blocks_held_and_how_many_blocks_there_were(tmp_path: Path) -> None:
    damaged = with_a_broken_block(with_a_broken_block(CUT, 2), 4)

    said, _new = recovered(tmp_path, damaged, (KEY, WRAPS))

    assert said.missing == ((BLOCK + 1, 2 * BLOCK), (3 * BLOCK + 1, 4 * BLOCK))
    sentences = [*said.sentences(spoken())]
    assert f"{len(LEDGER) - 2 * BLOCK} records were saved." in sentences
    assert "2 blocks of records are damaged and cannot be read." in sentences
    assert not any("no record names" in sentence for sentence in sentences)
