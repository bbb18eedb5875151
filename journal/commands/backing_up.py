"""`journal backup FOLDER`: a dated copy of the journal in another folder, read back and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.ending import DONE
from journal.commands.files import opened_to_write
from journal.commands.output import say, tell
from journal.domain.harmless import harmless
from journal.domain.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.commands.files import Place
    from journal.store.backup import BackUp

_MADE = N_("A copy was made: {path}. It holds the journal up to record {record}, and was read back and verified.")
_REMOVED = N_("Older copies that are no longer needed were removed: {names}.")
_DOUBTFUL = N_(
    "Some files in the folder have the name of a copy, but cannot be read or do not agree with themselves. They were "
    "left as they are: {names}."
)
_SAME_DISK = N_("The copy lies on the same disk as the journal. A stick or another disk would keep it safer.")
_SERVICE = N_(
    "The folder seems to belong to {service}, which copies it to other computers. Somebody who shares that account can "
    "see that the copy is there."
)


def run(place: Place, folder: Path) -> int:
    """Make the copy and record it; raises Refused, ReadOnly or NotSaved where it could not be made."""
    with opened_to_write(place) as logbook:
        made = logbook.back_up(folder)
    say(_done(made))
    for warning in _warnings(made):
        tell(warning)
    return DONE


def _done(made: BackUp) -> Iterator[str]:
    yield _(_MADE).format(path=harmless(str(made.path)), record=made.record)
    if made.removed:
        yield _(_REMOVED).format(names=", ".join(made.removed))


def _warnings(made: BackUp) -> Iterator[str]:
    if made.doubtful:
        yield _(_DOUBTFUL).format(names=", ".join(map(harmless, made.doubtful)))
    if made.same_disk:
        yield _(_SAME_DISK)
    if made.service:
        yield _(_SERVICE).format(service=made.service)
