"""Labels in the third person: in a document for others, nobody is addressed as *you*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import HOLDERS, OBTAINED
from journal.domain.entry import labels
from journal.domain.entry.entry import Targeted
from journal.domain.entry.rendering import RenderedField
from journal.domain.evidence.custody import Custodian
from journal.domain.evidence.exhibit import Obtained
from journal.domain.text.words import N_, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.entry.entry import Entry

WRITER = N_("the person who keeps this log")

TARGETED: Mapping[Targeted, str] = {**labels.TARGETED, Targeted.ME: WRITER}
"""Who it was aimed at."""
HELD_BY: Mapping[Custodian, str] = {**HOLDERS, Custodian.SELF: WRITER, Custodian.TRUSTED: N_("a trusted person")}
"""Who has a piece."""
CAME_BY: Mapping[Obtained, str] = {**OBTAINED, Obtained.MADE: N_("made by the person who keeps this log")}
"""Labels of the way in which a piece was obtained."""
_LABELS = {"my_response": N_("Response of the person who keeps this log")}

_OF_KINDS = {
    "Goods or services ordered in your name": N_("Goods or services ordered in the name of the victim"),
    "Services cancelled in your name": N_("Services cancelled in the name of the victim"),
    "fake profile in your name": N_("fake profile in the name of the victim"),
    "False accusation or complaint about you": N_("False accusation or complaint about the victim"),
    "Waited for you or loitered": N_("Waited for the victim or loitered"),
    "Hung up before you answered": N_("Hung up before it was answered"),
    "On which of your numbers": N_("On which number of the victim"),
    "On which of your accounts or addresses": N_("On which account or address of the victim"),
    "Distance to you or to the place": N_("Distance to the victim or to the place"),
    "asked not to pass on private data about you": N_("asked not to pass on private data about the victim"),
    "supplier asked to delete your address": N_("supplier asked to delete the address of the victim"),
    "recording saved (only conversations that you take part in)": N_(
        "recording saved of a conversation with the victim"
    ),
}
"""What the catalogue of kinds says to the user, by the message, as a document says it."""


class DocumentWords(Words, frozen=True):
    """Translator for documents, which say the labels of the catalogue in the third person."""

    def __call__(self, message: str) -> str:
        """Translate a message. Raises NoMessages."""
        return Words.__call__(self, _OF_KINDS.get(message, message))


def retold(field: RenderedField, entry: Entry, words: Words) -> RenderedField:
    """Return the fact in the third person."""
    if field.name == "targeted":
        return RenderedField(field.name, field.label, ", ".join(words(TARGETED[one]) for one in entry.targeted))
    if field.name in _LABELS:
        return RenderedField(field.name, words(_LABELS[field.name]), field.said)
    return field
