"""Columns of tables as they were assigned before, for the next table with the same header."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.intake.model.columns import Columns, Meaning
from journal.intake.model.found import SentBy
from journal.store.file.mutable_state import TableColumns, with_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.intake.model.columns import Header
    from journal.store.file.mutable_state import MutableState
    from journal.store.ledger.ledger import Ledger


def columns_before(desk: MutableState, header: Header) -> Columns | None:
    """Return what the columns of a table with this header held before; None where none was brought in."""
    kept = next((one for one in desk.tables if one.header == header and len(one.meanings) == len(header)), None)
    if kept is None:
        return None
    try:
        return Columns(tuple(map(Meaning, kept.meanings)), SentBy(kept.sent_by) if kept.sent_by else None)
    except ValueError:
        return None


def keep_columns(ledger: Ledger, assigned: Mapping[Header, Columns]) -> None:
    """Keep what was assigned, durably; where the disk does not take it, it is only asked again the next time."""
    for header, columns in assigned.items():
        sent_by = columns.sent_by.value if columns.sent_by else ""
        kept = TableColumns(header=header, meanings=tuple(one.value for one in columns.meanings), sent_by=sent_by)
        with suppress(JournalError):
            ledger.keep(partial(with_columns, kept))
