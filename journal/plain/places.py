"""Files, folders and days asked for line by line, each until it can be meant."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from journal.commands.error_reporting import WrongUsage
from journal.commands.line_answers import answer
from journal.commands.option_values import day_meant
from journal.commands.output import tell
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, quoted
from journal.store.disk.removable_media import sticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

_FOLDER = N_("To which folder? Enter alone is {folder}.")
_FOLDER_ANY = N_("To which folder? Type its path.")
_FOLDER_HELP = N_(
    "A path such as /media/you/STICK or ~/Documents. Best is a USB stick that is kept apart. The folder has to exist."
)
_NO_FOLDER = N_("There is no folder {folder} that can be written. Nothing was written.")
_FIRST = N_("From which day on? Enter alone is from the beginning.")
_LAST = N_("Up to which day? Enter alone is up to now.")
_DAY_HELP = N_("A day as you would say it: yesterday, Monday, 3 May.")


def asked_paths(question: str, help_: str) -> list[str]:
    """Ask for files by their paths; none for an empty line. Raises Left."""
    typed = answer(question, lambda: [help_]).strip()
    try:
        return [typed] if Path(typed).expanduser().is_file() else shlex.split(typed)
    except (ValueError, OSError, RuntimeError):
        return [typed]


def asked_folder(before: str = "") -> Path:
    """Ask for a folder until one is named that can be written, proposing the last one or a stick; raises Left."""
    proposed = before or next(map(str, sticks()), "")
    question = _(_FOLDER).format(folder=harmless(proposed)) if proposed else _(_FOLDER_ANY)
    while True:
        typed = answer(question, lambda: [_(_FOLDER_HELP)]).strip() or proposed
        if typed and (folder := _existing(typed)):
            return folder
        tell(_(_NO_FOLDER).format(folder=quoted(harmless(typed))))


def _existing(typed: str) -> Path | None:
    try:
        folder = Path(typed).expanduser()
        return folder if folder.is_dir() and os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError, ValueError):
        return None


def asked_days(now: Callable[[], datetime]) -> tuple[str, str]:
    """Ask for a first and a last day and return them as ISO 8601, empty where none is meant; raises Left."""
    while True:
        first, last = _asked_day(_(_FIRST), now, first=True), _asked_day(_(_LAST), now, first=False)
        if not (first and last and last < first):
            return (str(first or ""), str(last or ""))
        tell(_("The last day is before the first one."))


def _asked_day(question: str, now: Callable[[], datetime], *, first: bool) -> date | None:
    while True:
        try:
            return day_meant(answer(question, lambda: [_(_DAY_HELP)]), now, first=first)
        except WrongUsage as error:
            tell(str(error))
