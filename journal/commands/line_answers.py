"""Answers typed line by line, each question with help and a way to leave; plain lines, for screen readers too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from journal.commands.error_reporting import InputEnded, Left
from journal.commands.output import tell, tell_numbered
from journal.commands.prompts import edited_line, hidden_line
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HELP, LEAVE, END = "?", "q", "."
_WAYS = N_("{question} ({help} for help, {leave} to leave)")
LITERALLY = N_("To answer with nothing but {help} or {leave}, type a blank before it.")
LONGEST_LINE = 1000
"""In signs; more than that is no name and no address."""
AGREEMENTS, REFUSALS = frozenset({"yes", "y", "ja", "j", "oui", "o"}), frozenset({"", "no", "n", "nee", "non"})
"""What agrees, and what does not, in any of the languages."""
_YES_OR_NO = N_("Please type yes or no.")
_NOT_A_FIGURE = N_("That is none of the figures.")
_HOW_IT_ENDS = N_("An empty line does not end the text. To go on, type a full stop alone on a line.")


def answer(question: str, help_: Callable[[], Iterable[str]]) -> str:
    """Ask until something else than a call for help is typed, and return it; raises Left.

    A blank before the sign for help or leaving makes it an answer.
    """
    return _answered(question, help_, edited_line)


def secret(question: str, help_: Callable[[], Iterable[str]]) -> str:
    """Ask for words that are not shown, as `answer`."""
    return _answered(question, help_, hidden_line)


def _answered(question: str, help_: Callable[[], Iterable[str]], read: Callable[[], str | None]) -> str:
    while True:
        tell(_(_WAYS).format(question=question, help=HELP, leave=LEAVE))
        typed = read()
        if typed is None:
            raise InputEnded
        if typed.rstrip().casefold() == LEAVE:
            raise Left
        if typed.rstrip() != HELP:
            return typed.strip() if typed.strip().casefold() in {HELP, LEAVE} else typed
        for sentence in help_():
            tell(sentence)


def lines(question: str, help_: Callable[[], Iterable[str]], typed: list[str]) -> str:
    """Ask for a text of several lines, ended by a line with only a full stop; empty where the first line is empty.

    A pasted text may hold empty lines; after two of them in a row it is said once how to end it. Raises Left; the lines
    until then are in `typed`.
    """
    typed.append(answer(question, help_))
    told = False
    while typed[0].strip() and typed[-1].strip() != END:
        if not told and not any(line.strip() for line in typed[-2:]):
            tell(_(_HOW_IT_ENDS))
            told = True
        typed.append(_line())
    return "\n".join(typed[:-1])


def line(question: str, *help_: str) -> str | None:
    """Ask for one line and return it without blanks around it; None at the end of what a pipe or a file holds.

    Raises Left.
    """
    try:
        return answer(question, lambda: help_).strip()[:LONGEST_LINE]
    except InputEnded:
        if sys.stdin.isatty():
            raise
        return None


def agreed(question: str, *help_: str) -> bool | None:
    """Ask until the answer is a yes or a no in any of the languages, an empty line being a no; None as `line`.

    Raises Left.
    """
    while (typed := line(question, *help_)) is not None:
        if typed.casefold() in AGREEMENTS:
            return True
        if typed.casefold() in REFUSALS:
            return False
        tell(_(_YES_OR_NO))
    return None


def figures(
    question: str, labels: Sequence[str], help_: Callable[[], Iterable[str]], *, several: bool = False
) -> list[int] | None:
    """Offer these under figures and return the positions that were chosen, none for an empty line.

    None where something else was typed, which is said. Raises Left.
    """
    tell_numbered(labels)
    words = answer(question, help_).replace(",", " ").split()
    chosen = [int(word) for word in words if word.isascii() and word.isdecimal() and len(word) < 4]
    fits = len(chosen) == len(words) and all(1 <= one <= len(labels) for one in chosen)
    if not fits or (len(chosen) > 1 and not several):
        tell(_(_NOT_A_FIGURE))
        return None
    return [one - 1 for one in dict.fromkeys(chosen)]


def _line() -> str:
    """Return the line that is typed next, whatever it says; raises InputEnded."""
    typed = edited_line()
    if typed is None:
        raise InputEnded
    return typed
