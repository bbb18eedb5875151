"""The content of an exhibit, covered until it is asked for, because it may hurt to come upon it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical

from journal.domain.base.errors import JournalError
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.text.sizes import size_in_words
from journal.domain.text.words import N_, _, spoken
from journal.evidence import preview
from journal.evidence.file_labels import called
from journal.ui.evidence.picture_view import PictureView
from journal.ui.frame.background import aside
from journal.ui.frame.page import Page, PageField, PageHeading, PageText
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from journal.logbook import Logbook
    from journal.ui.frame.page import PageBlock

COVERED = N_("The content is covered. Space shows it.")
READING = N_("One moment: the file is read.")
NO_FILE = N_("There is no file to show.")
ERASED = N_("The file was erased on purpose. Its number and its digest stay.")
ELSEWHERE = N_("Only the fingerprint is kept here. The file itself is elsewhere.")
WORDS = "preview-words"


class Preview(Vertical):
    """Covered, or a picture, or words."""

    DEFAULT_CSS = """
    Preview > Page { height: 1fr; }
    """

    def __init__(self, logbook: Logbook, exhibit: Exhibit) -> None:
        """Show an exhibit of this journal, covered at first."""
        super().__init__()
        self._logbook, self._number = logbook, exhibit.number
        self.shown = False
        """Whether the content is to be seen."""

    def compose(self) -> ComposeResult:
        """Make the page of words; a picture comes in its place."""
        yield Page([PageText(own(self._at_first()))], id=WORDS)

    def _at_first(self) -> str:
        if self._exhibit.form is Form.THING:
            return _(NO_FILE)
        if self._exhibit.form is Form.ERASED:
            return _(ERASED)
        return _(COVERED if self.can_show else ELSEWHERE)

    @property
    def _exhibit(self) -> Exhibit:
        return self._logbook.state.of(Exhibit).now[self._number]

    @property
    def can_show(self) -> bool:
        """Whether the journal holds the bytes."""
        return self._exhibit.form is Form.FILE

    @property
    def words(self) -> Page:
        """Where words are shown."""
        return self.query_one(f"#{WORDS}", Page)

    async def toggle(self) -> None:
        """Show the content, or cover it again; does nothing where there is none."""
        if not self.can_show:
            return
        self.shown = not self.shown
        if self.shown:
            self._say(_(READING))
            self.run_worker(self._show(), group="preview", exclusive=True)
        else:
            await self._cover_again()

    async def cover(self) -> None:
        """Show nothing of the content, whether it is still there or not."""
        self.shown = False
        await self._cover_again()

    async def _cover_again(self) -> None:
        await self.query(PictureView).remove()
        self._say(self._at_first())
        self.words.display = True

    async def _show(self) -> None:
        try:
            data, words = await aside(partial(_read, self._logbook, self._exhibit))
        except JournalError as why:
            self._say(str(why))
            return
        if not self.shown:
            return
        if words is None:
            await self.query(PictureView).remove()
            self.words.display = False
            await self.mount(PictureView(data))
        else:
            self.words.put(_blocks(words))

    def _say(self, words: str) -> None:
        self.words.put([PageText(own(words))])


def _read(logbook: Logbook, exhibit: Exhibit) -> tuple[bytes, preview.TextPreview | None]:
    """Return the bytes and what is to be shown of them; nothing is read of a file that is too large."""
    if exhibit.size > preview.LARGEST:
        return b"", preview.TextPreview(said=_(preview.TOO_LARGE))
    held = bytearray()
    logbook.exhibits.read(exhibit.number, held.extend)
    data = bytes(held)
    return data, preview.words_in(data, exhibit.media_type)


def _blocks(words: preview.TextPreview) -> Iterator[PageBlock]:
    for name, value in words.headers:
        yield PageField(name, literal(value))
    if words.headers:
        yield None
    if words.text:
        yield PageText(literal(words.text, lines=True))
    if words.said:
        yield PageText(own(words.said))
    if words.attached:
        yield None
        yield PageHeading(_("Attached to the e-mail"))
        for name, media_type, size in words.attached:
            yield PageField(
                name or _("without a name"), own(f"{called(media_type, spoken())}, {size_in_words(size, spoken())}")
            )
    if words.received:
        yield None
        yield PageHeading(_("Route of the e-mail, latest server first"))
        for station in words.received:
            yield PageText(literal(station), indent=2)
