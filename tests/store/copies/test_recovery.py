"""Whatever happened to the bytes of a journal: what stands whole is saved, nothing is invented, the rest is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import JournalError, Refused, Unreadable
from journal.domain.text.words import Words
from journal.logbook import Logbook
from journal.store.copies.recovery import recover
from journal.store.copies.verification import verify
from tests.store.damage import (
    DRAFTS,
    a_file,
    records,
    recovered,
    rows,
    saved_records,
    seqs,
    verifies_with_its_gaps_told,
)
from tests.store.journals import NOW, STYLES, an_entry, files_in, salts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.ledger.recovered import Recovered

ENGLISH = Words()
WHOLE = a_file()
LEDGER = records()
RECORDS_AT = WHOLE.index(b'"records":{')
DESK_AT = WHOLE.index(b'"desk":{')


def lines_of(said: Recovered) -> list[str]:
    return list(said.sentences(ENGLISH))


def cut(after: int) -> bytes:
    return WHOLE[:after]


def spoiled(text: bytes, by: bytes | None = None) -> bytes:
    """The whole file with one place of it written over."""
    assert WHOLE.count(text) == 1
    return WHOLE.replace(text, by if by is not None else b"\0" * len(text))


def test_a_whole_file_gives_everything_and_says_that_nothing_is_missing(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, WHOLE)

    assert saved_records(new) == LEDGER
    assert rows(new, "files") == json.loads(WHOLE)["files"]
    assert [row["about"] for row in rows(new, "desk").values()] == ["head", "settings", "draft", "draft"]
    assert said.whole
    assert lines_of(said) == [
        "7 records were saved.",
        "2 evidence rows were saved.",
        "2 drafts were saved.",
        "Nothing is missing.",
    ]
    assert new.stat().st_mode & 0o777 == 0o600
    verifies_with_its_gaps_told(new, said)


def test_a_bit_in_a_record_costs_that_record_and_its_words_are_kept_apart(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, spoiled(b"deux fois", b"dfux fois"))

    declared = rows(new, "records")["8"]["body"]
    assert seqs(new) == [1, 2, 3, 5, 6, 7]
    assert declared["missing"] == [[4, 4]]
    assert declared["unverified"][0]["record"] == 4
    assert declared["unverified"][0]["fields"]["account"] == "Il a sonné à midi — dfux fois."
    assert "Missing records: 4. Record 8 of the new file says so." in lines_of(said)
    assert "Of the missing records 4 words can be read" in " ".join(lines_of(said))
    verifies_with_its_gaps_told(new, said)


def test_a_record_that_cannot_be_read_at_all_is_only_named(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, spoiled(b"Il a sonn\xc3\xa9"))

    assert said.missing == ((4, 4),)
    assert said.unverified == ()
    verifies_with_its_gaps_told(new, said)


def test_a_bit_in_a_piece_of_evidence_costs_that_piece(tmp_path: Path) -> None:
    at = WHOLE.index(b'"2":{"data":"') + 40
    flipped = WHOLE[:at] + bytes([WHOLE[at] ^ 1]) + WHOLE[at + 1 :]

    said, new = recovered(tmp_path, flipped)

    assert [*rows(new, "files")] == ["1"]
    assert said.missing_evidence == (2,)
    assert "Missing evidence rows: 2." in lines_of(said)
    assert rows(new, "records")["8"]["body"]["missing_evidence"] == [2]


def test_evidence_whose_record_is_lost_is_saved_and_told(tmp_path: Path) -> None:
    lost = next(record for record in LEDGER if record.fields().get("file") == 1)

    said, new = recovered(tmp_path, spoiled(lost.digest.encode() + b'"},\n', b""))

    assert {*rows(new, "files")} == {"1", "2"}
    assert said.unnamed_evidence == (1,)
    assert "Evidence rows 1 were saved although no record that is left speaks of them." in lines_of(said)


def test_a_file_cut_off_in_its_desk_says_that_its_end_is_not_known(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, cut(DESK_AT + 12))

    assert seqs(new) == [1, 2, 3, 4, 5, 6, 7]
    assert not said.end_known
    assert "How far the journal went cannot be read: more records may be missing at the end." in lines_of(said)
    assert "The settings could not be read" in lines_of(said)[-1]


def test_a_missing_end_keeps_its_numbers_where_the_desk_still_tells_of_it(tmp_path: Path) -> None:
    start = WHOLE.index(b'"6":{"seq":6')
    end = WHOLE.index(b"\n", WHOLE.index(b'"7":{"seq":7'))

    said, new = recovered(tmp_path, WHOLE[:start] + bytes(end - start) + WHOLE[end:])

    assert said.missing == ((6, 7),)
    assert said.declared_in == 8
    assert saved_records(new) == LEDGER[:5]
    assert rows(new, "records")["8"]["previous"] == LEDGER[-1].digest
    verifies_with_its_gaps_told(new, said)


@pytest.mark.parametrize("changed", [b'"count":97', b'"count":1', b'"count":70000'])
def test_a_damaged_note_of_the_end_is_not_believed_against_the_records(tmp_path: Path, changed: bytes) -> None:
    said, new = recovered(tmp_path, spoiled(b'"count":7', changed))

    assert said.missing == ()
    assert said.declared_in == 8
    verifies_with_its_gaps_told(new, said)


def test_a_lost_beginning_is_told_and_the_rest_still_verifies(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, WHOLE[WHOLE.index(b'"3":{"seq":3') - 30 :])

    assert said.missing == ((1, 2),)
    assert said.missing_evidence == (1, 2)
    verifies_with_its_gaps_told(new, said)


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, b"an invented letter", cut(WHOLE.index(b'"1":{"seq"') + 20)])
def test_where_no_record_can_be_read_no_new_file_is_made(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Unreadable, match="no record of a journal can be read"):
        recovered(tmp_path, data)

    assert files_in(tmp_path) == ["damaged.json"]


def test_a_new_file_never_replaces_another_and_a_missing_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "damaged.json").write_bytes(WHOLE)
    (tmp_path / "new.json").symlink_to(tmp_path / "nowhere.json")

    with pytest.raises(Refused, match=r"There is a file .*new\.json already"):
        recover(tmp_path / "damaged.json", tmp_path / "new.json", now=NOW, salts=salts())
    with pytest.raises(Refused, match=r"There is no file .*nothing\.json"):
        recover(tmp_path / "nothing.json", tmp_path / "other.json", now=NOW, salts=salts())
    with pytest.raises(JournalError, match="The folder is no longer there"):
        recover(tmp_path / "damaged.json", tmp_path / "nowhere" / "new.json", now=NOW, salts=salts())

    assert files_in(tmp_path) == ["damaged.json", "new.json"]


def test_drafts_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, spoiled(b'"id":"d1"'))

    assert [row["id"] for row in rows(new, "desk").values() if row["about"] == "draft"] == [DRAFTS[1].id]
    assert "1 draft is missing." in lines_of(said)


def test_a_recovered_file_is_a_journal_to_go_on_in(tmp_path: Path) -> None:
    plain = json.loads(spoiled(b"deux fois", b"dfux fois"))
    said, new = recovered(tmp_path, STYLES[0](plain | {"files": {}}))

    logbook = Logbook(new)
    saved = logbook.record(an_entry())
    logbook.close()

    assert logbook.read_only_reason == ""
    assert saved.record == said.declared_in + 1
    assert sorted(logbook.state.entries) == [1, 2, 4, 5]
    assert verify(new).sound


def test_a_recovered_file_that_is_damaged_once_more_tells_of_both_losses(tmp_path: Path) -> None:
    _first, new = recovered(tmp_path, spoiled(b"deux fois", b"dfux fois"))
    again = new.read_bytes().replace(b"It rang again.", b"It rang agaim.")

    said, newer = recovered(tmp_path, again)

    assert said.missing == ((4, 5),)
    verifies_with_its_gaps_told(newer, said)
