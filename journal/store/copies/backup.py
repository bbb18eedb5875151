"""Backups in a folder: synced, read back, verified, and pruned by a stated retention rule."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import JournalError, NotSaved, Refused
from journal.domain.base.task import Task
from journal.domain.ledger.backup_rules import Copy, next_name, no_longer_needed, read_name
from journal.domain.ledger.sync_services import service_of
from journal.domain.text.words import N_, _, spoken
from journal.store.copies.backup_result import BackupResult
from journal.store.copies.verification import quick_check, quick_step, steps, verify
from journal.store.file import generation
from journal.store.file.copy_labels import CopyLabel, labelled, new_label, same_bytes
from journal.store.file.layout import MalformedFile
from journal.store.ledger.os_errors import not_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from journal.domain.ledger.proof import Comparison
    from journal.domain.ledger.verdict import Verdict
    from journal.store.age.protection import Key

_NO_FOLDER = N_(
    "There is no folder {folder}; a stick may not be in. No copy was made, and the journal is as it was. Choose a"
    " folder that is there."
)
_OWN_FOLDER = N_(
    "This is the journal's own folder: what happens to the journal there happens to a copy too. No copy was made."
    " Choose a folder on another disk, best on a stick that is kept elsewhere."
)
_NOT_SOUND = N_(
    "The check found a problem in the journal, so no copy was made, and the older copies were left as they are. Look "
    "at it with `journal verify`."
)
_NO_EARLIER_STATE = N_(
    "The copy {name} in this folder holds something that the journal does not hold. {how} No copy was made and none was"
    " removed. Look at that copy, or choose another folder."
)
_NOT_AS_WRITTEN = N_(
    "The copy could not be read back as it was written, so it was removed again: this disk may be failing. The journal"
    " is as it was. Choose a folder on another disk."
)


class NoEarlierState(Refused):
    """A copy in the folder holds records that the journal does not: the journal may be the older of the two."""

    def __init__(self, name: str, comparison: Comparison) -> None:
        """Say which copy it is and how the two differ."""
        super().__init__(_(_NO_EARLIER_STATE).format(name=name, how=comparison.sentence(spoken())))
        self.name = name
        self.comparison = comparison
        """Result of comparing the journal with the copy."""


class _EarlierCopy(Struct, frozen=True):
    """Copy in the folder that is an earlier state of this journal."""

    name: str
    records: int
    label: CopyLabel | None


def back_up(
    path: Path, folder: Path, *, now: datetime, key: Key | None = None, task: Task | None = None
) -> BackupResult:
    """Copy the journal at the path, symbolic links resolved, into a folder, and remove the copies no longer needed.

    What the tail of an open journal holds must be in the file before. `now` is in the journal's zone: the name of a
    copy is its local day. `key` is that of a protected journal, whose copies are as protected as it is. The task is
    advanced while the older copies are looked through and this one is written, read back and verified, and not asked
    whether to stop. Raises Refused where the folder or the journal is not fit for it, NoEarlierState, and NotSaved with
    nothing half-written where the disk did not take it.
    """
    path, folder = Path(os.path.realpath(path)), _fit(folder, path)
    task = task or Task()
    label, found, doubtful = _before(path, folder, now, key, task)
    try:
        copy = folder / next_name(now.date(), os.listdir(folder))  # noqa: PTH208 - names, not paths
        ours = _write(path, copy, label, key, task)
        same_disk = copy.stat().st_dev == path.stat().st_dev
    except OSError as error:
        raise not_written(error) from error
    removed = _thin(folder, [*found, _EarlierCopy(copy.name, ours.records, label)], ours, now, key)
    return BackupResult(
        path=copy,
        record=label.record,
        head=label.head,
        removed=tuple(removed),
        doubtful=tuple(doubtful),
        same_disk=same_disk,
        service=service_of(folder),
    )


def _before(
    path: Path, folder: Path, now: datetime, key: Key | None, task: Task
) -> tuple[CopyLabel, list[_EarlierCopy], list[str]]:
    """Return the label of a copy made now, and what `_look_through` does, in a tidied folder.

    The digests are verified once, in the copy. Raises Refused, NoEarlierState and NotSaved.
    """
    ours, _label = quick_check(path, key)
    if not ours.sound:
        raise Refused(_(_NOT_SOUND))
    try:
        _sweep(folder)
        size = path.stat().st_size
        task.begin(*(quick_step(folder / name) for name in _copies_in(folder)), size, size, *steps(path))
        found, doubtful = _look_through(path, folder, ours, key, task)
    except OSError as error:
        raise not_written(error) from error
    return new_label(now, ours.numbers[-1], ours.head), found, doubtful


def _verified(path: Path, key: Key | None, task: Task | None = None) -> Verdict:
    """Verify a journal; raises Refused where it does not agree."""
    verdict = verify(path, key, task)
    if not verdict.sound:
        raise Refused(_(_NOT_SOUND))
    return verdict


def _fit(folder: Path, path: Path) -> Path:
    """Return the folder, symbolic links resolved, once it is there and another than the journal's own."""
    with contextlib.suppress(RuntimeError):  # a ~ before the name of nobody
        folder = folder.expanduser()
    try:
        real = Path(os.path.realpath(folder))
        if not real.is_dir():
            raise Refused(_(_NO_FOLDER).format(folder=folder))
        own = real.samefile(path.parent)
    except OSError as error:
        raise not_written(error) from error
    if own:
        raise Refused(_(_OWN_FOLDER))
    return real


