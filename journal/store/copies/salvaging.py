"""Salvage of a damaged file: records, evidence, drafts and the head of the last save that can still be parsed."""

from __future__ import annotations

import base64
import hashlib
import re
from mmap import mmap
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain.base.canonical import canonical, keepable
from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import Record, faults
from journal.store.age.protection import Key, Tampered, from_text
from journal.store.age.wraps import Wraps
from journal.store.file.evidence_rows import Decoded
from journal.store.file.mutable_state import Draft, Settings
from journal.store.file.row_scanner import ByteRange, ScannedRow, ScannedText, scan_objects, scan_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = 1 << 20
"""Bytes of base64 that are decoded at a time; a multiple of four."""
_DRAFT = re.compile(rb'"about"\s*:\s*"draft"')
_WRAPS = re.compile(rb'"passphrase"\s*:\s*("-----BEGIN[^"]*")\s*,\s*"recovery"\s*:\s*("-----BEGIN[^"]*")')
_RECORDS, _DESK = b'"records":{', b'"desk":{'
"""Beginnings of the tables; in a sealed file nothing else can look like that."""
_SEALED = re.compile(rb'"sealed"\s*:\s*"')


class SalvagedEvidence(Struct, frozen=True):
    """Text of an evidence row, kept as its position in the source."""

    source: bytes | mmap
    """Bytes of the file or of its log."""
    key: str
    name: str
    """Field name in the row, `data` or `sealed`."""
    text: ByteRange
    sha256: str
    """Digest of the evidence itself."""


class Unverified(Struct, frozen=True):
    """Parsed fields of a record whose digests do not hold."""

    record: int
    fields: dict[str, Any]


