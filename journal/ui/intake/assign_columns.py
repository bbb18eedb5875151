"""Asks what the columns of a table hold, with its first rows in words as they would be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.widgets import Static

from journal.domain.text.words import N_, _, spoken
from journal.intake.formats.tables import previewed
from journal.intake.model.columns import Meaning
from journal.intake.model.found import SentBy
from journal.intake.triage.telling import row_in_words
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import harmless
from journal.ui.frame.text import own
from journal.ui.intake.commands import TakeColumns
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult

    from journal.intake.model.columns import Columns, ColumnsOpen

WHO = -1
"""Line on which it is said who called or wrote."""
WHO_CALLED = N_("Who called or wrote")
SENDERS: Mapping[SentBy | None, str] = {
    None: N_("what the table says"),
    SentBy.RECEIVED: N_("the other person"),
    SentBy.SENT: N_("you yourself"),
}
NOT_SAID = N_("not said yet")
WHO_IS_OPEN = N_("The table does not say who called or wrote. Choose it in the last line.")
SO_READ = N_("The first rows would be read so:")
AS_BEFORE = N_("As in the last table with these names; F2 takes it so again. The first rows would be read so:")
WIDEST = 24
"""Cells of a name or a meaning; what follows stands in a column."""


class AssignColumns(FindScreen[Any]):
    """The columns with their first values; it answers their meaning."""

    HELP = N_(
        "The names of these columns do not tell all that is needed. Enter on a column says what it holds; the last "
        "line says who called or wrote. Below stands how the first rows are read. F2 goes on, escape goes back and "
        "brings in nothing."
    )
    DEFAULT_CSS = """
    AssignColumns .preview { height: auto; max-height: 8; margin: 1 1 0 1; }
    """
    BINDINGS = bindings(TakeColumns)

    def __init__(self, asked: ColumnsOpen, before: Columns | None = None) -> None:
        """Show what is known of the columns so far, or what they held `before`, in a table with the same names."""
        title = _("What do the columns hold?")
        super().__init__(title, self._lines_of, nothing="", counted=lambda *_: harmless(asked.source.name), go=self._go)
        self._asked, self._before, self._columns = asked, before, before or asked.columns

    def compose_body(self) -> ComposeResult:
        """Yield the columns, and the first rows in words."""
        yield from super().compose_body()
        yield Static(classes="preview")

    def _lines_of(self) -> Iterator[Line[int]]:
        named = zip(self._asked.header, self._columns.meanings, strict=True)
        for at, (name, meaning) in enumerate(named):
            values = " · ".join(row[at] or "-" for row in self._asked.rows)
            yield Line(at, _row(name, _(meaning.label) if meaning else "", values))
        yield Line(WHO, _row(_(WHO_CALLED), _(SENDERS.get(self._columns.sent_by, NOT_SAID)), ""))

    def read_again(self) -> None:
        """Show the columns and the preview as they are now."""
        super().read_again()
        rows = [row_in_words(time, found, spoken()) for time, found in previewed(self._asked, self._columns)]
        told = "\n".join(harmless(row) for row in rows)
        above = AS_BEFORE if self._before == self._columns else SO_READ
        self.query_one(".preview", Static).update(own(f"{_(above)}\n{told}"))

    async def _ask(self, at: int) -> None:
        answers: Mapping[Any, str] = {one: one.label for one in Meaning}
        if at == WHO:
            told = self._columns.has(Meaning.KIND)
            answers = {one: label for one, label in SENDERS.items() if one or told}
        lines = [Line(one, Row([(_(label), "")])) for one, label in answers.items()]
        title = _(WHO_CALLED) if at == WHO else harmless(self._asked.header[at])
        chosen: Line[Any] | None = await self.app.push_screen_wait(
            FindScreen(title, lambda: [Line(line, line.row) for line in lines], nothing="")
        )
        if chosen is None:
            return
        meanings = list(self._columns.meanings)
        if at == WHO:
            self._columns = replace(self._columns, sent_by=chosen.answer)
        else:
            meanings[at] = chosen.answer
            self._columns = self._columns.with_meanings(meanings)
        self.read_again()

    def _go(self, at: int) -> None:
        self.run_worker(self._ask(at), group="flow")

    def action_take_columns(self) -> None:
        """Answer the columns, once all that is needed is known."""
        lacking = self._columns.lacking or (WHO_IS_OPEN if self._columns.sent_by is SentBy.UNKNOWN else "")
        if lacking:
            self.tell(_(lacking))
        else:
            self.dismiss(self._columns)


def _row(name: str, meaning: str, values: str) -> Row:
    name, meaning = harmless(name), meaning or "-"
    return Row(
        [(f"{name[:WIDEST]:<{WIDEST}}  ", "strong"), (f"{meaning:<{WIDEST}}  ", ""), (harmless(values), "faint")]
    )
