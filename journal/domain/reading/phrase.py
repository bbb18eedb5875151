"""From text to phrases: every way in which all the words of a text can be given a meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from journal.domain.reading.dutch import DUTCH
from journal.domain.reading.english import ENGLISH
from journal.domain.reading.french import FRENCH
from journal.domain.reading.language import Language, ends_a_word
from journal.domain.reading.numerals import NUMERALS
from journal.domain.reading.pieces import (
    About,
    Ago,
    Awaits,
    Bare,
    Calendar,
    Clock,
    DayMonth,
    DayOfMonth,
    Lately,
    Lead,
    Month,
    Months,
    Nobody,
    Now,
    Part,
    PartOfSpan,
    Piece,
    Pointer,
    RelativeDay,
    RelativeNight,
    Season,
    Weekday,
    Year,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANGUAGES = {spoken.code: spoken for spoken in (ENGLISH, DUTCH, FRENCH)}
_EVERY = frozenset(LANGUAGES)
_BETWEEN_WORDS = re.compile(r"(?:[ ,;()]|\.(?!\d)|(?<= )-(?= ))+")
_MOST = 40
"""Readings after which no more are looked for."""

Day = RelativeDay | RelativeNight | DayMonth | DayOfMonth | Months
Span = Month | Season | Year | Calendar
Instant = Ago | Now | Nobody | Lately


@dataclass(frozen=True)
class Phrase:
    """The meanings of all words of a text, each in its place."""

    clock: Clock | None = None
    part: Part | None = None
    day: Day | None = None
    weekday: Weekday | None = None
    span: Span | None = None
    edge: PartOfSpan | None = None
    which: Pointer | None = None
    instant: Instant | None = None
    about: About | None = None
    bare: Bare | None = None
    lead: Lead | None = None
    spoken_in: frozenset[str] = _EVERY
    """The languages in which every word has its meaning; empty for a mixture."""

    def holds(self) -> set[str]:
        """Return the names of the places that are filled."""
        return {one.name for one in fields(self) if isinstance(getattr(self, one.name), Piece)}

    def with_pieces(self, pieces: Sequence[Piece], code: str) -> Phrase | None:
        """Return the phrase with more pieces, or None where they do not fit in."""
        phrase = self
        for piece in pieces:
            if getattr(phrase, piece.slot) is not None or not phrase._awaits(piece):
                return None
            kept = {"lead": phrase.lead if isinstance(piece, About) else None}
            filled: dict[str, Any] = kept | {piece.slot: piece}
            phrase = replace(phrase, **filled)
        return replace(phrase, spoken_in=phrase.spoken_in & {code}) if code else phrase

    def _awaits(self, piece: Piece) -> bool:
        if isinstance(piece, Bare):
            return self.lead is not None or bool(self.holds() & {"day", "weekday", "part"})
        if self.lead is None or isinstance(piece, About):
            return True
        if self.lead.awaits is Awaits.CLOCK:
            return isinstance(piece, Clock)
        return piece.slot in {"span", "edge", "which"}


def phrases(text: str, order: Sequence[str], *, hours: bool = False) -> list[Phrase]:
    """Return every reading of uniform text, those that stay in one language before mixtures, in the order of languages.

    With `hours`, a small number that stands alone is an hour.
    """
    reader = _Reader(text, (NUMERALS, *(LANGUAGES[code] for code in order)), hours=hours)
    found: list[Phrase] = []
    for phrase in reader.readings(0, Phrase()):
        if phrase not in found and phrase.lead is None:
            found.append(phrase)
        if len(found) >= _MOST:
            break
    pure = [phrase for phrase in found if phrase.spoken_in]
    return sorted(pure or found, key=lambda phrase: _rank(phrase, order))


def _rank(phrase: Phrase, order: Sequence[str]) -> tuple[bool, int, bool]:
    merely_here = isinstance(phrase.day, RelativeDay) and phrase.day.here
    return merely_here, min(map(order.index, phrase.spoken_in), default=0), phrase.bare is not None


@dataclass(frozen=True)
class _Reader:
    """Goes through a text from left to right, once for each choice of meanings."""

    text: str
    spoken: tuple[Language, ...]
    hours: bool

    def readings(self, start: int, so_far: Phrase, *, passed: bool = False) -> Iterator[Phrase]:
        """Give the readings of what follows `start`; right after a word that was `passed` over, a number is no hour."""
        if gap := _BETWEEN_WORDS.match(self.text, start):
            start = gap.end()
        if start >= len(self.text):
            if so_far.holds():
                yield so_far
            return
        for language in self.spoken:
            for pieces, end in language.meanings(self.text, start):
                fitting = self._fitting(so_far, pieces, language.code, passed=passed)
                if fitting:
                    yield from self.readings(end, fitting)
        ends = {language.passed_over(self.text, start) for language in self.spoken}
        for end in sorted(filter(None, ends)):
            if ends_a_word(self.text, end):
                yield from self.readings(end, so_far, passed=True)

    def _fitting(self, so_far: Phrase, pieces: Sequence[Piece], code: str, *, passed: bool) -> Phrase | None:
        number = pieces[0] if isinstance(pieces[0], Bare) else None
        if number and self.hours and so_far.bare is None:
            return replace(so_far, bare=number, lead=None)
        if number and passed and so_far.lead is None:
            return None
        return so_far.with_pieces(pieces, code)
