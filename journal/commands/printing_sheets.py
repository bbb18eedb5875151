"""`journal sheets FOLDER`: empty log sheets to be written by hand; no journal is needed and none is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE
from journal.commands.output import say
from journal.domain.base.clock import system_clock
from journal.domain.text.harmless import harmless
from journal.domain.text.languages import known_language
from journal.domain.text.words import Words, _, spoken
from journal.handover.requests.log_sheets import log_sheets
from journal.handover.writers.pdf import pdf
from journal.logbook.new_files import new_files

if TYPE_CHECKING:
    from pathlib import Path


def run(folder: Path, *, count: int, first: int, language: str) -> int:
    """Write the sheets as one PDF under a neutral name; raises NotSaved where the folder refuses it."""
    now = system_clock()
    words = Words(language or known_language(spoken().language))
    drawn = pdf(log_sheets(words, first, count), now)
    with new_files(folder.expanduser(), f"{now:%Y-%m-%d}", [".pdf"]) as files:
        files.write(".pdf", lambda out: out.write(drawn))
        files.publish()
        ((path, _digest),) = files.written
    told = _("Sheets {first} to {last} are in {path}.")
    say([told.format(first=first, last=first + count - 1, path=harmless(str(path)))])
    return DONE
