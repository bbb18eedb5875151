"""Copies opened again: for reading only, until one of them becomes the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from journal.domain.base.errors import JournalError, ReadOnly, Refused
from journal.logbook import Logbook
from journal.store.copies.backup import back_up
from journal.store.copies.restoring import become_journal, require_nothing_lost
from journal.store.copies.verification import verify
from tests.store.copying import NAME, more
from tests.store.journals import NOW, a_logbook, an_entry, as_ours, files_in, tables
from tests.store.protected import protect

if TYPE_CHECKING:
    from pathlib import Path


def change(path: Path, table: str, row: str, **fields: Any) -> None:
    plain = tables(path)
    plain[table][row] |= fields
    path.write_bytes(as_ours(plain))


def test_a_copy_opens_for_reading_only_and_says_what_it_is(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    bytes_before = made.path.read_bytes()

    logbook = a_logbook(made.path)

    assert logbook.read_only_reason.startswith(
        "This is a copy of a journal, made on 2026-11-22 14:03 UTC, at record 4."
    )
    assert len(logbook.state.entries) == 3
    with pytest.raises(ReadOnly):
        logbook.record(an_entry())
    logbook.close()
    assert made.path.read_bytes() == bytes_before
    assert files_in(stick) == [NAME]


@pytest.mark.parametrize(
    "fields", [{"made_at": "2026-11-23T14:03:00Z"}, {"record": 3}, {"head": "0" * 64}, {"digest": ""}, {"extra": 1}]
)
def test_a_changed_label_is_found_and_the_file_stays_a_copy(journal: Path, stick: Path, fields: dict[str, Any]) -> None:
    made = back_up(journal, stick, now=NOW)
    change(made.path, "lock", "2", **fields)

    logbook = a_logbook(made.path)

    assert logbook.read_only
    assert not verify(made.path).sound
    logbook.close()


def test_any_changed_byte_of_the_label_is_found(journal: Path, stick: Path, tmp_path: Path) -> None:
    made = back_up(journal, stick, now=NOW).path.read_bytes()
    first = made.index(b'"2":')
    changed = tmp_path / "changed.json"

    for at in range(first, made.index(b"}", first)):
        changed.write_bytes(made[:at] + bytes([made[at] ^ 1]) + made[at + 1 :])
        try:
            assert not verify(changed).sound, at
        except JournalError:
            continue


def test_a_copy_becomes_a_journal_in_a_new_place(journal: Path, stick: Path, tmp_path: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    (tmp_path / "new").mkdir()

    become_journal(made.path, tmp_path / "new" / "journal.json", now=NOW)

    assert (tmp_path / "new" / "journal.json").read_bytes() == journal.read_bytes()
    assert verify(made.path).sound
    more(tmp_path / "new" / "journal.json")
    assert verify(tmp_path / "new" / "journal.json").records == 5


def test_a_copy_becomes_the_journal_where_it_lies(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)

    become_journal(made.path, made.path, now=NOW)

    assert made.path.read_bytes() == journal.read_bytes()
    assert files_in(stick) == [NAME]


def test_a_journal_that_is_there_stays_unless_it_is_asked_and_is_then_kept_beside(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    more(journal)
    newer = journal.read_bytes()

    with pytest.raises(Refused, match="There is a file at"):
        become_journal(made.path, journal, now=NOW)
    assert journal.read_bytes() == newer
    kept = become_journal(made.path, journal, now=NOW, replacing=True)

    assert kept == journal.with_name(NAME)
    assert kept.read_bytes() == newer
    assert verify(journal).records == 4
    assert files_in(journal.parent) == [NAME, "journal.json"]


def test_a_file_that_holds_more_than_the_copy_is_told_and_one_that_does_not_is_no_hindrance(
    journal: Path, stick: Path
) -> None:
    made = back_up(journal, stick, now=NOW)
    for harmless in (journal, made.path, journal.with_name("none.json")):
        require_nothing_lost(made.path, harmless)
    journal.with_name("empty.json").touch()
    require_nothing_lost(made.path, journal.with_name("empty.json"))
    more(journal)

    with pytest.raises(Refused, match="holds 1 record that this copy does not hold"):
        require_nothing_lost(made.path, journal)


def test_a_journal_under_another_passphrase_cannot_be_compared_and_stays(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    logbook = Logbook(journal)
    protect(logbook)
    logbook.close()

    with pytest.raises(Refused, match="has another passphrase"):
        require_nothing_lost(made.path, journal)


def test_a_journal_that_is_open_elsewhere_is_not_replaced(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    logbook = Logbook(journal)

    with pytest.raises(ReadOnly, match="Another window"):
        become_journal(made.path, journal, now=NOW, replacing=True)

    logbook.record(an_entry())
    logbook.close()
    assert verify(journal).records == 5


def test_a_damaged_copy_or_none_does_not_become_a_journal(journal: Path, stick: Path, tmp_path: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    made.path.write_bytes(made.path.read_bytes().replace(b"It rang 1 times.", b"It rang 2 times."))

    for no_copy, said in ((made.path, "not everything agrees"), (journal, "not a copy")):
        with pytest.raises(Refused, match=said):
            become_journal(no_copy, tmp_path / "new.json", now=NOW)

    assert not (tmp_path / "new.json").exists()


def test_a_label_does_not_make_a_newer_file_an_older_one(journal: Path, stick: Path) -> None:
    made = back_up(journal, stick, now=NOW)
    change(made.path, "lock", "1", format=2)

    with pytest.raises(JournalError, match="newer version"):
        a_logbook(made.path)

    assert msgspec.json.decode(made.path.read_bytes())["lock"]["1"]["format"] == 2
