"""From the key for a letter or a form to the word that says where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError
from journal.domain.text.languages import known_language
from journal.domain.text.words import N_, Words, _, spoken
from journal.domain.time.moment_words import in_words, plain_day
from journal.handover.requests.offered import CAUTIONS, Written
from journal.handover.selection.choice import Sender
from journal.store.disk.removable_media import sticks
from journal.ui.dialogs.at_work import AtWork
from journal.ui.handover.flows import read_first, saved, tell
from journal.ui.handover.folder import Where
from journal.ui.handover.letter import FIELDS, HandLetter, LetterWanted

if TYPE_CHECKING:
    from textual.app import App

    from journal.logbook import Logbook
    from journal.logbook.handing import Handed

WRITING = N_("One moment: the letter is written.")


async def write_letter(app: App[Any], logbook: Logbook, entry: int) -> None:
    """Ask which letter, with the facts of this entry where there is one, and write it.

    What was answered stays until that is done, or until one goes back.
    """
    kept = logbook.handing_over.sender
    wanted = LetterWanted(
        language=known_language(spoken().language),
        sender=Sender(**{name: kept.get(name, "") for name in FIELDS}),
        where=Where(next(map(str, sticks()), "")),
    )
    complaint = ""
    while asked := await app.push_screen_wait(HandLetter(wanted, entry, complaint)):
        wanted, complaint = asked, ""
        if not await read_first(app, CAUTIONS.get(wanted.letter, "")):
            continue
        handed = await saved(app, logbook, _writing(logbook, wanted, entry))
        if not isinstance(handed, JournalError):
            await tell(app, handed)
            return
        complaint = str(handed)


def _writing(logbook: Logbook, wanted: LetterWanted, entry: int) -> AtWork[Handed]:
    written = _written(logbook, wanted, entry if wanted.prefilled else 0)
    write = logbook.handing_over.write_letter
    return AtWork(_(WRITING), lambda _task: write(wanted.letter, written, wanted.where.path, wanted.form))


def _written(logbook: Logbook, wanted: LetterWanted, entry: int) -> Written:
    history = logbook.state.entries.get(entry)
    if history is None:
        return Written(language=wanted.language, sender=wanted.sender)
    happened, words = history.happened, Words(wanted.language)
    day = plain_day(happened.day, words) if happened.day else in_words(happened, words) if happened.known else ""
    return Written(
        language=wanted.language, sender=wanted.sender, entry=entry, day=day, place=history.entry.place or ""
    )
