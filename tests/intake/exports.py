"""Exports with invented people, written into a folder of the test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journal.intake.model.found import Found, Trouble
from journal.intake.recognition.readers import recognised

if TYPE_CHECKING:
    from journal.intake.model.day_order import DayOrder

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
"""Public files of others, which are no part of the project and may be missing."""
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the public samples are not here")

NUMBER, SISTER = "+32470555123", "+32470555999"


def a_file(folder: Path, text: str | bytes, name: str = "export") -> Path:
    """Write an export; its name tells nothing."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def items_of(path: Path, order: DayOrder | None = None) -> list[Found | Trouble]:
    """Read everything in the one export that a path is."""
    (one,) = recognised([path])
    return list(one.reader.read(one.source, order))


def found_in(path: Path, order: DayOrder | None = None) -> list[Found]:
    """Read the calls and messages of an export that has nothing else."""
    items = items_of(path, order)
    assert all(isinstance(one, Found) for one in items), items
    return [one for one in items if isinstance(one, Found)]


def problems_of(path: Path) -> list[str]:
    """Return the ids of the troubles of an export, in order."""
    return [one.problem.value for one in items_of(path) if isinstance(one, Trouble)]


def a_call(at: int = 1_790_000_000_000, number: str = NUMBER, kind: str = "3", seconds: int = 0, more: str = "") -> str:
    """Return one call as SMS Backup & Restore writes it."""
    return (
        f'<call number="{number}" duration="{seconds}" date="{at}" type="{kind}" presentation="1" '
        f'readable_date="21 sep. 2026" contact_name="(Unknown)" {more}/>'
    )


def a_text(body: str, at: int = 1_790_000_000_000, number: str = NUMBER, kind: str = "1") -> str:
    """Return one text message as SMS Backup & Restore writes it."""
    return (
        f'<sms protocol="0" address="{number}" date="{at}" type="{kind}" subject="null" body="{body}" toa="null" '
        f'service_center="null" read="1" status="-1" locked="0" contact_name="(Unknown)" />'
    )


def a_backup(*elements: str, root: str = "smses", count: int | None = None) -> str:
    """Return a whole backup with these elements."""
    inside = "\n  ".join(elements)
    held = len(elements) if count is None else count
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By a <program>-->\n"
        f'<{root} count="{held}" backup_set="0000" type="full">\n  {inside}\n</{root}>\n'
    )
