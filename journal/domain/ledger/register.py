"""Everything of one sort that the case keeps, people or reports for instance: by number, and as it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

import msgspec

from journal.domain.ledger import case_object
from journal.domain.ledger.case_object import Kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.ledger.record import Record

ADDED, AMENDED, WITHDRAWN = "added", "amended", "withdrawn"
"""What can be done to one of them; amending something withdrawn makes it count again."""
ERASED = "erased"
"""What is done to an exhibit whose bytes are erased; whether it counts stays as it was."""

_NEEDED = frozenset({"name"})
"""What one of them cannot be without; erased, it is empty."""


class Register(Generic[Kept]):
    """What the records say of one sort."""

    def __init__(self, sort: type[Kept]) -> None:
        """Begin an empty one."""
        self.sort = sort
        self.now: dict[int, Kept] = {}
        """Everything ever added, withdrawn things included, by number."""
        self._said: dict[int, dict[int, Kept]] = {}

    def take(self, record: Record, verb: str) -> None:
        """Fold in the next record; raises ValueError or KeyError where it says something that cannot be."""
        said = record.fields()
        number: Any = said.pop(self.sort.SUBJECT)
        known = self._said.get(number, {})
        if not isinstance(number, int) or number < 1 or bool(known) == (verb == ADDED):
            raise ValueError(f"the number {number} cannot be used")
        before: Mapping[str, Any] = msgspec.to_builtins(self.now[number]) if known else {}
        erased = dict.fromkeys(_NEEDED & record.blackened.keys(), "")
        derived: dict[str, object] = {
            "withdrawn": before.get("withdrawn", False) if verb == ERASED else verb == WITHDRAWN
        }
        if "added_at" in self.sort.__struct_fields__:
            derived |= {"added_at": before.get("added_at", record.recorded_at)}
        if "erased_at" in self.sort.__struct_fields__:
            derived |= {"erased_at": record.recorded_at if verb == ERASED else before.get("erased_at", "")}
        one = self.sort.from_fields(number, {**before, **erased, **said}, **derived)
        self._said[number] = {**known, record.seq: one}
        self.now[number] = one

    def before(self, number: int, seq: int) -> Kept | None:
        """Return what was said of one before this record, or None where it was the first about it."""
        earlier = [one for record, one in self._said[number].items() if record < seq]
        return earlier[-1] if earlier else None

    def back(self, number: int, seq: int) -> tuple[str, dict[str, Any]]:
        """Return what is to be done to one, with the fields, so that it is again as it was before this record."""
        before = self.before(number, seq)
        if before is None:
            return WITHDRAWN, {}
        return WITHDRAWN if before.withdrawn else AMENDED, case_object.changed(self.now[number], before)

    @property
    def standing(self) -> list[Kept]:
        """What was not withdrawn, by number."""
        return [one for _number, one in sorted(self.now.items()) if not one.withdrawn]

    @property
    def next(self) -> int:
        """The number that the next one gets."""
        return max(self.now, default=0) + 1
