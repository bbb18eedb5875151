"""Examination of several files in sequence; an error in one does not stop the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.task import Task
from journal.evidence.errors import Cancelled, FileMissing, FileRefused
from journal.evidence.examining import examine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.evidence.exhibit import Exhibit


@dataclass(frozen=True)
class Examined:
    """Result of a batch."""

    files: tuple[Exhibit, ...]
    """Files that can be added, deduplicated by content."""
    refused: tuple[str, ...]
    """Error messages of the others, in the language of the interface."""


def examine_all(paths: Iterable[str], task: Task | None = None) -> Examined:
    """Look at files by their paths, a leading `~` meaning the person's own folder; raises only `Cancelled`."""
    places, task = [*dict.fromkeys(paths)], task or Task()
    task.begin(sum(map(_size, places)))
    files: dict[str, Exhibit] = {}
    refused: list[str] = []
    for place in places:
        try:
            found = examine(_expanded(place), task)
        except Cancelled:
            raise
        except FileRefused as why:
            refused.append(str(why))
        else:
            files.setdefault(found.sha256, found)
    return Examined(tuple(files.values()), tuple(refused))


def _expanded(place: str) -> Path:
    try:
        return Path(place).expanduser()
    except RuntimeError as error:
        raise FileMissing(place) from error


def _size(place: str) -> int:
    try:
        return _expanded(place).stat().st_size
    except (OSError, ValueError, FileRefused):
        return 0
