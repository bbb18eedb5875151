"""Opening folds the records while it reads them and keeps only where they lie; what is known then is what the whole
file says, whatever became of the file."""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.base.errors import NotSaved, Refused, Unreadable
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.ledger.record import Record
from journal.domain.state.erasable import Subject
from journal.logbook import Logbook
from journal.store.copies.recovery import recover
from journal.store.file import record_lines
from journal.store.file.sealed_rows import BLOCK
from tests.store.journals import NOW, STYLES, a_journal, a_logbook, an_entry, salts, tables
from tests.store.protected import guard_of, key_of, protect, unlocked
from tests.store.stages import killed, reopened
from tests.store.whole import agrees_with_the_whole, is_read_by_place
from tests.truth.catalogue import everything
from tests.truth.playing import played
from tests.truth.telling import evenings

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.store.age.protection import Key
    from tests.store.journals import Tables
    from tests.truth.paper import Action

MANY = 2 * BLOCK + 3
"""Entries that fill more than a sealed block, and leave one that is not full."""


def erase_something(logbook: Logbook) -> None:
    """Erase the first field that can be erased, if there is one."""
    for number in logbook.state.entries:
        if choices := logbook.erasure.choices(Subject("entry", number)):
            logbook.erasure.erase(choices[0].places, "asked for")
            return


def mark_something(logbook: Logbook) -> None:
    """Mark an item of each entry that stands."""
    for number, history in [*logbook.state.entries.items()]:
        if not history.withdrawn:
            logbook.mark(number, "own.1", Mark(state=ItemState.DONE, note=f"Invented {number}", label="A box"))


def record(logbook: Logbook) -> None:
    logbook.record(an_entry("It rang once more."))


def amend(logbook: Logbook) -> None:
    last = max(number for number, one in logbook.state.entries.items() if not one.withdrawn)
    logbook.amend(last, an_entry(f"It rang {len(logbook._ledger.records)} times after all."), "miscounted")


def undo(logbook: Logbook) -> None:
    with suppress(Refused):
        logbook.undo()


def checkpoint(logbook: Logbook) -> None:
    logbook.checkpoint()


def change_protection(logbook: Logbook) -> None:
    """Protect an unprotected journal, and take the protection from one that is."""
    if key := logbook._ledger.storage.key:
        guard_of(logbook).unprotect(key)
    else:
        protect(logbook)


def save_beside(logbook: Logbook) -> None:
    logbook.save_beside()


DONE = (record, amend, mark_something, undo, checkpoint, erase_something, change_protection, save_beside)


def tear_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def drop_a_record(path: Path) -> None:
    lines = path.read_bytes().split(b"\n")
    at = lines.index(b'"records":{') + 2
    path.write_bytes(b"\n".join(lines[:at] + lines[at + 1 :]))


