"""Witnesses of each other on the screen: the own head digest as a QR code, and the keeping of another journal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.case.kept_head import HeadText, KeptHead, read_head
from journal.domain.text.qr_code import qr_lines
from journal.domain.text.words import N_, _
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.page import Page, PageText
from journal.ui.frame.text import own
from journal.ui.maintenance.whose_journal import NOT_NAMED, WhoseJournal

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook

_LIGHT = "#ffffff on #000000"
"""Style of what is drawn, the light part of the code, on a terminal of any colours."""
KEPT = N_("The head digest is kept, record {record}.")


class QrScreen(Fitted[None]):
    """Head digest as a QR code, for the camera of somebody who keeps it."""

    HELP = N_("A telephone reads this code as the head digest. Arrows scroll, escape goes back.")
    CSS = """
    QrScreen Page { height: 1fr; padding: 0; }
    """
    BINDINGS = bindings(Close)
    AUTO_FOCUS = "Page"

    def __init__(self, head: HeadText) -> None:
        """Show this digest."""
        super().__init__()
        self._head = head

    def compose_body(self) -> ComposeResult:
        """Make the page."""
        yield Page(PageText(own(line, _LIGHT)) for line in qr_lines(self._head.text()))

    def on_mount(self) -> None:
        """Set the title."""
        self.entitle(_("Head digest as a QR code"))


class HeadDigest(AskWords):
    """Head digest of another journal, typed or pasted."""

    HELP = N_("Type the head digest that somebody gave you, or paste it. F2 keeps it, escape goes back.")
    EXAMPLE = N_("16 groups of four, as they were given")
    MISSING = N_("Which head digest is to be kept?")

    def __init__(self, begun: str = "", complaint: str = "") -> None:
        """Ask for the digest, again where there is a complaint about what was typed."""
        super().__init__(_("Keep a head digest"), _(self.MISSING), _("Go on"), complaint)
        self.begun = begun


async def keep_head(screen: Fitted[None], logbook: Logbook) -> None:
    """Ask for a head digest and whose journal it is of until both are recorded or it is left; for a worker."""
    typed = complaint = ""
    while answer := await screen.app.push_screen_wait(HeadDigest(typed, complaint)):
        typed, complaint = answer, ""
        try:
            head = read_head(typed)
            keeper = await screen.app.push_screen_wait(WhoseJournal(_("Whose journal is it?"), logbook.people()))
            if keeper is not None:
                kept = KeptHead(number=0, digest=head.digest, journal=head.journal, record=head.record)
                saved = logbook.case.keep_head(kept, None if keeper == NOT_NAMED else keeper)
                screen.tell(_(KEPT).format(record=saved.record))
                return
        except JournalError as why:
            complaint = str(why)
