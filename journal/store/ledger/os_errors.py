"""Translation of operating system errors into sentences for the user: what is wrong, what is safe, what to do next."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.domain.base.errors import ChangedUnderneath, MissingUnderneath, NotSaved
from journal.domain.text.words import N_, _
from journal.store.ledger.checkpoint import JournalFileChanged, JournalFileMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = N_("The disk is full. {safe} Make room and save again.")
_NOT_ALLOWED = N_("The computer does not allow writing in the journal's folder. {safe} Allow it, then save again.")
_READ_ONLY = N_("The disk can only be read, not written. {safe} Make it writable, then save again.")
_GONE = N_(
    "The journal's folder is no longer there; a stick may have been pulled out. {safe} Bring the folder back and save "
    "again."
)
_TOO_LARGE = N_(
    "The disk does not take a file of this size. {safe} Free the journal's disk from this limit, then save again."
)
_OTHER = N_(
    "The disk did not take the journal ({reason}). {safe} Save again; if it goes on, copy the journal's folder."
)

_ELSEWHERE_FULL = N_("There is no room for the file here. {safe} Make room, or choose another folder.")
_ELSEWHERE_NOT_ALLOWED = N_("The computer does not allow writing in this folder. {safe} Choose another folder.")
_ELSEWHERE_READ_ONLY = N_("This disk can only be read, not written. {safe} Choose another folder.")
_ELSEWHERE_GONE = N_(
    "The folder is no longer there; a stick may have been pulled out. {safe} Bring it back, or choose another folder."
)
_ELSEWHERE_TOO_LARGE = N_("This disk does not take a file of this size. {safe} Choose a folder on another disk.")
_ELSEWHERE_OTHER = N_(
    "The disk did not take the file ({reason}). {safe} Try again; if it goes on, choose a folder on another disk."
)

_CHANGED = N_(
    "The journal's file was changed or replaced from outside while it was open here. Nothing was overwritten: that "
    "file is safe, and so is what this window holds. Save this window's journal beside it, under another name."
)
_MISSING = N_(
    "The journal's file is no longer in its folder: it was moved away or removed while it was open here. Nothing was "
    "overwritten, and what this window holds is safe. Put the file back and save again, or save this window's journal "
    "under another name."
)
_SAFE = N_("What was saved before is safe, and your words are still here.")

_SAFE_ELSEWHERE = N_("The journal and what was here before are as they were.")

_MESSAGES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    errno.ESTALE: _GONE,
    errno.EFBIG: _TOO_LARGE,
}
_ELSEWHERE = {
    _FULL: _ELSEWHERE_FULL,
    _NOT_ALLOWED: _ELSEWHERE_NOT_ALLOWED,
    _READ_ONLY: _ELSEWHERE_READ_ONLY,
    _GONE: _ELSEWHERE_GONE,
    _TOO_LARGE: _ELSEWHERE_TOO_LARGE,
    _OTHER: _ELSEWHERE_OTHER,
}
"""Messages for another folder than the journal's."""


@contextmanager
def translated_errors() -> Iterator[None]:
    """Translate errors raised inside while saving: NotSaved, or ChangedUnderneath."""
    try:
        yield
    except (JournalFileChanged, OSError) as error:
        raise save_error(error) from error


def save_error(error: JournalFileChanged | OSError) -> NotSaved:
    """Return the error that says why the journal was not saved, in the language of the interface."""
    if isinstance(error, JournalFileMissing):
        return MissingUnderneath(_(_MISSING))
    return ChangedUnderneath(_(_CHANGED)) if isinstance(error, JournalFileChanged) else not_saved(error)


def not_saved(error: OSError) -> NotSaved:
    """Return the error that says why a save failed, in the language of the interface."""
    message = _MESSAGES.get(error.errno or 0, _OTHER)
    return NotSaved(_(message).format(safe=_(_SAFE), reason=error.strerror or type(error).__name__))


def not_written(error: OSError) -> NotSaved:
    """Return the error that says why a copy or another new file could not be written, as `not_saved` does."""
    message = _ELSEWHERE[_MESSAGES.get(error.errno or 0, _OTHER)]
    return NotSaved(_(message).format(safe=_(_SAFE_ELSEWHERE), reason=error.strerror or type(error).__name__))
