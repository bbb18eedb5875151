"""Restore: a copy becomes the journal, without its label, at a new place or in the place of another file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.base.errors import ReadOnly, Refused, Unreadable
from journal.domain.ledger.backup_rules import next_name
from journal.domain.text.words import N_, _, many
from journal.store.copies.verification import quick_check, verify
from journal.store.file import generation
from journal.store.file.copy_labels import pieces, unlabelled
from journal.store.ledger.access import open_for_writing
from journal.store.ledger.os_errors import not_written
from journal.store.ledger.unlocking import wraps_of

if TYPE_CHECKING:
    from datetime import datetime

    from journal.store.age.protection import Key

_NO_COPY = N_("{path} is not a copy of a journal. Nothing was changed. Choose the copy that should become the journal.")
_NOT_SOUND = N_(
    "In this copy not everything agrees. Nothing was changed. Choose another copy, or save what can still be read with"
    " `journal recover`."
)
_THERE = N_(
    "There is a file at {path} already. Nothing was changed. Choose another place, or say that it should be replaced;"
    " it is then kept beside under another name."
)
_OTHER_KEY = N_(
    "The journal at {path} has another passphrase, so that it cannot be told whether it holds more than this "
    "copy. Nothing was changed. Move that file to another folder first, or let the copy become the journal where "
    "it is."
)


def require_nothing_lost(copy: Path, target: Path, key: Key | None = None) -> None:
    """Raise Refused where the file at the target holds records that the copy does not, or cannot be compared.

    A file that is no journal at all is let pass: it is kept beside where the copy takes its place.
    """
    target = Path(os.path.realpath(target.expanduser()))
    try:
        if target == Path(os.path.realpath(copy)) or not target.exists():
            return
        theirs, _label = quick_check(target, key)
    except OSError as error:
        raise not_written(error) from error
    except Unreadable as error:
        if wraps_of(target):
            raise Refused(_(_OTHER_KEY).format(path=target)) from error
        return
    ours, _label = quick_check(copy, key)
    if more := len(set(theirs.digests) - set(ours.digests)):
        words = many(
            "The journal at {path} holds {count} record that this copy does not hold. Nothing was changed. Move "
            "that file to another folder first, or let the copy become the journal where it is.",
            "The journal at {path} holds {count} records that this copy does not hold. Nothing was changed. Move "
            "that file to another folder first, or let the copy become the journal where it is.",
            more,
        )
        raise Refused(words.format(path=target, count=more))


def become_journal(
    copy: Path, target: Path, *, now: datetime, replacing: bool = False, key: Key | None = None
) -> Path | None:
    """Restore a copy as the journal at the target, which may be the copy itself; return the path of a replaced file.

    The copy stays as it is, unless it is the target. Raises Refused where it is no sound copy or a file is at the
    target that is not to be replaced, ReadOnly where another window has that open, and NotSaved with either whole.
    """
    copy, target = (Path(os.path.realpath(path.expanduser())) for path in (copy, target))
    _require_sound_copy(copy, key)
    try:
        there = target != copy and target.exists()
    except OSError as error:
        raise not_written(error) from error
    if there and not replacing:
        raise Refused(_(_THERE).format(path=target))
    access = open_for_writing(target, now)
    if access.refused:
        raise ReadOnly(access.refused.sentence())
    try:
        if target != copy and target.exists() is not there:
            raise Refused(_(_THERE).format(path=target))
        kept = _kept_beside(target, now) if there else None
        with copy.open("rb") as file:
            generation.write_atomically(target, unlabelled(file))
    except OSError as error:
        raise not_written(error) from error
    finally:
        access.release()
    return kept


def _require_sound_copy(copy: Path, key: Key | None) -> None:
    _verdict, label = quick_check(copy, key)
    if label is None:
        raise Refused(_(_NO_COPY).format(path=copy))
    if not verify(copy, key).sound:
        raise Refused(_(_NOT_SOUND))


def _kept_beside(target: Path, now: datetime) -> Path:
    """Copy the file that is about to be replaced to a neutral name in the same folder."""
    beside = target.with_name(next_name(now.date(), os.listdir(target.parent)))  # noqa: PTH208 - names, not paths
    with target.open("rb") as file:
        generation.write_atomically(beside, pieces(file))
    return beside
