"""Examination of several files in sequence; an error in one does not stop the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.progress import nobody
from journal.evidence.errors import Cancelled, FileMissing, FileRefused
from journal.evidence.examining import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal.domain.base.progress import Progress
    from journal.domain.evidence.exhibit import Exhibit


@dataclass(frozen=True)
class Examined:
    """Result of a batch."""

    files: tuple[Exhibit, ...]
    """Files that can be added, deduplicated by content."""
    refused: tuple[str, ...]
    """Error messages of the others, in the language of the interface."""


def examine_all(
    paths: Iterable[str], progress: Progress = nobody, cancelled: Callable[[], bool] = lambda: False
) -> Examined:
    """Examine files by path, `~` expanded; raises only `Cancelled`.

    `progress` is called with the bytes read and their approximate total; the true total is known only after reading.
    """
    places = [*dict.fromkeys(paths)]
    whole = sum(map(_size, places))
    files: dict[str, Exhibit] = {}
    refused: list[str] = []
    before = 0
    for place in places:

        def going_on(done: int, _size: int, before: int = before) -> None:
            progress(before + done, whole)

        try:
            found = examine(_expanded(place), progress=going_on, cancelled=cancelled)
        except Cancelled:
            raise
        except FileRefused as why:
            refused.append(str(why))
        else:
            files.setdefault(found.sha256, found)
            before += found.size
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
