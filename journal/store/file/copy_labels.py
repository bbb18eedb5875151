"""Label of a copy, a row of the table `lock`: that the file is a copy, made when, and its last record.

The label stands outside the hash chain, in a row of its own, so that a copy differs from the journal in nothing else.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.domain.base.canonical import canonical, sha256
from journal.store.file import layout
from journal.store.file.layout import EncodedTable, StoredRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.domain.ledger.chain import Head
    from journal.store.file.layout import Parsed

ROW = "2"
"""Key of the label in the table `lock`."""
PIECE = 1 << 20
"""Buffer size in bytes."""

_FRONT = 1 << 16
"""The table `lock` of a file that this program wrote ends within so many bytes."""
_END_OF_LOCK = b'\n},\n"files":{'


class CopyLabel(Struct, frozen=True, kw_only=True, tag_field="about", tag="copy"):
    """Label that marks a file as a copy of a journal."""

    made_at: str = ""
    """When it was made, UTC, ISO 8601 to the second; empty where that cannot be parsed."""
    record: int = 0
    """Number of the last record that it holds."""
    head: str = ""
    """Digest of that record."""
    digest: str = ""
    """Checksum (SHA-256) of the label itself, by which a change of it is detected."""

    @property
    def intact(self) -> bool:
        """Whether the checksum and the time of making are valid."""
        return self.digest == _digest(self) and self.made is not None

    @property
    def made(self) -> datetime | None:
        """When the copy was made, UTC; None where that cannot be parsed."""
        try:
            made = datetime.fromisoformat(self.made_at)
        except ValueError:
            return None
        return made if made.tzinfo else None

    def agrees_with(self, head: Head) -> bool:
        """Return whether the label is intact and names this head of the ledger."""
        return self.intact and (self.record, self.head) == (head.count, head.digest)


def new_label(made: datetime, record: int, head: str) -> CopyLabel:
    """Create the label of a copy made now of a journal with this head."""
    label = CopyLabel(made_at=f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", record=record, head=head)
    return replace(label, digest=_digest(label))


def split_label(parsed: Parsed) -> tuple[Parsed, CopyLabel | None]:
    """Separate the label from the parsed tables; None where the file is no copy.

    A label that cannot be parsed becomes an empty one: such a file counts as a copy too.
    """
    rows = parsed.rows("lock")
    labels = [row for row in rows if row.key == ROW]
    if not labels:
        return parsed, None
    others = tuple(row for row in rows if row.key != ROW)
    label = _read(labels[0]) if len(labels) == 1 else CopyLabel()
    return replace(parsed, tables={**parsed.tables, "lock": others}), label


def labelled(file: BinaryIO, label: CopyLabel) -> Iterator[bytes]:
    """Yield the bytes of a journal with a label added, in chunks; raises OSError and MalformedFile."""
    row = Raw(msgspec.json.encode(label))
    return _with_lock(file, lambda rows: {**rows, ROW: row})


def unlabelled(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a copy without its label, in chunks; raises OSError and MalformedFile."""
    return _with_lock(file, lambda rows: {key: row for key, row in rows.items() if key != ROW})


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield the rest of a file in chunks."""
    while piece := file.read(PIECE):
        yield piece


def _with_lock(file: BinaryIO, change: Callable[[dict[str, Raw]], dict[str, Raw]]) -> Iterator[bytes]:
    """Yield the bytes of a file with the table `lock` replaced; the rest is copied unparsed where possible."""
    front = file.read(_FRONT)
    end = front.find(_END_OF_LOCK)
    rows = _rows(front[:end]) if end > 0 else None
    if rows is None:
        parsed = layout.parse(front + file.read())
        lock = change(parsed.blocks["lock"].rows() if "lock" in parsed.blocks else {})
        yield from layout.chunks({**parsed.blocks, "lock": EncodedTable(lock.items())})
        return
    yield b'{"lock":{\n' + EncodedTable(change(rows).items()).encoded()
    yield front[end:]
    yield from pieces(file)


def _rows(front: bytes) -> dict[str, Raw] | None:
    try:
        found = msgspec.json.decode(front + b"}}", type=dict[str, dict[str, Raw]])
    except (ValueError, RecursionError):
        return None
    return found["lock"] if [*found] == ["lock"] and front.startswith(b'{"lock":{\n') else None


def same_bytes(file: BinaryIO, pieces: Iterator[bytes]) -> bool:
    """Compare a file with these bytes; True where they are equal."""
    return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)


def _read(row: StoredRow) -> CopyLabel:
    try:
        label = msgspec.json.decode(row.data, type=CopyLabel)
    except (ValueError, RecursionError):
        return CopyLabel()
    return CopyLabel() if row.doubled or msgspec.json.decode(row.data) != msgspec.to_builtins(label) else label


def _digest(label: CopyLabel) -> str:
    return sha256(canonical([label.made_at, label.record, label.head]))
