"""A damaged protected journal: a broken part costs only itself, and nothing of it is ever written in clear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from journal.domain.base.errors import Refused
from journal.store.age.protection import Key, from_text, to_text
from journal.store.age.wraps import Wraps
from journal.store.copies.recovery import recover, wraps_of
from journal.store.copies.salvaging import Salvage
from journal.store.file.sealed_rows import BLOCK
from tests.store.damage import PICTURE, TOLD, a_file, records, recovered
from tests.store.journals import NOW, salts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.ledger.record import Record

KEY = Key()
WRAPS = Wraps(**{name: f"-----BEGIN AGE ENCRYPTED FILE-----\n{name}\n" for name in ("passphrase", "recovery")})
WHOLE = a_file(protection=(KEY, WRAPS))


def found_in(path: Path) -> Salvage:
    found = Salvage(KEY)
    found.take(path.read_bytes())
    return found


def test_everything_is_saved_and_sealed_again_under_the_same_key(tmp_path: Path) -> None:
    said, new = recovered(tmp_path, WHOLE, (KEY, WRAPS))

    found = found_in(new)
    assert said.whole
    assert [record.seq for record in found.records] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert json.loads(new.read_bytes())["files"] == json.loads(WHOLE)["files"]
    assert len(found.drafts) == 2
    assert wraps_of(new) == [WRAPS, WRAPS]
    assert not any(word.encode() in new.read_bytes() for word in ("rang", "zone", "Brussels", "recovered"))


def test_without_the_key_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "damaged.json").write_bytes(WHOLE)

    with pytest.raises(Refused, match="Its passphrase or its recovery code is needed"):
        recover(tmp_path / "damaged.json", tmp_path / "new.json", now=NOW, salts=salts())

    assert not (tmp_path / "new.json").exists()


def test_a_broken_block_of_records_costs_only_that_block(tmp_path: Path) -> None:
    ledger = records(TOLD * (BLOCK // 2))
    sealed = a_file(ledger, (KEY, WRAPS))
    at = sealed.index(b'"2":{"sealed"', sealed.index(b'"records":{')) + 200
    flipped = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]

    said, new = recovered(tmp_path, flipped, (KEY, WRAPS))

    assert said.missing == ((BLOCK + 1, 2 * BLOCK),)
    assert [record.seq for record in found_in(new).records][: BLOCK + 1] == [*range(1, BLOCK + 1), 2 * BLOCK + 1]


def test_a_broken_piece_of_evidence_costs_only_that_piece(tmp_path: Path) -> None:
    at = WHOLE.index(b'"1":{"sealed"') + 300
    flipped = WHOLE[:at] + bytes([WHOLE[at] ^ 1]) + WHOLE[at + 1 :]

    said, new = recovered(tmp_path, flipped, (KEY, WRAPS))

    assert said.missing_evidence == (1,)
    assert [*json.loads(new.read_bytes())["files"]] == ["2"]
    assert said.missing == ()


def test_a_broken_desk_costs_drafts_and_settings_and_says_so(tmp_path: Path) -> None:
    at = WHOLE.rindex(b'{"sealed"') + 100
    flipped = WHOLE[:at] + bytes([WHOLE[at] ^ 1]) + WHOLE[at + 1 :]

    said, _new = recovered(tmp_path, flipped, (KEY, WRAPS))

    assert (said.desk, said.end_known, said.drafts) == (False, False, 0)
    assert said.records == 7


def test_the_sealed_tail_is_saved_too(tmp_path: Path) -> None:
    ledger = records()
    lines = [b'{"record":%b}' % line for line in found_lines(ledger[5:])]
    tail = b"".join(b'{"sealed":"%b"}\n' % to_text(KEY.seal(line)).encode() for line in lines)
    (tmp_path / ".damaged.json.tail").write_bytes(tail + b'{"sealed":"YWdl')

    said, new = recovered(tmp_path, a_file(ledger[:5], (KEY, WRAPS)), (KEY, WRAPS))

    assert said.missing == ()
    assert found_in(new).records[:7] == ledger


def test_evidence_is_given_back_by_the_same_key(tmp_path: Path) -> None:
    _said, new = recovered(tmp_path, WHOLE, (KEY, WRAPS))

    assert KEY.open(from_text(json.loads(new.read_bytes())["files"]["1"]["sealed"])) == PICTURE


def found_lines(ledger: list[Record]) -> list[bytes]:
    return [msgspec.json.encode(record) for record in ledger]
