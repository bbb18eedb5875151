"""Copies in a folder: whole, verified, told apart from the journal, and never removed where they may be needed."""

from __future__ import annotations

import stat
from datetime import timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.base.errors import Refused
from journal.logbook import Logbook
from journal.store.copies.backup import NoEarlierState, back_up
from journal.store.copies.verification import quick_step, verify
from journal.store.file import generation
from tests.store.copying import NAME, aged, more
from tests.store.journals import NOW, STYLES, a_logbook, an_entry, as_ours, files_in, tables
from tests.tasks import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.store.journals import Tables


def test_a_copy_holds_every_table_of_the_journal_and_a_label_beside(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)

    copied = tables(stick / NAME)
    label = copied["lock"].pop("2")
    assert copied == tables(journal)
    assert (label["about"], label["made_at"], label["record"]) == ("copy", "2026-11-22T14:03:00Z", 4)
    assert label["head"] == made.head == verify(journal).head
    assert (made.path, made.record) == (stick / NAME, 4)
    assert files_in(stick) == [NAME]
    assert files_in(journal.parent) == ["journal.json"]


def test_a_copy_is_for_its_owner_only_and_verifies(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)

    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert verify(made.path).sound
    assert verify(journal).against(verify(made.path)).sound


def test_each_copy_of_a_day_gets_the_next_letter(journal: Path, stick: Path) -> None:
    first, second = (back_up(journal, stick, now=NOW) for _ in range(2))

    assert [first.name, second.name] == [NAME, "2026-11-22-b.json"]
    assert first.removed == second.removed == ()


def test_how_far_it_is_is_told_from_the_older_copies_on_to_the_end(journal: Path, stick: Path) -> None:
    older = [back_up(journal, stick, now=NOW).path for _ in range(3)]
    looks = [*accumulate(map(quick_step, older))]
    told: list[tuple[int, int]] = []

    back_up(journal, stick, now=NOW, task=Told(lambda done, whole: told.append((done, whole))))

    done = [one for one, _whole in told]
    assert done == sorted(done)
    assert [*dict.fromkeys(done)][: len(looks)] == looks
    assert done[-1] == told[-1][1] > looks[-1]


@pytest.mark.parametrize("style", STYLES)
def test_a_journal_that_another_program_wrote_again_is_copied_too(
    journal: Path, stick: Path, style: Callable[[Tables], bytes]
) -> None:
    journal.write_bytes(style(tables(journal)))

    made = back_up(journal, stick, now=NOW)

    copied = tables(made.path)
    del copied["lock"]["2"]
    assert copied == tables(journal)
    assert verify(made.path).sound


def test_evidence_passes_through_in_pieces_and_unread(journal: Path, stick: Path, tmp_path: Path) -> None:
    plain = tables(journal)
    before = as_ours(plain)
    row = b'"1":{"data":"' + b"QUJD" * (3 << 20) + b'"}'
    journal.write_bytes(before.replace(b'"files":{\n', b'"files":{\n' + row + b"\n"))
    seen: list[int] = []

    def pieces() -> Any:
        from journal.store.file.copy_labels import labelled, new_label

        with journal.open("rb") as file:
            for piece in labelled(file, new_label(NOW, 4, "00")):
                seen.append(len(piece))
                yield piece

    generation.write_atomically(stick / NAME, pieces())

    assert max(seen) <= 1 << 20
    assert row in (stick / NAME).read_bytes()


def test_older_copies_are_thinned_by_the_rule_and_nothing_else_is_touched(journal: Path, stick: Path) -> None:
    names = aged(journal, stick, 401, 400, 399, 20, 3, 2)
    (stick / "holiday.jpg").write_bytes(b"not ours")
    (stick / "2025-10-01-a.txt").write_bytes(b"not ours")

    made = back_up(journal, stick, now=NOW)

    removed = set(names) - set(files_in(stick))
    assert set(made.removed) <= removed
    assert len(removed) == 2, "of three days of one month long ago the last stays"
    assert files_in(stick) == sorted({*names, NAME, "2025-10-01-a.txt", "holiday.jpg"} - removed)


