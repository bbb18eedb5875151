"""One happening, as the person tells it: what is still being typed, and what stands in the ledger."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain import kinds
from journal.domain.kinds.catalogue import Detail
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping


class IdentifiedBy(StrEnum):
    """How the person knew who it was."""

    SAW = "saw"
    VOICE = "voice"
    NUMBER = "number"
    HANDWRITING = "handwriting"
    ACCOUNT = "account"
    TOLD = "told"
    ASSUMPTION = "assumption"


class Targeted(StrEnum):
    """Who it was aimed at."""

    ME = "me"
    CHILD = "child"
    FAMILY = "family"
    PARTNER = "partner"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Felt(StrEnum):
    """How threatening it was to the person; their own word, never a score."""

    NO = "no"
    SOMEWHAT = "somewhat"
    STRONGLY = "strongly"


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an entry says at one point of its history; every field may be left empty but time and kind."""

    happened: Moment = UNKNOWN
    """When it happened, or began."""
    until: Moment | None = None
    """When it ended, where it lasted."""
    noticed: Moment | None = None
    """When the person came to know of it, where that was later."""
    kind: str = "other"
    """The id of a kind of the catalogue."""
    times: int = 1
    """How many acts this entry stands for, one or more."""
    place: str = ""
    account: str = ""
    """What happened: facts, in the person's own words."""
    quoted_words: str = ""
    """What was said or written, literally."""
    person: int = 0
    """The number of the person who did it; 0 where nobody is named."""
    identified_by: IdentifiedBy | None = None
    """How that person was recognised."""
    targeted: tuple[Targeted, ...] = ()
    witnesses: tuple[int, ...] = ()
    """The numbers of the people who saw or heard it."""
    reported_by: int = 0
    """The number of the person who told it, where the writer was not there; 0 otherwise."""
    impact: str = ""
    """The effect on the person: sleep, work, health."""
    my_response: str = ""
    """What the person did."""
    threat_felt: Felt | None = None
    private_note: str = ""
    """For the writer alone; left out of every hand-over unless ticked."""
    tags: tuple[str, ...] = ()
    details: dict[str, Detail] = {}
    """The fields of the kind, id to value; those of an earlier kind are kept: changing the kind loses nothing."""

    @property
    def acts(self) -> int:
        """How many acts of the other side this entry counts for; an own step is none."""
        return 0 if kinds.kind(self.kind).own_step else self.times

    def fields(self) -> dict[str, Any]:
        """Return what is filled in, as fields of a record: name to JSON value, the details under their own ids."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        plain |= plain.pop("details", {})
        return {"kind": self.kind, "happened": msgspec.to_builtins(self.happened)} | plain

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Entry:
        """Return the entry that a record's fields say; fields that this program does not know are passed over.

        Raises msgspec.ValidationError where a known field holds something impossible.
        """
        own = {name: value for name, value in fields.items() if name in cls.__struct_fields__}
        details = {name: value for name, value in fields.items() if "." in name}
        return msgspec.convert(own | {"details": details}, cls)


COMMON_FIELDS = tuple(name for name in Entry.__struct_fields__ if name != "details")
"""The names of the fields that every entry has, as they stand in the records."""


def changed(old: Entry, new: Entry) -> dict[str, Any]:
    """Return the fields in which `new` differs, with `None` for those that were emptied."""
    before, after = old.fields(), new.fields()
    emptied = dict.fromkeys(before.keys() - after.keys())
    return emptied | {name: value for name, value in after.items() if name not in before or before[name] != value}
