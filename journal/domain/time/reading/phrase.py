"""Tokenizer and grammar: all combinations of tokens that cover a whole text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from journal.domain.time.reading.calendar_tokens import (
    Calendar,
    Holiday,
    NamedDay,
    NamedSpan,
    PartOfSpan,
    Pointer,
    RelativeDay,
    RelativeNight,
    Weekday,
)
from journal.domain.time.reading.dutch import DUTCH
from journal.domain.time.reading.english import ENGLISH
from journal.domain.time.reading.french import FRENCH
from journal.domain.time.reading.grammar import Grammar, ends_a_word
from journal.domain.time.reading.numerals import NUMERALS
from journal.domain.time.reading.tokens import (
    Approximate,
    Awaits,
    BareNumber,
    Bound,
    Clock,
    DaylightSaving,
    Ignored,
    Instant,
    Lead,
    Part,
    Token,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GRAMMARS = {spoken.code: spoken for spoken in (DUTCH, FRENCH, ENGLISH)}
_EVERY = frozenset(GRAMMARS)
_BETWEEN_WORDS = re.compile(r"(?:[ ,;()]|\.(?!\d)|(?<= )-(?= ))+")
_MOST = 40
"""Maximum number of phrases collected for a text."""

_FROM_TODAY = (RelativeDay, RelativeNight)


@dataclass(frozen=True)
class Phrase:
    """Tokens of a whole text, one for each slot."""

    clock: Clock | None = None
    part: Part | None = None
    day: NamedDay | None = None
    again: NamedDay | None = None
    """Day that is stated a second time in other words."""
    weekday: Weekday | None = None
    span: NamedSpan | None = None
    edge: PartOfSpan | None = None
    which: Pointer | None = None
    instant: Instant | None = None
    about: Approximate | None = None
    bound: Bound | None = None
    saving: DaylightSaving | None = None
    bare: BareNumber | None = None
    lead: Lead | None = None
    spoken_in: frozenset[str] = _EVERY
    """Languages in which every token has its meaning; empty for a mixture."""

    @property
    def awaits_an_hour(self) -> bool:
        """Whether it names a day or a part of one, beside which a small number is an hour."""
        ago = isinstance(self.span, Calendar) and self.span.ago
        return bool(self.day or self.weekday or self.part or ago)

    def holds(self) -> set[str]:
        """Return the names of the filled slots."""
        return {name for name in _PLACES if getattr(self, name) is not None}

    def with_tokens(self, tokens: Sequence[Token], code: str) -> Phrase | None:
        """Return the phrase with these tokens added, or None where a slot is taken or a leading word forbids it."""
        filled: dict[str, Any] = {"spoken_in": self.spoken_in & {code}} if code else {}
        lead = self.lead
        for token in tokens:
            if isinstance(token, Ignored):
                continue
            slot = self._place_for(token, filled)
            if not slot or not self._awaits(token, lead):
                return None
            lead = lead if isinstance(token, Approximate | Bound) else None
            filled[slot] = token
        return replace(self, **({"lead": lead} | filled))

    def _place_for(self, token: Token, filled: dict[str, Any]) -> str:
        """Return the slot for a token; "" where it is taken by a different one."""
        standing = filled.get(token.slot) or getattr(self, token.slot)
        if standing is None or standing == token:
            return token.slot
        twice = token.slot == "day" and isinstance(token, _FROM_TODAY) != isinstance(standing, _FROM_TODAY)
        return "again" if twice and self.again in {None, token} else ""

    def _awaits(self, token: Token, lead: Lead | None) -> bool:
        if isinstance(token, BareNumber):
            return lead.awaits is Awaits.CLOCK if lead else bool(self.bound or self.awaits_an_hour)
        if lead is None or isinstance(token, Approximate | Bound):
            return True
        if lead.awaits is Awaits.CLOCK:
            return isinstance(token, Clock | Holiday) or (isinstance(token, Part) and token.window is not None)
        return token.slot in {"span", "edge", "which"}


_PLACES = tuple(one.name for one in fields(Phrase) if one.name != "spoken_in")


def phrases(text: str, order: Sequence[str], *, hours: bool = False) -> list[Phrase]:
    """Return the phrases of normalised text, those in one language before mixtures, in the order of languages.

    At most 40. With `hours`, a small number that stands alone is an hour.
    """
    reader = _Parser(text, (NUMERALS, *(GRAMMARS[code] for code in order)), hours=hours)
    found: list[Phrase] = []
    for phrase in reader.readings(0, Phrase()):
        if phrase not in found and phrase.lead is None:
            found.append(phrase)
        if len(found) >= _MOST:
            break
    pure = [phrase for phrase in found if phrase.spoken_in]
    return _without_twins(sorted(pure or found, key=lambda phrase: _rank(phrase, order)))


def _without_twins(ranked: list[Phrase]) -> list[Phrase]:
    """Drop the phrases that consist of the tokens of an earlier one, in another language."""
    first: dict[Phrase, Phrase] = {}
    for phrase in ranked:
        first.setdefault(replace(phrase, spoken_in=_EVERY), phrase)
    return list(first.values())


def _rank(phrase: Phrase, order: Sequence[str]) -> tuple[bool, int, bool]:
    merely_here = isinstance(phrase.day, RelativeDay) and phrase.day.here
    return merely_here, min(map(order.index, phrase.spoken_in), default=0), phrase.bare is not None


@dataclass(frozen=True)
class _Parser:
    """Backtracking parser: goes through a text from left to right, with memoised tokens at each index."""

    text: str
    spoken: tuple[Grammar, ...]
    hours: bool
    seen: dict[int, tuple[list[tuple[tuple[Token, ...], int, str]], list[int]]] = field(default_factory=dict)

    def readings(self, start: int, so_far: Phrase, *, passed: bool = False) -> Iterator[Phrase]:
        """Yield the phrases for the rest from `start` on; right after a stop word (`passed`), a number is no hour."""
        if gap := _BETWEEN_WORDS.match(self.text, start):
            start = gap.end()
        if start >= len(self.text):
            if so_far.holds():
                yield so_far
            return
        meanings, ends = self._at(start)
        for tokens, end, code in meanings:
            fitting = self._fitting(so_far, tokens, code, passed=passed)
            if fitting:
                yield from self.readings(end, fitting)
        for end in ends:
            yield from self.readings(end, so_far, passed=True)

    def _at(self, start: int) -> tuple[list[tuple[tuple[Token, ...], int, str]], list[int]]:
        """Return each token sequence at `start`, and the ends of stop words there; memoised."""
        if start not in self.seen:
            meanings = [(*found, one.code) for one in self.spoken for found in one.meanings(self.text, start)]
            spoken = self.spoken if self.text[start].isalpha() else ()
            ends = {end for one in spoken if (end := one.passed_over(self.text, start))}
            self.seen[start] = meanings, sorted(end for end in ends if ends_a_word(self.text, end))
        return self.seen[start]

    def _fitting(self, so_far: Phrase, tokens: Sequence[Token], code: str, *, passed: bool) -> Phrase | None:
        number = tokens[0] if isinstance(tokens[0], BareNumber) else None
        of_a_span = so_far.lead is not None and so_far.lead.awaits is Awaits.SPAN
        if number and self.hours and so_far.bare is None and not of_a_span:
            return replace(so_far, bare=number, lead=None)
        if number and passed and so_far.lead is None:
            return None
        return so_far.with_tokens(tokens, code)
