"""Stored words become drawn words in one place."""

from __future__ import annotations

from pathlib import Path

import journal.ui

DOOR = "journal.domain.text.harmless"
MAY = {"frame/masking.py", "fields/stand_ins.py", "safety/quiet_app.py"}
"""The place itself, what is typed, and what is told after the screen has ended."""


def test_only_one_module_of_the_screens_makes_stored_words_harmless() -> None:
    rooms = Path(journal.ui.__file__).parent

    around = {str(one.relative_to(rooms)) for one in rooms.rglob("*.py") if DOOR in one.read_text(encoding="utf-8")}

    assert around <= MAY