class _Opened:
    """Decrypted content, of which only what begins like rows of a journal is kept in memory."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self.text = bytearray()
        self.may_be_rows = True

    def take(self, part: bytes) -> None:
        self.digest.update(part)
        if self.may_be_rows:
            began = self.text[:1] == b"{"
            self.text += part if began else part.lstrip()
            if not began and self.text and self.text[:1] != b"{":
                self.may_be_rows = False
                self.text.clear()


class Salvage:
    """Collector of everything found in the bytes of a damaged file and of its log."""

    def __init__(self, key: Key | None = None) -> None:
        """Begin with nothing; the key opens the sealed parts of a protected journal."""
        self._key = key
        self.records: list[Record] = []
        """Every record, also duplicates and those whose digests do not hold."""
        self.unverified: list[Unverified] = []
        self.evidence: list[SalvagedEvidence] = []
        self.broken_evidence: list[str] = []
        """Keys of rows whose text is no base64, or was sealed and changed."""
        self.drafts: dict[str, Draft] = {}
        self.drafts_seen = 0
        """Number of places that look like a draft, parsed or not."""
        self.head: Head | None = None
        self.settings: Settings | None = None
        self.broken_blocks = 0
        """Number of sealed blocks of records that could not be opened."""

    def take(self, data: bytes | mmap) -> None:
        """Collect all rows of a file."""
        self.drafts_seen += sum(1 for _found in _DRAFT.finditer(data))
        records = data.find(_RECORDS)
        desk = data.find(_DESK, records) if records >= 0 else -1
        for row in scan_rows(data):
            if isinstance(row, ScannedRow):
                self._take_row(row)
            elif row.name == "data":
                self._take_evidence(row, data, _digest(data, row.text))
            elif not self._take_sealed(row, data):
                if not 0 <= records < row.text.start:
                    self.broken_evidence.append(row.key)
                elif desk < 0 or row.text.start < desk:
                    self.broken_blocks += 1

    def take_log(self, data: bytes | mmap) -> None:
        """Collect the lines of the write-ahead log; the last of them may be torn."""
        self.take(data)
        for line in scan_objects(data):
            sealed = line.row.get("sealed")
            opened = self._opened(sealed.encode()) if isinstance(sealed, str) else None
            if opened:
                self.take_text(opened)

    def take_text(self, text: bytes) -> bool:
        """Collect decrypted text that is no evidence; return whether it was of a journal at all."""
        before = len(self.records), self.head, self.settings, len(self.drafts)
        self.take(text)
        for line in scan_objects(text):
            self._take_row(line)
        return before != (len(self.records), self.head, self.settings, len(self.drafts))

    def _take_sealed(self, row: ScannedText, data: bytes | mmap) -> bool:
        """Collect a sealed row; return whether it is open."""
        if self._key is None:
            return False
        start, found = row.text.start, _Opened()
        text = Decoded(lambda at, size: bytes(data[start + at : start + at + size]), row.text.end - start)
        try:
            self._key.open_all(text, found.take)
        except (Tampered, ValueError):
            return False
        if not (found.may_be_rows and self.take_text(bytes(found.text))):
            self._take_evidence(row, data, found.digest.hexdigest())
        return True

    def _opened(self, sealed: bytes) -> bytes | None:
        if self._key is None:
            return None
        try:
            return self._key.open(from_text(sealed.decode("ascii")))
        except (Tampered, UnicodeDecodeError):
            return None

    def _take_evidence(self, row: ScannedText, data: bytes | mmap, digest: str) -> None:
        if digest:
            self.evidence.append(SalvagedEvidence(data, row.key, row.name, row.text, digest))
        else:
            self.broken_evidence.append(row.key)

    def _take_row(self, found: ScannedRow) -> None:
        if "about" in found.row:
            self._take_desk(found.row)
        elif "seq" in found.row:
            self._take_record(found)

    def _take_record(self, found: ScannedRow) -> None:
        try:
            record = msgspec.json.decode(found.encoded, type=Record)
        except (ValueError, RecursionError):
            record = None
        if record:
            self.records.append(record)
        if record is None or any(faults(record)):
            self.unverified += _unverified(found.row)

    def _take_desk(self, row: dict[str, Any]) -> None:
        about, rest = row["about"], {name: value for name, value in row.items() if name != "about"}
        try:
            if about == "draft":
                draft = msgspec.convert(rest, Draft)
                self.drafts[draft.id] = draft
            elif about == "head":
                head = msgspec.convert(rest, Head)
                self.head = max(self.head or head, head, key=lambda one: one.count)
            elif about == "settings":
                self.settings = msgspec.convert(rest, Settings)
        except msgspec.ValidationError:
            return


def wraps_in(data: bytes | mmap) -> Iterator[Wraps]:
    """Yield the wrapped keys of a protected journal, each of the two copies that can be found."""
    for found in _WRAPS.finditer(data):
        try:
            passphrase, recovery = (msgspec.json.decode(text, type=str) for text in found.groups())
        except ValueError:
            continue
        yield Wraps(passphrase=passphrase, recovery=recovery)


def is_protected(data: bytes | mmap) -> bool:
    """Return whether anything sealed stands in the file."""
    return bool(_SEALED.search(data) or _WRAPS.search(data))


def _unverified(row: dict[str, Any]) -> Iterable[Unverified]:
    """Yield the fields of a row, where they can be stored in a record."""
    number, fields = row.get("seq"), row.get("body")
    if not (isinstance(number, int) and number > 0 and isinstance(fields, dict)):
        return
    kept = keepable(fields)
    try:
        canonical([number, kept])
    except (ValueError, RecursionError):
        return
    yield Unverified(number, kept)


def _digest(data: bytes | mmap, text: ByteRange) -> str:
    """Hash what the text encodes in base64, in chunks; empty where it is not base64."""
    digest = hashlib.sha256()
    if (text.end - text.start) % 4:
        return ""
    try:
        for at in range(text.start, text.end, _PIECE):
            digest.update(base64.b64decode(data[at : min(at + _PIECE, text.end)], validate=True))
    except ValueError:
        return ""
    return digest.hexdigest()
