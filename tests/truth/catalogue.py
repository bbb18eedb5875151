"""A journal that leaves nothing out: every kind, with every field that it has, set, changed, emptied and set again."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from journal.domain.kinds import KINDS
from tests.truth.words import LINES, PIECES, token

if TYPE_CHECKING:
    from journal.domain.kinds.catalogue import Field, Kind
    from tests.truth.paper import Action, Said

_TARGETS = (["me", "child"], ["neighbour"])
_KNOWN_BY, _FELT = ("handwriting", "assumption"), ("no", "strongly")
_WHEN = (
    {"certainty": "exact", "start": "2026-10-25T02:50", "offset": "+02:00"},
    {"certainty": "exact", "start": "2026-10-25T02:10", "offset": "+01:00"},
)


def everything() -> list[Action]:
    """Two people, and of each kind an entry that says all it can: as first told, changed, emptied, and set again."""
    numbers = count(1)
    people = [{"name": f"name {token(next(numbers))}", "role": role} for role in ("stalker", "witness")]
    acts: list[Action] = [{"do": "person.added", "said": said, "target": {}} for said in people]
    for number, kind in enumerate(KINDS, start=1):
        first, second = (_all_of(kind, turn, numbers) for turn in (0, 1))
        bare = {name: second[name] for name in ("kind", "happened")}
        told = [second, bare, first] if number % 2 else [second, bare]
        acts.append({"do": "entry.recorded", "said": first})
        acts += [{"do": "entry.amended", "entry": number, "said": one, "reason": token(next(numbers))} for one in told]
    return acts


def _all_of(kind: Kind, turn: int, numbers: count[int]) -> Said:
    said: Said = {"kind": kind.id, "happened": _WHEN[turn], "noticed": _WHEN[turn], "until": _WHEN[1]}
    said |= {name: _words(turn, numbers) for name in ("place", "impact", "my_response", "account", "quoted_words")}
    said |= {"private_note": _words(turn, numbers), "tags": [_words(turn, numbers)], "targeted": _TARGETS[turn]}
    said |= {"identified_by": _KNOWN_BY[turn], "threat_felt": _FELT[turn], "witnesses": [2], "reported_by": 2}
    said["person"] = 1
    if kind.repeatable:
        said["times"] = 51 - turn
    return said | {field.id: _held(field, turn, numbers) for field in kind.fields}


def _held(field: Field, turn: int, numbers: count[int]) -> Any:
    if field.choices:
        return field.choices[-turn].id
    plain: dict[str, Any] = {
        "yes_no": bool(turn),
        "number": 9 * turn,
        "duration": 3725 * turn,
        "date": f"2026-10-2{turn}",
    }
    return plain[field.shape] if field.shape in plain else _words(turn, numbers)


def _words(turn: int, numbers: count[int]) -> str:
    number = next(numbers)
    pieces = PIECES + LINES if turn else PIECES
    return f"{pieces[number % len(PIECES)]} {token(number)}"
