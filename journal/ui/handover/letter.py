"""Asks which letter or form is to be made, in which language and form, and where it is to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.languages import LANGUAGE_NAMES
from journal.domain.text.words import N_, _
from journal.handover.preview.questions import FORMATS, SENDER
from journal.handover.requests.offered import LETTERS, Letter
from journal.handover.selection.choice import Format, Sender
from journal.ui.dialogs.folder_dialog import FolderDialog
from journal.ui.fields.form_row import ChoiceRow, FormRow, LineRow, Slot
from journal.ui.handover.folder import Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

WHAT_IS_DONE = N_("What is not filled in stays blank, to be written by hand. That it was made is recorded.")
PREFILLED = "prefilled"
FIELDS = ("name", "address", "place")
"""What letters say of the sender."""
ASKED_BY = {Letter.SUPPLIER: FIELDS, Letter.NO: ("place",)}


class LetterWanted(Struct, frozen=True, kw_only=True):
    """The letter that is wanted."""

    letter: Letter = Letter.WITNESS
    prefilled: bool = False
    """Whether day and place of the entry under the cursor stand in it."""
    language: str = "en"
    form: Format = Format.PDF
    sender: Sender = Sender()
    where: Where = Where()


class HandLetter(FolderDialog[LetterWanted]):
    """A letter or a form."""

    HELP = N_("A letter or a form to be signed by hand. Enter goes on, F2 writes it, escape goes back.")
    AUTO_FOCUS = "Choices"
    DEFAULT_CSS = """
    HandLetter .box { width: 78; }
    """

    def __init__(self, wanted: LetterWanted, entry: int, complaint: str = "") -> None:
        """Begin with what was wanted before; `entry` is the one under the cursor, 0 for none."""
        title, folder = _("Letters and forms"), wanted.where.folder
        super().__init__(title, _(WHAT_IS_DONE), _("Write it"), folder=folder, complaint=complaint)
        self._wanted, self._entry = wanted, entry

    def compose_fields(self) -> ComposeResult:
        """Yield a row for each thing."""
        wanted = self._wanted
        which = PREFILLED if wanted.prefilled else wanted.letter.value
        yield ChoiceRow(Slot("letter", N_("Which")), self._letters(), which)
        yield ChoiceRow(Slot("language", N_("Language")), LANGUAGE_NAMES, wanted.language)
        forms = {one.value: _(FORMATS[one]) for one in (Format.PDF, Format.HTML, Format.TEXT)}
        yield ChoiceRow(Slot("form", N_("In which form")), forms, wanted.form.value)
        for name in FIELDS:
            yield LineRow(Slot(name, SENDER[name]), getattr(wanted.sender, name))
        yield self.folder_row()

    def _letters(self) -> Mapping[str, str]:
        """Return what can be made, id to translated words; the form for a witness also with day and place."""
        words = {one.value: _(label) for one, label in LETTERS.items()}
        if not self._entry:
            return words
        filled = _("the same, with day and place of entry {number}").format(number=self._entry)
        blank = words.pop(Letter.WITNESS.value)
        return {Letter.WITNESS.value: blank, PREFILLED: filled, **words}

    def on_mount(self) -> None:
        """Ask what the letter needs."""
        self.watch(self._row("letter").entrance, "chosen", self._fit)

    def _row(self, name: str) -> FormRow:
        return self.query_one(f".field-{name}", FormRow)

    def _chosen(self, name: str) -> str:
        return self.query_one(f".field-{name}", ChoiceRow).chosen

    @property
    def _letter(self) -> Letter:
        chosen = self._chosen("letter")
        return Letter(chosen) if chosen and chosen != PREFILLED else Letter.WITNESS

    def _fit(self) -> None:
        for name in FIELDS:
            self._row(name).display = name in ASKED_BY.get(self._letter, ())

    def action_agree(self) -> None:
        """Answer, once there is a folder."""
        folder = self.named_folder()
        if not folder:
            return
        asked = ASKED_BY.get(self._letter, ())
        said = {name: self.query_one(f".field-{name}", LineRow).words.strip() for name in asked}
        self.dismiss(
            LetterWanted(
                letter=self._letter,
                prefilled=self._chosen("letter") == PREFILLED,
                language=self._chosen("language") or "en",
                form=Format(self._chosen("form") or Format.PDF),
                sender=Sender(**said),
                where=Where(folder),
            )
        )