def _sweep(folder: Path) -> None:
    """Delete the temporary files that a power cut left in the folder."""
    for path in list(folder.iterdir()):
        if read_name(path.name[1:-4]) and generation.temporary_path(folder / path.name[1:-4]) == path:
            generation.remove_temporary(folder / path.name[1:-4])


def _copies_in(folder: Path) -> list[str]:
    """Return the names of the files in the folder that are named like copies."""
    names = sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    return [name for name in names if read_name(name) and stat.S_ISREG(os.lstat(folder / name).st_mode)]


def _look_through(
    path: Path, folder: Path, ours: Verdict, key: Key | None, task: Task
) -> tuple[list[_EarlierCopy], list[str]]:
    """Return the earlier states of this journal in the folder, and the files named like copies that are doubtful.

    Copies of other journals are in neither. `ours` is the quick check of the journal. Raises NoEarlierState.
    """
    found, doubtful = [], []
    for name in _copies_in(folder):
        try:
            theirs, label = quick_check(folder / name, key, task)
        except JournalError:
            doubtful.append(name)
            continue
        finally:
            task.next_step()
        if set(theirs.digests) - set(ours.digests) and _same_journal(ours, theirs):
            raise NoEarlierState(name, _verified(path, key).against(theirs))
        if not theirs.sound:
            doubtful.append(name)
        elif _same_journal(ours, theirs):
            found.append(_EarlierCopy(name, theirs.records, label))
    return found, doubtful


def _same_journal(ours: Verdict, theirs: Verdict) -> bool:
    """Return whether both are one journal; one that lost its first record is recognised by the others."""
    return ours.journal_id == theirs.journal_id or not set(ours.digests).isdisjoint(theirs.digests)


def _write(path: Path, copy: Path, label: CopyLabel, key: Key | None, task: Task) -> Verdict:
    """Write the copy, read it back and verify it; where it is not as the journal or does not agree, it is removed."""
    with path.open("rb") as file:
        try:
            generation.write_atomically(copy, _counted(labelled(file, label), task))
            task.next_step()
            file.seek(0)
            if not _reads_back(copy, _counted(labelled(file, label), task)):
                raise NotSaved(_(_NOT_AS_WRITTEN))
            task.next_step()
            return _verified(copy, key, task)
        except MalformedFile as error:
            raise Refused(_(_NOT_SOUND)) from error
        except (OSError, JournalError):
            with contextlib.suppress(OSError):
                copy.unlink()
            raise


def _counted(pieces: Iterator[bytes], task: Task) -> Iterator[bytes]:
    """Yield the pieces, and advance the task by each."""
    for piece in pieces:
        yield piece
        task.advance(len(piece))


def _reads_back(copy: Path, pieces: Iterator[bytes]) -> bool:
    with copy.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            # Without what the system still has in memory, so that the disk itself is asked.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return same_bytes(file, pieces)


def _thin(folder: Path, found: Iterable[_EarlierCopy], ours: Verdict, now: datetime, key: Key | None) -> list[str]:
    """Delete the copies that are no longer needed, each verified once more before, and return their names."""
    made = {one.name: one for one in found if one.label and one.label.intact}
    most = max(one.records for one in made.values())
    copies = [Copy(one.name, one.label.made) for one in made.values() if one.label and one.label.made]
    removed = []
    for copy in no_longer_needed(copies, now):
        with contextlib.suppress(OSError, JournalError):
            theirs = verify(folder / copy.name, key)
            if made[copy.name].records < most and ours.against(theirs).sound:
                (folder / copy.name).unlink()
                removed.append(copy.name)
    return removed
