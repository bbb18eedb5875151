"""Base exceptions; each message is one calm sentence: what happened, what is safe, what to do next."""

from __future__ import annotations


class JournalError(Exception):
    """Base class of errors shown to the user; `str()` is the sentence, already translated."""


class Refused(JournalError):
    """Raised where the journal or the input does not allow an act; nothing was changed."""


class NotSaved(JournalError):
    """Raised where an act could not be written; the file is unchanged and the typed words are still there."""


class ChangedUnderneath(NotSaved):
    """Raised where another file replaced the journal's; nothing was overwritten, and both are intact.

    `Logbook.save_beside` saves the content of this window under another name.
    """


class MissingUnderneath(ChangedUnderneath):
    """Raised where the journal's file was moved away or deleted while it was open."""


class Unreadable(JournalError):
    """Raised for a file that is damaged, foreign or newer than this program; it is left unchanged byte for byte."""


class Locked(Unreadable):
    """Raised for a protected file without a key."""


class ReadOnly(Refused):
    """Raised where the journal is open for reading only."""
