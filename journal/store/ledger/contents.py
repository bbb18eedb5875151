"""Contents of a journal's file, validated and decoded; a file that is no journal of this program is refused."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import UNSET, Struct

from journal.domain.base.errors import Locked, Unreadable
from journal.domain.ledger.chain import BEGINNING, Fault, FaultKind, Head, LedgerRow, is_chain
from journal.domain.ledger.record import Record
from journal.domain.text.words import N_, _
from journal.store.file import copy_labels, mutable_state
from journal.store.file.copy_labels import CopyLabel
from journal.store.file.folded_table import FoldedTable
from journal.store.file.identity import FORMAT, ROW, Identity, identity_of
from journal.store.file.layout import TABLES, MalformedFile, Parsed, StoredRow
from journal.store.file.mutable_state import MutableState
from journal.store.ledger.record_checker import is_doubled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.store.age.wraps import Wraps
    from journal.store.file.folding import Fold
    from journal.store.ledger.storage import JournalStorage

_DAMAGED = N_(
    "This file cannot be read as a journal: it is damaged, or something else. It was left byte for byte as it is; open "
    "a copy of the journal, or save what is whole in a new file with `journal recover`."
)
_EMPTY = N_(
    "This file is empty: nothing can be read from it. It was left as it is; open a copy of the journal instead."
)
_FOREIGN = N_("This file belongs to another program and is not a journal. It was left as it is; choose another file.")
_NEWER = N_(
    "This journal was written by a newer version of the program. It was left as it is; open it with that version."
)
_NOT_ALLOWED = N_("The computer does not allow reading this file. It was left as it is; allow it, then open it again.")
_NO_FILE = N_("This is not a file that can hold a journal ({reason}). It was left as it is; choose another file.")
_LOCKED = N_(
    "This journal is protected. Nothing was changed; its passphrase or its recovery code is needed to open it."
)


Value = TypeVar("Value")
_RECORD = msgspec.json.Decoder(Record)
_SLICE = 1000


class Contents(Struct, frozen=True):
    """Decoded contents of a journal's file."""

    lines: tuple[LedgerRow, ...]
    """The rows of the ledger, those that cannot be read too."""
    desk: MutableState
    faults: tuple[Fault, ...]
    """What stands in the file that does not belong to a journal."""
    doubled: bool
    """Whether there is a duplicate name, so that the file can be parsed in two ways."""
    label: CopyLabel | None = None
    """Label of a copy; None for the journal itself."""
    beside: int = 0
    """Number of saves in the write-ahead log beside the file."""
    folded: FoldedTable | None = None
    """The records of the file, where they were folded; `lines` are those that came after."""

    @property
    def is_chain(self) -> bool:
        """Whether what was folded and what came after is one unbroken chain, and nothing else is wrong."""
        after = self.folded.head if self.folded else BEGINNING
        return not (self.faults or self.doubled) and is_chain(self.lines, self.desk.head, after)


def read_contents(
    storage: JournalStorage, *, closely: bool = False, lean: bool = False, fold: Fold | None = None
) -> Contents | None:
    """Load and decode the file, or return None where there is none.

    `closely` also looks for duplicate names inside every record; with `lean` salts and the words of entries are dropped
    while it is read; `fold` as in `loading.load`. Raises Unreadable for a file that is damaged, foreign, newer than
    this program, or cannot be read at all; nothing is written.
    """
    try:
        loaded = storage.load(closely=closely, lean=lean, fold=fold)
    except MalformedFile as error:
        raise Unreadable(_(_EMPTY if storage.path.stat().st_size == 0 else _DAMAGED)) from error
    except PermissionError as error:
        raise Unreadable(_(_NOT_ALLOWED)) from error
    except OSError as error:
        reason = error.strerror or errno.errorcode.get(error.errno or 0, "")
        raise Unreadable(_(_NO_FILE).format(reason=reason)) from error
    if loaded.generation is None:
        return None
    parsed, label = copy_labels.split_label(loaded.parsed)
    _require_own(parsed)
    if loaded.locked:
        raise Locked(_(_LOCKED))
    lines = tuple(_line(row, closely=closely) for row in in_slices(parsed.rows("records"), storage.between))
    desk = mutable_state.from_rows(row.data for row in parsed.rows("desk"))
    tail = [] if loaded.replay is None or loaded.replay.fits else [Fault(0, FaultKind.TAIL)]
    before = loaded.folded.last if loaded.folded else None
    last = lines[-1].record if lines else before
    found = [*_file_faults(parsed, loaded.snapshot.wraps), *_wrong_label(label, last), *tail]
    beside = len(loaded.replay.saves) if loaded.replay else 0
    return Contents(lines, desk, tuple(found), parsed.doubled, label, beside, loaded.folded)


def in_slices(values: Sequence[Value], between: Callable[[], None]) -> Iterator[Value]:
    """Yield the values, and call the callback `between` after every thousand."""
    for start in range(0, len(values), _SLICE):
        between()
        yield from values[start : start + _SLICE]


def _require_own(parsed: Parsed) -> None:
    identities = [found for row in parsed.rows("lock") if (found := identity_of(row.data))]
    if not identities:
        raise Unreadable(_(_FOREIGN))
    if identities[-1].format > FORMAT:
        raise Unreadable(_(_NEWER))


def _line(row: StoredRow, *, closely: bool) -> LedgerRow:
    if row.within is not None:
        return row
    try:
        record = row.record or _RECORD.decode(row.data)
    except (ValueError, RecursionError):
        return LedgerRow(row.key, None, row.doubled, row.block)
    return LedgerRow(row.key, record, row.doubled or (closely and is_doubled(row.data, record)))


def _wrong_label(label: CopyLabel | None, last: Record | None) -> list[Fault]:
    end = Head(last.seq, last.digest) if last else Head()
    return [Fault(0, FaultKind.LOCK)] if label and not label.agrees_with(end) else []


def _file_faults(parsed: Parsed, spare: Wraps | None) -> list[Fault]:
    found = [Fault(0, FaultKind.DAMAGED)] if parsed.damaged else []
    elsewhere = parsed.doubled and not any(row.doubled for row in parsed.rows("records"))
    if parsed.tables.keys() - set(TABLES) or elsewhere:
        found.append(Fault(0, FaultKind.TABLE))
    own = [(row.key, msgspec.json.decode(row.data), row.doubled) for row in parsed.rows("lock")]
    spare_lost = parsed.damaged and spare is None
    if not spare_lost and own != [(ROW, msgspec.to_builtins(Identity(key=spare or UNSET)), False)]:
        found.append(Fault(0, FaultKind.LOCK))
    return found
