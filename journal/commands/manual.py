"""`journal manual`: the manual page in roff, with the macros of man(7), in the language of the interface.

It is made from the parser of the arguments, so that nothing is listed twice.
"""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from journal import __version__
from journal.commands.error_reporting import DONE
from journal.commands.output import say
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Parser = argparse.ArgumentParser

_WIDEST = 10_000
"""Columns of a line that is never broken by argparse: roff breaks it."""
_SUMMARY = N_("a journal in the terminal")
"""What `man -k` lists for everybody on the computer: it says nothing of what is kept here."""
_STATUSES = (
    ("0", N_("It was done.")),
    ("1", N_("It was refused or failed, or something does not agree.")),
    ("2", N_("Wrong usage: nothing was done.")),
)
_VARIABLES = (
    ("LC_ALL, LC_MESSAGES, LANG, LANGUAGE", N_("The language: Dutch, French or English.")),
    ("JOURNAL_PLAIN", N_("1 for plain mode, 0 for the full screen, where no option says so.")),
    (
        "JOURNAL_THEME",
        N_("dark, light or contrast: the colours where the journal sets none, or is not open yet."),
    ),
    ("NO_COLOR", N_("Set to anything: no colours.")),
)
_SIGNS = str.maketrans({"\\": r"\(rs", "-": r"\-", '"': r"\(dq", "'": r"\(aq", "`": r"\(ga", "\n": " "})
_KEYS = N_("In the full screen, F1 shows the keys and explains the place where you are; Ctrl+Q is the quick exit.")


def run(parser: Parser) -> int:
    """Write the page for this parser with all of its commands."""
    say(page(parser))
    return DONE


def page(parser: Parser) -> Iterator[str]:
    """Yield the lines of the page."""
    title = roff(_("User commands"))
    yield f'.TH JOURNAL 1 "" "journal {__version__}" "{title}"'
    yield from (".nh", ".ad l")
    yield from _section(_("Name"), [rf"journal \- {roff(_(_SUMMARY))}"])
    yield from _section(_("Synopsis"), [_Usage.of(parser)])
    yield from _section(_("Description"), _paragraphs([parser.description, parser.epilog, _(_KEYS)]))
    yield from _section(_("Options"), _arguments(parser, ()))
    yield from _section(_("Commands"), _commands(parser, _names(parser)))
    yield from _section(_("Exit status"), _terms((status, _(told)) for status, told in _STATUSES))
    yield from _section(_("Environment"), _terms((name, _(told)) for name, told in _VARIABLES))


def roff(text: str) -> str:
    """Return text as it is read in a line of roff: nothing in it is a request, and each hyphen can be copied."""
    plain = text.translate(_SIGNS)
    return rf"\&{plain}" if plain.startswith(".") else plain


class _Usage(argparse.HelpFormatter):
    """argparse's own words for a parser and its arguments, each in one line."""

    @classmethod
    def of(cls, parser: Parser) -> str:
        """Return how a command is typed."""
        formatter = cls(parser.prog, width=_WIDEST)
        groups = parser._mutually_exclusive_groups  # noqa: SLF001 - argparse has no public name for it
        formatter.add_usage(None, _actions(parser), groups, prefix="")
        command, *rest = re.split(r" (?=[\[-])", formatter.format_help().strip(), maxsplit=1)
        return " ".join([_bold(command), *map(roff, rest)])

    def term(self, action: argparse.Action) -> str:
        """Return an argument as it is typed."""
        return self._format_action_invocation(action)

    def told(self, action: argparse.Action) -> str:
        """Return the help of an argument, with its values filled in."""
        return self._expand_help(action) if action.help else ""


def _commands(parser: Parser, known: frozenset[str]) -> Iterator[str]:
    for group in _groups(parser):
        for command in group.choices.values():
            yield f'.SS "{roff(command.prog)}"'
            yield _Usage.of(command)
            yield from _paragraphs([command.description, command.epilog], first=".PP")
            yield from _arguments(command, known)
            yield from _commands(command, known)


def _arguments(parser: Parser, known: Iterable[str]) -> Iterator[str]:
    """Yield each argument and option that `known` does not name, with its help."""
    usage = _Usage(parser.prog, width=_WIDEST)
    shown = [one for one in _actions(parser) if one.help != argparse.SUPPRESS and one not in _groups(parser)]
    yield from _terms((usage.term(one), usage.told(one)) for one in shown if not {*known} & {*one.option_strings})


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, told in terms:
        yield from (".TP", _bold(term), roff(told))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f'.SH "{roff(title.upper())}"'
    yield from lines


def _paragraphs(texts: Iterable[str | None], first: str = "") -> Iterator[str]:
    mark = first
    for text in filter(None, texts):
        yield from filter(None, (mark, roff(text)))
        mark = ".PP"


def _bold(text: str) -> str:
    return rf"\fB{roff(text)}\fR"


def _actions(parser: Parser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 - argparse has no public name for it


def _groups(parser: Parser) -> list[argparse._SubParsersAction[Parser]]:
    return [one for one in _actions(parser) if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001 - as above


def _names(parser: Parser) -> frozenset[str]:
    return frozenset(name for one in _actions(parser) for name in one.option_strings)
