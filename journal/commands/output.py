"""Output of commands: results to standard output, everything else to standard error."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

from journal.domain.text.words import _, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable

_WAITING = 128
"""Parts of lines after which they are written: two a line, so that a screen full stands there at once."""


def question(label: str) -> str:
    """Return what a field is called as a question, with the punctuation of the language."""
    return _("{label}?").format(label=label)


def say(lines: Iterable[str]) -> None:
    """Write results, one per line, to standard output; some at a time, since a terminal gets each writing at once.

    Whatever came before an error of the iteration is written.
    """
    waiting: list[str] = []
    try:
        for line in lines:
            waiting += line, "\n"
            if len(waiting) >= _WAITING:
                said, waiting = "".join(waiting), []
                sys.stdout.write(said)
    finally:
        sys.stdout.write("".join(waiting))


def say_words(sentences: Iterable[str]) -> None:
    """Write results that are sentences to standard output, one per line, wrapped between words in a terminal."""
    say(_broken(one, sys.stdout) for one in sentences)


def tell_numbered(labels: Iterable[str]) -> None:
    """Tell what can be chosen, each behind its number, from 1."""
    for at, label in enumerate(labels, 1):
        tell(labelled(str(at), label))


def tell(sentence: str) -> None:
    """Write a sentence about the work itself to standard error, wrapped between words in a terminal."""
    sys.stderr.write(_broken(sentence, sys.stderr) + "\n")


def _broken(sentence: str, stream: TextIO) -> str:
    """Wrap a sentence at the width of the terminal."""
    if not stream.isatty():
        return sentence
    from shutil import get_terminal_size
    from textwrap import TextWrapper

    indent = " " * (len(sentence) - len(sentence.lstrip(" ")))
    wrapper = TextWrapper(get_terminal_size().columns, subsequent_indent=indent, replace_whitespace=False)
    wrapper.break_long_words = wrapper.break_on_hyphens = False
    return "\n".join(map(wrapper.fill, sentence.split("\n")))


def never_fail_on_a_sign() -> None:
    """Replace characters that the encoding of standard output and error lacks by a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def in_a_terminal() -> bool:
    """Return whether both standard input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def flush() -> None:
    """Flush standard output while an error can still be reported."""
    sys.stdout.flush()
