"""`journal backup FOLDER`: a dated copy of the journal in another folder, read back and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import opened_to_write
from journal.commands.output import say_words, tell
from journal.commands.percents import Percents

if TYPE_CHECKING:
    from pathlib import Path

    from journal.commands.journal_location import JournalLocation
    from journal.store.copies.backup_result import BackupResult


def run(place: JournalLocation, folder: Path) -> int:
    """Make the copy and record it; raises Refused, ReadOnly or NotSaved where it could not be made."""
    with opened_to_write(place) as logbook:
        made = logbook.copies.back_up(folder, Percents())
    tell_backup(made)
    return DONE


def tell_backup(made: BackupResult) -> None:
    """Write where the copy lies, that it was checked, and what to heed."""
    say_words(made.done(str(made.path)))
    for warning in made.warnings():
        tell(warning)
