"""Evidence on its way into the journal: chosen, looked at, confirmed, saved, and linked to what it proves."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.checklist_matching import open_items, sort_of
from journal.domain.evidence.exhibit import Exhibit, Form, Target
from journal.domain.text.words import N_, _
from journal.logbook.exhibits import Attached
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.evidence.exhibit_words import target_of
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from textual.app import App
    from textual.notifications import SeverityLevel

    from journal.domain.base.task import Task
    from journal.evidence.batch import Examined
    from journal.logbook import Logbook
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.evidence.confirm_files import Decision, Told

LOOKING = N_("One moment: the files are read. They stay where they are.")
TAKING = N_("One moment: the files are taken into the journal.")
STOPPED = N_("Stopped. Nothing was added, and the files are as they were.")
ADDED = N_("Attached as exhibit {number}.")
SEVERAL = N_("Attached as exhibits {first} to {last}.")
WHICH_HERE = N_("Which exhibit belongs to {target} too?")
LINKED = N_("Already here as exhibit {number}; linked.")
SEVERAL_LINKED = N_("{count} files were already here as exhibits; linked.")


async def attach(app: App[Any], logbook: Logbook, target: Target, paths: Sequence[str] = ()) -> tuple[int, ...]:
    """Take evidence into the journal and link it to the target, from the choice of files to the word that says so.

    Without paths the person chooses files, a thing without a file, or an exhibit that is here already. Returns the
    numbers of the exhibits that hang on the target now; () where nothing was saved. To be run in a worker, because it
    waits for answers.
    """
    flow = _Attaching(app, logbook, target)
    return await flow.taken_in(paths) if paths else await _chosen(flow)


async def _chosen(flow: _Attaching) -> tuple[int, ...]:
    """Let the person choose, and go back to the choice, as it was left, from what follows it."""
    from journal.ui.evidence.choose_files import ChooseFiles

    logbook, target = flow.logbook, flow.target
    told, others = target_of(target, logbook.state), _not_linked(logbook, target)
    ticked: tuple[str, ...] = ()
    while True:
        asked = ChooseFiles(told, logbook.exhibits.taken_from, ticked=ticked, here=bool(others))
        chosen = await flow.app.push_screen_wait(asked)
        if chosen is None:
            return ()
        if chosen.here:
            return await _link_one(flow.app, logbook, target, others)
        if not chosen.paths:
            return await _add_thing(flow.app, logbook, target)
        ticked = chosen.paths
        logbook.exhibits.taken_from = os.path.join(os.path.split(ticked[-1])[0], "")  # noqa: PTH118 - a leading ~ stays as typed
        if numbers := await flow.taken_in(ticked):
            return numbers


async def _add_thing(app: App[Any], logbook: Logbook, target: Target) -> tuple[int, ...]:
    from journal.ui.evidence.describe_exhibit import DescribeExhibit

    thing: Exhibit | None = Exhibit(number=0)
    complaint = ""
    while thing is not None:
        asked = DescribeExhibit(_("A thing without a file"), thing, must_be_named=True, complaint=complaint)
        thing = await app.push_screen_wait(asked)
        if thing is None:
            break
        try:
            saved = logbook.exhibits.add(thing, target)
        except ChangedUnderneath as why:
            await went_beside(app, logbook, why)
        except JournalError as why:
            complaint = str(why)
        else:
            flow = _Attaching(app, logbook, target)
            await flow.over(Attached((saved.subject,), ()))
            return (saved.subject,)
    return ()


def _not_linked(logbook: Logbook, target: Target) -> frozenset[int]:
    linked = logbook.exhibits.of(target)
    return frozenset(one.number for one in logbook.exhibits.standing if one.number not in linked)


async def _link_one(app: App[Any], logbook: Logbook, target: Target, numbers: frozenset[int]) -> tuple[int, ...]:
    """Ask which of these exhibits is linked to the target too, and link it."""
    from journal.ui.evidence.exhibit_list import exhibits_list

    title = _(WHICH_HERE).format(target=target_of(target, logbook.state))
    flow = _Attaching(app, logbook, target)
    while number := await app.push_screen_wait(exhibits_list(logbook.state, numbers, title)):
        try:
            logbook.exhibits.link(number, target)
        except ChangedUnderneath as why:
            await went_beside(app, logbook, why)
        except JournalError as why:
            flow.say(str(why), trouble=True)
        else:
            await flow.over(Attached((), (number,)))
            return (number,)
    return ()


@dataclass
class _Attaching:
    """Files on their way to one target."""

    app: App[Any]
    logbook: Logbook
    target: Target
    told: Told | None = None
    """What was said of the files last, to be there again where one goes back to them."""

    async def taken_in(self, paths: Sequence[str]) -> tuple[int, ...]:
        """Look at the files, ask, and save; () where nothing was saved."""
        examined = await self.looked_at(paths)
        return await self.confirmed(examined) if examined else ()

    async def looked_at(self, paths: Sequence[str]) -> Examined | None:
        """Read the files; None where that was stopped, or where none of them can be taken in, which is said then."""
        from journal.evidence.batch import examine_all
        from journal.ui.dialogs.at_work import AtWork

        found = await self.app.push_screen_wait(AtWork(_(LOOKING), partial(examine_all, paths), stoppable=True))
        if isinstance(found, JournalError):
            self.say(_(STOPPED))
            return None
        if not found.files:
            self.say("\n".join(found.refused[:3]), trouble=True)
            return None
        return found

    async def confirmed(self, examined: Examined) -> tuple[int, ...]:
        """Ask once, save, and ask again with the same words where the disk did not take it."""
        from journal.ui.evidence.confirm_files import ConfirmFiles

        files, complaint = examined.files, ""
        while True:
            asked = ConfirmFiles(
                files,
                target=target_of(self.target, self.logbook.state),
                refused=examined.refused,
                known=self.logbook.exhibits.by_digest(Form.FILE),
                largest=self.logbook.settings.largest_file,
                told=self.told,
                complaint=complaint,
            )
            decision = await self.app.push_screen_wait(asked)
            self.told = asked.told
            if decision is None:
                return ()
            files = decision.files
            attached = await self.app.push_screen_wait(self.taking(decision))
            if isinstance(attached, ChangedUnderneath):
                await went_beside(self.app, self.logbook, attached)
            elif isinstance(attached, JournalError):
                complaint = str(attached)
            else:
                await self.over(attached)
                return (*attached.added, *attached.known)

    def taking(self, decision: Decision) -> AtWork[Attached]:
        """Return the screen behind which the files are saved."""
        from journal.ui.dialogs.at_work import AtWork
        from journal.ui.evidence.confirm_files import WHOLE

        files = [decision.told.of(one) for one in decision.files]

        def work(task: Task) -> Attached:
            return self.logbook.exhibits.attach(files, self.target, whole=decision.told.large == WHOLE, task=task)

        return AtWork(_(TAKING), work, stoppable=True)

    async def over(self, attached: Attached) -> None:
        """Say what was saved, and offer to tick the item of the checklist that asked for it."""
        said, numbers = _in_words(attached), (*attached.added, *attached.known)
        history = self.logbook.state.entries.get(self.target.entry)
        now = {one.number: one for one in self.logbook.exhibits.standing}
        lines = open_items(history.checklist if history else (), [sort_of(now[number]) for number in numbers])
        if self.target.item:
            lines = tuple(line for line in lines if line.item.id == self.target.item)
        if not history or not lines:
            self.say(said)
            return
        from journal.ui.evidence.tick_item import TickItem

        item = await self.app.push_screen_wait(TickItem(said, lines))
        line = next((line for line in lines if line.item.id == item), None)
        if line is None:
            self.say(said)
            return
        mark = replace(line.mark, state=ItemState.DONE, on=self.logbook.now().date().isoformat())
        try:
            saved = self.logbook.exhibits.tick(numbers, Target(entry=history.number, item=line.item.id), mark)
        except JournalError as why:
            self.say(str(why), trouble=True)
        else:
            self.say(f"{said} {_('Ticked, record {record}.').format(record=saved.record)}")

    def say(self, words: str, *, trouble: bool = False) -> None:
        """Say something in a corner for a while."""
        severity: SeverityLevel = "warning" if trouble else "information"
        self.app.notify(harmless(words, lines=True), markup=False, severity=severity, timeout=15 if trouble else 6)


def _in_words(attached: Attached) -> str:
    """Return what was saved, in a sentence or two."""
    said = []
    if len(attached.added) == 1:
        said.append(_(ADDED).format(number=attached.added[0]))
    elif attached.added:
        said.append(_(SEVERAL).format(first=min(attached.added), last=max(attached.added)))
    if len(attached.known) == 1:
        said.append(_(LINKED).format(number=attached.known[0]))
    elif attached.known:
        said.append(_(SEVERAL_LINKED).format(count=len(attached.known)))
    return " ".join(said)