def change_a_word(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"offset":"+', b'"offset":"-', 1))


def change_a_link(path: Path) -> None:
    plain = tables(path)
    rows = plain["records"]
    rows[max(rows, key=int)]["previous"] = "0" * 64
    path.write_bytes(STYLES[0](plain))


def give_a_record_a_strange_field(path: Path) -> None:
    plain = tables(path)
    plain["records"]["2"]["strange"] = 1
    path.write_bytes(STYLES[0](plain))


def give_a_record_a_strange_time(path: Path) -> None:
    plain = tables(path)
    plain["records"]["2"]["recorded_at"] = "2026-11-31T00:00:00Z"
    path.write_bytes(STYLES[0](plain))


def make_an_entry_strange(path: Path) -> None:
    plain = tables(path)
    plain["records"]["2"]["body"]["happened"] = {"certainty": "felt"}
    path.write_bytes(STYLES[0](plain))


def write_it_as(style: Callable[[Tables], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(style(tables(path)))


def recover_it(path: Path) -> None:
    drop_a_record(path)
    new = path.with_name("recovered.json")
    recover(path, new, now=NOW, salts=salts(), protection=None)
    new.replace(path)


STRANGE = (
    tear_the_end,
    drop_a_record,
    change_a_word,
    change_a_link,
    give_a_record_a_strange_field,
    give_a_record_a_strange_time,
    make_an_entry_strange,
    recover_it,
    *map(write_it_as, STYLES),
)
"""What can become of a file."""


@settings(max_examples=30)
@given(evenings(), st.booleans(), st.booleans(), st.booleans())
def test_what_was_folded_while_reading_is_what_the_whole_file_says(
    acts: list[Action], protected: bool, erased: bool, crashed: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        logbook = played(acts, Path(folder) / "journal.json")
        key = protect(logbook) if protected else None
        if erased:
            erase_something(logbook)
        if crashed:
            logbook.checkpoint()
            logbook.record(an_entry("In the log."))
        (killed if crashed else Logbook.close)(logbook)

        opened = Logbook(logbook.path, read_only=True, key=key)

        agrees_with_the_whole(opened, key)
        assert key or crashed or is_read_by_place(opened)


@given(evenings(most=5), st.sampled_from(STRANGE))
@settings(max_examples=40)
def test_a_file_that_is_not_as_it_was_left_is_known_as_it_is_when_loaded_whole(
    acts: list[Action], strange: Callable[[Path], object]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.json"
        played(acts, path).close()
        strange(path)
        try:
            opened = Logbook(path, read_only=True)
        except (Unreadable, NotSaved):
            return

        agrees_with_the_whole(opened)


@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
def test_everything_of_every_kind_is_folded_as_the_whole_file_says(tmp_path: Path, protected: bool) -> None:
    logbook = played(everything(), tmp_path / "journal.json")
    key = protect(logbook) if protected else None
    logbook.close()

    opened = Logbook(logbook.path, read_only=True, key=key)

    agrees_with_the_whole(opened, key)
    assert len(opened.state.entries) > BLOCK


@settings(max_examples=30)
@given(st.lists(st.sampled_from(DONE), max_size=6), st.booleans(), st.booleans())
def test_what_lies_in_the_file_is_found_again_however_often_the_file_is_replaced(
    done: list[Callable[[Logbook], None]], protected: bool, lacks_a_record: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        logbook = a_logbook(Path(folder) / "journal.json", entries=MANY)
        if lacks_a_record:
            logbook.close()
            recover_it(logbook.path)
            logbook = reopened(logbook.path, None)
        key = protect(logbook) if protected else None
        logbook.close()
        logbook = reopened(logbook.path, key)

        for act in done:
            act(logbook)
            agrees_with_the_whole(logbook, logbook._ledger.storage.key)

        logbook.close()


@pytest.mark.parametrize("size", [200, 1000, 1800, 9000])
def test_wherever_a_slice_of_the_file_ends_the_same_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    path = a_journal(tmp_path / "journal.json", entries=120)
    monkeypatch.setattr(record_lines, "SLICE", size)

    opened = Logbook(path, read_only=True)

    assert is_read_by_place(opened)
    agrees_with_the_whole(opened)


def test_after_an_erasure_the_words_lie_in_the_new_file_only(tmp_path: Path) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json", entries=MANY))

    erase_something(logbook)

    assert is_read_by_place(logbook)
    assert [len(record.blackened) for record in logbook.state.entries[1].records] == [1]
    agrees_with_the_whole(logbook)
    logbook.close()


def test_what_another_file_replaced_is_still_read_from_the_file_that_was_opened(tmp_path: Path) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json"))
    a_journal(tmp_path / "elsewhere" / "other.json", entries=1).replace(logbook.path)

    told = [history.entry.account for history in logbook.state.chronological()]

    assert told == [f"It rang {number} times." for number in range(1, 9)]


@pytest.mark.parametrize("change", [lambda _data: b"", lambda data: data.replace(b"times.", b"TIMES.")])
def test_what_another_program_wrote_into_the_file_is_never_taken_for_what_was_read(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json"))
    logbook.path.write_bytes(change(logbook.path.read_bytes()))

    with pytest.raises(Unreadable, match="nothing was changed"):
        _ = logbook.state.entries[3].entry
    with pytest.raises(Unreadable, match="nothing was changed"):
        _ = [*logbook._ledger.records]

    assert isinstance(logbook.last, Record), "the last record is held, so that saving needs no other"
    assert [one.number for one in logbook.state.chronological()] == [*range(1, 9)]


def test_a_block_is_opened_under_its_own_number_only(tmp_path: Path) -> None:
    key = _two_blocks(tmp_path / "journal.json")
    plain = tables(tmp_path / "journal.json")
    rows = plain["records"]
    rows["1"], rows["2"] = rows["2"], rows["1"]
    (tmp_path / "journal.json").write_bytes(STYLES[0](plain))

    opened = unlocked(tmp_path / "journal.json", key, read_only=True)

    assert opened.check()
    agrees_with_the_whole(opened, key)


def _two_blocks(path: Path) -> Key:
    logbook = a_logbook(path, entries=MANY)
    protect(logbook)
    logbook.close()
    assert len(json.loads(path.read_bytes())["records"]) == 3
    return key_of(logbook)
