"""Names, numbers, accounts and addresses masked in what is told line by line, where the journal is set so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.output import tell
from journal.domain.text.words import N_, _
from journal.ui.frame.masking import mask_by, masking

if TYPE_CHECKING:
    from journal.logbook import Logbook

MASKED = N_(
    "Names of the people in the case, numbers, accounts and addresses are masked here too, as this journal is set. "
    "Other names stay readable, and nothing that is stored or shared changes. The settings of plain mode show them "
    "again, and so does the key for it in the full screen."
)


def mask_as_set(logbook: Logbook) -> None:
    """Mask what is told from now on where the journal is set so, or mask nothing."""
    if not logbook.settings.masked:
        mask_by(None)
        return
    from journal.logbook.people_mask import PeopleMask

    mask_by(PeopleMask(logbook))


def tell_of_masking() -> None:
    """Tell that names are masked, where they are."""
    if masking():
        tell(_(MASKED))
