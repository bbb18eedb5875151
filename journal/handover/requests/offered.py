"""Catalogue of the letters and forms that can be made apart from a dossier, and the input that each needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.labelled import LabelledEnum, labels_of
from journal.domain.text.words import N_
from journal.handover.requests import letters
from journal.handover.requests.log_sheets import log_sheets
from journal.handover.selection.choice import Sender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.handover.model.document import Document
    from journal.handover.selection.selection import Selection


class Letter(LabelledEnum):
    """Which one."""

    WITNESS = "witness_form", N_("form for a witness")
    SUPPLIER = "supplier_letter", N_("letter to a supplier")
    NO = "no_letter", N_("stop letter, a draft")
    SHEETS = "log_sheets", N_("empty log sheets, to write by hand")


LETTERS: Mapping[Letter, str] = labels_of(Letter)
CAUTIONS: Mapping[Letter, str] = {Letter.NO: letters.CAUTION}
"""What is to be read before one of them is made, as marked words."""


class Written(Struct, frozen=True, kw_only=True):
    """What stands in a letter."""

    language: str = "en"
    sender: Sender = Sender()
    entry: int = 0
    """The entry of which a form for a witness says day and place; 0 for a blank one."""
    day: str = ""
    place: str = ""
    first_sheet: int = 1
    """Number of the first log sheet."""


def document_of(letter: Letter, chosen: Selection, written: Written) -> Document:
    """Return the letter or form; of the case, nothing but day and place of one entry stands in any of them."""
    words = chosen.words
    if letter is Letter.SHEETS:
        return log_sheets(words, written.first_sheet)
    if letter is Letter.WITNESS:
        return letters.witness_form(words, day=written.day, place=written.place)
    return letters.supplier_letter(chosen, words) if letter is Letter.SUPPLIER else letters.no_letter(chosen, words)
