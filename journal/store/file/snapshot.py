"""Snapshot of a journal, as the chunks of which its next generation is written.

What lies in the generation in use and will not change is not in memory: it is an extent, copied by the kernel.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from journal.store.age.wraps import Wraps
from journal.store.file.generation import Extent, FileExtent
from journal.store.file.identity import FailedAttempts, KeyBackup
from journal.store.file.layout import lines, quoted
from journal.store.file.places import NOWHERE, PlaceCollector, PlacedRows, Places
from journal.store.file.row_codec import EncodedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.store.file.generation import Generation, GenerationWriter
    from journal.store.file.row_codec import RowCodec

Stream = Callable[[Callable[[bytes], object]], None]
"""Producer of bytes that are too large for memory: it calls its argument with one part after the other."""
Chunk = bytes | Extent | FileExtent | Stream


class Layout(Struct, frozen=True, tag_field="about", tag="layout"):
    """Index of the file, a row of the table `desk`: the offsets with which opening need not read the evidence."""

    taken_in: str = ""
    """Digest of the last save in the write-ahead log that this generation has taken in."""
    files: dict[str, tuple[int, int]] = {}
    """Offset, counted from the name of the table `files`, and length of each row of evidence."""
    records: int = 0
    """Offset of the name of the table `records`, counted in the same way."""


NO_FILES: Mapping[str, Chunk] = {}
FileNote = Layout | KeyBackup | FailedAttempts
"""Row of the table `desk` that is about the file itself."""


_NOTES: msgspec.json.Decoder[FileNote] = msgspec.json.Decoder(FileNote)


def note_in(row: Raw) -> FileNote | None:
    """Parse a row of the table `desk` as one about the file itself, or return None where it is another."""
    try:
        return _NOTES.decode(row)
    except (ValueError, RecursionError):
        return None


class Snapshot(Struct, frozen=True):
    """Immutable snapshot of everything that a journal holds."""

    lock: bytes = b""
    """The lines of the table `lock`."""
    files: dict[str, Chunk] = {}
    """The rows of evidence, each as a line."""
    settled: Chunk = b""
    """The lines of the table `records` that are final."""
    blocks: int = 0
    """Number of these lines."""
    places: Places | None = NOWHERE
    """The places of these lines, counted from the first; None where they were not noted."""
    recent: EncodedRows = ()
    """The rows of the ledger after them."""
    desk: dict[str, Raw] = {}
    """The rows of the table `desk`, those about the file itself left out."""
    others: dict[str, bytes] = {}
    """The lines of tables that this program does not know."""
    taken_in: str = ""
    """Digest of the last save in the write-ahead log that is part of this."""
    wraps: Wraps | None = None
    """Wrapped key of a protected journal, whose second copy lies in the table `desk`."""
    attempts: FailedAttempts = FailedAttempts()
    """Counter of failed attempts to unlock it."""

    def placed(self, held: Generation | None, codec: RowCodec) -> PlacedRows | None:
        """Return how to read the rows in the final lines again, from the generation that holds them.

        None where that cannot be, because their places were not noted.
        """
        if held is None or self.places is None or not isinstance(self.settled, Extent):
            return None
        return PlacedRows(self.places, self.settled, held, codec)

    def grown(
        self, rows: EncodedRows, desk: Mapping[str, Raw] | None = None, files: Mapping[str, Chunk] = NO_FILES
    ) -> Snapshot:
        """Return the snapshot with rows of ledger and evidence added, and the table `desk` replaced if one is given."""
        desk = self.desk if desk is None else dict(desk)
        return replace(self, recent=(*self.recent, *rows), desk=desk, files={**self.files, **files})

    def since(self, earlier: Snapshot, written: Snapshot) -> Snapshot:
        """Return the snapshot `written`, which was made from `earlier`, with everything that was saved since."""
        new = self.recent[len(earlier.recent) :]
        files = {key: line for key, line in self.files.items() if key not in earlier.files}
        return replace(written.grown(new, self.desk, files), taken_in=self.taken_in)

    def write(self, out: GenerationWriter, codec: RowCodec) -> Snapshot:
        """Serialise the snapshot to a new generation, and return it with its extents there; raises OSError."""
        tables = _TableWriter(out)
        tables.begin("lock")
        tables.line(self.lock)
        origin = tables.begin("files")
        files = {key: tables.line(line) for key, line in self.files.items()}
        records = tables.begin("records")
        packed = codec.pack(self.recent, self.blocks)
        noted = PlaceCollector()
        settled = self.settled
        before = tables.line(_noted(settled, noted) if callable(settled) else settled, checked=True)
        places = noted.finish() if callable(settled) else self.places
        joined = _joined(before, packed.settled, tables.line(packed.settled))
        tables.line(packed.rest)
        tables.begin("desk")
        offsets = {key: (extent.start - origin, extent.length) for key, extent in files.items()}
        tables.line(lines(_with(codec.encode_desk(self.desk), self._notes(offsets, records - origin))))
        for name, other in self.others.items():
            tables.begin(name)
            tables.line(other)
        tables.end()
        return replace(
            self,
            files=dict(files),
            settled=joined,
            blocks=packed.blocks,
            places=None if places is None else places.after(packed.settled),
            recent=packed.left,
        )

    def _notes(self, files: dict[str, tuple[int, int]], records: int) -> Iterator[Struct]:
        """Yield the rows of the table `desk` that are about the file itself, and never sealed."""
        if self.wraps:
            yield KeyBackup(self.wraps.passphrase, self.wraps.recovery)
        if self.attempts.failed:
            yield self.attempts
        yield Layout(self.taken_in, files, records)


def _noted(stream: Stream, places: PlaceCollector) -> Stream:
    """Return the same stream of lines, whose places are noted as they are written."""

    def write_to(write: Callable[[bytes], object]) -> None:
        def note(part: bytes) -> None:
            write(part)
            places.take(part)

        stream(note)

    return write_to


class _TableWriter:
    """Serialiser of tables, one line after the other."""

    def __init__(self, out: GenerationWriter) -> None:
        self._out = out
        self._between = b"{"
        self._first = True

    def begin(self, name: str) -> int:
        """Begin a table and return the offset of its name."""
        start = self._out.at + len(self._between)
        self._out.put(self._between + quoted(name) + b":{\n")
        self._between = b"},\n"
        self._first = True
        return start

    def line(self, piece: Chunk, *, checked: bool = False) -> Extent:
        """Write lines, or nothing, and return their extent; `checked` as in `GenerationWriter.stream`."""
        if piece == b"" or (isinstance(piece, Extent) and not piece.length):
            return Extent(self._out.at, 0, 0)
        if not self._first:
            self._out.put(b",\n")
        self._first, self._between = False, b"\n},\n"
        if isinstance(piece, bytes | Extent | FileExtent):
            return self._out.put(piece)
        return self._out.stream(piece, checked=checked)

    def end(self) -> None:
        """Close the last table and the file."""
        self._out.put(self._between[:-2] + b"}\n")


def _joined(before: Extent, added: bytes, after: Extent) -> Extent:
    """Merge two neighbouring extents, the second of which holds these bytes."""
    if not added:
        return before
    if not before.length:
        return after
    check = None if before.check is None else zlib.crc32(b",\n" + added, before.check)
    return Extent(before.start, after.end - before.start, check)


def _with(rows: Mapping[str, Raw], notes: Iterable[Struct]) -> Iterator[tuple[str, Raw]]:
    """Yield rows, then notes under keys that are free."""
    yield from rows.items()
    free = max((int(key) for key in rows if key.isdecimal()), default=0) + 1
    yield from ((str(key), Raw(msgspec.json.encode(note))) for key, note in enumerate(notes, start=free))
