"""`journal completion bash|zsh|fish`: a script with which the shell completes commands, options, kinds and paths.

It is made from the parser of the arguments, so that nothing is listed twice, and asks neither a journal nor the network
when it runs.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journal.commands import completion_scripts
from journal.commands.completion_scripts import CompletedCommand, CompletedOption
from journal.commands.error_reporting import DONE
from journal.commands.output import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    Parser = argparse.ArgumentParser


def run(parser: Parser, shell: str, values: Mapping[object, tuple[str, ...]]) -> int:
    """Write the script of a shell; `values` are those of arguments of a type, by that type."""
    say(getattr(completion_scripts, shell)(completed(parser, values)))
    return DONE


def completed(
    parser: Parser, values: Mapping[object, tuple[str, ...]], path: tuple[str, ...] = (), help_: str = ""
) -> CompletedCommand:
    """Return what can be completed of a parser, with all of its commands."""
    actions = parser._actions  # noqa: SLF001 - argparse has no public name for it
    groups = [one for one in actions if isinstance(one, argparse._SubParsersAction)]  # noqa: SLF001 - as above
    helps = {one.dest: one.help or "" for group in groups for one in group._choices_actions}  # noqa: SLF001 - as above
    commands = [
        completed(found, values, (*path, name), helps.get(name, ""))
        for group in groups
        for name, found in group.choices.items()
    ]
    plain = [one for one in actions if not one.option_strings and one not in groups]
    return CompletedCommand(
        path,
        help_,
        tuple(_option(one, values) for one in actions if one.option_strings),
        tuple(commands),
        tuple(value for one in plain for value in one.choices or ()),
        takes_paths=any(one.type is Path for one in plain),
    )


def _option(action: argparse.Action, values: Mapping[object, tuple[str, ...]]) -> CompletedOption:
    named = tuple(action.metavar.split("|")) if isinstance(action.metavar, str) and "|" in action.metavar else ()
    given = tuple(map(str, action.choices or ())) or values.get(action.type, named)
    help_ = action.help or ""
    return CompletedOption(tuple(action.option_strings), help_, action.nargs != 0, given, action.type is Path)
