"""Erasing: the file is rewritten without the erased fields, with a record that declares it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from journal.domain.base.errors import NotSaved
from journal.domain.ledger.backup_rules import read_name
from journal.domain.ledger.chain import Head
from journal.domain.state import erasing
from journal.domain.text.words import N_, _
from journal.store.file import mutable_state, write_ahead_log
from journal.store.file.places import NOWHERE
from journal.store.file.row_codec import encode_records
from journal.store.ledger.checkpoint import Unconfirmed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from journal.domain.ledger.record import Record
    from journal.domain.state.erasing import FieldRef
    from journal.store.file.mutable_state import Draft, MutableState
    from journal.store.file.snapshot import Snapshot
    from journal.store.ledger.ledger import Ledger

_UNSURE = N_(
    "It is erased from the journal, but the disk did not confirm that: after a power cut the earlier file may be there "
    "again. Look once more when the journal is next opened."
)


def erase(
    ledger: Ledger, acts: Sequence[Mapping[str, Any]], places: Sequence[FieldRef], files: Collection[int] = ()
) -> list[Record]:
    """Rewrite the file without these fields and rows of evidence, and with the records of acts that declare it.

    Drafts that hold the same words go too. Nothing of ours in the folder holds what was erased afterwards. Raises
    ReadOnly, and NotSaved with the journal as it was; where only the last sync failed, NotSaved says so, and the ledger
    goes on without what was erased.
    """
    with ledger.undisturbed() as storage:
        committer = storage.committer
        records, desk = without(ledger.records, ledger.desk, places)
        added = ledger.record_writer.following(records, acts)
        records += added
        desk = replace(desk, head=Head(added[-1].seq, added[-1].digest))
        rows, desk_rows = encode_records(records), dict(mutable_state.to_rows(desk))

        def anew(snapshot: Snapshot) -> Snapshot:
            left = {
                name: line for name, line in snapshot.files.items() if name not in {str(number) for number in files}
            }
            return replace(snapshot, files=left, settled=b"", blocks=0, places=NOWHERE, recent=rows, desk=desk_rows)

        try:
            committer.rewrite(committer.codec, anew)
        except Unconfirmed as error:
            if committer.now()[0].desk != desk_rows:
                raise
            ledger.take_over(records, rows, desk)
            raise NotSaved(_(_UNSURE)) from error
        ledger.take_over(records, rows, desk)
    return added


def without(
    records: Sequence[Record], desk: MutableState, places: Sequence[FieldRef]
) -> tuple[list[Record], MutableState]:
    """Return records and desk without what stands in these places.

    A draft that would amend a concerned entry, or that holds the same words, goes as a whole; so do a choice and the
    sender's data that are kept for a hand-over, a saved filter, and a row that only another version knows, where they
    hold them.
    """
    words = erasing.words_at(records, places)
    rows = tuple(row for row in desk.unknown_rows if not erasing.holds(_decoded(row), words))
    gone = {draft.id for draft in drafts_concerned(records, desk, places)}
    drafts = tuple(draft for draft in desk.drafts if draft.id not in gone)
    remembered = tuple(one for one in desk.remembered if not erasing.holds([one.name, one.typed], words))
    tables = tuple(one for one in desk.tables if not erasing.holds(one.header, words))
    filters = tuple(one for one in desk.filters if not erasing.holds([one.name, one.filter], words))
    sender = {} if erasing.holds(desk.sender, words) else desk.sender
    kept = {"remembered": remembered, "tables": tables, "filters": filters, "sender": sender}
    left = replace(desk, drafts=drafts, unknown_rows=rows, **kept)
    return erasing.erased(records, places), left


def drafts_concerned(records: Sequence[Record], desk: MutableState, places: Sequence[FieldRef]) -> tuple[Draft, ...]:
    """Return the drafts that would amend an entry of which something is erased, or that hold the same words."""
    words = erasing.words_at(records, places)
    concerned = {place.record for place in places}
    entries = {record.fields().get("entry") for record in records if record.seq in concerned} - {None}
    return tuple(
        draft
        for draft in desk.drafts
        if (draft.amends and draft.amends in entries) or erasing.holds(draft.typed, words)
    )


def left_beside(path: Path) -> tuple[str, ...]:
    """Return the names of other files in the journal's folder that may be earlier states of it; none of them is read.

    Raises nothing: a folder that cannot be listed holds none.
    """
    own = {path.name, write_ahead_log.log_path(path).name}
    try:
        names = sorted(one.name for one in path.parent.iterdir())
    except OSError:
        return ()
    return tuple(name for name in names if name not in own and _may_be_a_state(name, path))


def _may_be_a_state(name: str, path: Path) -> bool:
    beside = name.startswith(f"{path.stem}-") and name.endswith((".tail", path.suffix))
    return beside or read_name(name) is not None


def _decoded(row: msgspec.Raw) -> object:
    try:
        return msgspec.json.decode(row)
    except (ValueError, RecursionError):
        return None
