"""Entry value: one logged event, as typed in a form and as encoded in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain import kinds
from journal.domain.base.canonical import canonical, sha256
from journal.domain.entry.origin import Origin
from journal.domain.kinds.catalogue import Detail
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import UNKNOWN, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping


class IdentifiedBy(LabelledEnum):
    """How the user recognised the person who did it."""

    SAW = "saw", N_("seen")
    VOICE = "voice", N_("voice")
    NUMBER = "number", N_("telephone number")
    HANDWRITING = "handwriting", N_("handwriting")
    ACCOUNT = "account", N_("account or address")
    TOLD = "told", N_("told by somebody")
    ASSUMPTION = "assumption", N_("assumption")


class Targeted(LabelledEnum):
    """Who the act was aimed at."""

    ME = "me", N_("you")
    CHILD = "child", N_("child")
    FAMILY = "family", N_("family")
    PARTNER = "partner", N_("partner")
    FRIEND = "friend", N_("friend")
    COLLEAGUE = "colleague", N_("colleague")
    NEIGHBOUR = "neighbour", N_("neighbour")
    OTHER = "other", N_("somebody else")


class Felt(LabelledEnum):
    """Perceived threat, in the user's own judgement; never a score."""

    NO = "no", N_("no")
    SOMEWHAT = "somewhat", N_("somewhat")
    STRONGLY = "strongly", N_("strongly")


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of an entry; every field but time and kind may be left empty."""

    happened: Moment = UNKNOWN
    """Time of the event, or of its beginning."""
    until: Moment | None = None
    """Time of its end, for an event with a duration."""
    noticed: Moment | None = None
    """Time at which the user learned of it, where that was later."""
    kind: str = "other"
    """Id of a kind of the catalogue."""
    times: int = 1
    """Number of acts that the entry stands for, one or more."""
    place: str = ""
    account: str = ""
    """Description of the facts, in the user's own words."""
    quoted_words: str = ""
    """Literal quotation of what was said or written."""
    person: int = 0
    """Number of the person who did it; 0 for none."""
    identified_by: IdentifiedBy | None = None
    """How that person was recognised."""
    targeted: tuple[Targeted, ...] = ()
    witnesses: tuple[int, ...] = ()
    """Numbers of the people who saw or heard it."""
    reported_by: int = 0
    """Number of the person who reported it, where the user was not there; 0 otherwise."""
    impact: str = ""
    """Effect on the user: sleep, work, health."""
    my_response: str = ""
    """What the user did."""
    threat_felt: Felt | None = None
    private_note: str = ""
    """For the user alone; left out of every hand-over unless ticked."""
    tags: tuple[str, ...] = ()
    taken_from: Origin | None = None
    """Places in the export that it was brought in from; None for an entry that was typed."""
    details: dict[str, Detail] = {}
    """Fields of the kind, id to value; those of an earlier kind are kept, so that changing the kind loses nothing."""

    @property
    def acts(self) -> int:
        """Number of acts of the other side it counts for; none for an own step."""
        return 0 if kinds.kind(self.kind).own_step else self.times

    def fields(self) -> dict[str, Any]:
        """Encode the non-default values as fields of a record: name to JSON value, the details under their own ids."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        plain |= plain.pop("details", {})
        return {"kind": self.kind, "happened": msgspec.to_builtins(self.happened)} | plain

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Entry:
        """Decode from the fields of a record; unknown fields are ignored.

        Raises msgspec.ValidationError where a known field has an invalid value.
        """
        own = {name: value for name, value in fields.items() if name in cls.__struct_fields__}
        details = {name: value for name, value in fields.items() if "." in name}
        return msgspec.convert(own | {"details": details}, cls)


COMMON_FIELDS = tuple(name for name in Entry.__struct_fields__ if name != "details")
"""Names of the fields that every entry has."""


def changed(old: Entry, new: Entry) -> dict[str, Any]:
    """Return the difference between two versions as fields of a record, `None` for those that were emptied."""
    before, after = old.fields(), new.fields()
    emptied = dict.fromkeys(before.keys() - after.keys())
    return emptied | {name: value for name, value in after.items() if name not in before or before[name] != value}


def understood(said: Mapping[str, Any]) -> Entry:
    """Decode an entry leniently: values that only another version of the program knows are dropped."""
    try:
        return Entry.from_fields(said)
    except msgspec.ValidationError:
        return Entry.from_fields({name: value for name, value in said.items() if _is_understood(name, value)})


def _is_understood(name: str, value: object) -> bool:
    try:
        Entry.from_fields({name: value})
    except msgspec.ValidationError:
        return False
    return True


def version_of(entry: Entry) -> str:
    """Return the digest by which a version of an entry is recognised; empty where it cannot be written as JSON."""
    try:
        return sha256(canonical(entry.fields()))
    except ValueError:
        return ""
