"""The two programs in every bundle with which anybody checks it: one for Python, one for a browser."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from journal.handover.bundle import verify

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = "@WORDS@\n"
"""Line of the page in whose place the sentences of the program stand."""


def verifiers() -> Mapping[str, bytes]:
    """Return both programs by their names, the page with the sentences of the other one."""
    program, page = (files(__package__).joinpath(name).read_text("utf-8") for name in ("verify.py", "verify.html"))
    return {"verify.py": program.encode(), "verify.html": page.replace(_MARK, verify.TABLE).encode()}
