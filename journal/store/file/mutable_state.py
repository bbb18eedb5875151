"""Mutable state, the table `desk`: head of the last save, settings, drafts, remembered choices, filters.

It may be overwritten and proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct

from journal.domain.ledger.chain import Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Draft(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Typed words that are not recorded yet."""

    id: str
    """Id of the draft, stable while it is being typed."""
    kept_at: str
    """When it was last saved, UTC, ISO 8601."""
    amends: int = 0
    """Number of the entry that it would amend; 0 for a new entry."""
    typed: dict[str, Any] = {}
    """Text of each field of the form, as typed."""


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Settings of this journal."""

    zone: str = ""
    """IANA name of the journal's time zone; empty for the computer's."""
    language: str = ""
    """The interface language; empty for the computer's."""
    country: str = ""
    """The country whose help lines and steps are shown: `BE`, `NL`; empty for what zone and language say."""
    lock_after: int = 180
    """Idle seconds after which the screen is covered; 0 for never."""
    hide_without_focus: bool = False
    """Whether the screen is empty while another window has the focus."""
    masked: bool = False
    """Whether names and numbers are masked on the screen, as it was left."""
    cover_words: bool = False
    """Whether the words of the suspect are covered until they are asked for."""
    backup_folder: str = ""
    """Folder of the last copy; empty where none was made from the screen."""
    theme: str = ""
    """Stable id of the theme of the screen; empty for that of the environment, or else the dark one."""
    signs: str = ""
    """Stable id of how borders, bars and marks are drawn: `ascii`, `unicode`; empty for what the terminal can show."""
    still: bool = False
    """Whether nothing on the screen moves by itself."""
    keys: dict[str, str] = {}
    """Keys of commands whose keys were changed: id of the command, and its keys as Textual names them, with commas."""
    plain: bool = False
    """Whether it opens line by line, in plain mode, where neither option nor environment says otherwise."""
    largest_file: int = 200
    """Limit in megabytes: of a larger file only the fingerprint is proposed to be kept; 0 for no limit."""
    late_after: int = 7
    """Days after it happened above which a recording counts as late, where that is asked about."""


class Remembered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Remembered choice of what to hand over, under a name."""

    name: str = ""
    """Empty for the one that was used last."""
    typed: dict[str, Any] = {}
    """Text of each field of the form, as typed."""


class TableColumns(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Meaning of the columns of a table that was brought in, for the next one with the same header."""

    header: tuple[str, ...] = ()
    meanings: tuple[str, ...] = ()
    """Stable id of the meaning of each column; "" for none."""
    sent_by: str = ""
    """Stable id of who called or wrote; "" where the table tells it."""


MOST_TABLES = 50
"""Headers whose columns are kept; the one used longest ago goes first."""


class SavedFilter(Struct, frozen=True, kw_only=True):
    """Filter saved under a name."""

    name: str
    filter: dict[str, Any]
    """As `domain.filters.stored_filters` encodes it; that of a newer version is kept without being understood."""


class MutableState(Struct, frozen=True):
    """Decoded rows of the table `desk`."""

    head: Head = Head()
    settings: Settings = Settings()
    drafts: tuple[Draft, ...] = ()
    remembered: tuple[Remembered, ...] = ()
    """Choices of what to hand over, the one used last at the end."""
    tables: tuple[TableColumns, ...] = ()
    """Columns that were assigned to headers of tables, the one used last at the end."""
    sender: dict[str, str] = {}
    """The person's own data for documents, by the name of the field; empty where they are not to be kept."""
    unknown_settings: dict[str, Any] = {}
    """Settings that only another version knows, preserved."""
    unknown_rows: tuple[Raw, ...] = ()
    """Rows that only another version knows, preserved."""
    filters: tuple[SavedFilter, ...] = ()


_SEVERAL: Mapping[str, tuple[str, type[Struct]]] = {
    "draft": ("drafts", Draft),
    "handover": ("remembered", Remembered),
    "columns": ("tables", TableColumns),
    "filter": ("filters", SavedFilter),
}
"""Rows of which there may be several: what they are about, the field that holds them, and its sort."""


