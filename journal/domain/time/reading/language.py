"""What one language contributes: its words, its fixed phrases, and its rules for phrases with numbers in them."""

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
class Found:
    """The words that a rule matched, as the values that they stand for."""

    match: re.Match[str]
    language: Language

    def number(self, name: str, missing: int = 0) -> int:
        """Return a number written in figures or in words."""
        text = self.match.groupdict().get(name)
        if text is None:
            return missing
        return int(text) if text.isdigit() else self.language.numbers[text]

    @property
    def month(self) -> int:
        """The month that was named, January being 1."""
        return self.language.names.month(self.match["month"]) or 0

    def weekday(self, name: str = "weekday") -> int:
        """Return the weekday that was named, Monday being 0."""
        return self.language.names.weekday(self.match[name]) or 0

    def unit(self, name: str = "unit") -> Unit:
        """Return what is counted."""
        return self.language.units[self.match[name]]

    def word(self, name: str) -> str:
        """Return a part as it was typed; "" where it was not."""
        return self.match.groupdict().get(name) or ""


Meaning = Callable[[Found], Iterable[Token | None]]
"""Gives what the words mean: pieces, none or None among them where the numbers make no sense."""


@dataclass(frozen=True)
class Rule:
    """A pattern, in which words in capitals stand for the names of a language, and its meaning."""

    pattern: str
    meaning: Meaning


@dataclass(frozen=True)
class Language:
    """The words of one language, as they stand in uniform text."""

    code: str
    """`en`, `nl`, `fr`; empty for what is written alike everywhere."""
    names: parserinfo
    """Weekdays, months, and the words that may be passed over."""
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    phrases: Mapping[str, tuple[Token, ...]]
    doubles: Mapping[str, tuple[Token, ...]]
    """The second meaning of phrases that have two."""
    rules: tuple[tuple[re.Pattern[str], Meaning], ...]
    begins: tuple[frozenset[str], ...]
    """What a match of each rule may begin with."""
    words: frozenset[str]
    """Every word that has a place in a phrase, a name or a rule."""
    openings: frozenset[str]
    """The first words of the phrases."""
    empty: frozenset[str]
    """Words that may be passed over."""
    beginning: dict[str, list[tuple[re.Pattern[str], Meaning]]] = field(default_factory=dict)
    """The rules that are worth trying, by what the text begins with; filled as it is needed."""

    def meanings(self, text: str, start: int) -> Iterator[tuple[tuple[Token, ...], int]]:
        """Give each meaning of what stands at `start`: its pieces, and where it ends."""
        for pattern, meaning in self._worth_trying(text, start):
            match = pattern.match(text, start)
            if match and ends_a_word(text, match.end()):
                tokens = tuple(meaning(Found(match, self)))
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
            found = [rule for rule, signs in zip(self.rules, self.begins, strict=True) if _fits(begin, signs)]
            self.beginning[begin] = found
        return self.beginning[begin]

    def passed_over(self, text: str, start: int) -> int | None:
        """Return the end of a word at `start` that says nothing about time, such as an article."""
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
    """The words of a language that its rules are made of."""

    names: parserinfo
    """Weekdays, months, and the words that may be passed over."""
    numbers: Mapping[str, int]
    counts: Mapping[str, int]
    """Numbers that only count things: `a couple of`."""
    ordinals: Mapping[str, int]
    """Numbers that only name days: `first`."""
    units: Mapping[str, Unit]
    no_weekday: str = ""
    """A pattern after which what looked like a weekday is none."""


def language(
    code: str,
    vocabulary: Vocabulary,
    phrases: Mapping[str, tuple[Token, ...]],
    rules: Iterable[Rule],
    doubles: Mapping[str, tuple[Token, ...]] | None = None,
) -> Language:
    """Return a language with the capital words of its rules filled in."""
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
    filled = [(capitals.sub(lambda found: words[found[0]], rule.pattern), rule.meaning) for rule in rules]
    compiled = tuple((re.compile(pattern), meaning) for pattern, meaning in filled)
    return Language(
        code,
        names,
        {**numbers, **counts, **ordinals},
        units,
        phrases,
        doubles or {},
        compiled,
        begins=tuple(_may_begin(one) for one, _ in compiled),
        words=_words(phrases, compiled, names),
        openings=frozenset(phrase.split()[0] for phrase in phrases),
        empty=frozenset(names.JUMP),
    )


def names(*, weekdays: str, months: str, passed_over: str) -> parserinfo:
    """Return the names of a language, written as `monday mon, tuesday tue`, and the words to pass over."""
    tables = {
        "WEEKDAYS": [tuple(name.split()) for name in weekdays.split(", ")],
        "MONTHS": [tuple(name.split()) for name in months.split(", ")],
        "JUMP": passed_over.split(),
    }
    found: parserinfo = type("Names", (parserinfo,), tables)(dayfirst=True)
    return found


def counted(words: str) -> dict[str, int]:
    """Return the numbers that words stand for, counted from zero; `_` joins the parts of one."""
    return {word.replace("_", " "): number for number, word in enumerate(words.split())}


def tens(words: str, ones: str, pattern: str) -> dict[str, int]:
    """Return the numbers of two figures from 21 to 59; `pattern` joins the words of a ten and a one."""
    return {
        pattern.format(ten=ten, one=one): 10 * tens + number
        for tens, ten in enumerate(words.split(), 2)
        for number, one in enumerate(ones.split(), 1)
    } | {ten: 10 * tens for tens, ten in enumerate(words.split(), 2)}


def ends_a_word(text: str, end: int) -> bool:
    """Return whether a word or a number may end here, and not in the middle of one."""
    if end >= len(text):
        return True
    last, following = text[end - 1], text[end]
    return not ((last.isalpha() and following.isalpha()) or (last.isdigit() and following.isdigit()))


def _fits(begin: str, signs: frozenset[str]) -> bool:
    """Return whether a match may begin so: with two letters, with one that stands alone, with figures and a sign."""
    return begin in signs or (begin[:1] in signs and begin[:1] != "0") or not begin[0].isalnum()


def _may_begin(pattern: re.Pattern[str]) -> frozenset[str]:
    """Return what begins some word of a pattern, and `0` with each sign that may stand behind its first figures."""
    plain = _LOOKS.sub(" ", pattern.pattern)
    letters = "".join(_CLASS.findall(plain))
    words = _WORD.findall(_OPTIONAL.sub(" ", _NOT_WORDS.sub(" ", _CLASS.sub(" ", plain))))
    signs = ["", *(sign for sign in _SIGNS if sign in plain or any(map(pattern.match, _NUMBERS)))]
    figures = ["0" + sign for sign in signs] if re.search(r"\\d|\d", plain) else []
    return frozenset([*figures, *(word[:2] for word in words), *filter(str.isalpha, letters)])


def _words(
    phrases: Iterable[str], rules: Iterable[tuple[re.Pattern[str], Meaning]], names: parserinfo
) -> frozenset[str]:
    patterns = [_NOT_WORDS.sub(" ", pattern.pattern) for pattern, _ in rules]
    return frozenset(_WORD.findall(" ".join([*phrases, *patterns, *names.JUMP])))


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first) or r"(?!)"
