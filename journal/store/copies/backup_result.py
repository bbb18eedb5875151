"""Result of a backup, and the sentences that report it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

_MADE = N_("A copy was made: {copy}. It holds the journal up to record {record}, and was read back and verified.")
_REMOVED = N_("Older copies that are no longer needed were removed: {names}.")
_DOUBTFUL = N_(
    "Some files in the folder have the name of a copy, but cannot be read or do not agree with themselves. They were "
    "left as they are: {names}."
)
_SAME_DISK = N_("The copy is on the same disk as the journal. A USB stick or another disk would keep it safer.")
_SERVICE = N_(
    "The folder seems to belong to {service}, which copies it to other computers. Somebody who shares that account can "
    "see that the copy is there."
)


class BackupResult(Struct, frozen=True, kw_only=True):
    """Copy that was made, read back and verified."""

    path: Path
    record: int
    """Number of the last record that it holds."""
    head: str
    """Digest of that record."""
    removed: tuple[str, ...] = ()
    """Names of the older copies that were pruned."""
    doubtful: tuple[str, ...] = ()
    """Files named like copies that cannot be read here or do not agree with themselves; left as they are."""
    same_disk: bool = False
    """Whether the copy lies on the same disk as the journal."""
    service: str = ""
    """Synchronisation service of the folder, where one is recognised by its name."""

    @property
    def name(self) -> str:
        """File name of the copy."""
        return self.path.name

    def done(self, copy: str) -> Iterator[str]:
        """Yield what was done, a sentence each; `copy` is how the copy is called, by its name or its path."""
        yield _(_MADE).format(copy=harmless(copy), record=self.record)
        if self.removed:
            yield _(_REMOVED).format(names=", ".join(self.removed))

    def warnings(self) -> Iterator[str]:
        """Yield warnings about the folder, a sentence each."""
        if self.doubtful:
            yield _(_DOUBTFUL).format(names=", ".join(map(harmless, self.doubtful)))
        if self.same_disk:
            yield _(_SAME_DISK)
        if self.service:
            yield _(_SERVICE).format(service=harmless(self.service))
