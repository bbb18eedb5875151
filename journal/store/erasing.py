"""The whole content of a journal without what is erased: records and desk, for a generation that replaces the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain import erasing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.erasing import Place
    from journal.domain.record import Record
    from journal.store.desk import Desk, Draft


def without(records: Sequence[Record], desk: Desk, places: Sequence[Place]) -> tuple[list[Record], Desk]:
    """Return records and desk without what stands in these places.

    A draft that would amend a concerned entry, or that holds the same words, goes as a whole.
    """
    words = erasing.words_at(records, places)
    concerned = {place.record for place in places}
    entries = {record.fields().get("entry") for record in records if record.seq in concerned} - {None}

    def goes(draft: Draft) -> bool:
        return (draft.amends in entries and bool(draft.amends)) or erasing.holds(draft.typed, words)

    drafts = tuple(draft for draft in desk.drafts if not goes(draft))
    return erasing.erased(records, places), replace(desk, drafts=drafts)
