"""The first start, before there is any file: whether this is the right place, and whether a passphrase keeps it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Button

from journal.domain.ledger.sync_services import service_of
from journal.domain.text.languages import LANGUAGE_NAMES, known_language, next_language
from journal.domain.text.words import N_, _, speak, spoken
from journal.ui.dialogs.commands import Decline
from journal.ui.dialogs.dialog import button
from journal.ui.fields.commands import AnswerAfter, AnswerBefore
from journal.ui.frame.command import bindings
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.moving_commands import GoToBottom, GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.frame.page import Page, PageHeading, PageText
from journal.ui.frame.text import literal, own
from journal.ui.safety.commands import NextLanguage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import ComposeResult

    from journal.ui.frame.page import PageBlock

ONLY_YOURS = N_("Are you the only person who uses this computer?")
IF_NOT = N_(
    "Paper, another device and this program are equally good ways to keep a log. If somebody else can look at this "
    "computer, use it or manage it, please use another device, or paper: it can be dangerous when a journal is found. "
    "Nothing has been written yet."
)
LEAVING = N_("Quick exit")
HOW_TO_LEAVE = N_("Press Ctrl+Q or F12 at any time to clear the screen and close the program. What you typed is kept.")
WHERE = N_("Where the journal will be saved")
IN_ONE_FILE = N_("In one file in this folder; nothing is sent anywhere: ")
SHARED = N_(
    "This folder looks like one that {service} copies to an account. Somebody else may share that account or know its "
    "password. Leave, and start with --file and another place, if you are not sure."
)
PASSPHRASE = N_("A passphrase")
WHAT_IT_DOES = N_(
    "With one, nobody can read the file without it. You also get a recovery code on paper; when both are lost, the "
    "journal is lost, and nobody can open it again. Without a passphrase, everybody who gets the file can read it."
)


class FirstChoice(Enum):
    """How the first journal is to begin."""

    PROTECT = auto()
    """With a passphrase."""
    WITHOUT = auto()
    """Readable for everybody who has the file."""


class FirstStart(Fitted[FirstChoice | None]):
    """What to know before anything is written; answers how to begin, or None where nothing is to be made."""

    HELP = N_("Nothing has been written yet. Arrows scroll and go from button to button, enter presses, escape leaves.")
    BINDINGS = bindings(
        NextLanguage, Decline, AnswerAfter, AnswerBefore, MoveUp, MoveDown, PageBack, PageOn, GoToTop, GoToBottom
    )
    CSS = """
    FirstStart Page { height: 1fr; max-width: 100; }
    FirstStart Horizontal { height: 1; margin: 0 0 1 0; padding: 0 1; }
    FirstStart Button { margin: 0 2 0 0; }
    FirstStart Button:focus { text-style: bold reverse; }
    FirstStart.-slim Horizontal { layout: vertical; height: 3; margin: 0; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (76, "-roomy")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "#protect"

    page = query_one(Page)

    def __init__(self, folder: Path) -> None:
        """Say that the journal will lie in this folder, which need not exist."""
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Make the page, the buttons and the keys."""
        page = Page(self._blocks())
        page.can_focus = False
        yield page
        with Horizontal():
            yield Button(own(_("Set a passphrase")), id="protect", compact=True)
            yield Button(own(_("Continue without a passphrase")), id="without", compact=True)
            yield button(_("Exit"), Decline)
        yield KeyFooter()

    def _blocks(self) -> Iterator[PageBlock]:
        now = known_language(spoken().language)
        names = [literal(name, "bold" if code == now else "") for code, name in LANGUAGE_NAMES.items()]
        yield PageText(own(f"{NextLanguage.keys[:1].upper()}  ") + literal(" · ").join(names))
        yield None
        yield from (PageHeading(_(ONLY_YOURS)), PageText(own(_(IF_NOT))), None)
        yield from (PageHeading(_(LEAVING)), PageText(own(_(HOW_TO_LEAVE))), None)
        yield from (PageHeading(_(WHERE)), PageText(own(_(IN_ONE_FILE)) + literal(str(self._folder), "bold")))
        if service := service_of(self._folder):
            yield PageText(own(_(SHARED).format(service=service), "bold $primary"))
        yield None
        yield from (PageHeading(_(PASSPHRASE)), PageText(own(_(WHAT_IT_DOES))))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer what stands on the button; the one that leaves answers nothing."""
        self.dismiss({"protect": FirstChoice.PROTECT, "without": FirstChoice.WITHOUT}.get(event.button.id or ""))

    def action_decline(self) -> None:
        """Answer that nothing is to be made."""
        self.dismiss(None)

    async def action_next_language(self) -> None:
        """Say all of this in the next language, which the journal then has."""
        speak(replace(spoken(), language=next_language(spoken().language)))
        await self.recompose()
        self.query_one(self.AUTO_FOCUS).focus()

    def action_answer_after(self) -> None:
        """Go to the button on the right."""
        self.focus_next()

    def action_answer_before(self) -> None:
        """Go to the button on the left."""
        self.focus_previous()

    def action_move_up(self) -> None:
        """Scroll one line up."""
        self.page.action_move_up()

    def action_move_down(self) -> None:
        """Scroll one line down."""
        self.page.action_move_down()

    def action_go_to_top(self) -> None:
        """Scroll to the first line."""
        self.page.action_go_to_top()

    def action_go_to_bottom(self) -> None:
        """Scroll to the last line."""
        self.page.action_go_to_bottom()
