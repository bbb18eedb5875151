"""The log as consistency checks read it, with the text inside the exhibits that can be read as text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.consistency.checked_log import checked_log
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.evidence.media_types import FileKind, kind_of
from journal.evidence.preview import words_in

if TYPE_CHECKING:
    from journal.domain.base.task import Task
    from journal.domain.consistency.checked_log import CheckedLog
    from journal.logbook.book import Logbook

LARGEST = 1_000_000
"""Bytes up to which a file is looked into for the words that an entry quotes."""
_READ = frozenset({FileKind.TEXT, FileKind.MAIL})


def log_to_check(logbook: Logbook, region: str, late_after: int, task: Task | None = None) -> CheckedLog:
    """Read a journal for the consistency checks; slow for many entries, callable from any thread."""
    return checked_log(logbook.state, region, late_after, task, partial(_text_of, logbook))


def _text_of(logbook: Logbook, number: int) -> str | None:
    """Return the whole text inside an exhibit; None where it is no text, too large, or cannot be read."""
    exhibit = logbook.state.of(Exhibit).now[number]
    is_text = kind_of(exhibit.media_type) in _READ or exhibit.media_type == "text/html"
    if exhibit.form is not Form.FILE or not is_text or exhibit.size > LARGEST:
        return None
    parts: list[bytes] = []
    try:
        logbook.exhibits.read(number, parts.append)
    except JournalError:
        return None
    seen = words_in(b"".join(parts), exhibit.media_type)
    return seen.text if seen and not seen.said else None
