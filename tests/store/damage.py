"""A journal with everything in it, and what can happen to its bytes; everything in it is invented."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.ledger.chain import FaultKind, Head
from journal.domain.ledger.record import Record
from journal.store.copies.rebuilding import rebuilt
from journal.store.copies.recovery import recover
from journal.store.copies.salvaging import SalvagedEvidence
from journal.store.copies.verification import verify
from journal.store.file.layout import parse, serialised
from journal.store.file.mutable_state import Draft, MutableState, Settings
from journal.store.file.row_scanner import ByteRange
from tests.domain.ledgers import a_ledger
from tests.store.journals import NOW, salts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.ledger.recovered import Recovered
    from journal.store.copies.rebuilding import Protection

PICTURE, SOUND = b"an invented picture " * 20, bytes(range(256)) * 3
TOLD = ("It rang.", 'He said "come", \\ then {"3":{"seq":3}}', "Il a sonné à midi — deux fois.", "It rang again.")
DRAFTS = tuple(Draft(id=f"d{number}", kept_at="2026-11-22T14:03:00Z", typed={"account": "It ra"}) for number in (1, 2))


def records(accounts: tuple[str, ...] = TOLD, seed: int = 1) -> list[Record]:
    """A beginning, an entry for each account, and two exhibits with their evidence rows."""
    entries = [
        {"action": "entry.recorded", "entry": number, "kind": "call_missed", "account": account}
        for number, account in enumerate(accounts, start=1)
    ]
    exhibits = [
        {"action": "exhibit.added", "exhibit": number, "file": number, "sha256": hashlib.sha256(data).hexdigest()}
        for number, data in enumerate((PICTURE, SOUND), start=1)
    ]
    return a_ledger(*entries, *exhibits, seed=seed)


def a_file(ledger: list[Record] | None = None, protection: Protection | None = None) -> bytes:
    """The bytes of a whole journal with seven records, two evidence rows, two drafts and a setting."""
    ledger = ledger or records()
    texts = [base64.b64encode(protection[0].seal(data) if protection else data) for data in (PICTURE, SOUND)]
    name = "sealed" if protection else "data"
    ends = (len(texts[0]), len(texts[0]) + len(texts[1]))
    text = b"".join(texts)
    evidence = {
        1: SalvagedEvidence(text, "1", name, ByteRange(0, ends[0]), ""),
        2: SalvagedEvidence(text, "2", name, ByteRange(*ends), ""),
    }
    desk = MutableState(Head(ledger[-1].seq, ledger[-1].digest), Settings(zone="Europe/Brussels"), DRAFTS)
    return b"".join(rebuilt(ledger, evidence, desk, sealed=protection))


def recovered(folder: Path, damaged: bytes, protection: Protection | None = None) -> tuple[Recovered, Path]:
    """What a recovery of these bytes says, and where the new file lies; the damaged one stays as it is."""
    path, new = folder / "damaged.json", folder / "new.json"
    new.unlink(missing_ok=True)
    path.write_bytes(damaged)
    said = recover(path, new, now=NOW, salts=salts(), protection=protection)
    assert path.read_bytes() == damaged
    return said, new


def rows(path: Path, table: str) -> dict[str, Any]:
    """The rows of a table of a file that must be laid out exactly as this program lays them out."""
    data = path.read_bytes()
    assert data == serialised(parse(data).blocks)
    found: dict[str, dict[str, Any]] = msgspec.json.decode(data)
    return found[table]


def saved_records(path: Path) -> list[Record]:
    """The records of a new file, without the one that tells what is missing."""
    return [msgspec.json.decode(msgspec.json.encode(row), type=Record) for row in rows(path, "records").values()][:-1]


def lines_within(whole: bytes, start: int, end: int) -> set[int]:
    """The places of the lines that are not touched by a change of the bytes from start to end."""
    untouched, at = set(), 0
    for place, line in enumerate(whole.split(b"\n")):
        if at + len(line) < start or at >= end:
            untouched.add(place)
        at += len(line) + 1
    return untouched


def seqs(path: Path) -> list[int]:
    """The numbers of the saved records."""
    return [record.seq for record in saved_records(path)]


def verifies_with_its_gaps_told(path: Path, said: Recovered) -> None:
    """Check that the new file holds, and that its check tells of every gap."""
    verdict = verify(path)
    assert {fault.kind for fault in verdict.faults} <= {FaultKind.TABLE}, "evidence rows are judged elsewhere"
    assert tuple((loss.first, loss.through) for loss in verdict.lost if loss.through) == said.missing
    assert all(loss.through for loss in verdict.lost) == said.end_known
    assert verdict.numbers[-1] == said.declared_in
