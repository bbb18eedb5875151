"""The fields of a record that can never be erased: those that say what it is about, and those that hold ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

STRUCTURE = frozenset(
    {"action", "offset", "clock", "entry", "item", "state", "undoes", "journal", "erases", "missing", "at_record"}
    | {"together"}
    | {"file", "sha256", "exhibit", "movement", "step", "copy"}
    | {"erases_files", "missing_evidence", "unnamed_evidence", "end_unknown"}
)
"""The fields that say what a record is about; without them the others could not be understood."""
IDS = frozenset(
    {"kind", "identified_by", "targeted", "threat_felt", "role", "circle", "asked_to", "willing_to_testify"}
    | {"sort", "parts", "holder", "obtained", "media_type"}
)
"""The fields that hold stable ids and no words of anybody."""


def is_needed(name: str) -> bool:
    """Return whether a field says what its record is about, so that it cannot be erased."""
    return name in STRUCTURE


def is_id(said: Mapping[str, Any], name: str) -> bool:
    """Return whether a field of these holds ids and no words; without it, something untrue would be said."""
    return name in IDS or (name == "receiver" and str(said.get("action")).startswith("report."))


def is_fixed(said: Mapping[str, Any], name: str) -> bool:
    """Return whether a field of these can never be erased."""
    return is_needed(name) or is_id(said, name)
