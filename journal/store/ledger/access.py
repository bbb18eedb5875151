"""Write access to a journal, or why it is refused: read-only mode, another writer, the disk, a fault, a copy."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from journal.domain.base.errors import ReadOnly
from journal.domain.ledger.chain import DAMAGE
from journal.domain.text.words import N_, _, spoken
from journal.store.disk.write_lock import WriteLock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from journal.domain.ledger.chain import Fault
    from journal.store.disk.write_lock import LockHolder
    from journal.store.file.copy_labels import CopyLabel

_ASKED = N_("This journal was opened for reading only. Nothing was changed; open it again without that to write.")
_HELD = N_(
    "Another window has this journal open for writing (process {process} on {computer}, since {since} UTC). It can be "
    "read here, and nothing was changed; close that window and open the journal again to write."
)
_HELD_BY_NOBODY_KNOWN = N_(
    "Another window has this journal open for writing. It can be read here, and nothing was changed; close that window "
    "and open the journal again to write."
)
_DISK = N_(
    "The computer does not allow writing at this place ({reason}). The journal can be read here, and nothing was "
    "changed; copy it to a place where writing is allowed."
)
_PROTECTED = N_(
    "The file is marked as not to be written. The journal can be read here, and nothing was changed; remove the mark "
    "and open it again to write."
)
_FAULT = N_(
    "Record {record} of this file does not agree with the others, as if it had been changed from outside. The journal "
    "can be read here, and nothing was changed; check it with `journal verify`, and go on with a copy that agrees."
)
_DAMAGE = N_(
    "Not all of this file can be read: {damage}. What can be read is shown, and the file was left as it is. Save what "
    "is whole in a new file with `journal recover`, or go on with a copy that agrees."
)
_FAULT_IN_FILE = N_(
    "This file is not as the program left it. The journal can be read here, and nothing was changed; check it with "
    "`journal verify`, and go on with a copy that agrees."
)
_COPY = N_(
    "This is a copy of a journal, made on {made} UTC, at record {record}. It can be read here, and nothing was "
    "changed; to go on writing in it, make it the journal first."
)
_TAIL = N_(
    "Beside this journal lay saves that do not go on where it ends, as if another file had been put in its place. They "
    "are in the file {name}, and nothing was thrown away. The journal can be read here; open it again to write."
)


class Refusal(Struct, frozen=True):
    """Reason why nothing can be saved; translated when it is read."""

    message: str
    values: dict[str, str | int] = {}

    def sentence(self) -> str:
        """Render what is the matter, what is safe and what to do next."""
        return _(self.message).format(**self.values)


class Access:
    """Access to a file, and the write lock that belongs to it."""

    def __init__(
        self, lock: WriteLock | None = None, refused: Refusal | None = None, holder: LockHolder | None = None
    ) -> None:
        """Keep the result of asking for the lock."""
        self._lock = lock
        self.refused = refused
        """Why nothing can be saved; None where it can."""
        self.holder = holder
        """The process that has the lock instead, where it wrote itself into the lock file."""
        self.copy: CopyLabel | None = None
        """Label of a copy; None where the file is none, or was opened read-only."""

    @classmethod
    def asked(cls) -> Self:
        """Return read-only access; the folder stays untouched."""
        return cls(refused=Refusal(_ASKED))

    def refuse_because_of(self, faults: Sequence[Fault]) -> None:
        """Switch to read-only because of faults in the ledger; an earlier reason stays."""
        self.release()
        self.refused = self.refused or _because_of(faults)

    def refuse_as_copy(self, label: CopyLabel) -> None:
        """Switch to read-only because the file is a copy of a journal; a fault or another earlier reason stays."""
        self.release()
        self.copy = None if self.refused and self.refused.message == _ASKED else label
        made = f"{label.made:%Y-%m-%d %H:%M}" if label.made else "?"
        self.refused = self.refused or Refusal(_COPY, {"made": made, "record": label.record})

    def refuse_because_of_log(self, name: str) -> None:
        """Switch to read-only because a write-ahead log, now in this file, does not fit; an earlier reason stays."""
        self.release()
        self.refused = self.refused or Refusal(_TAIL, {"name": name})

    @property
    def reason(self) -> str:
        """Why nothing can be saved, as a sentence; empty where it can."""
        return self.refused.sentence() if self.refused else ""

    def require(self) -> None:
        """Raise ReadOnly where nothing can be saved."""
        if self.refused:
            raise ReadOnly(self.refused.sentence())

    @contextmanager
    def released_on_error(self) -> Iterator[None]:
        """Release the write lock where what is done meanwhile raises anything."""
        try:
            yield
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Release the write lock."""
        if self._lock:
            self._lock.release()


def _because_of(faults: Sequence[Fault]) -> Refusal:
    damage = [fault for fault in faults if fault.kind in DAMAGE]
    if damage:
        from journal.domain.ledger.verdict import told_faults

        return Refusal(_DAMAGE, {"damage": told_faults(damage, spoken())})
    record = faults[0].record if faults else 0
    return Refusal(_FAULT, {"record": record}) if record else Refusal(_FAULT_IN_FILE)


def open_for_writing(path: Path, now: datetime) -> Access:
    """Take the write lock of this file; creates the folder, for its owner alone, where there is none.

    Never raises: where the lock cannot be taken, the result says why.
    """
    lock = WriteLock(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not os.access(path, os.W_OK):
            return Access(refused=Refusal(_PROTECTED))
        if lock.take(now):
            return Access(lock)
    except OSError as error:
        return Access(refused=Refusal(_DISK, {"reason": error.strerror or type(error).__name__}))
    holder = lock.holder()
    if holder is None:
        return Access(refused=Refusal(_HELD_BY_NOBODY_KNOWN))
    since = holder.since.replace("T", " ").removesuffix("Z")
    values: dict[str, str | int] = {"process": holder.process, "computer": holder.computer, "since": since}
    return Access(refused=Refusal(_HELD, values), holder=holder)
