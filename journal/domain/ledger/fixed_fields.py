"""Fields of a record that can never be erased: structural fields, and enumerated ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

STRUCTURE = frozenset(
    {"action", "offset", "clock", "entry", "item", "state", "undoes", "journal", "erases", "missing", "at_record"}
    | {"together", "supplement_to"}
    | {"file", "sha256", "exhibit", "movement", "step", "copy"}
    | {"erases_files", "missing_evidence", "unnamed_evidence", "end_unknown"}
)
"""Structural fields: subject, references and action data without which other records could not be decoded."""
IDS = frozenset(
    {"kind", "identified_by", "targeted", "threat_felt", "role", "circle", "asked_to", "willing_to_testify"}
    | {"sort", "parts", "holder", "obtained", "media_type"}
)
"""Fields whose values are stable ids and never free text."""


def is_needed(name: str) -> bool:
    """Return whether a field is structural, so that it cannot be erased."""
    return name in STRUCTURE


def is_id(said: Mapping[str, Any], name: str) -> bool:
    """Return whether a field of a record with these fields holds an id; erasing it would make the record untrue."""
    return name in IDS or (name == "receiver" and str(said.get("action")).startswith("report."))


def is_fixed(said: Mapping[str, Any], name: str) -> bool:
    """Return whether a field of a record with these fields can never be erased."""
    return is_needed(name) or is_id(said, name)
