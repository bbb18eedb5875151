"""Re-encryption of a whole journal: under another key, under its first key, or in clear."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from journal.store.file import evidence_rows
from journal.store.file.generation import Extent
from journal.store.file.identity import FailedAttempts, with_key
from journal.store.file.layout import StoredRow, decode_lines
from journal.store.file.places import NOWHERE
from journal.store.file.record_lines import rows_again
from journal.store.file.row_codec import PlainCodec
from journal.store.file.sealed_rows import BLOCK, SealedCodec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.domain.base.task import Task
    from journal.store.age.protection import Key
    from journal.store.age.wraps import Wraps
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import EncodedRows, RowCodec, Write
    from journal.store.file.snapshot import Chunk, Snapshot, Stream
    from journal.store.ledger.commit import Committer

Value = TypeVar("Value")
_BATCH = 50 * BLOCK
"""Rows of the ledger in memory at a time; they fill whole lines, sealed or not."""
_LINES = 100
"""Lines of the ledger that are decrypted at a time."""


def reencrypt(committer: Committer, key: Key | None, wraps: Wraps | None, task: Task) -> None:
    """Seal everything to this key, which is in the file as `wraps`, or to none; raises as `Committer.rewrite`.

    The task is advanced by the bytes of evidence; what its report raises leaves everything as it was. Raises ValueError
    where something in the file is not as it was sealed.
    """
    after: RowCodec = SealedCodec(key) if key else PlainCodec()

    def anew(snapshot: Snapshot) -> Snapshot:
        _snapshot, held, before = committer.now()
        task.begin(sum(_length(line) for line in snapshot.files.values()))
        settled = 0
        last: EncodedRows = ()
        for batch in _batches(snapshot, held, before):
            settled, last = settled + len(last), batch
        lines = settled // after.rows_per_line

        def write_settled(write: Write) -> None:
            blocks = 0
            for batch in islice(_batches(snapshot, held, before), settled // _BATCH):
                packed = after.pack(batch, blocks)
                write(b",\n" * bool(blocks) + packed.settled)
                blocks = packed.blocks

        moved = {name: evidence_rows.moved(name, line, held, before, after) for name, line in snapshot.files.items()}
        return replace(
            snapshot,
            lock=with_key(snapshot.lock, wraps),
            files={name: _counted(row, task) for name, row in moved.items()},
            settled=write_settled if lines else b"",
            blocks=lines,
            places=NOWHERE,
            recent=last,
            wraps=wraps,
            attempts=FailedAttempts(),
        )

    committer.rewrite(after, anew)


def _batches(snapshot: Snapshot, held: Generation | None, codec: RowCodec) -> Iterator[EncodedRows]:
    """Yield all rows of the ledger in batches, of which only the last has partial lines in either codec."""
    yield from _even(chain.from_iterable(_opened(snapshot, held, codec)), _BATCH)


def _opened(snapshot: Snapshot, held: Generation | None, codec: RowCodec) -> Iterator[EncodedRows]:
    """Decrypt the rows of the ledger; raises ValueError where a line is not as it was saved."""
    first = 1
    for stored in _even(_stored(snapshot.settled, held), _LINES):
        opened = codec.unpack(stored, first).rows
        if any(row.block for row in opened):
            raise ValueError("a line of the ledger cannot be opened")
        yield tuple((row.key, row.data) for row in opened)
        first += len(stored)
    yield snapshot.recent


def _stored(settled: Chunk, held: Generation | None) -> Iterator[StoredRow]:
    if isinstance(settled, Extent) and held and settled.length:
        yield from rows_again(held, settled)
    elif isinstance(settled, bytes):
        yield from (StoredRow(key, data=row) for key, row in decode_lines(settled).items())


def _even(values: Iterable[Value], size: int) -> Iterator[tuple[Value, ...]]:
    """Yield the values in batches of this size; the last may be smaller."""
    left = iter(values)
    while some := tuple(islice(left, size)):
        yield some


def _length(line: Chunk) -> int:
    if isinstance(line, Extent):
        return line.length
    return len(line) if isinstance(line, bytes) else 0


def _counted(stream: Stream, task: Task) -> Stream:
    """Return the same stream, advancing the task by what is written."""

    def write_to(write: Callable[[bytes], object]) -> None:
        def count(part: bytes) -> None:
            write(part)
            task.advance(len(part))

        stream(count)

    return write_to