def test_a_copy_without_a_label_or_of_another_journal_is_never_removed(journal: Path, stick: Path) -> None:
    strangers = Logbook(journal.with_name("other.json"))
    strangers.close()
    for at, name in enumerate(("2024-01-01-a.json", "2024-01-02-a.json"), start=1):
        back_up(strangers.path, stick, now=NOW - timedelta(days=800 + at))
        (stick / name).write_bytes(journal.read_bytes())
    before = set(files_in(stick))

    made = back_up(journal, stick, now=NOW)

    assert made.removed == ()
    assert before < set(files_in(stick))


def test_an_old_copy_that_was_changed_is_told_and_stays(journal: Path, stick: Path) -> None:
    old = aged(journal, stick, 401, 400, 399)
    spoiled = stick / old[0]
    spoiled.write_bytes(spoiled.read_bytes().replace(b"It rang 1 times.", b"It rang 2 times."))
    (stick / "2020-01-01-a.json").write_bytes(b"\0" * 100)

    made = back_up(journal, stick, now=NOW)

    assert made.doubtful == ("2020-01-01-a.json",)
    assert old[0] not in made.removed
    assert spoiled.exists()


def test_a_copy_that_holds_more_than_the_journal_stops_the_next(journal: Path, stick: Path) -> None:
    before = journal.read_bytes()
    more(journal, 2)
    newer = back_up(journal, stick, now=NOW)
    journal.write_bytes(before)

    with pytest.raises(NoEarlierState) as stopped:
        back_up(journal, stick, now=NOW)

    assert stopped.value.name == newer.name
    assert "the copy holds 2 more" in str(stopped.value)
    assert files_in(stick) == [newer.name]


def test_a_copy_that_went_its_own_way_stops_the_next(journal: Path, stick: Path) -> None:
    before = journal.read_bytes()
    more(journal, 2)
    back_up(journal, stick, now=NOW)
    journal.write_bytes(before)
    logbook = a_logbook(journal)
    for number in range(3):
        logbook.record(an_entry(f"Another {number}."))
    logbook.close()

    with pytest.raises(NoEarlierState, match="after that they part"):
        back_up(journal, stick, now=NOW)


def test_a_journal_that_does_not_agree_is_not_copied(journal: Path, stick: Path) -> None:
    journal.write_bytes(journal.read_bytes().replace(b"It rang 1 times.", b"It rang 2 times."))

    with pytest.raises(Refused, match="The check found a problem"):
        back_up(journal, stick, now=NOW)

    assert files_in(stick) == []


def test_the_own_folder_is_no_place_for_a_copy_whatever_it_is_called(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(journal.parent)

    for folder in (journal.parent, tmp_path / "alias", journal.parent / ".." / "home"):
        with pytest.raises(Refused, match="the journal's own folder"):
            back_up(journal, folder, now=NOW)

    assert files_in(journal.parent) == ["journal.json"]


def test_a_folder_that_is_not_there_is_not_made(journal: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a stick may not be in"):
        back_up(journal, tmp_path / "pulled out", now=NOW)

    assert not (tmp_path / "pulled out").exists()


def test_the_home_of_nobody_is_no_folder(journal: Path) -> None:
    with pytest.raises(Refused, match="There is no folder ~nobody-invented/stick"):
        back_up(journal, Path("~nobody-invented/stick"), now=NOW)


def test_the_same_disk_and_a_service_are_told(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()

    made = back_up(journal, tmp_path / "OneDrive", now=NOW)

    assert made.same_disk
    assert made.service == "OneDrive"


def test_what_a_power_cut_left_of_a_copy_is_removed_by_the_next(journal: Path, stick: Path) -> None:
    (stick / ".2026-11-20-a.json.new").write_bytes(b'{"lock":{')
    (stick / ".holiday.json.new").write_bytes(b"not ours")

    back_up(journal, stick, now=NOW)

    assert files_in(stick) == [".holiday.json.new", NAME]
