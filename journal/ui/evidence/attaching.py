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
from journal.ui.dialogs.acting_screen import told_of
from journal.ui.dialogs.save_conflict import went_beside
from journal.ui.evidence.exhibit_words import target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.base.task import Task
    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.evidence.batch import Examined
    from journal.logbook import Logbook
    from journal.ui.dialogs.acting_screen import ActingScreen
    from journal.ui.dialogs.at_work import AtWork
    from journal.ui.evidence.confirm_files import Decision, FileDetails

LOOKING = N_("One moment: the files are read. They stay where they are.")
TAKING = N_("One moment: the files are taken into the journal.")
STOPPED = N_("Stopped. Nothing was added, and the files are as they were.")
ADDED = N_("Attached as exhibit {number}.")
SEVERAL = N_("Attached as exhibits {first} to {last}.")
WHICH_HERE = N_("Which exhibit belongs to {target} too?")
LINKED = N_("Already here as exhibit {number}; linked.")
TICKED = N_("Marked as done (record {record}).")
SEVERAL_LINKED = N_("{count} files were already here as exhibits; linked.")


async def attach(screen: ActingScreen[None], target: Target, paths: Sequence[str] = ()) -> tuple[int, ...]:
    """Take evidence into the journal and link it to the target, from the choice of files to the word that says so.

    Without paths the person chooses files, a thing without a file, or an exhibit that is here already. Returns the
    numbers of the exhibits that hang on the target now; () where nothing was saved. To be run in a worker, because it
    waits for answers.
    """
    flow = _Attaching(screen, target)
    numbers = await flow.taken_in(paths) if paths else await flow.chosen()
    if numbers:
        screen.show_all()
    return numbers


