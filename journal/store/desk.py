"""What may be overwritten and proves nothing: the head of the last save, the settings, the drafts."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Raw, Struct


class Head(Struct, frozen=True):
    """How far the ledger went at the last save."""

    count: int = 0
    digest: str = ""


class Draft(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that were typed and not yet recorded."""

    id: str
    """Which draft, stable while it is being typed."""
    kept_at: str
    """When it was last kept, UTC, ISO 8601."""
    amends: int = 0
    """The number of the entry that it would amend; 0 for a new entry."""
    typed: dict[str, Any] = {}
    """What stands in each field of the form, as typed."""


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the person chose for this journal."""

    zone: str = ""
    """IANA name of the journal's time zone; empty for the computer's."""
    language: str = ""
    """The interface language; empty for the computer's."""


class Desk(Struct, frozen=True):
    """The whole desk."""

    head: Head = Head()
    settings: Settings = Settings()
    drafts: tuple[Draft, ...] = ()


def to_rows(desk: Desk) -> dict[str, Raw]:
    """Return the rows of the table `desk`."""
    named = [
        {"about": "head"} | msgspec.to_builtins(desk.head),
        {"about": "settings"} | msgspec.to_builtins(desk.settings),
        *({"about": "draft"} | msgspec.to_builtins(draft) for draft in desk.drafts),
    ]
    return {str(key): Raw(msgspec.json.encode(row)) for key, row in enumerate(named, start=1)}


def from_rows(rows: dict[str, Raw]) -> Desk:
    """Return the desk that the rows hold; what is missing or unreadable there is as on a new desk."""
    desk = Desk()
    for raw in rows.values():
        row = msgspec.json.decode(raw)
        about = row.get("about") if isinstance(row, dict) else None
        try:
            if about == "head":
                desk = msgspec.structs.replace(desk, head=msgspec.convert(row, Head))
            elif about == "settings":
                desk = msgspec.structs.replace(desk, settings=msgspec.convert(row, Settings))
            elif about == "draft":
                desk = msgspec.structs.replace(desk, drafts=(*desk.drafts, msgspec.convert(row, Draft)))
        except msgspec.ValidationError:
            continue
    return desk
