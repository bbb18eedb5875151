"""Choosing which entries to see: conditions picked from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, JournalError
from journal.domain.filters.describing import described
from journal.domain.filters.offered import conditions, conditions_of, together, typed_conditions
from journal.domain.filters.values import AnyFilter, InPeriod
from journal.domain.text.words import N_, _, spoken
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.dialogs.beside import beside_if_many
from journal.ui.frame.command import bindings
from journal.ui.frame.debounce import BETWEEN_FRAMES, Debounce
from journal.ui.frame.masking import escaped, harmless
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen
from journal.ui.lists.picks import PICKED
from journal.ui.overview.commands import ForgetFilter, KeepFilter, PickOpposite, ShowFiltered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.app import App

    from journal.logbook import Logbook
    from journal.ui.timeline.main import MainScreen

NOTHING = N_("There is no entry to choose from yet. Write the first one with n on the main screen.")
LOOKING = N_("Looking for the entries")
KEPT = N_("Kept as “{name}”.")
KEPT_INSTEAD = N_("Kept as “{name}”, in place of: {before}.")
FORGOTTEN = N_("“{name}” is forgotten. Its conditions are picked now: {key} keeps them again.")


async def filter_entries(main: MainScreen) -> None:
    """Ask for conditions, and show the entries that meet them in the timeline."""
    app: App[None] = main.app
    picked = await app.push_screen_wait(FilterScreen(main.logbook, main.in_force.picked, main.in_force.prepare))
    if picked is not None:
        await show_only(main, conditions_of(together(picked)))


async def show_only(main: MainScreen, picked: frozenset[AnyFilter]) -> None:
    """Show the entries that meet all of these conditions in the timeline."""
    app: App[None] = main.app
    count = len(main.logbook.state.entries)
    ready = await beside_if_many(app, count, _(LOOKING), lambda _task: main.in_force.after(picked))
    main.filter_by(ready)


class AskName(AskWords):
    """A name for a filter."""

    EXAMPLE = N_("a name, for example: not reported yet")
    MISSING = N_("A filter is kept under a name; a word is enough.")


class FilterScreen(PickScreen[AnyFilter]):
    """The conditions; answers those that are picked, or the highlighted one."""

    HELP = N_(
        "Choose which entries to see. Type to see only the conditions with all typed words; a period can be "
        "typed too (last month, since 1 October, 2026), and a number, an account or a place. Enter shows the "
        "entries for one condition. F4 picks several, F3 picks the opposite of one, and F2 shows the entries for "
        "them: any of the picked kinds, periods, people or sources, and all of the other conditions. F7 keeps "
        "them under a name; kept ones come first in the list. An entry of an unknown time meets every period, so "
        "that the opposite of a period leaves it out. Nothing is changed by it; escape in the timeline shows all "
        "entries again."
    )
    BINDINGS = bindings(ShowFiltered, PickLine, PickOpposite, KeepFilter, ForgetFilter)

    def __init__(self, logbook: Logbook, picked: frozenset[AnyFilter], prepare: Callable[[], bool]) -> None:
        """Offer the conditions that make sense for this journal, some of them picked.

        While one of them is chosen, `prepare` is called again and again until it returns True.
        """
        super().__init__(_("Filter"), self._offered, nothing=_(NOTHING), go=self._only)
        self._logbook, self.picked = logbook, picked
        self._listed: frozenset[AnyFilter] = frozenset()
        self._prepare = prepare
        self._portions = Debounce(self, self._prepare_some)

    def on_mount(self) -> None:
        """Begin to prepare what the conditions ask of the entries."""
        self._portions.restart()

    def _prepare_some(self) -> None:
        if not self._prepare():
            self._portions.restart(BETWEEN_FRAMES)

    def _offered(self) -> Iterator[Line[AnyFilter]]:
        names: dict[AnyFilter, list[str]] = {}
        for name, one in self._logbook.filters.named.items():
            names.setdefault(one, []).append(escaped(name))
        offered = [one for one in conditions(self._logbook.state) if one not in names]
        self._listed = frozenset((*names, *offered))
        yield from (self._line_of_kept(", ".join(kept_as), one) for one, kept_as in names.items())
        yield from map(self._line_of, offered)

    def _line_of_kept(self, names: str, one: AnyFilter) -> Line[AnyFilter]:
        return Line(one, Row([(names, "strong"), (f"  {self._told(one)}", "faint")]))

    def in_order(self, words: Sequence[str], found: list[Line[AnyFilter]]) -> list[Line[AnyFilter]]:
        """Return what is picked and not listed, typed periods, the conditions that hold the words, and typed places."""
        own = (self._line_of(one) for one in self.picked if not {one, ~one} & self._listed)
        typed = [*map(self._line_of, self._typed_as())] if words and self._listed else []
        periods = [line for line in typed if isinstance(line.answer, InPeriod)]
        in_order = (*(line for line in own if line.holds(words)), *periods, *found, *typed)
        # A line that is listed says more than a typed one of the same meaning: its name.
        return [*({line.answer: line for line in in_order} | {line.answer: line for line in found}).values()]

    def _typed_as(self) -> Iterable[AnyFilter]:
        return typed_conditions(self._line.words, now=self._logbook.now(), language=spoken().language)

    def _line_of(self, one: AnyFilter) -> Line[AnyFilter]:
        return Line(one, Row([(self._told(one), "")]))

    def _told(self, one: AnyFilter) -> str:
        return described(one, self._logbook.state)

    def row_of(self, line: Line[AnyFilter]) -> Row:
        """Return a condition, or its opposite where that is picked, with a tick."""
        if (opposite := ~line.answer) in self.picked and opposite not in self._listed:
            return Row([(PICKED, "strong"), (self._told(opposite), "")])
        return super().row_of(line)

    def draw(self, at: int | None = None) -> None:
        """Draw the found conditions, and say how many are picked."""
        super().draw(at)
        if self.picked:
            self.entitle(_("Filter"), self.count_picked)

    def _only(self, one: AnyFilter) -> None:
        self.dismiss(frozenset({one}))

    @property
    def _asked_for(self) -> frozenset[AnyFilter]:
        """The picked conditions, or the highlighted one."""
        return self.picked or (frozenset({self.at.answer}) if self.at else frozenset())

    @property
    def _kept_as(self) -> str:
        """The name of the highlighted filter, where it is kept under one."""
        names = (name for name, one in self._logbook.filters.named.items() if self.at and one == self.at.answer)
        return next(names, "")

    def action_pick_line(self) -> None:
        """Pick the highlighted condition, or let it or its opposite go, and go on to the next one."""
        if self.at and (opposite := ~self.at.answer) in self.picked:
            self.picked -= {opposite}
            self.draw()
        else:
            super().action_pick_line()

    def action_pick_opposite(self) -> None:
        """Pick the opposite of the highlighted condition, or let it go."""
        if self.at:
            one, opposite = self.at.answer, ~self.at.answer
            self.picked = self.picked - {one} ^ {opposite}
            self.draw()

    def action_show_filtered(self) -> None:
        """Show the entries that meet the picked conditions, or the highlighted one."""
        if wanted := self._asked_for:
            self.dismiss(wanted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to keep and to forget only where the journal can be written, and there is something."""
        if action in {KeepFilter.id, ForgetFilter.id}:
            there = self._asked_for if action == KeepFilter.id else self._kept_as
            return bool(there) and not self._logbook.read_only
        return super().check_action(action, parameters)

    async def action_keep_filter(self) -> None:
        """Ask for a name, and keep the picked conditions under it."""
        if wanted := self._asked_for:
            await self.run_flow(self._keep(together(wanted)))

    async def _keep(self, wanted: AnyFilter) -> None:
        name = complaint = ""
        while True:
            asked = AskName(_("Keep the filter"), harmless(self._told(wanted)), _("Keep"), complaint)
            asked.begun = name
            answer = await self.app.push_screen_wait(asked)
            if not answer:
                return
            name = answer
            before = self._logbook.filters.named.get(name, wanted)
            try:
                self._logbook.filters.save(name, wanted)
            except ChangedUnderneath:
                raise
            except JournalError as why:
                complaint = str(why)
            else:
                said = _(KEPT if before == wanted else KEPT_INSTEAD)
                self.tell(said.format(name=harmless(name), before=self._told(before)))
                self.read_again()
                return

    def action_forget_filter(self) -> None:
        """Forget the highlighted filter; its conditions are picked, so that it can be kept again."""
        if self.at and (name := self._kept_as):
            self._logbook.filters.forget(name)
            self.picked = conditions_of(self.at.answer)
            self.tell(_(FORGOTTEN).format(name=harmless(name), key=KeepFilter.shown_key()))
            self.read_again()
