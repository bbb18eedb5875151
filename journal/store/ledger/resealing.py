"""Writing a whole journal anew: sealed to another key, no longer sealed, or sealed for the first time."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from journal.store.file import evidence_rows
from journal.store.file.generation import Span
from journal.store.file.identity import Attempts, with_key
from journal.store.file.layout import Row, rows_of
from journal.store.file.record_lines import rows_again
from journal.store.file.row_codec import Plain
from journal.store.file.sealed_rows import BLOCK, Sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.domain.base.task import Task
    from journal.store.age.protection import Key
    from journal.store.age.wraps import Wraps
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import Rows, Sealing, Write
    from journal.store.file.volume import Piece, Stream, Volume
    from journal.store.ledger.publisher import Keeper

Value = TypeVar("Value")
_BATCH = 50 * BLOCK
"""How many rows of the ledger are in memory at a time; they fill whole lines, sealed or not."""
_LINES = 100
"""How many lines of the ledger are opened at a time."""


def reseal(keeper: Keeper, key: Key | None, wraps: Wraps | None, task: Task) -> None:
    """Seal everything to this key, which is in the file as `wraps`, or to none; raises as `Keeper.reseal`.

    The task is advanced by the bytes of evidence; what its report raises leaves everything as it was. Raises ValueError
    where something in the file is not as it was sealed.
    """
    after: Sealing = Sealed(key) if key else Plain()

    def anew(volume: Volume) -> Volume:
        _volume, held, before = keeper.now()
        task.begin(sum(_length(line) for line in volume.files.values()))
        settled = 0
        last: Rows = ()
        for batch in _batches(volume, held, before):
            settled, last = settled + len(last), batch
        lines = settled // after.rows_in_a_line

        def write_settled(write: Write) -> None:
            blocks = 0
            for batch in islice(_batches(volume, held, before), settled // _BATCH):
                packed = after.pack(batch, blocks)
                write(b",\n" * bool(blocks) + packed.settled)
                blocks = packed.blocks

        moved = {name: evidence_rows.moved(name, line, held, before, after) for name, line in volume.files.items()}
        return replace(
            volume,
            lock=with_key(volume.lock, wraps),
            files={name: _counted(row, task) for name, row in moved.items()},
            settled=write_settled if lines else b"",
            blocks=lines,
            recent=last,
            wraps=wraps,
            attempts=Attempts(),
        )

    keeper.reseal(after, anew)


def _batches(volume: Volume, held: Generation | None, sealing: Sealing) -> Iterator[Rows]:
    """Yield all rows of the ledger, so many at a time that only the last are no whole lines in any way of sealing."""
    yield from _even(chain.from_iterable(_opened(volume, held, sealing)), _BATCH)


def _opened(volume: Volume, held: Generation | None, sealing: Sealing) -> Iterator[Rows]:
    """Yield the rows of the ledger, opened; raises ValueError where a line is not as it was saved."""
    first = 1
    for stored in _even(_stored(volume.settled, held), _LINES):
        opened = sealing.unpack(stored, first).rows
        if any(row.block for row in opened):
            raise ValueError("a line of the ledger cannot be opened")
        yield tuple((row.key, row.data) for row in opened)
        first += len(stored)
    yield volume.recent


def _stored(settled: Piece, held: Generation | None) -> Iterator[Row]:
    if isinstance(settled, Span) and held and settled.length:
        yield from rows_again(held, settled)
    elif isinstance(settled, bytes):
        yield from (Row(key, row) for key, row in rows_of(settled).items())


def _even(values: Iterable[Value], size: int) -> Iterator[tuple[Value, ...]]:
    """Yield the values, so many at a time; the last ones may be fewer."""
    left = iter(values)
    while some := tuple(islice(left, size)):
        yield some


def _length(line: Piece) -> int:
    if isinstance(line, Span):
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
