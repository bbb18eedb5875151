"""One exhibit: all that is known of it, where it is, what it is linked to, and its content, covered at first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.evidence.exhibit import Exhibit, Form, Target
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.words import N_, _
from journal.evidence.media_types import FileKind, kind_of
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.dialogs.commands import ShowBelonging
from journal.ui.evidence import exhibit_flows
from journal.ui.evidence.commands import (
    AmendExhibit,
    CoverContent,
    NextPart,
    PreviousPart,
    SaveCopy,
    ShowContent,
    ShowCustody,
    TakeLinkAway,
    TypeOffLine,
    WithdrawExhibit,
)
from journal.ui.evidence.custody_words import custody_blocks
from journal.ui.evidence.exhibit_words import ExhibitWords, target_of
from journal.ui.evidence.preview import Preview
from journal.ui.frame import messages
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.page import Page
from journal.ui.frame.text import literal
from journal.ui.lists.plain_list import PlainList
from journal.ui.maintenance.commands import EraseField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from journal.logbook import Logbook
    from journal.ui.frame.page import PageBlock


class ExhibitPage(Page):
    """What is known, to be scrolled."""


class LinkList(PlainList):
    """What the exhibit is linked to."""


class ExhibitScreen(ActingScreen[None]):
    """An exhibit of the journal; its links lead on, and escape back to it."""

    HELP = N_(
        "One exhibit. Space shows its content or covers it again; tab goes to its links, where enter follows one. "
        "Nothing here opens another program."
    )
    CSS = """
    ExhibitScreen #parts { height: 1fr; }
    ExhibitScreen #known { width: 1fr; }
    ExhibitScreen ExhibitPage { height: 1fr; }
    ExhibitScreen ExhibitPage, ExhibitScreen LinkList, ExhibitScreen Preview {
        border: solid $border-blurred; background: $background; border-title-color: $quiet;
        &:focus, &:focus-within { border: heavy $border; border-title-color: $foreground; }
    }
    ExhibitScreen LinkList { height: auto; max-height: 8; padding: 0 1; }
    ExhibitScreen Preview { width: 1fr; padding: 0 1; }
    ExhibitScreen.-narrow #known { width: 1fr; }
    ExhibitScreen.-narrow Preview { display: none; }
    ExhibitScreen.-narrow.-shown Preview { display: block; }
    ExhibitScreen.-narrow.-shown #known { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(
        ShowContent,
        CoverContent,
        SaveCopy,
        TypeOffLine,
        ShowCustody,
        ShowBelonging,
        AmendExhibit,
        WithdrawExhibit,
        TakeLinkAway,
        PageBack,
        PageOn,
        NextPart,
        PreviousPart,
        Close,
    )
    AUTO_FOCUS = "ExhibitPage"

    _page = query_one(ExhibitPage)
    _links = query_one(LinkList)
    preview = query_one(Preview)
    """Its content."""

    def __init__(self, logbook: Logbook, number: int) -> None:
        """Show an exhibit of this journal."""
        super().__init__()
        self.logbook, self.number = logbook, number

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit as it stands now."""
        return self.logbook.state.of(Exhibit).now[self.number]

    def compose_body(self) -> ComposeResult:
        """Make words, links and content."""
        with Horizontal(id="parts"):
            with Vertical(id="known"):
                yield ExhibitPage()
                yield LinkList()
            yield Preview(self.logbook, self.exhibit)

    def on_mount(self) -> None:
        """Show what is known."""
        self._links.border_title = _("Linked to")
        self.preview.border_title = _("Content")
        self.show_all()

    def show_all(self) -> None:
        """Show the present state."""
        withdrawn = _("crossed out") if self.exhibit.withdrawn else ""
        self.entitle(_("Exhibit {number}").format(number=self.number), withdrawn)
        self._page.put(self._blocks(), to_top=False)
        self._links.put(Option(literal(target_of(one, self.logbook.state))) for one in self.targets)
        self._links.display = bool(self.targets)
        self.refresh_bindings()

    @property
    def targets(self) -> list[Target]:
        """What the exhibit is linked to, in the order in which it was."""
        return [*self.logbook.state.links.get(self.number, ())]

    def _blocks(self) -> Iterator[PageBlock]:
        yield from ExhibitWords(self.exhibit, self.logbook.state, self.logbook.zone).blocks()
        yield None
        yield from custody_blocks(self.exhibit, self.logbook.state)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this exhibit."""
        if not self.is_mounted:
            return False
        command = Command.known.get(action)
        if not self.may_write(action):
            return False
        if command and command.writes and self.exhibit.withdrawn and command is not EraseField:
            return False
        conditions = {
            ShowContent.id: self.exhibit.form is Form.FILE and not self.preview.shown,
            CoverContent.id: self.preview.shown,
            TypeOffLine.id: _may_show_paper(self.exhibit),
            SaveCopy.id: self.exhibit.form is Form.FILE and not self.exhibit.withdrawn,
            TakeLinkAway.id: self.focused is self._links and bool(self.targets),
        }
        return conditions.get(action, True)

    async def action_cover_content(self) -> None:
        """Cover the content again."""
        await self.action_show_content()

    async def action_show_content(self) -> None:
        """Show the content, or cover it."""
        await self.preview.toggle()
        self.set_class(self.preview.shown, "-shown")
        self.refresh_bindings()

    def action_show_custody(self) -> None:
        """Show where it went, and note where it goes."""
        from journal.ui.evidence.custody import CustodyScreen

        self.app.push_screen(CustodyScreen(self.logbook, self.number))

    async def action_save_copy(self) -> None:
        """Write a copy into a folder."""
        await self.run_flow(exhibit_flows.save_copy(self, self.exhibit))

    def action_type_off_line(self) -> None:
        """Type an entry off the sheet that it shows."""
        self.post_message(messages.TypeOffPaper(self.number))

    async def action_amend_exhibit(self) -> None:
        """Ask what is to be said of it from now on."""
        await self.run_flow(exhibit_flows.amend(self, self.exhibit))

    async def action_erase_field(self) -> None:
        """Erase one of its fields or its file, for good, after showing what that means."""
        from journal.domain.state.erasable import Subject
        from journal.ui.maintenance.erasing import erase

        await self.run_flow(erase(self, Subject(Exhibit.SUBJECT, self.number), self._show_what_is_left))

    def _show_what_is_left(self) -> None:
        self.run_worker(self._cover_and_show(), group="acts")

    async def _cover_and_show(self) -> None:
        await self.preview.cover()
        self.remove_class("-shown")
        self.show_all()

    async def action_withdraw_exhibit(self) -> None:
        """Ask why it is withdrawn."""
        title = _("Cross out exhibit {number}").format(number=self.number)
        question = _("Its number and its details stay. Why do you cross it out?")
        await self.run_flow(self.withdraw(title, question, partial(self.logbook.case.withdraw, Exhibit, self.number)))

    def action_take_link_away(self) -> None:
        """Take the highlighted link away."""
        if (at := self._links.highlighted) is not None:
            self.attempt(partial(self.logbook.exhibits.unlink, self.number, self.targets[at]))

    @on(OptionList.OptionSelected)
    def _follow(self, event: OptionList.OptionSelected) -> None:
        self.post_message(messages.Follow(self.targets[event.option_index]))

    def action_show_belonging(self) -> None:
        """List what belongs to it, to go on from there."""
        self.post_message(messages.ListRelated(Ref(EntityType.EXHIBIT, self.number)))

    def action_next_part(self) -> None:
        """Go to the next part."""
        self._go_round(1)

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        parts: list[Widget] = [one for one in (self._page, self._links, self.preview.words) if one.region]
        here = next((at for at, one in enumerate(parts) if one is self.focused), 0)
        if parts:
            self.set_focus(parts[(here + step) % len(parts)])

    @property
    def scrolled(self) -> Page:
        """The words of its content where they are shown, else what is known."""
        return self.preview.words if self.preview.shown else self._page

    async def action_close(self) -> None:
        """Cover the content where it fills the screen, else go back."""
        if self.preview.shown and self.has_class("-narrow"):
            await self.action_show_content()
        else:
            self.dismiss(None)


def _may_show_paper(exhibit: Exhibit) -> bool:
    kept = exhibit.form in {Form.FILE, Form.FINGERPRINT}
    return kept and kind_of(exhibit.media_type) in {FileKind.PICTURE, FileKind.DOCUMENT}
