"""Whether plain mode is asked for: by the option, or else the environment, or else the terminal or a setting."""

from __future__ import annotations

import os

VARIABLE = "JOURNAL_PLAIN"
_NO = {"0", "no", "off", "false"}


def asked_for(option: bool | None) -> bool | None:  # noqa: FBT001 - it is the option itself
    """Return whether plain mode is wanted; None where only a setting of the journal can tell."""
    if option is not None:
        return option
    if said := os.environ.get(VARIABLE, "").strip().casefold():
        return said not in _NO
    return True if os.environ.get("TERM", "") == "dumb" else None