def to_rows(desk: MutableState) -> Iterator[tuple[str, Raw]]:
    """Encode the mutable state as rows of the table `desk`, and yield them with their keys."""
    several = (
        {"about": about} | msgspec.to_builtins(one)
        for about, (name, _sort) in _SEVERAL.items()
        for one in getattr(desk, name)
    )
    own: list[dict[str, Any]] = [
        {"about": "head"} | msgspec.to_builtins(desk.head),
        {"about": "settings"} | desk.unknown_settings | msgspec.to_builtins(desk.settings),
        *several,
        *([{"about": "sender", "said": desk.sender}] if desk.sender else []),
    ]
    rows = [*(Raw(msgspec.json.encode(row)) for row in own), *desk.unknown_rows]
    return ((str(key), row) for key, row in enumerate(rows, start=1))


def from_rows(rows: Iterable[Raw]) -> MutableState:
    """Decode the rows of the table `desk`; what is missing or does not parse has its default."""
    one: dict[str, Any] = {}
    several: dict[str, list[Struct]] = {}
    unknown: list[Raw] = []
    for raw in rows:
        row = _as_mapping(raw)
        about = row.pop("about", None)
        try:
            if about == "head":
                one["head"] = msgspec.convert(row, Head)
            elif about == "settings":
                others = {name: row.pop(name) for name in [*row] if name not in Settings.__struct_fields__}
                one |= {"unknown_settings": others, "settings": _settings(row)}
            elif about == "sender":
                one["sender"] = msgspec.convert(row.get("said"), dict[str, str])
            elif isinstance(about, str) and about in _SEVERAL:
                name, sort = _SEVERAL[about]
                several.setdefault(name, []).append(msgspec.convert(row, sort))
            else:
                unknown.append(raw)
        except msgspec.ValidationError:
            unknown.append(raw)
    lists: dict[str, Any] = {name: tuple(decoded) for name, decoded in several.items()}
    return MutableState(**one, **lists, unknown_rows=tuple(unknown))


def with_draft(draft: Draft, desk: MutableState) -> MutableState:
    """Return the state with this draft on top, replacing an earlier version of it."""
    return msgspec.structs.replace(desk, drafts=(*without_draft(draft.id, desk).drafts, draft))


def without_draft(draft_id: str, desk: MutableState) -> MutableState:
    """Return the state without the draft that has this id."""
    return msgspec.structs.replace(desk, drafts=tuple(draft for draft in desk.drafts if draft.id != draft_id))


def with_remembered(one: Remembered, desk: MutableState) -> MutableState:
    """Return the state with this choice last, replacing the one of the same name."""
    rest = (other for other in desk.remembered if other.name != one.name)
    return msgspec.structs.replace(desk, remembered=(*rest, one))


def without_remembered(name: str, desk: MutableState) -> MutableState:
    """Return the state without the choice of this name."""
    return msgspec.structs.replace(desk, remembered=tuple(one for one in desk.remembered if one.name != name))


def with_columns(one: TableColumns, desk: MutableState) -> MutableState:
    """Return the state with the columns of this header last, replacing earlier ones of the same header."""
    rest = [other for other in desk.tables if other.header != one.header]
    return msgspec.structs.replace(desk, tables=(*rest[1 - MOST_TABLES :], one))


def with_filter(one: SavedFilter, desk: MutableState) -> MutableState:
    """Return the state with this filter last, replacing the one of the same name."""
    return msgspec.structs.replace(desk, filters=(*without_filter(one.name, desk).filters, one))


def without_filter(name: str, desk: MutableState) -> MutableState:
    """Return the state without the filter of this name."""
    return msgspec.structs.replace(desk, filters=tuple(one for one in desk.filters if one.name != name))


def _settings(row: dict[str, Any]) -> Settings:
    possible = Settings()
    for name, value in row.items():
        try:
            possible = msgspec.convert(msgspec.to_builtins(possible) | {name: value}, Settings)
        except msgspec.ValidationError:
            continue
    return possible


def _as_mapping(raw: Raw) -> dict[str, Any]:
    try:
        return msgspec.json.decode(raw, type=dict[str, Any])
    except (ValueError, RecursionError):
        return {}
