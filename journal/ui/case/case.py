"""The case around the entries: steps, people, reports, orders and events, one section at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Container
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.case.people import Role
from journal.domain.state.relations import EntityType
from journal.domain.state.short_names import NAMES
from journal.domain.text.words import N_, _
from journal.ui.case import flows, offers
from journal.ui.case.commands import (
    AddOne,
    AddStalker,
    EventInTimeline,
    NextSection,
    PreviousSection,
    ShowCase,
    ShowEvents,
    ShowOrders,
    ShowPeople,
    ShowReports,
    ShowSteps,
    TickStep,
)
from journal.ui.case.events import EventsSection
from journal.ui.case.orders import OrdersSection
from journal.ui.case.people import PeopleSection
from journal.ui.case.person_form import person_form
from journal.ui.case.reports import ReportsSection
from journal.ui.case.section_order import EVENTS, ORDERS, PEOPLE, REPORTS, STEPS, LeadsToSections
from journal.ui.case.steps import StepsSection
from journal.ui.dialogs.commands import RedoLast, ShowBelonging, UndoLast
from journal.ui.entry.undoing import TakesBack
from journal.ui.forms.commands import AttachHere, FillIn, ReadBeside, WithdrawOne
from journal.ui.frame import messages
from journal.ui.frame.command import bindings, worded
from journal.ui.frame.everywhere import Close
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.page import Page, PageText
from journal.ui.frame.tab_line import Tab, TabLine
from journal.ui.frame.text import own
from journal.ui.lists.list_and_page import ListAndPage
from journal.ui.lists.plain_list import PlainList
from journal.ui.maintenance.commands import EraseField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.domain.state.relations import Ref
    from journal.logbook import Logbook
    from journal.ui.case.section import CaseSection
    from journal.ui.forms.form import FormDefinition

WITHDRAWN = N_("Crossed out (record {record}). It still appears wherever something refers to it.")
WHY = N_("Why do you cross it out? It stays readable in the records.")
SECTIONS: tuple[type[CaseSection], ...] = (StepsSection, PeopleSection, ReportsSection, OrdersSection, EventsSection)
_PLACES = {EntityType.PERSON: PEOPLE, EntityType.REPORT: REPORTS, EntityType.ORDER: ORDERS, EntityType.EVENT: EVENTS}


class CaseScreen(LeadsToSections, ListAndPage[None], TakesBack):
    """What is around the entries; figures go from section to section."""

    HELP = N_(
        "The case as a whole. Keys 1 to 5 show its steps, people, reports, orders and events. Arrows choose a line, "
        "Enter opens it, Space ticks a step, {show_belonging} shows its links."
    )
    CSS = """
    CaseScreen #case { height: 1fr; layout: horizontal; }
    CaseScreen PlainList { width: 11fr; }
    CaseScreen Page { width: 9fr; }
    CaseScreen.-narrow #case { layout: vertical; }
    CaseScreen.-narrow PlainList { width: 1fr; height: 11fr; }
    CaseScreen.-narrow Page { width: 1fr; height: 9fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(
        TickStep,
        FillIn,
        AddStalker,
        AddOne,
        ShowBelonging,
        AttachHere,
        EventInTimeline,
        WithdrawOne,
        UndoLast,
        RedoLast,
        ReadBeside,
        ShowSteps,
        ShowPeople,
        ShowReports,
        ShowOrders,
        ShowEvents,
        NextSection,
        PreviousSection,
        PageBack,
        PageOn,
        Close,
    )
    _tabs = query_one(TabLine)

    def __init__(self, logbook: Logbook, ref: Ref | None = None, step: str = "", section: int = 0) -> None:
        """Show the case of a journal, at this thing, at this step, or at this section."""
        super().__init__()
        self.logbook = logbook
        self._at = _PLACES.get(ref.thing, STEPS) if ref else section
        self._lines: dict[int, str] = {self._at: str(ref.number) if ref else step}
        self.section: CaseSection = SECTIONS[self._at](logbook)
        """The section that is shown, as the journal stands."""

    def compose_body(self) -> ComposeResult:
        """Make sections, list and words."""
        yield TabLine()
        with Container(id="case"):
            yield PlainList()
            yield Page()

    def on_mount(self) -> None:
        """Show the section."""
        self.entitle(_(ShowCase.title))
        self.show_all()

    def show_all(self, line: str = "") -> None:
        """Show the present state, with this line highlighted, or the one that was."""
        wanted = line or self._lines.get(self._at, "")
        sections = [sort(self.logbook) for sort in SECTIONS]
        self.section = sections[self._at]
        self._tabs.tabs = tuple(_tab(one) for one in sections)
        self._tabs.at = self._at
        listed = list(self.section.lines())
        places = {one.id: at for at, one in enumerate(listed) if one.id}
        options = (Option(one.words, id=one.id or None, disabled=not one.id) for one in listed)
        self.listed.put(options, places.get(wanted, next(iter(places.values()), None)))
        self._show_line()

    @on(OptionList.OptionHighlighted)
    def _show_line(self) -> None:
        if self.line:
            self._lines[self._at] = self.line
            self.page.put(self.section.blocks(self.line))
        else:
            self.page.put([PageText(own(worded(self.section.empty)))])
        self.refresh_bindings()

    @on(TabLine.TabClicked)
    def _clicked(self, event: TabLine.TabClicked) -> None:
        self.show_section(event.at)

    def show_section(self, section: int) -> None:
        """Show a section; beyond the last one, the first."""
        self._at = section % len(SECTIONS)
        self.show_all()
        self.set_focus(self.listed)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here."""
        return self.is_mounted and _offered(self, action, self._at)

    def action_next_section(self) -> None:
        """Show the section on the right."""
        self.show_section(self._at + 1)

    def action_previous_section(self) -> None:
        """Show the section on the left."""
        self.show_section(self._at - 1)

    async def action_tick_step(self) -> None:
        """Mark the step as done, or as to do again."""
        await self.run_flow(flows.tick_step(self, self.line))

    @on(OptionList.OptionSelected)
    async def action_fill_in(self) -> None:
        """Open the form of the line."""
        if self.line and not self.logbook.read_only:
            await self.run_flow(self._fill_in(self.section.form(self.line)))

    async def _fill_in(self, form: FormDefinition) -> None:
        from journal.ui.forms.form_screen import fill_in

        if saved := await fill_in(self, form):
            self.show_all(str(saved.subject or ""))
            await offers.after_form(self, form.about, saved)

    async def action_add_one(self) -> None:
        """Open an empty form."""
        await self.run_flow(self._fill_in(self.section.form("")))

    async def action_add_stalker(self) -> None:
        """Open the form of somebody who does it."""
        await self.run_flow(self._fill_in(person_form(self.logbook, role=Role.STALKER)))

    async def action_withdraw_one(self) -> None:
        """Ask why it is withdrawn."""
        if self.section.sort:
            number = int(self.line)
            title = _(NAMES[self.section.sort.SUBJECT]).format(number=number)
            act = partial(self.logbook.case.withdraw, self.section.sort, number)
            await self.run_flow(self.withdraw(title, _(WHY), act, WITHDRAWN))

    async def action_erase_field(self) -> None:
        """Erase one of its fields, for good, after showing what that means."""
        from journal.ui.maintenance.erasing import erase

        await self.run_flow(erase(self, self.section.erasable(self.line), self.show_all))

    def action_show_belonging(self) -> None:
        """List what belongs to it, and go there."""
        if ref := self.section.ref(self.line):
            self.post_message(messages.ListRelated(ref))

    def action_event_in_timeline(self) -> None:
        """Show only the entries of the event in the timeline."""
        self.post_message(messages.GoToEvent(int(self.line)))

    async def action_attach_here(self) -> None:
        """Attach evidence to it."""
        from journal.ui.evidence.attaching import attach

        await self.run_flow(attach(self, self.section.target(self.line)))


def _tab(section: CaseSection) -> Tab:
    count = section.count()
    return Tab(_(section.name), count, count.partition(",")[0])


def _offered(screen: CaseScreen, action: str, section: int) -> bool:
    """Tell whether something can be done: no writing where only reading is possible, nothing about no line."""
    line = screen.line
    if not screen.may_write(action):
        return False
    conditions = {
        TickStep.id: section == STEPS and bool(line),
        FillIn.id: bool(line),
        AddOne.id: section != STEPS,
        AddStalker.id: section == PEOPLE,
        WithdrawOne.id: screen.section.sort is not None and bool(line),
        ShowBelonging.id: bool(line) and screen.section.ref(line) is not None,
        EventInTimeline.id: section == EVENTS and bool(line),
        AttachHere.id: bool(line) and screen.section.takes_evidence,
        EraseField.id: bool(line) and (section != STEPS or line in screen.logbook.state.steps),
    }
    return conditions.get(action, True)
