"""Results of reading exports and of bringing in what was chosen of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.intake.model.columns import Columns, Header
    from journal.intake.model.found import Trouble
    from journal.intake.recognition.readers import Recognised
    from journal.intake.triage.triage import TriageItem


@dataclass
class Export:
    """Source that was read: its digest, what was found in it, and what was not understood."""

    recognised: Recognised
    sha256: str
    size: int
    count: int = 0
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Name of the file, with the member of an archive."""
        return self.recognised.source.name


@dataclass(frozen=True)
class Reading:
    """Exports that were read, with every item in their order."""

    exports: tuple[Export, ...]
    items: tuple[TriageItem, ...]
    stalkers: frozenset[int]
    """Numbers of the people who are the stalker or a suspect."""
    columns: Mapping[Header, Columns] = field(default_factory=dict)
    """What was answered about the columns of tables."""
    refused: tuple[str, ...] = ()
    """What could not be read beside these exports, each in a sentence that names the file."""

    @property
    def of_others(self) -> tuple[int, ...]:
        """Indices of the exports that are journals of this program, and no copies of the one that is open."""
        logged = ((one.source, one.found.logged) for one in self.items)
        return tuple(dict.fromkeys(at for at, entry in logged if entry and not entry.origin.same))


@dataclass(frozen=True)
class BroughtIn:
    """Result of an intake."""

    entries: tuple[int, ...]
    """Numbers of the new entries."""
    exhibits: tuple[int, ...]
    """Numbers of the exhibits that were added."""
    missing: int = 0
    """Number of files of messages that could not be read from the export."""
