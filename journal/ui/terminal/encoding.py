"""What the terminal can show, by its name and by the locale."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORT_OF_SIGNS = frozenset({"ansi", "dumb", "linux", "unknown", "vt100", "vt102", "vt220"})
"""Values of `TERM`: terminals whose fonts lack signs, whatever the encoding says."""
_NO_LETTERS = frozenset({"C", "POSIX"})
_COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python writes into `LC_CTYPE` where the locale was C (PEP 538)."""


def falls_short(environment: Mapping[str, str] = os.environ, written: str = "") -> bool:
    """Tell whether a terminal cannot show Unicode's signs; for `written` see `terminal_encoding`."""
    known_short = environment.get("TERM", "").strip().lower() in _SHORT_OF_SIGNS
    return known_short or not terminal_encoding(environment, written).lower().startswith("utf")


def terminal_encoding(environment: Mapping[str, str] = os.environ, written: str = "") -> str:
    """Return the encoding in which letters reach the terminal: the one that is `written`, or ASCII.

    Python writes UTF-8 under the locale C and under one that is not installed (PEP 538, PEP 540); a terminal that is
    set up for these need not show it. What is said to Python itself is taken at its word. `written` is by itself the
    encoding of standard error, on which the screen is drawn.
    """
    written = written or getattr(sys.__stderr__, "encoding", "utf-8")
    if environment.get("PYTHONUTF8") == "1" or environment.get("PYTHONIOENCODING", "").partition(":")[0]:
        return written
    locale = _locale(environment)
    codeset = locale.partition("@")[0].partition(".")[2]
    return "ascii" if locale in _NO_LETTERS or (codeset and _name(codeset) != _name(written)) else written


def _locale(environment: Mapping[str, str]) -> str:
    """Return the locale of letters, as POSIX has it: the first that is set counts; "" where none is."""
    names = ["LC_ALL", "LC_CTYPE", "LANG"]
    if sys.flags.utf8_mode and environment.get("LC_CTYPE") in _COERCED:
        names.remove("LC_CTYPE")
    return next((environment[name] for name in names if environment.get(name)), "")


def _name(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding
