"""What happens after the key that brings in: files, questions that the files leave open, triage, and the save."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.entry.number_ranges import in_ranges
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.intake.model.columns import ColumnsOpen
from journal.intake.model.day_order import DayOrderOpen
from journal.intake.triage.telling import never_held, refused_in_words, troubles_in_words
from journal.intake.triage.triage import as_own, open_writers
from journal.ui.dialogs.at_work import AtWork
from journal.ui.dialogs.commands import UndoLast
from journal.ui.dialogs.dialog import GoOn
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.evidence.choose_files import ChooseFiles
from journal.ui.frame.text import harmless
from journal.ui.intake.assign_columns import AssignColumns
from journal.ui.intake.choose_day import ChooseDay
from journal.ui.intake.triage_list import TriageList
from journal.ui.intake.who_are_you import NOBODY, WhoAreYou
from journal.ui.maintenance.whose_journal import NOT_NAMED, WhoseJournal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.base.task import Task
    from journal.domain.case.people import Person
    from journal.intake.model.columns import Columns, Header
    from journal.intake.model.day_order import DayOrder
    from journal.intake.triage.triage import TriageItem
    from journal.logbook.intake_results import BroughtIn, Reading
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.intake.triage_list import Picked

TITLE = N_("Bring in messages and calls")
READING = N_("One moment: the export is read. Nothing is taken yet.")
TAKING = N_("One moment: what you picked is taken into the journal.")
BEFORE = N_("What this export does not tell")
BROUGHT_IN = N_("{count} brought in as {entries}. {key} takes all of it back.")


async def bring_in(screen: ActingScreen[None]) -> None:
    """Bring in exports, from the choice of files to the word that says what was saved; to be run in a worker."""
    logbook = screen.logbook
    chosen = await screen.app.push_screen_wait(ChooseFiles(_(TITLE), logbook.exhibits.taken_from))
    if chosen is None or not chosen.paths:
        return
    logbook.exhibits.taken_from = os.path.join(os.path.split(chosen.paths[-1])[0], "")  # noqa: PTH118 - as typed
    reading = await _read(screen, [Path(path).expanduser() for path in chosen.paths])
    if reading is None or not await _agreed_to_limits(screen, reading):
        return
    own = await _own_name(screen, reading.items)
    if own is None:
        return
    keepers = await _keepers(screen, reading)
    if keepers is None:
        return
    items = list(as_own(reading.items, frozenset({own} - {NOBODY})))
    picked: Picked | None = await screen.app.push_screen_wait(TriageList(items, reading.stalkers, logbook))
    if picked:
        await _save(screen, reading, picked, keepers)


async def _read(screen: ActingScreen[None], paths: Sequence[Path]) -> Reading | None:
    """Read the exports; asks which day is meant, and what the columns hold, where the files leave that open.

    None where it was refused.
    """
    order: DayOrder | None = None
    columns: dict[Header, Columns] = {}
    while True:
        read = partial(screen.logbook.intake.read, paths, order, columns=columns)
        work: AtWork[Reading] = AtWork(_(READING), partial(_with, read), stoppable=True)
        result = await screen.app.push_screen_wait(work)
        if isinstance(result, DayOrderOpen):
            order = await screen.app.push_screen_wait(ChooseDay(result))
            if order is None:
                return None
        elif isinstance(result, ColumnsOpen):
            asked = AssignColumns(result, screen.logbook.intake.columns_before(result.header))
            assigned: Columns | None = await screen.app.push_screen_wait(asked)
            if assigned is None:
                return None
            columns[result.header] = assigned
        elif isinstance(result, JournalError):
            screen.tell(str(result), trouble=True)
            return None
        else:
            return result


def _with(read: partial[Reading], task: Task) -> Reading:
    return read(task=task)


async def _agreed_to_limits(screen: ActingScreen[None], reading: Reading) -> bool:
    """Say what was not understood and what such exports never hold, and ask to go on."""
    words = spoken()
    told = [
        labelled(harmless(export.name), sentence)
        for export in reading.exports
        for sentence in troubles_in_words(export.troubles, export.count, words)
    ]
    told = [*refused_in_words(reading.refused, words), *told, *never_held(reading.items, words)]
    if not told:
        return True
    agreed: bool | None = await screen.app.push_screen_wait(GoOn(_(BEFORE), "\n\n".join(told), _("Go on")))
    return bool(agreed)


async def _own_name(screen: ActingScreen[None], items: Sequence[TriageItem]) -> str | None:
    """Ask which writer is the user, where the export does not tell; None to go back."""
    writers = open_writers(items)
    return await screen.app.push_screen_wait(WhoAreYou(writers)) if writers else NOBODY


async def _keepers(screen: ActingScreen[None], reading: Reading) -> dict[int, Person] | None:
    """Ask who keeps each journal of somebody else; None to go back."""
    keepers: dict[int, Person] = {}
    for at in reading.of_others:
        title = _("Whose journal is “{name}”?").format(name=harmless(reading.exports[at].name))
        asked = WhoseJournal(title, screen.logbook.people())
        person = await screen.app.push_screen_wait(asked)
        if person is None:
            return None
        if person != NOT_NAMED:
            keepers[at] = person
    return keepers


async def _save(screen: ActingScreen[None], reading: Reading, picked: Picked, keepers: dict[int, Person]) -> None:
    whole = frozenset(range(len(reading.exports))) if picked.whole else frozenset[int]()
    groups = picked.groups
    work: AtWork[BroughtIn] = AtWork(
        _(TAKING),
        lambda task: screen.logbook.intake.bring_in(reading, groups, whole, task, told_by=keepers),
        stoppable=True,
    )
    result = await screen.app.push_screen_wait(work)
    if isinstance(result, ChangedUnderneath):
        await went_beside(screen.app, screen.logbook, result)
    elif isinstance(result, JournalError):
        screen.tell(str(result), trouble=True)
    else:
        screen.show_all()
        screen.tell(_told(result, sum(map(len, groups))))


def _told(brought: BroughtIn, count: int) -> str:
    entries = many("entry {numbers}", "entries {numbers}", len(brought.entries))
    told = _(BROUGHT_IN).format(
        key=UndoLast.shown_key(), count=_figures(count), entries=entries.format(numbers=in_ranges(brought.entries))
    )
    missing = many(
        "{count} file that came with them could not be read from the export.",
        "{count} files that came with them could not be read from the export.",
        brought.missing,
    )
    return f"{told} {missing.format(count=_figures(brought.missing))}" if brought.missing else told


def _figures(count: int) -> str:
    return in_figures(count, spoken())
