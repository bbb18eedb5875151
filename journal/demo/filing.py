"""Putting the evidence to the entries of the story: which piece belongs to which happening, and how it is added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.demo.drawing import About
from journal.demo.pace import END, ZONE, local
from journal.demo.pieces import PIECES
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.exhibit import Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.demo.happening import Happening
    from journal.demo.piece import Piece
    from journal.demo.told import Told
    from journal.logbook import Logbook


@dataclass(frozen=True)
class Filing:
    """One piece that is added to the entry of one happening."""

    piece: Piece
    about: Happening

    @property
    def when(self) -> datetime:
        """When it was added."""
        return self.about.recorded + self.piece.after

    def do(self, logbook: Logbook, told: Told) -> None:
        """Add it, and tick off what it proves."""
        piece, entry = self.piece, told.entries[id(self.about)]
        number = self._add(logbook, Target(entry=entry, item=piece.item))
        if piece.name:
            told.pieces[piece.name] = number
        marks = logbook.state.entries[entry].marks
        if piece.item and marks.get(piece.item, Mark()).state is not ItemState.DONE:
            logbook.mark(entry, piece.item, Mark(state=ItemState.DONE, on=f"{self.when:%Y-%m-%d}"))

    def _add(self, logbook: Logbook, target: Target) -> int:
        from journal.evidence.examining import examined

        piece = self.piece
        if piece.make is None:
            return logbook.exhibits.add(replace(piece.said, file_name=piece.file), target).subject
        made = (self.about.entry.happened.local_start or self.about.recorded).replace(tzinfo=ZONE) + piece.made
        made = min(local(made.replace(tzinfo=None)), self.when - timedelta(minutes=1))
        content = piece.make(About(made, self.about.entry))
        found = examined(content, piece.file.format(when=made), made)
        said = {name: value for name in found.__struct_fields__ if (value := getattr(found, name))}
        attached = logbook.exhibits.attach([replace(piece.said, **said)], target, contents={found.sha256: content})
        return (*attached.added, *attached.known)[0]


def filings(happenings: Sequence[Happening], without: set[int]) -> Iterator[Filing]:
    """Yield each piece once, for the happening that it belongs to, where the story has that one.

    `without` holds the identities of happenings that get no everyday piece, because they are withdrawn.
    """
    scenes = {one.scene.at: one for one in happenings if one.scene.at}
    sorts: set[tuple[int, bool]] = set()
    for piece in PIECES:
        about = scenes.get(piece.of)
        if about is None and piece.before:
            about = next((one for one in reversed(happenings) if _fits(piece, one, without, sorts)), None)
        if about and about.recorded + piece.after < END:
            sorts.add((id(about), bool(piece.make)))
            yield Filing(piece, about)


def _fits(piece: Piece, happening: Happening, without: set[int], sorts: set[tuple[int, bool]]) -> bool:
    return (
        happening.entry.kind == piece.of
        and not happening.scene.at
        and f"{happening.recorded:%Y-%m-%d}" < piece.before
        and happening.entry.happened.has_clock_time
        and id(happening) not in without
        and (id(happening), bool(piece.make)) not in sorts
        and _kept(piece, happening)
    )


def _kept(piece: Piece, happening: Happening) -> bool:
    """Tell whether an original can have been kept: a letter that went back cannot."""
    outcome = happening.entry.details.get("letter.outcome", "kept")
    return piece.item != "original_kept" or str(outcome).startswith("kept")
