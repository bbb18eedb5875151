"""Conversations in plain mode as they are typed, and a reader who hears them as a speech synthesiser does."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from tests.commands.cli_builders import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DRAWN = re.compile(r"[\u2190-\u21ff\u2300-\u25ff\u2800-\u28ff]|\x1b|[\x00-\x08\x0b-\x1f\x7f]")
"""Arrows, boxes, blocks, shapes, escapes and controls: what a synthesiser stumbles over."""
TABLE = re.compile(r"\S {3,}\S|\t|\|")
"""What only somebody who sees columns understands."""


SMS = '<?xml version="1.0"?><smses count="1"><sms protocol="0" address="+32470000001" date="1764000000000" type="1" '
SMS += 'body="Invented words." read="1" status="-1" /></smses>'
"""The export of a telephone, with one message in it."""


def talk(patch: pytest.MonkeyPatch, path: Path, *typed: str) -> int:
    """Type these lines in plain mode on the journal at a path, whose input ends behind them."""
    patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    return run("--plain", "--file", path)


def heard(said: str) -> str:
    """Check that every line can be listened to, and return them."""
    for line in said.splitlines():
        assert not DRAWN.search(line), line
        assert not TABLE.search(line), line
    return said
