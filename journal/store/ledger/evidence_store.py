"""Store of the evidence in one journal: written with the next save, read and hashed as streams."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.text.words import N_, _
from journal.store.disk.free_space import require_room
from journal.store.file import evidence_rows
from journal.store.ledger.os_errors import translated_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from journal.store.age.age_streams import Readable
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import RowCodec
    from journal.store.file.snapshot import Chunk, Stream
    from journal.store.ledger.storage import JournalStorage

_GONE = N_(
    "This piece of evidence is not in the journal as it was added: it is missing, or something other than this program "
    "changed it. Nothing was changed; look for it in a copy of the journal."
)
_DIFFERS = N_(
    "The file changed while it was read, so that it was not added. The journal is as it was; try again once nothing "
    "writes into the file any more."
)


class EvidenceStore:
    """Evidence of one journal, in rows of their own."""

    def __init__(self, storage: JournalStorage) -> None:
        """Use the evidence of this file."""
        self._storage = storage
        self.new: dict[str, Stream] = {}
        """Rows that the next save adds."""
        self._more = 0
        """Estimate of their size in bytes."""

    def put(self, fields: Mapping[str, Any], source: Readable, *, above: int = 0) -> dict[str, Any]:
        """Stage evidence for the next save, and return the fields with `file`, the number of its row.

        That number is above any in the file, and above one that a row had which is no longer there. `sha256` must be
        among the fields, and `size` unless it is 0. The source is read when the save is made, which raises Refused
        where it is not what they say. Raises Refused where the disk has no room, NotSaved where it does not answer.
        """
        committer = self._storage.committer
        more = evidence_rows.encoded_size(fields.get("size", 0)) + (self._more if self.new else 0)
        with translated_errors():
            require_room(self._storage.path.parent, committer.size, more)
        self._more = more
        taken = [*self.new][-1:] or [key for key in committer.snapshot.files if key.isdecimal()]
        number = max(above, max(map(int, taken), default=0)) + 1
        self.new[str(number)] = self._refusing(
            evidence_rows.row(str(number), source, fields["sha256"], committer.codec)
        )
        return {**fields, "file": number}

    @contextmanager
    def putting(self) -> Iterator[None]:
        """Roll back, after any error inside, what was staged inside."""
        before, more = dict(self.new), self._more
        try:
            yield
        except BaseException:
            self.new.clear()
            self.new.update(before)
            self._more = more
            raise

    def read(self, number: int, sha256: str, write: Callable[[bytes], object]) -> None:
        """Write the bytes of a row part by part; they count only once this has returned.

        Raises Unreadable where there is no such row, or its bytes have another digest.
        """
        snapshot, held, codec = self._storage.committer.now()
        try:
            found = evidence_rows.copy_out(snapshot.files[str(number)], held, codec, write)
        except (ValueError, KeyError, OSError) as error:
            raise Unreadable(_(_GONE)) from error
        if found != sha256:
            raise Unreadable(_(_GONE))

    def digests(self, each: Callable[[bytes], object]) -> dict[str, str]:
        """Hash the evidence in every row, reading all of it; the digest is empty where a row cannot be read.

        `each` is a callback that gets every part that was read; what it raises comes through.
        """
        snapshot, held, codec = self._storage.committer.now()
        return {key: _digest(line, held, codec, each) for key, line in snapshot.files.items()}

    @staticmethod
    def _refusing(stream: Stream) -> Stream:
        def write_to(write: Callable[[bytes], object]) -> None:
            try:
                stream(write)
            except evidence_rows.Differs as error:
                raise Refused(_(_DIFFERS)) from error

        return write_to


def _digest(line: Chunk, held: Generation | None, codec: RowCodec, each: Callable[[bytes], object]) -> str:
    try:
        return evidence_rows.copy_out(line, held, codec, each)
    except (ValueError, OSError):
        return ""
