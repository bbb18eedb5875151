"""Writing a whole journal anew: sealed to another key, no longer sealed, or sealed for the first time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.store import enclosed
from journal.store.generation import Span
from journal.store.identity import Attempts, with_key
from journal.store.layout import Row, rows_of
from journal.store.sealed import Sealed
from journal.store.sealing import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.store.generation import Generation
    from journal.store.identity import Wraps
    from journal.store.keeper import Keeper
    from journal.store.protection import Key
    from journal.store.sealing import Rows, Sealing
    from journal.store.volume import Piece, Stream, Volume


def reseal(keeper: Keeper, key: Key | None, wraps: Wraps | None, progress: Callable[[int, int], object]) -> None:
    """Seal everything to this key, which is in the file as `wraps`, or to none; raises as `Keeper.reseal`.

    `progress` is told the bytes of evidence done and all of them, and may raise to leave everything as it was. Raises
    ValueError where something in the file is not as it was sealed.
    """
    after: Sealing = Sealed(key) if key else Plain()

    def anew(volume: Volume) -> Volume:
        _volume, held, before = keeper.now()
        told = _Told(progress, sum(_length(line) for line in volume.files.values()))
        return replace(
            volume,
            lock=with_key(volume.lock, wraps),
            files={name: told.counting(_moved(name, line, held, before, after)) for name, line in volume.files.items()},
            settled=b"",
            blocks=0,
            recent=_all_rows(volume, held, before),
            wraps=wraps,
            attempts=Attempts(),
        )

    keeper.reseal(after, anew)


def _all_rows(volume: Volume, held: Generation | None, sealing: Sealing) -> Rows:
    settled = volume.settled
    if isinstance(settled, Span):
        settled = held.read(settled) if held else b""
    stored = rows_of(settled) if isinstance(settled, bytes) else {}
    opened = sealing.unpack([Row(key, row) for key, row in stored.items()]).rows
    return (*((row.key, row.data) for row in opened), *volume.recent)


def _moved(name: str, line: Piece, held: Generation | None, before: Sealing, after: Sealing) -> Stream:
    """Return what writes a row of evidence in the other way; its content is in memory once while that is done."""

    def write_to(write: Callable[[bytes], object]) -> None:
        content = io.BytesIO()
        digest = enclosed.copy_out(line, held, before, content.write)
        content.seek(0)
        enclosed.row(name, content, digest, after)(write)

    return write_to


def _length(line: Piece) -> int:
    if isinstance(line, Span):
        return line.length
    return len(line) if isinstance(line, bytes) else 0


class _Told:
    """Counts what was written and tells it."""

    def __init__(self, progress: Callable[[int, int], object], whole: int) -> None:
        self._progress, self._whole = progress, whole
        self._done = 0

    def counting(self, stream: Stream) -> Stream:
        def write_to(write: Callable[[bytes], object]) -> None:
            def count(part: bytes) -> None:
                write(part)
                self._done += len(part)
                self._progress(min(self._done, self._whole), self._whole)

            stream(count)

        return write_to
