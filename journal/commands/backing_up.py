"""`journal backup FOLDER`: a dated copy of the journal in another folder, read back and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import opened_to_write
from journal.commands.output import say_words, tell

if TYPE_CHECKING:
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation


def run(place: JournalLocation, folder: Path) -> int:
    """Make the copy and record it; raises Refused, ReadOnly or NotSaved where it could not be made."""
    with opened_to_write(place) as logbook:
        made = logbook.copies.back_up(folder)
    say_words(made.done(str(made.path)))
    for warning in made.warnings():
        tell(warning)
    return DONE
