"""The invented case: everything is in it, it grows, and the same seed tells it again byte for byte."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from journal.demo import write_case
from journal.domain import kinds
from journal.domain.base.errors import Refused
from journal.domain.evidence.checklist import ItemState
from journal.domain.kinds import KINDS
from journal.domain.kinds.catalogue import Shape
from journal.domain.ledger.actions import Action
from journal.domain.time.moment import Certainty
from journal.logbook import Logbook

if TYPE_CHECKING:
    from pathlib import Path


def a_case(folder: Path, *, entries: int = 240, seed: int = 1) -> Logbook:
    path = folder / f"case-{entries}-{seed}.json"
    write_case(path, entries=entries, seed=seed)
    return Logbook(path, read_only=True)


def test_the_case_uses_every_kind_and_every_shape_of_field(tmp_path: Path) -> None:
    case = a_case(tmp_path)

    entries = [history.entry for history in case.state.entries.values()]

    assert len(entries) == 240
    assert {entry.kind for entry in entries} == {kind.id for kind in KINDS}
    shapes = {field.shape for entry in entries for name in entry.details if (field := kinds.field(name))}
    assert shapes == set(Shape)


@pytest.mark.parametrize(("entries", "seed"), [(240, 1), (1000, 7)])
def test_every_detail_and_every_tick_belongs_to_its_kind(tmp_path: Path, entries: int, seed: int) -> None:
    case = a_case(tmp_path, entries=entries, seed=seed)

    strangers = []
    for history in case.state.entries.values():
        kind = kinds.kind(history.kind_id)
        strangers += [(kind.id, name) for name in history.entry.details.keys() - {field.id for field in kind.fields}]
        strangers += [(kind.id, item) for item in history.marks.keys() - {item.id for item in kind.checklist}]

    assert not strangers


def test_a_choice_is_one_of_those_that_the_field_offers(tmp_path: Path) -> None:
    case = a_case(tmp_path, entries=1000)

    chosen = {
        (name, str(value))
        for history in case.state.entries.values()
        for name, value in history.entry.details.items()
        if (field := kinds.field(name)) and field.shape is Shape.CHOICE
    }
    offered = {(field.id, choice.id) for kind in KINDS for field in kind.fields for choice in field.choices}

    assert chosen
    assert chosen <= offered


def test_the_case_shows_how_it_grows_after_the_no(tmp_path: Path) -> None:
    case = a_case(tmp_path)

    acts: Counter[str] = Counter()
    for history in case.state.entries.values():
        acts[history.listed_on[:7]] += history.acts
    no = next(history for history in case.state.entries.values() if history.kind_id == "said_no")

    assert no.listed_on == "2026-02-03"
    assert acts["2026-02"] < acts["2026-01"]
    assert sum(acts[f"2026-{month:02}"] for month in (3, 4, 5)) * 2 < sum(
        acts[f"2026-{month:02}"] for month in (9, 10, 11)
    )
    assert len(acts) >= 14


def test_the_case_holds_corrections_and_a_withdrawal_with_reasons_and_half_filled_checklists(tmp_path: Path) -> None:
    case = a_case(tmp_path)

    histories = list(case.state.entries.values())
    reasons = [(v.act, v.reason) for history in histories for v in history.versions if v.act != Action.ENTRY_RECORDED]
    states = {mark.state for history in histories for mark in history.marks.values()}
    marks = [mark for history in histories for mark in history.marks.values()]

    assert {act for act, _ in reasons} == {Action.ENTRY_AMENDED, Action.ENTRY_WITHDRAWN}
    assert all(reason for _, reason in reasons)
    assert states == set(ItemState)
    assert any(mark.note for mark in marks)
    assert any(mark.on for mark in marks)
    assert any(0 < len(history.marks) < len(history.checklist) for history in histories)


def test_the_case_knows_times_in_every_way_and_was_partly_written_down_late(tmp_path: Path) -> None:
    case = a_case(tmp_path)

    histories = list(case.state.entries.values())
    late = [one for one in histories if one.happened.latest and (one.recorded_at - one.happened.latest).days >= 7]

    assert {history.happened.certainty for history in histories} == set(Certainty)
    assert any(history.times > 1 and history.entry.until for history in histories)
    assert late
    assert not [one.number for one in histories if (start := one.happened.earliest) and one.recorded_at < start]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_story(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("two", 3), ("three", 4)):
        write_case(tmp_path / name, entries=60, seed=seed)

    one, two, three = ((tmp_path / name).read_bytes() for name in ("one", "two", "three"))

    assert one == two
    assert one != three


def test_the_bytes_do_not_depend_on_the_zone_of_the_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_case(tmp_path / "here", entries=40)

    monkeypatch.setenv("TZ", "Pacific/Auckland")
    write_case(tmp_path / "there", entries=40)

    assert (tmp_path / "here").read_bytes() == (tmp_path / "there").read_bytes()


@pytest.mark.parametrize("entries", [1, 5, 45])
def test_a_short_case_has_as_many_entries_as_were_asked(tmp_path: Path, entries: int) -> None:
    case = a_case(tmp_path, entries=entries)

    assert len(case.state.entries) == entries


def test_no_telephone_number_of_the_case_can_be_dialled_and_no_address_leads_anywhere(tmp_path: Path) -> None:
    case = a_case(tmp_path, entries=1000)

    details = [item for history in case.state.entries.values() for item in history.entry.details.items()]
    numbers = [str(value) for name, value in details if (field := kinds.field(name)) and field.shape is Shape.PHONE]
    addresses = [word for _, value in details for word in str(value).split() if "@" in word]

    assert numbers
    assert all(number.startswith("+00 555 01") for number in numbers)
    assert addresses
    assert all(address.endswith(".example") for address in addresses)


def test_a_case_is_never_written_over_something_that_is_there(tmp_path: Path) -> None:
    there = tmp_path / "journal.json"
    there.write_text("mine", encoding="utf-8")

    with pytest.raises(Refused, match="Nothing was written"):
        write_case(there)

    assert there.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [there]
