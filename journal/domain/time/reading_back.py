"""Formatting of parse results as one line for the user; apart from `moment_words`, which needs no parser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.domain.time.clocks import time_in_words
from journal.domain.time.moment import Certainty
from journal.domain.time.moment_words import DASH, ago, day_in_words, in_words, side_by_side
from journal.domain.time.reading.answer import IN_THE_FUTURE, TWO_READINGS, NotUnderstood, Question, Reading, Understood

if TYPE_CHECKING:
    from datetime import datetime

    from journal.domain.text.words import Words


def read_back(reading: Reading, words: Words, now: datetime) -> str:
    """Render a parse result as one line: what was understood, the options of a question, or the reason of a failure."""
    if isinstance(reading, NotUnderstood):
        return words(reading.why)
    if isinstance(reading, Question):
        options = "   ".join(f"{key}  {label}" for key, label in enumerate(option_labels(reading, words, now), 1))
        return options if reading.why == TWO_READINGS else f"{words(reading.why)}: {options}"
    return _understood(reading, words, now)


def option_labels(question: Question, words: Words, now: datetime) -> tuple[str, ...]:
    """Return a short label for each option of a question, all distinct: `20:00 today`; with the offset where needed."""
    labels = [_label(option, words, now) for option in question.options]
    if len(set(labels)) == len(labels):
        return tuple(labels)
    return tuple(f"{label} (UTC{_offsets(one)})" for label, one in zip(labels, question.options, strict=True))


def _offsets(option: Understood) -> str:
    last = option.until.offset if option.until else option.moment.end_offset
    return f"{option.moment.offset}{DASH}{last}" if last and last != option.moment.offset else option.moment.offset


def _understood(understood: Understood, words: Words, now: datetime) -> str:
    moment = understood.moment
    surely = {Certainty.EXACT: N_("exact"), Certainty.DAY: N_("day only")}.get(moment.certainty, "")
    facts = ", ".join(filter(None, [ago(moment, now, words), words(surely)]))
    notes = side_by_side(filter(None, [facts, *map(words, understood.assumed)]), words)
    text = in_words(moment, words, understood.until)
    return f"{text} ({notes})" if notes else text


def _label(option: Understood, words: Words, now: datetime) -> str:
    moment = option.moment
    if IN_THE_FUTURE in option.assumed:
        plain = replace(option, assumed=())
        return f"{_label(plain, words, now)} ({words(IN_THE_FUTURE)})"
    if moment.certainty is not Certainty.EXACT or option.until or not moment.day:
        return in_words(moment, words, option.until)
    near = {0: N_("today"), 1: N_("yesterday"), -1: N_("tomorrow")}.get((now.date() - moment.day).days)
    day = words(near) if near else day_in_words(moment.day, words)
    return words(N_("{time} {day}")).format(time=time_in_words(moment.start, moment.offset, words), day=day)
