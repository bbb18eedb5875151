"""Register: the versioned collection of one sort of case object (people, reports …), built by applying records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

import msgspec

from journal.domain.ledger import case_object
from journal.domain.ledger.case_object import NumberedT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.ledger.record import Record

ADDED, AMENDED, WITHDRAWN = "added", "amended", "withdrawn"
"""Verbs of the actions on an object; amending a withdrawn one reinstates it."""
ERASED = "erased"
"""Verb of erasing an exhibit's bytes; whether the exhibit is withdrawn stays as it was."""

_NEEDED = frozenset({"name"})
"""Required fields; where one is blackened, it is decoded as an empty string."""


class Register(Generic[NumberedT]):
    """All objects of one sort by number, with every earlier version."""

    def __init__(self, sort: type[NumberedT]) -> None:
        """Create an empty register of this sort."""
        self.sort = sort
        self.now: dict[int, NumberedT] = {}
        """Latest version of every object ever added, withdrawn ones included, by number."""
        self._said: dict[int, dict[int, NumberedT]] = {}

    def apply(self, record: Record, verb: str) -> None:
        """Apply the next record; raises ValueError or KeyError for a number or field that is not valid."""
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

    def before(self, number: int, seq: int) -> NumberedT | None:
        """Return the last version of an object before this record; None where that record added it."""
        earlier = [one for record, one in self._said[number].items() if record < seq]
        return earlier[-1] if earlier else None

    def inverse(self, number: int, seq: int) -> tuple[str, dict[str, Any]]:
        """Return the compensating action of a record: verb and fields that restore the object's version before it."""
        before = self.before(number, seq)
        if before is None:
            return WITHDRAWN, {}
        return WITHDRAWN if before.withdrawn else AMENDED, case_object.changed(self.now[number], before)

    @property
    def standing(self) -> list[NumberedT]:
        """Objects that are not withdrawn, by number."""
        return [one for _number, one in sorted(self.now.items()) if not one.withdrawn]

    @property
    def next(self) -> int:
        """Number for the next object to be added."""
        return max(self.now, default=0) + 1
