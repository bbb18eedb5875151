"""Exports of a phone or a chat, brought in line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.error_reporting import DONE, Left
from journal.commands.importing import ImportRequest, bring_in
from journal.commands.line_answers import answer
from journal.commands.output import tell
from journal.domain.text.words import N_, _
from journal.plain.answers import until_done
from journal.plain.places import asked_days, asked_paths
from journal.plain.room import number_in

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.plain.room import PlainRoom

_FILES = N_("Which file? Type its path, or several with blanks between.")
_FILES_HELP = N_(
    "What a phone, a chat or a mail program exported, or the journal of a witness. Nothing is taken that you do not "
    "choose, and the files stay as they are."
)
_BURST = N_("Count calls and messages together until there was silence for how many minutes? Enter alone is one each.")
_BURST_HELP = N_(
    "With 30, ten calls within half an hour become one entry that stands for ten. A whole number, in figures."
)
MOST_MINUTES = 10_000


def bring_in_files(room: PlainRoom) -> None:
    """Ask for files and what to take of them, and bring it in; raises Left, and as `bring_in`."""
    room.require_writable()
    asked = _ImportAnswers(room.logbook)
    until_done(asked.questions, asked.bring_in)


class _ImportAnswers:
    """What is asked before files are brought in, each answer by itself, and their bringing in."""

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook
        self._wanted = ImportRequest(files=())
        self.questions = {
            N_("File"): self._ask_files,
            N_("First and last day"): self._ask_days,
            N_("Minutes of silence"): self._ask_silence,
            N_("Whose calls and messages"): self._ask_nothing,
        }

    def _ask_files(self) -> None:
        """Ask for files; an empty line leaves those that were named before."""
        if paths := asked_paths(_(_FILES), _(_FILES_HELP)):
            self._wanted = replace(self._wanted, files=tuple(Path(path) for path in paths))
        elif not self._wanted.files:
            raise Left

    def _ask_days(self) -> None:
        since, until = asked_days(self._logbook.now)
        self._wanted = replace(self._wanted, since=since, until=until)

    def _ask_silence(self) -> None:
        self._wanted = replace(self._wanted, silence=_minutes())

    def _ask_nothing(self) -> None:
        """Leave the question to the bringing in, which asks it of what it read."""

    def bring_in(self) -> bool:
        """Read the files, ask whose are taken, and bring them in once that is agreed."""
        return bring_in(self._logbook, self._wanted) == DONE


def _minutes() -> int:
    while typed := answer(_(_BURST), lambda: [_(_BURST_HELP)]).strip():
        if typed.isascii() and typed.isdecimal() and 0 < number_in(typed) <= MOST_MINUTES:
            return number_in(typed)
        tell(_(_BURST_HELP))
    return 0
