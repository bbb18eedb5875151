"""Content cover: the words of the suspect as a count of lines, for who does not want to meet them unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from journal.domain.entry.entry import Entry
    from journal.domain.text.words import Words

COVERED = ("quoted_words", "call.content")
"""Ids of the fields that hold words of the suspect."""


def told_cover(text: str, words: Words) -> str:
    """Return what stands in place of words: how many lines they are."""
    count = sum(1 for line in text.splitlines() if line.strip())
    return words.many("{count} line of their words", "{count} lines of their words", count).format(count=count)


def covered(name: str, said: str, words: Words) -> str:
    """Return the value of a field as it is told under the cover."""
    return told_cover(said, words) if name in COVERED and said.strip() else said


def holds_words(entry: Entry) -> bool:
    """Tell whether an entry has words to be covered."""
    return bool(entry.quoted_words.strip()) or any(name in entry.details for name in COVERED)


def under_cover(entry: Entry, words: Words) -> Entry:
    """Return an entry for its line in a list, with a count of lines in place of words."""
    if not holds_words(entry):
        return entry
    told_details = {name: covered(name, str(entry.details[name]), words) for name in COVERED if name in entry.details}
    told = told_cover(entry.quoted_words, words) if entry.quoted_words.strip() else ""
    return replace(entry, quoted_words="", details={**entry.details, **told_details}, account=entry.account or told)
