"""What can go wrong, each said as one calm sentence: what happened, what is safe, what to do next."""

from __future__ import annotations


class JournalError(Exception):
    """Something that the person can be told in one sentence; `str()` of it is that sentence, already translated."""


class Refused(JournalError):
    """The act was not done because the journal or the input does not allow it; nothing changed."""


class NotSaved(JournalError):
    """The act could not be written; the file is as it was and the typed words are still there."""


class ChangedUnderneath(NotSaved):
    """Somebody else put another file in the journal's place; nothing was overwritten, and both are safe.

    `Logbook.save_beside` saves what this window holds under another name.
    """


class MissingUnderneath(ChangedUnderneath):
    """The journal's file was moved away or removed while it was open, and none lies in its place."""


class Unreadable(JournalError):
    """The file is damaged, foreign or newer than this program; it was left byte for byte as it is."""


class Locked(Unreadable):
    """The file is protected, and no key was given."""


class ReadOnly(Refused):
    """The journal is open for reading only."""
