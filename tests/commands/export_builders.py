"""A journal to hand over, what is typed for it, and what is found afterwards."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PRIVATE = "Secretword"


def a_case(folder: Path) -> Path:
    """A closed journal with an entry of March and one of November."""
    spring = an_entry("It rang in spring.", when="2026-03-04T20:00")
    logbook = a_logbook(folder, spring, an_entry("It rang in autumn.", private_note=PRIVATE))
    logbook.close()
    return logbook.path


def typed(patch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let standard input hold these lines."""
    patch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def names_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
