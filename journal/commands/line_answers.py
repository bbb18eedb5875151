"""Answers typed line by line, each question with help and a way to leave; plain lines, for screen readers too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.output import tell
from journal.commands.prompts import YESES, edited_line, hidden_line
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HELP, LEAVE, END = "?", "q", "."
_WAYS = N_("{question} ({help} helps, {leave} leaves)")
LITERALLY = N_("To answer with nothing but {help} or {leave}, type a blank before it.")
_NOES = frozenset({"no", "n", "nee", "non"})
_YES_OR_NO = N_("Please type yes or no.")
_NOT_A_FIGURE = N_("That is none of the figures.")


class Left(Exception):
    """The person leaves without saving."""


class InputEnded(Left):
    """The input is at its end, by ctrl+d too: nobody can be asked any more."""


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


def lines(question: str, help_: Callable[[], Iterable[str]]) -> str:
    """Ask for a text of several lines, ended by a line with only a full stop; empty where the first line is empty.

    A pasted text may hold empty lines. Raises Left.
    """
    typed = [answer(question, help_)]
    while typed[0].strip() and typed[-1].strip() != END:
        typed.append(_line())
    return "\n".join(typed[:-1])


def agreed(question: str, help_: Callable[[], Iterable[str]]) -> bool:
    """Ask a question until its answer is a yes or a no in any of the languages, or an empty line, which is a no.

    Raises Left.
    """
    while True:
        typed = answer(question, help_).strip().casefold()
        if not typed or typed in _NOES:
            return False
        if typed in YESES:
            return True
        tell(_(_YES_OR_NO))


def figures(
    question: str, labels: Sequence[str], help_: Callable[[], Iterable[str]], *, several: bool = False
) -> list[int] | None:
    """Offer these under figures and return the positions that were chosen, none for an empty line.

    None where something else was typed, which is said. Raises Left.
    """
    for figure, label in enumerate(labels, 1):
        tell(f"{figure}: {label}")
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
