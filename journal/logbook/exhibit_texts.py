"""Reads the text in the files of exhibits for the search, in portions, and within a bound for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import JournalError
from journal.domain.evidence.exhibit import Form
from journal.evidence.searched_text import has_text, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.evidence.exhibit import Exhibit
    from journal.logbook.exhibits import Exhibits

MOST = 20_000_000
"""Maximum number of characters that are searched in the files of one journal, the exhibits added last first."""
PORTION = 4_000_000
"""Bytes of files after which a portion ends."""


class ExhibitTexts:
    """Reader of the texts, each once."""

    def __init__(self, exhibits: Exhibits) -> None:
        self._exhibits = exhibits
        self._read: set[int] = set()
        self._room = MOST

    def waiting(self) -> list[Exhibit]:
        """Return the exhibits with text that are not read yet, the last first."""
        if self._room <= 0:
            return []
        return [
            one
            for one in reversed(self._exhibits.standing)
            if one.form is Form.FILE and one.number not in self._read and has_text(one.media_type, one.size)
        ]

    def portion(self, waiting: Sequence[Exhibit]) -> dict[int, str]:
        """Read the first of these, callable from any thread; {} for none. What cannot be read has no text."""
        texts: dict[int, str] = {}
        size = 0
        for exhibit in waiting:
            if size >= PORTION or self._room <= 0:
                break
            texts[exhibit.number] = text = self._text(exhibit)
            self._read.add(exhibit.number)
            self._room -= len(text)
            size += exhibit.size
        return texts

    def all(self) -> dict[int, str]:
        """Read all of them."""
        texts: dict[int, str] = {}
        while more := self.portion(self.waiting()):
            texts |= more
        return texts

    def _text(self, exhibit: Exhibit) -> str:
        data = bytearray()
        try:
            self._exhibits.read(exhibit.number, data.extend)
        except JournalError:
            return ""
        return text_of(bytes(data), exhibit.media_type)
