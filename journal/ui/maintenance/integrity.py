"""The head digest, for somebody else to keep, and whether the journal still stands as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.base.errors import JournalError
from journal.domain.case.kept_head import HeadText, KeptHead
from journal.domain.ledger.record import groups_of_four
from journal.domain.ledger.verdict import LIMIT
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, labelled, spoken
from journal.domain.time import moment_words
from journal.domain.time.moment import exactly
from journal.ui.dialogs.at_work import AtWork
from journal.ui.dialogs.beside import StoppableTask
from journal.ui.frame.command import bindings
from journal.ui.frame.copying import send_to_terminal
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.masking import harmless
from journal.ui.frame.page import Page, PageField, PageHeading, PageText
from journal.ui.frame.text import own
from journal.ui.maintenance.commands import CheckHere, CopyDigest, KeepHead, ShowQrCode
from journal.ui.maintenance.heads import QrScreen, keep_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from journal.domain.ledger.verdict import Verdict
    from journal.logbook import Logbook
    from journal.ui.frame.page import PageBlock

GROUPS_IN_A_LINE = 4
WHAT_FOR = N_(
    "It stands for this record and everything before it. Read it out to somebody you trust, or let them write it down "
    "with the number and the day. Later `journal verify --head` and this digest show whether all of it is unchanged."
)
HEADS = N_("`journal verify --heads` with that journal or its bundle shows which of these still hold.")
NOT_YET = N_("{key} compares every record and every piece of evidence with its digest.")
ONE_MOMENT = N_("One moment: everything is compared.")
NOTHING = N_("Nothing is written in this journal yet.")


class ProofScreen(Fitted[None]):
    """What others can check a journal by, and the check itself."""

    HELP = N_("The head digest of the journal, and the check of every record. Arrows scroll, escape goes back.")
    CSS = """
    ProofScreen Page { height: 1fr; max-width: 100; }
    """
    BINDINGS = bindings(CheckHere, CopyDigest, ShowQrCode, KeepHead, Close)
    AUTO_FOCUS = "Page"

    _page = query_one(Page)

    def __init__(self, logbook: Logbook, *, check: bool) -> None:
        """Show the digest of this journal's last record; with `check`, begin to compare at once."""
        super().__init__()
        self._logbook, self._check = logbook, check
        self._said: tuple[str, ...] = (_(NOT_YET).format(key=CheckHere.shown_key()),)

    def compose_body(self) -> ComposeResult:
        """Make the page."""
        yield Page(self._blocks())

    def on_mount(self) -> None:
        """Begin to compare, where that was asked."""
        self.entitle(_("Check and head digest"))
        if self._check:
            self.call_later(self.action_check_here)

    async def action_check_here(self) -> None:
        """Compare everything, beside the screen; escape stops that."""
        await self.run_flow(self._compare())

    def action_show_qr_code(self) -> None:
        """Show the head digest as a QR code."""
        if last := self._logbook.last:
            self.app.push_screen(QrScreen(HeadText(last.digest, self._logbook.state.journal_id, last.seq)))

    def action_copy_digest(self) -> None:
        """Send the head digest to the terminal, as its clipboard."""
        if last := self._logbook.last:
            send_to_terminal(self.app, HeadText(last.digest, self._logbook.state.journal_id, last.seq).text())

    async def action_keep_head(self) -> None:
        """Keep the head digest of another journal."""
        await self.run_flow(self._keep_head())

    async def _keep_head(self) -> None:
        await keep_head(self, self._logbook)
        self._page.put(self._blocks(), to_top=False)

    async def _compare(self) -> None:
        work = AtWork(_(ONE_MOMENT), self._logbook.verify, stoppable=True, task=StoppableTask())
        found = await self.app.push_screen_wait(work)
        self._say(*([str(found)] if isinstance(found, JournalError) else _result(found)))

    def _say(self, *sentences: str) -> None:
        self._said = sentences
        self._page.put(self._blocks(), to_top=False)

    def _blocks(self) -> Iterator[PageBlock]:
        yield PageHeading(_("Check"))
        for sentence in self._said:
            yield PageText(own(sentence))
        yield None
        yield PageHeading(_("Head digest"))
        if last := self._logbook.last:
            written = moment_words.in_words(exactly(last.written.astimezone(self._logbook.zone)), spoken())
            yield PageField(_("Record"), own(f"{in_figures(last.seq, spoken())}, {written}"))
            for at, line in enumerate(_lines(last.digest)):
                yield PageField(_("Digest") if at == 0 else "", own(line, "bold"))
            yield PageField(_("Given"), own(self._given()))
            yield None
            yield PageText(own(_(WHAT_FOR)))
        else:
            yield PageText(own(_(NOTHING)))
        yield None
        yield from self._kept()
        yield PageHeading(_("What this proves"))
        yield PageText(own(_(LIMIT)))

    def _kept(self) -> Iterator[PageBlock]:
        """Yield the head digests of other journals that are kept here; `verify --heads` says whether they hold."""
        heads = self._logbook.case.standing(KeptHead)
        if heads:
            yield PageHeading(_("Kept for others"))
            for one in heads:
                person = self._logbook.state.people.get(one.person)
                who = harmless(person.name) if person else _("nobody named")
                yield PageField(one.kept_on, own(labelled(who, groups_of_four(one.digest))))
            yield PageText(own(_(HEADS)))
            yield None

    def _given(self) -> str:
        """Return up to where somebody else holds a digest, and since when."""
        if not (last := self._logbook.state.last_outside):
            return _("none was handed over or time-stamped yet")
        when = moment_words.ago(exactly(last.given.astimezone(self._logbook.zone)), self._logbook.now(), spoken())
        return _("up to record {record}, {when}").format(record=in_figures(last.record, spoken()), when=when)


def _result(verdict: Verdict) -> Iterator[str]:
    yield verdict.sentence(spoken())
    for stamp in verdict.stamps:
        yield stamp.sentence(spoken())


def _lines(digest: str) -> Iterator[str]:
    """Yield the digest in groups of four, whole, so many of them in a line."""
    groups = groups_of_four(digest).split()
    for at in range(0, len(groups), GROUPS_IN_A_LINE):
        yield "  ".join(groups[at : at + GROUPS_IN_A_LINE])
