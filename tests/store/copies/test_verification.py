"""`journal verify` from the file alone: every change by hand is found and named, and what it cannot prove is said."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Unreadable
from journal.domain.ledger.chain import FaultKind
from journal.domain.ledger.record import Record, blacken, seal
from journal.domain.text.words import Words
from journal.store.copies.verification import verify
from tests.store.changes import CHANGES, Change, Rows
from tests.store.journals import NOW, STYLES, Tables, a_journal, a_logbook, add_exhibit, an_entry, files_in, tables
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORDS = 9


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound journal of nine records, which no test changes."""
    return a_journal(tmp_path_factory.mktemp("sound") / "journal.json", entries=RECORDS - 1)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the changed files are written, each over the one before."""
    return tmp_path_factory.mktemp("changed") / "journal.json"


@pytest.mark.parametrize("style", STYLES)
def test_a_journal_as_it_was_written_agrees_whoever_wrote_it_again(
    sound: Path, place: Path, style: Callable[[Tables], bytes]
) -> None:
    place.write_bytes(style(tables(sound)))

    verdict = verify(place)

    assert verdict.faults == ()
    assert verdict.records == RECORDS
    assert verdict.head == tables(sound)["desk"]["1"]["digest"]
    assert verdict.journal_id == tables(sound)["records"]["1"]["body"]["journal"]


@pytest.mark.parametrize("number", [2, 5, RECORDS])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_any_single_change_to_a_record_is_found_and_named(
    sound: Path, place: Path, change: Change, number: int
) -> None:
    plain = tables(sound)
    expected = change(plain["records"], number)
    if number == RECORDS and plain == tables(sound):
        return
    place.write_bytes(STYLES[0](plain))

    verdict = verify(place)

    assert any(fault.names(one) for fault in verdict.faults for one in expected), verdict.faults


@given(change=st.sampled_from(CHANGES), number=st.integers(2, RECORDS - 1), style=st.sampled_from(STYLES))
def test_any_single_change_is_found_however_the_file_is_written(
    sound: Path, place: Path, change: Change, number: int, style: Callable[[Tables], bytes]
) -> None:
    plain = tables(sound)
    expected = change(plain["records"], number)
    place.write_bytes(style(plain))

    verdict = verify(place)

    if style is STYLES[2] and change.__name__ == "move_to_the_end":
        assert verdict.sound, "sorting the rows again puts the moved one back"
    else:
        assert any(fault.names(one) for fault in verdict.faults for one in expected), verdict.faults


@given(at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_no_flipped_bit_in_a_record_goes_unseen(sound: Path, place: Path, at: int, bit: int) -> None:
    data = bytearray(sound.read_bytes())
    first, last = data.index(b'"records"'), data.index(b'"desk"')
    data[first + at % (last - first)] ^= 1 << bit
    place.write_bytes(data)

    try:
        verdict = verify(place)
    except Unreadable:
        return

    assert not verdict.sound


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (("desk", "1", {"about": "head", "count": 5, "digest": "00" * 32}), FaultKind.ADDED),
        (("desk", "1", {"about": "head", "count": 50, "digest": "00" * 32}), FaultKind.END_MISSING),
        (("desk", "1", {"about": "head", "count": RECORDS, "digest": "00" * 32}), FaultKind.HEAD),
        (("desk", "1", {"about": "nothing"}), FaultKind.NO_HEAD),
        (("strange", "1", {"a": 1}), FaultKind.TABLE),
        (("files", "1", {"data": "AAAA"}), FaultKind.TABLE),
        (("lock", "2", {"a": 1}), FaultKind.LOCK),
        (("lock", "1", {"program": "Journal", "format": 1, "copy": True}), FaultKind.LOCK),
    ],
)
def test_what_stands_around_the_records_is_compared_too(
    sound: Path, place: Path, row: tuple[str, str, dict[str, Any]], kind: FaultKind
) -> None:
    plain = tables(sound)
    table, key, said = row
    plain.setdefault(table, {})[key] = said
    place.write_bytes(STYLES[1](plain))

    verdict = verify(place)

    assert kind in {fault.kind for fault in verdict.faults}
    assert "not everything agrees" in verdict.sentence(Words())


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        (b'"account":"It rang 3', b'"account":"It never rang.","account":"It rang 3', 4),
        (b'"4":{"seq":4', b'"4":{"seq":9,"seq":4', 4),
        (b'"4":{"seq":4', b'"4":{"a":1},"4":{"seq":4', 4),
    ],
    ids=["field", "header", "row"],
)
def test_a_name_that_stands_twice_in_or_around_a_record_is_named(
    sound: Path, place: Path, old: bytes, new: bytes, number: int
) -> None:
    data = sound.read_bytes()
    assert data.count(old) == 1
    place.write_bytes(data.replace(old, new))

    verdict = verify(place)

    assert any(fault.names(number) for fault in verdict.faults)


@pytest.mark.parametrize("name", [b'"lock"', b'"files"', b'"records"', b'"desk"'])
def test_a_table_that_stands_twice_is_found(sound: Path, place: Path, name: bytes) -> None:
    place.write_bytes(sound.read_bytes().replace(b"{" + b'"lock"', b"{" + name + b":{}," + b'"lock"', 1))

    assert not verify(place).sound


def declared_erased(plain: Tables, number: int, name: str) -> Tables:
    """The tables with one record more, which says that a field was erased; the field itself stays as it is."""
    rows = plain["records"]
    act = {"action": "field.erased", "erases": [[number, name]]}
    erasing = seal(10, act, recorded_at=NOW, previous=rows["9"]["digest"], salts=lambda: bytes(16))
    rows["10"] = msgspec.json.decode(msgspec.json.encode(erasing))
    plain["desk"]["1"] = {"about": "head", "count": 10, "digest": erasing.digest}
    return plain


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["account", "kind"])
def test_a_field_that_is_said_to_be_erased_and_stands_there_is_named(
    sound: Path, place: Path, style: Callable[[Tables], bytes], name: str
) -> None:
    place.write_bytes(style(declared_erased(tables(sound), 4, name)))

    verdict = verify(place)

    found = [(fault.record, fault.kind) for fault in verdict.faults if fault.kind != FaultKind.ORDER]
    assert found == [(4, FaultKind.NOT_ERASED)]
    assert "in record 4 a field stands that a later record says was erased" in verdict.sentence(Words())


def test_a_field_erased_on_purpose_still_verifies(sound: Path, place: Path) -> None:
    plain = declared_erased(tables(sound), 4, "account")
    rows = plain["records"]
    fourth = msgspec.json.decode(json.dumps(rows["4"]), type=Record)
    rows["4"] = msgspec.json.decode(msgspec.json.encode(blacken(fourth, frozenset({"account"}))))
    place.write_bytes(STYLES[0](plain))

    verdict = verify(place)

    assert verdict.sound
    assert b"It rang 3 times." not in place.read_bytes()


def rebuilt(rows: Rows, number: int) -> Rows:
    """All records from this one on, made again around a changed one, as the owner of a file can."""
    previous = rows[str(number)]["previous"]
    for at in range(number, len(rows) + 1):
        said = rows[str(at)]["body"] | ({"account": "It never rang."} if at == number else {})
        when = msgspec.convert({**rows[str(at)], "body": {}, "salts": {}}, _Written).recorded_at
        record = seal(at, said, recorded_at=when, previous=previous, salts=lambda: bytes(16))
        rows[str(at)] = msgspec.json.decode(msgspec.json.encode(record))
        previous = record.digest
    return rows


class _Written(msgspec.Struct):
    recorded_at: datetime


def test_who_makes_everything_again_is_caught_only_by_what_others_hold(sound: Path, place: Path) -> None:
    before = verify(sound)
    plain = tables(sound)
    rows = rebuilt(plain["records"], 4)
    plain["desk"]["1"] = {"about": "head", "count": RECORDS, "digest": rows[str(RECORDS)]["digest"]}
    place.write_bytes(STYLES[0](plain))

    after = verify(place)

    assert after.sound
    assert not after.holding(before.head_in_groups).sound
    assert after.holding(before.digests[2]).sound
    assert after.against(before).common == 3
    assert not after.against(before).sound


def test_a_copy_made_on_the_way_is_an_earlier_state(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=3)
    logbook.checkpoint()
    copy = tmp_path / "copy.json"
    copy.write_bytes(logbook.path.read_bytes())
    logbook.record(an_entry())
    logbook.close()

    comparison = verify(logbook.path).against(verify(copy))

    assert comparison.sound
    assert (comparison.common, comparison.only_here) == (4, 1)


def test_checking_leaves_file_and_folder_as_they_were(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    before = path.read_bytes(), path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns

    verify(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns, path.parent.stat().st_mtime_ns) == before
    assert files_in(tmp_path) == ["journal.json"]


def test_a_journal_that_is_open_for_writing_can_be_checked(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)

    assert logbook.verify().sound
    logbook.record(an_entry())
    assert logbook.verify().records == 4
    logbook.close()


def test_what_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no journal at this place"):
        verify(tmp_path / "journal.json")

    assert files_in(tmp_path) == []


def test_how_far_it_is_is_told_through_records_and_evidence_to_the_end(tmp_path: Path) -> None:
    told: list[int] = []
    with_evidence = _with_evidence(tmp_path / "journal.json")

    verdict = verify(with_evidence, task=Told(lambda done, whole: told.append(done * 100 // whole)))

    assert verdict.sound
    assert told == sorted(told)
    assert told[-1] == 100
    assert len({percent for percent in told if 0 < percent < 100}) > 3


@pytest.mark.parametrize("at", [1, 2, 4])
def test_it_is_left_where_the_task_raises(tmp_path: Path, at: int) -> None:
    class Left(Exception):
        pass

    told: list[int] = []

    def leave(done: int, _whole: int) -> None:
        told.append(done)
        if len(told) == at:
            raise Left

    with pytest.raises(Left):
        verify(_with_evidence(tmp_path / "journal.json"), task=Told(leave))


def _with_evidence(path: Path) -> Path:
    logbook = a_logbook(path, entries=2)
    for piece in range(3):
        add_exhibit(logbook, bytes([piece]) * 100_000)
    logbook.close()
    return path
