"""Handing over: what was chosen is written into a folder, whole or not at all, and a record says what left."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from journal.domain.acts import Act
from journal.domain.custody import Holder, Movement, next_copy
from journal.domain.errors import NotSaved
from journal.domain.harmless import harmless
from journal.domain.moment import exactly
from journal.domain.progress import nobody
from journal.domain.words import N_, Words, _
from journal.evidence.errors import Cancelled
from journal.handover.choice import For, Format, Stays
from journal.handover.choosing import Source, choose
from journal.logbook.files_left import Output, outputs
from journal.store.causes import not_written
from journal.store.durable import BINARY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journal.domain.progress import Progress
    from journal.handover.choice import Choice
    from journal.handover.chosen import Chosen
    from journal.logbook.exhibits import Exhibits
    from journal.logbook.writing import Saved, Writing

_NO_FOLDER = N_("There is no folder “{folder}”. Nothing was written. Please check the name, or choose another folder.")
_HOLDERS = {
    For.POLICE: Holder.POLICE,
    For.LAWYER: Holder.LAWYER,
    For.SUPPORT: Holder.OTHER,
    For.OMBUDSMAN: Holder.OTHER,
    For.OPERATOR: Holder.OTHER,
}


@dataclass(frozen=True)
class Handed:
    """What was written."""

    files: tuple[Path, ...]
    digests: tuple[str, ...]
    """Of each file, SHA-256, lower-case hexadecimal."""
    record: int
    """The number of the record that says so."""


class HandingOver:
    """The documents that leave; every method raises as those of the logbook."""

    def __init__(self, writing: Writing, exhibits: Exhibits) -> None:
        """Hand over from this ledger."""
        self._writing, self._exhibits = writing, exhibits

    def chosen(self, choice: Choice) -> Chosen:
        """Return what the choice takes as the journal stands, in the choice's language."""
        state, records = self._writing.state, self._writing.ledger.records
        words = Words(choice.language)
        return choose(Source(records, state, words, self._writing.now(), self._exhibits.read), choice)

    def write(
        self,
        choice: Choice,
        folder: Path,
        *,
        progress: Progress = nobody,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Handed:
        """Write every format that was chosen into the folder, under neutral names, and record what left.

        No file is ever written over. Raises NotSaved, Refused or `Cancelled` with none of the files left behind.
        `progress` is told the files done and all of them; `cancelled` is asked between them and within long ones.
        """
        self._writing.ledger.access.require()
        if not folder.is_dir():
            raise NotSaved(_(_NO_FOLDER).format(folder=harmless(str(folder))))
        chosen = self.chosen(choice)
        made = outputs(chosen, self._writing.state.journal_id)
        written: list[tuple[Path, str]] = []
        try:
            stem = _free_stem(folder, f"{chosen.made:%Y-%m-%d}", made)
            for done, one in enumerate(made):
                progress(done, len(made))
                _refuse_if(cancelled(), stem)
                written.append(_written(folder / f"{stem}{one.suffix}", one))
            progress(len(made), len(made))
            saved = self._record(chosen, written)
        except BaseException as error:
            for path, _digest in written:
                with suppress(OSError):
                    path.unlink()
            if isinstance(error, OSError):
                raise not_written(error) from error
            raise
        return Handed(tuple(path for path, _ in written), tuple(digest for _, digest in written), saved[0].record)

    def _record(self, chosen: Chosen, written: Sequence[tuple[Path, str]]) -> list[Saved]:
        """Record what left, and in the custody of each exhibit that a copy of its file did."""
        choice = chosen.choice
        said: dict[str, Any] = {
            "to": choice.to.value,
            "receiver": choice.receiver,
            "language": choice.language,
            "stays": [what.value for what in choice.stays],
            "entries": [one.history.number for one in chosen.entries],
            "exhibits": [one.number for one in chosen.exhibits],
            "head": chosen.head,
            "at_record": chosen.records,
            "files": [[path.name, digest] for path, digest in written],
        }
        acts: list[tuple[Act, int, dict[str, Any]]] = [(Act.HANDED_OVER, 0, said)]
        if Format.BUNDLE in choice.formats and choice.to is not For.OWN and not choice.keeps(Stays.ORIGINALS):
            acts += self._movements(chosen)
        return self._writing.append_all(acts)

    def _movements(self, chosen: Chosen) -> list[tuple[Act, int, dict[str, Any]]]:
        register = self._writing.state.of(Movement)
        known = list(register.now.values())
        moved = [
            Movement(
                number=register.next + at,
                exhibit=one.number,
                copy=next_copy(one.number, known),
                holder=_HOLDERS[chosen.choice.to],
                receiver=chosen.choice.receiver,
                on=exactly(chosen.made),
            )
            for at, one in enumerate(one for one in chosen.exhibits if one.file)
        ]
        return [(Act.MOVEMENT_ADDED, one.number, one.fields()) for one in moved]


def _refuse_if(cancelled: bool, name: str) -> None:  # noqa: FBT001 - an answer handed on
    if cancelled:
        raise Cancelled(name)


def _free_stem(folder: Path, day: str, made: Sequence[Output]) -> str:
    """Return the day with the first letter under which nothing of this lies in the folder yet."""
    letters = [chr(ord("a") + at) for at in range(26)]
    for letter in [*letters, *(first + second for first in letters for second in letters)]:
        stem = f"{day}-{letter}"
        if not any((folder / f"{stem}{one.suffix}").exists() for one in made):
            return stem
    raise NotSaved(_("This folder holds too many documents of today. Nothing was written. Choose another folder."))


def _written(path: Path, one: Output) -> tuple[Path, str]:
    """Write a new file, readable by its owner only, and return it with its digest; on error none is left."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        with os.fdopen(handle, "w+b") as file:
            one.write(file)
            file.flush()
            os.fsync(file.fileno())
            return path, _digest_of(file)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _digest_of(file: IO[bytes]) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
