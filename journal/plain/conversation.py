"""A conversation about one open journal: says that plain mode is on, then does one act after the other until left."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.commands.error_reporting import DONE, FAILED, InputEnded, Left
from journal.commands.journal_location import closed_at_the_end
from journal.commands.line_answers import answer
from journal.commands.name_masking import mask_as_set, tell_of_masking
from journal.commands.output import flush, tell
from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.text.country import tell_by
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, many, spoken
from journal.plain.acts import ACTS, act_called, in_facts
from journal.plain.entering import entered
from journal.plain.reading import read_entry
from journal.plain.room import PlainRoom, number_in
from journal.store.file.tail_preview import read_preview
from journal.ui.terminal.early import ENDING_SIGNALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.commands.journal_location import JournalLocation
    from journal.logbook import Logbook
    from journal.plain.acts import PlainAct

BEGIN = N_("Plain mode is on: everything is said line by line, and nothing is redrawn.")
_STAYS = N_(
    "Everything that is said stays readable in this window. When you have left, close the window, or empty it, so that "
    "nobody reads it."
)
_WHAT_NOW = N_("What now? Type a letter, or the number of an entry.")
_NO_SUCH = N_("No act has this letter. Type {help} and enter to hear them all.")
_NOT_DONE = N_("What was begun there was not saved. Please do it once more.")
_LEFT = N_("Left. Everything that was saved is safe.")
_FAILED = N_("{where}: {why}. Nothing else was changed.")


@contextmanager
def _ended_calmly() -> Iterator[None]:
    """Let the end of the terminal or the session end the conversation as ctrl+c does: what was typed is kept."""
    numbers = [getattr(signal, name) for name in ENDING_SIGNALS if hasattr(signal, name)]
    handlers = [(number, signal.signal(number, signal.default_int_handler)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in handlers:
            signal.signal(number, handler)


@_ended_calmly()
def run(place: JournalLocation, *, read_only: bool, opened: Logbook | None = None) -> int:
    """Open the journal unless it is open, or begin one, and talk until it is left; raises JournalError where it cannot.

    Ctrl+c, ctrl+d or the end of the input, and a terminal or session that ends, end it at any question.
    """
    tell_by(None, opened.settings.language if opened else _language_of(place.path))
    tell(_(BEGIN))
    begun_in = spoken().language
    try:
        logbook = opened or entered(place, read_only=read_only)
    except (Left, KeyboardInterrupt):
        tell(_(_LEFT) if place.path.exists() else _("Left. Nothing was written."))
        return FAILED
    tell_by(None, logbook.settings.language)
    if spoken().language != begun_in:
        tell(_(BEGIN))
    return talk(logbook)


def _language_of(path: Path) -> str:
    """Return the language of the journal at a path; "" where there is none, and where a passphrase hides it."""
    found = read_preview(path, lambda _records: True)
    return found.desk.settings.language if found else ""


def talk(logbook: Logbook) -> int:
    """Talk about an open journal until it is left, and close it."""
    tell_by(logbook.zone, logbook.settings.language, logbook.settings.country)
    mask_as_set(logbook)
    with closed_at_the_end(logbook):
        _begin(logbook)
        room = PlainRoom(logbook)
        with suppress(InputEnded, KeyboardInterrupt):
            while _one_act(room):
                flush()
    tell(_(_LEFT))
    return DONE


def _begin(logbook: Logbook) -> None:
    count = len(logbook.state.entries)
    told = many("{path}: {count} entry.", "{path}: {count} entries.", count)
    tell(told.format(path=harmless(_shown(logbook.path)), count=count))
    tell_of_masking()
    if logbook.read_only_reason:
        tell(logbook.read_only_reason)
    if drafts := len(logbook.drafts):
        tell(many("{count} draft waits.", "{count} drafts wait.", drafts).format(count=drafts))
    for sentence in _acts():
        tell(sentence)


def _acts() -> Iterator[str]:
    yield from in_facts(ACTS)
    yield _("q: Quit")


def _one_act(room: PlainRoom) -> bool:
    """Ask what to do and do it; returns whether to go on. Raises InputEnded."""
    try:
        typed = answer(_(_WHAT_NOW), lambda: (*_acts(), _(_STAYS))).strip()
    except InputEnded:
        raise
    except Left:
        return False
    if not typed:
        return True
    act = act_called(typed)
    if act is None and not typed.isdecimal():
        tell(_(_NO_SUCH).format(help="?"))
        return True
    try:
        _done(room, act, typed)
    except ChangedUnderneath as why:
        if not room.went_beside(why):
            raise
        tell(_(_NOT_DONE))
    except InputEnded:
        raise
    except Left:
        tell(_("Back."))
    return True


def _done(room: PlainRoom, act: PlainAct | None, typed: str) -> None:
    """Do an act, or read the entry whose number was typed; an error that has a sentence is told."""
    try:
        if act:
            act.do(room)
        else:
            read_entry(room, number_in(typed))
    except ChangedUnderneath:
        raise
    except JournalError as error:
        tell(str(error))
    except OSError as error:
        where = harmless(str(error.filename or _("The file")))
        tell(_(_FAILED).format(where=where, why=error.strerror or type(error).__name__))


def _shown(path: Path) -> str:
    """Return a path with the home folder as `~`, which is quicker to listen to."""
    home = Path.home()
    return str("~" / path.relative_to(home)) if path.is_relative_to(home) else str(path)
