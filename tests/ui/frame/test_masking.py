"""Stored words become drawn words in one place."""

from __future__ import annotations

from pathlib import Path

import journal

DOOR = "journal.domain.text.harmless"
MAY = {
    *("ui/frame/masking.py", "ui/fields/stand_ins.py", "ui/safety/quiet_app.py"),
    *("plain/changing.py", "plain/conversation.py", "plain/entering.py", "plain/places.py"),
    *("commands/demo.py", "commands/error_reporting.py", "commands/journal_location.py", "commands/option_values.py"),
    *("commands/printing_sheets.py", "commands/prompts.py", "commands/recovering.py", "commands/stamping.py"),
    "commands/verifying.py",
}
"""The place itself; what tells only paths, digests and what was just typed; what is told after the screen has ended."""


def test_only_one_module_makes_stored_words_harmless_for_screens_plain_mode_and_commands() -> None:
    top = Path(journal.__file__).parent
    modules = [one for room in ("ui", "plain", "commands") for one in (top / room).rglob("*.py")]

    around = {one.relative_to(top).as_posix() for one in modules if DOOR in one.read_text(encoding="utf-8")}

    assert around <= MAY
