"""Shows the files that are about to be attached, and asks the little that is worth knowing of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.domain.evidence.exhibit import Exhibit, Obtained, is_large
from journal.domain.text.words import N_, _, many
from journal.ui.dialogs.dialog import Dialog
from journal.ui.evidence.commands import LeaveOut
from journal.ui.evidence.describe_exhibit import line_row, obtained_row
from journal.ui.evidence.exhibit_words import file_of, says_where
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot
from journal.ui.frame.command import bindings
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

WHOLE, FINGERPRINT = "whole", "fingerprint"
LARGE = Slot("large", N_("Large files"), note=N_("The fingerprint shows later that a file is the same; keep the file."))
SOME_SAY_WHERE = N_(
    "Some of these files say where they were made. That stays in the originals; copies of photos can be saved without "
    "it."
)
SHOWN_REFUSALS = 6


@dataclass(frozen=True)
class FileDetails:
    """What was said of the files together."""

    title: str = ""
    obtained: Obtained | None = None
    original_place: str = ""
    large: str = FINGERPRINT
    """Whether of large files only the fingerprint is kept, or they are taken in: `WHOLE`."""

    def of(self, exhibit: Exhibit) -> Exhibit:
        """Return a file with what was said of it."""
        return replace(exhibit, title=self.title, obtained=self.obtained, original_place=self.original_place)


@dataclass(frozen=True)
class Decision:
    """Which files are to be attached, and what was said of them."""

    files: tuple[Exhibit, ...]
    told: FileDetails


class ConfirmFiles(Dialog[Decision]):
    """The files, what is known of them already, and three questions that enter passes by."""

    HELP = N_(
        "These files will be copied into the journal unchanged. Enter goes on, F2 attaches them, delete in the "
        "list leaves one out, escape goes back and adds nothing."
    )
    DEFAULT_CSS = """
    ConfirmFiles OptionList { max-height: 6; margin: 0 0 1 0; }
    ConfirmFiles .refused, ConfirmFiles .where { height: auto; color: $text-muted; margin: 0 0 1 0; }
    """
    AUTO_FOCUS = "TypedLine, Choices"
    BINDINGS = bindings(LeaveOut)

    def __init__(  # noqa: PLR0913 - each is said by name
        self,
        files: Sequence[Exhibit],
        *,
        target: str,
        refused: Sequence[str] = (),
        known: Mapping[str, Exhibit],
        largest: int,
        told: FileDetails | None = None,
        complaint: str = "",
    ) -> None:
        """Show files that were examined, and why others cannot be taken in; `target` says in words to what they belong.

        `known` are the exhibits with a file, by its digest; above `largest` megabytes only the fingerprint is proposed.
        """
        count = len(files)
        title = many("Attach {count} file to {target}", "Attach {count} files to {target}", count)
        super().__init__(title.format(count=count, target=target), verb=_("Attach"), complaint=complaint)
        self._files, self._refused, self._known, self._largest = [*files], refused, known, largest
        self.told = told or FileDetails()
        """What was said of the files, also where the question was left without an answer."""

    def compose_fields(self) -> ComposeResult:
        """Yield the files, what is to be said of them, and the questions."""
        yield PlainList(*self._options())
        if self._refused:
            yield Static(own("\n".join(self._sentences())), classes="refused")
        if any(one.has_location for one in self._files):
            yield Static(
                own(says_where(self._files[0]) if len(self._files) == 1 else _(SOME_SAY_WHERE)), classes="where"
            )
        if any(is_large(one, self._largest) for one in self._files):
            answers = {FINGERPRINT: _("keep only the fingerprint"), WHOLE: _("take them in")}
            yield ChoiceRow(LARGE, answers, self.told.large)
        if len(self._files) == 1:
            yield line_row("title", self.told.title)
        yield obtained_row(self.told.obtained)
        yield line_row("original_place", self.told.original_place)

    def _sentences(self) -> list[str]:
        more = len(self._refused) - SHOWN_REFUSALS
        rest = [many("And {count} more.", "And {count} more.", more).format(count=more)] if more > 0 else []
        return [*self._refused[:SHOWN_REFUSALS], *rest]

    def _options(self) -> list[Option]:
        return [Option(self._drawn(one)) for one in self._files]

    def _drawn(self, one: Exhibit) -> Content:
        line = literal(one.file_name, "bold") + own(f"  {file_of(one)}", FAINT)
        if there := self._known.get(one.sha256):
            line += own("  " + _("already here as exhibit {number}; it is linked").format(number=there.number))
        elif not one.size:
            line += own("  " + _("empty"))
        return line

    def action_leave_out(self) -> None:
        """Leave the highlighted file out; without any, go back."""
        listed = self.query_one(PlainList)
        if not listed.has_focus or listed.highlighted is None:
            return
        del self._files[listed.highlighted]
        if not self._files:
            self.dismiss(None)
            return
        listed.put(self._options())

    @on(OptionList.OptionSelected)
    def _go_on(self) -> None:
        self.screen.focus_next()

    def action_agree(self) -> None:
        """Answer the files, with what was said of them."""
        self._keep_told()
        self.dismiss(Decision(tuple(self._files), self.told))

    def action_decline(self) -> None:
        """Answer nothing; what was said of the files is not lost."""
        self._keep_told()
        super().action_decline()

    def _keep_told(self) -> None:
        said = {row.field: row.words.strip() for row in self.query(LineRow)}
        chosen = {row.field: row.chosen for row in self.query(ChoiceRow)}
        self.told = FileDetails(
            title=said.get("title", self.told.title),
            obtained=Obtained(chosen["obtained"]) if chosen["obtained"] else None,
            original_place=said["original_place"],
            large=chosen.get("large") or FINGERPRINT,
        )