@dataclass
class _Attaching:
    """Evidence on its way to one target."""

    screen: ActingScreen[None]
    target: Target
    told: FileDetails | None = None
    """What was said of the files last, to be there again where one goes back to them."""

    @property
    def logbook(self) -> Logbook:
        """The journal into which it is taken."""
        return self.screen.logbook

    async def chosen(self) -> tuple[int, ...]:
        """Let the person choose, and go back to the choice, as it was left, from what follows it."""
        from journal.ui.evidence.choose_files import ChooseFiles

        title = _("Attach evidence to {target}").format(target=target_of(self.target, self.logbook.state))
        others, exhibits = self.not_linked(), self.logbook.exhibits
        ticked: tuple[str, ...] = ()
        while True:
            asked = ChooseFiles(title, exhibits.taken_from, ticked=ticked, things=True, here=bool(others))
            chosen = await self.screen.app.push_screen_wait(asked)
            if chosen is None:
                return ()
            if chosen.here:
                return await self.link_one(others)
            if not chosen.paths:
                return await self.add_thing()
            ticked = chosen.paths
            exhibits.taken_from = os.path.join(os.path.split(ticked[-1])[0], "")  # noqa: PTH118 - a leading ~ stays as typed
            if numbers := await self.taken_in(ticked):
                return numbers

    async def add_thing(self) -> tuple[int, ...]:
        """Ask for a thing without a file until it is saved or given up."""
        from journal.ui.evidence.describe_exhibit import DescribeExhibit

        thing, complaint, title = Exhibit(number=0), "", _("A thing without a file")
        while True:
            asked = DescribeExhibit(title, thing, must_be_named=True, complaint=complaint)
            described = await self.screen.app.push_screen_wait(asked)
            if described is None:
                return ()
            thing = described
            try:
                saved = self.logbook.exhibits.add(thing, self.target)
            except ChangedUnderneath as why:
                await went_beside(self.screen.app, self.logbook, why)
            except JournalError as why:
                complaint = str(why)
            else:
                return await self.over(Attached((saved.subject,), ()))

    def not_linked(self) -> frozenset[int]:
        """Return the exhibits that are not linked to the target."""
        linked = self.logbook.exhibits.of(self.target)
        return frozenset(one.number for one in self.logbook.exhibits.standing if one.number not in linked)

    async def link_one(self, numbers: frozenset[int]) -> tuple[int, ...]:
        """Ask which of these exhibits is linked to the target too, and link it."""
        from journal.ui.evidence.exhibit_list import exhibits_list

        state = self.logbook.state
        title = _(WHICH_HERE).format(target=target_of(self.target, state))
        while number := await self.screen.app.push_screen_wait(exhibits_list(state, numbers, title)):
            try:
                self.logbook.exhibits.link(number, self.target)
            except ChangedUnderneath as why:
                await went_beside(self.screen.app, self.logbook, why)
            except JournalError as why:
                self.screen.tell(str(why), trouble=True)
            else:
                return await self.over(Attached((), (number,)))
        return ()

    async def taken_in(self, paths: Sequence[str]) -> tuple[int, ...]:
        """Look at the files, ask, and save; () where nothing was saved."""
        examined = await self.looked_at(paths)
        return await self.confirmed(examined) if examined else ()

    async def looked_at(self, paths: Sequence[str]) -> Examined | None:
        """Read the files; None where that was stopped, or where none of them can be taken in, which is said then."""
        from journal.evidence.batch import examine_all
        from journal.ui.dialogs.at_work import AtWork

        found = await self.screen.app.push_screen_wait(AtWork(_(LOOKING), partial(examine_all, paths), stoppable=True))
        if isinstance(found, JournalError):
            self.screen.tell(_(STOPPED))
            return None
        if not found.files:
            self.screen.tell("\n".join(found.refused[:3]), trouble=True)
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
            decision = await self.screen.app.push_screen_wait(asked)
            self.told = asked.told
            if decision is None:
                return ()
            files = decision.files
            attached = await self.screen.app.push_screen_wait(self.taking(decision))
            if isinstance(attached, ChangedUnderneath):
                await went_beside(self.screen.app, self.logbook, attached)
            elif isinstance(attached, JournalError):
                complaint = str(attached)
            else:
                return await self.over(attached)

    def taking(self, decision: Decision) -> AtWork[Attached]:
        """Return the screen behind which the files are saved."""
        from journal.ui.dialogs.at_work import AtWork
        from journal.ui.evidence.confirm_files import WHOLE

        files = [decision.told.of(one) for one in decision.files]

        def work(task: Task) -> Attached:
            return self.logbook.exhibits.attach(files, self.target, whole=decision.told.large == WHOLE, task=task)

        return AtWork(_(TAKING), work, stoppable=True)

    async def over(self, attached: Attached) -> tuple[int, ...]:
        """Say what was saved, offer to tick the item of the checklist that asked for it, and return the numbers."""
        said, numbers = _in_words(attached), (*attached.added, *attached.known)
        history = self.logbook.state.entries.get(self.target.entry)
        line = await self.proved(history, numbers, said) if history else None
        if history is None or line is None:
            self.screen.tell(said)
        else:
            mark = replace(line.mark, state=ItemState.DONE, on=self.logbook.now().date().isoformat())
            item = Target(entry=history.number, item=line.item.id)
            act = partial(self.logbook.exhibits.tick, numbers, item, mark)
            self.screen.attempt(act, lambda saved: f"{said} {told_of(TICKED, saved)}")
        return numbers

    async def proved(self, history: History, numbers: Sequence[int], said: str) -> ChecklistLine | None:
        """Ask which open item of an entry these exhibits prove; None where there is none, or none of them."""
        from journal.ui.evidence.tick_item import TickItemDialog

        now = {one.number: one for one in self.logbook.exhibits.standing}
        lines = open_items(history.checklist, [sort_of(now[number]) for number in numbers])
        if self.target.item:
            lines = tuple(line for line in lines if line.item.id == self.target.item)
        item = await self.screen.app.push_screen_wait(TickItemDialog(said, lines)) if lines else None
        return next((line for line in lines if line.item.id == item), None)


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
