"""Grammar of a language for the parser: vocabulary, fixed phrases, and regex rules for phrases with numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from dateutil.parser import parserinfo

from journal.domain.time.reading.tokens import Token

if TYPE_CHECKING:
    from journal.domain.time.reading.tokens import Unit

NOT_IN_A_NUMBER = r"(?!\d|[:./-]\d)"
_WORD = re.compile(r"[a-z]+")
_NOT_WORDS = re.compile(r"\(\?P<[a-z]+>|\\[a-z]")
_LOOKS = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
_OPTIONAL = re.compile(r"(?<=[a-z])[a-z]\?")
_SIGNS = ":/.-,"
_NUMBERS = "1", "12", "2026", "202611"
_FIGURES = re.compile(r"\d+([:/.,-]?)")
_CLASS = re.compile(r"\[[^\]]*\]")
_PHRASE = re.compile(r"[a-z]+(?: [a-z]+){0,4}")


@dataclass(frozen=True)
class RuleMatch:
    """Regex match of a rule, with its groups converted to values."""

    match: re.Match[str]
    language: Grammar

    def number(self, name: str, missing: int = 0) -> int:
        """Convert a group in figures or in words to a number; `missing` where the group did not match."""
        text = self.match.groupdict().get(name)
        if text is None:
            return missing
        return int(text) if text.isdigit() else self.language.numbers[text]

    @property
    def month(self) -> int:
        """Number of the matched month, January being 1."""
        return self.language.names.month(self.match["month"]) or 0

    def weekday(self, name: str = "weekday") -> int:
        """Return the number of the matched weekday, Monday being 0."""
        return self.language.names.weekday(self.match[name]) or 0

    def unit(self, name: str = "unit") -> Unit:
        """Return the matched unit."""
        return self.language.units[self.match[name]]

    def word(self, name: str) -> str:
        """Return the text of a group; "" where it did not match."""
        return self.match.groupdict().get(name) or ""


Meaning = Callable[[RuleMatch], Iterable[Token | None]]
"""Callback from a match to its tokens; none, or None among them, rejects the match: its numbers are out of range."""


@dataclass(frozen=True)
class Rule:
    """Regex with placeholders in capitals, filled from the vocabulary, and the meaning of its matches."""

    pattern: str
    meaning: Meaning


@dataclass(frozen=True)
class Grammar:
    """Vocabulary and rules of a language, which match normalised text."""

    code: str
    """`en`, `nl`, `fr`; empty for the notation common to all."""
    names: parserinfo
    """Names of weekdays and months, and stop words."""
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    phrases: Mapping[str, tuple[Token, ...]]
    doubles: Mapping[str, tuple[Token, ...]]
    """Second meaning of ambiguous phrases."""
    rules: tuple[tuple[str, Meaning], ...]
    """Regexes as text: most of them are never tried in one run, and compiling all takes longer than reading a time."""
    begins: tuple[frozenset[str], ...]
    """Possible beginnings of a match, for each rule."""
    words: frozenset[str]
    """Every word of the phrases, names and rules; the vocabulary of the spelling correction."""
    openings: frozenset[str]
    """First words of the phrases."""
    empty: frozenset[str]
    """Stop words."""
    beginning: dict[str, list[tuple[re.Pattern[str], Meaning]]] = field(default_factory=dict)
    """Cache of the rules worth trying, by the beginning of the text."""

    def meanings(self, text: str, start: int) -> Iterator[tuple[tuple[Token, ...], int]]:
        """Yield each token sequence that the text at `start` can mean, with its end index."""
        for pattern, meaning in self._worth_trying(text, start):
            match = pattern.match(text, start)
            if match and ends_a_word(text, match.end()):
                tokens = tuple(meaning(RuleMatch(match, self)))
                known = tuple(token for token in tokens if token)
                if known and known == tokens:
                    yield known, match.end()
        if text[start].isalpha() and (end := self._phrase_end(text, start)):
            yield self.phrases[text[start:end]], end
            if second := self.doubles.get(text[start:end]):
                yield second, end

    def _worth_trying(self, text: str, start: int) -> list[tuple[re.Pattern[str], Meaning]]:
        figures = _FIGURES.match(text, start)
        begin = "0" + figures[1] if figures else text[start : start + 2]
        if begin not in self.beginning:
            self.beginning[begin] = [
                (re.compile(pattern), meaning)
                for (pattern, meaning), signs in zip(self.rules, self.begins, strict=True)
                if _fits(begin, signs, pattern)
            ]
        return self.beginning[begin]

    def passed_over(self, text: str, start: int) -> int | None:
        """Return the end index of a stop word at `start`, such as an article; None where there is none."""
        word = _WORD.match(text, start)
        return word.end() if word and word[0] in self.empty else None

    def _phrase_end(self, text: str, start: int) -> int | None:
        word = _WORD.match(text, start)
        words = _PHRASE.match(text, start) if word and word[0] in self.openings else None
        end = words.end() if words else start
        while end > start:
            if text[start:end] in self.phrases:
                return end
            end = max(text.rfind(" ", start, end), start)
        return None


@dataclass(frozen=True)
class Vocabulary:
    """Words of a language, with which its rules are filled."""

    names: parserinfo
    """Names of weekdays and months, and stop words."""
    numbers: Mapping[str, int]
    counts: Mapping[str, int]
    """Numerals that only count things: `a couple of`."""
    ordinals: Mapping[str, int]
    """Numerals that only name days: `first`."""
    units: Mapping[str, Unit]
    no_weekday: str = ""
    """Regex of what must not follow a weekday, such as a negative lookahead."""


def grammar(
    code: str,
    vocabulary: Vocabulary,
    phrases: Mapping[str, tuple[Token, ...]],
    rules: Iterable[Rule],
    doubles: Mapping[str, tuple[Token, ...]] | None = None,
) -> Grammar:
    """Build a grammar: fill the placeholders of its rules and index them."""
    names, units = vocabulary.names, vocabulary.units
    numbers, counts, ordinals = vocabulary.numbers, vocabulary.counts, vocabulary.ordinals
    hours = [word for word, number in numbers.items() if number <= 24]
    words = {
        "HOUR": rf"(?P<h>\d{{1,2}}|{_any(hours)})",
        "SPELTHOUR": rf"(?P<h>{_any(hours)})",
        "SPELTMINUTES": rf"(?P<m>{_any(word for word, number in numbers.items() if number > 9)})",
        "MINUTES": rf"(?P<m>\d{{1,2}}|{_any(numbers)})",
        "COUNT": rf"(?P<n>\d{{1,4}}|{_any([*numbers, *counts])})",
        "MORE": rf"(?P<more>\d{{1,4}}|{_any(numbers)})",
        "UNIT": rf"(?P<unit>{_any(units)})",
        "LESSER": rf"(?P<lesser>{_any(units)})",
        "DAY": rf"(?P<d>\d{{1,2}}|{_any([*numbers, *ordinals])})",
        "YEAR": r"(?P<y>(?:19|20)\d\d|'?\d\d)",
        "MONTH": rf"(?P<month>{_any(chain.from_iterable(names.MONTHS))})\.?",
        "WEEKDAY": rf"(?P<weekday>{_any(chain.from_iterable(names.WEEKDAYS))})\.?{vocabulary.no_weekday}",
        "OTHERDAY": rf"(?P<other>{_any(chain.from_iterable(names.WEEKDAYS))})\.?",
    }
    capitals = re.compile(r"\b(?:" + "|".join(words) + r")\b")
    filled = tuple((capitals.sub(lambda found: words[found[0]], rule.pattern), rule.meaning) for rule in rules)
    return Grammar(
        code,
        names,
        {**numbers, **counts, **ordinals},
        units,
        phrases,
        doubles or {},
        filled,
        begins=tuple(_may_begin(pattern) for pattern, _ in filled),
        words=_words(phrases, filled, names),
        openings=frozenset(phrase.split()[0] for phrase in phrases),
        empty=frozenset(names.JUMP),
    )


def names(*, weekdays: str, months: str, passed_over: str) -> parserinfo:
    """Build a dateutil `parserinfo` from names written as `monday mon, tuesday tue`, and from stop words."""
    tables = {
        "WEEKDAYS": [tuple(name.split()) for name in weekdays.split(", ")],
        "MONTHS": [tuple(name.split()) for name in months.split(", ")],
        "JUMP": passed_over.split(),
    }
    found: parserinfo = type("Names", (parserinfo,), tables)(dayfirst=True)
    return found


def counted(words: str) -> dict[str, int]:
    """Map words to the numbers from zero on; `_` joins the parts of one numeral."""
    return {word.replace("_", " "): number for number, word in enumerate(words.split())}


def tens(words: str, ones: str, pattern: str) -> dict[str, int]:
    """Build the numerals of two digits from 20 to 59; `pattern` joins the words of a ten and a one."""
    return {
        pattern.format(ten=ten, one=one): 10 * tens + number
        for tens, ten in enumerate(words.split(), 2)
        for number, one in enumerate(ones.split(), 1)
    } | {ten: 10 * tens for tens, ten in enumerate(words.split(), 2)}


def ends_a_word(text: str, end: int) -> bool:
    """Return whether a token may end at this index, and not within a word or a number."""
    if end >= len(text):
        return True
    last, following = text[end - 1], text[end]
    return not ((last.isalpha() and following.isalpha()) or (last.isdigit() and following.isdigit()))


def _fits(begin: str, signs: frozenset[str], pattern: str) -> bool:
    """Return whether a rule with these beginnings can match: two letters, a single letter, or figures and a sign."""
    if begin in signs or (begin[:1] in signs and begin[:1] != "0") or not begin[0].isalnum():
        return True
    # A rule that matches figures alone is also tried before a sign that it does not name.
    return begin[0] == "0" and "0" in signs and any(map(re.compile(pattern).match, _NUMBERS))


def _may_begin(pattern: str) -> frozenset[str]:
    """Return the possible beginnings of a regex's matches: two letters, or `0` with the sign behind the figures."""
    plain = _LOOKS.sub(" ", pattern)
    letters = "".join(_CLASS.findall(plain))
    words = _WORD.findall(_OPTIONAL.sub(" ", _NOT_WORDS.sub(" ", _CLASS.sub(" ", plain))))
    signs = ["", *(sign for sign in _SIGNS if sign in plain)]
    figures = ["0" + sign for sign in signs] if re.search(r"\\d|\d", plain) else []
    return frozenset([*figures, *(word[:2] for word in words), *filter(str.isalpha, letters)])


def _words(phrases: Iterable[str], rules: Iterable[tuple[str, Meaning]], names: parserinfo) -> frozenset[str]:
    patterns = [_NOT_WORDS.sub(" ", pattern) for pattern, _ in rules]
    return frozenset(_WORD.findall(" ".join([*phrases, *patterns, *names.JUMP])))


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first) or r"(?!)"
