"""Scripts for the completion of bash, zsh and fish, in the language of each."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEGIN = """\
_journal() {
    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" word
    for word in "${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
        case "$command $word" in"""
_VALUES = """\
        esac
    done
    case "$command $before" in"""
_WORDS = """\
    esac
    case "$command" in"""
_END = """\
    esac
}
complete -o default -F _journal journal"""
_NO_PATHS = "compopt +o default 2> /dev/null"
_ZSH = "#compdef journal\nautoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit\nbashcompinit"

_ZSH_FROM_FPATH = "[[ $funcstack[1] == _journal ]] && _bash_complete -o default -F _journal"
"""Answers the first time, too, where zsh loads the script as a function of its own."""


class CompletedOption(Struct, frozen=True):
    """Option that a shell completes."""

    names: tuple[str, ...]
    help: str
    has_value: bool
    values: tuple[str, ...] = ()
    """What may be given; none where anything may."""
    is_path: bool = False


class CompletedCommand(Struct, frozen=True):
    """Command that a shell completes, the program itself among them."""

    path: tuple[str, ...]
    """Its name, behind those of the commands that it belongs to; none for the program itself."""
    help: str
    options: tuple[CompletedOption, ...]
    commands: tuple[CompletedCommand, ...]
    values: tuple[str, ...]
    """What may stand there without an option."""
    takes_paths: bool


def bash(program: CompletedCommand) -> Iterator[str]:
    """Yield the script for bash 3.2 and newer; where it answers nothing, the shell completes paths."""
    every = [*_every(program)]
    yield _BEGIN
    for one in every[1:]:
        yield f'            "{" ".join(one.path[:-1])} {one.path[-1]}") command="{" ".join(one.path)}" ;;'
    yield _VALUES
    for one in every:
        for option in filter(lambda option: option.has_value, one.options):
            cases = "|".join(f'"{" ".join(one.path)} {name}"' for name in option.names)
            act = f"{_offered(option.values)}; return" if option.values else f"{_NO_PATHS}; return"
            yield f"        {cases}) {'return' if option.is_path else act} ;;"
    yield _WORDS
    for one in every:
        words = [*(name for option in one.options for name in option.names), *(sub.path[-1] for sub in one.commands)]
        yield f'        "{" ".join(one.path)}") {_offered((*words, *one.values))} ;;'
    yield _END


def zsh(program: CompletedCommand) -> Iterator[str]:
    """Yield the script for zsh, which understands that of bash: to be sourced, or as `_journal` in its `fpath`."""
    yield _ZSH
    yield from bash(program)
    yield _ZSH_FROM_FPATH


def fish(program: CompletedCommand) -> Iterator[str]:
    """Yield the script for fish, with the help of each command and option."""
    yield "complete -c journal -f"
    parents = {one.path[-1] for one in _every(program) if one.commands and one.path}
    for one in _every(program):
        here = f"complete -c journal -n {shlex.quote(_where(one, parents))}"
        for sub in one.commands:
            yield f"{here} -a {sub.path[-1]} -d {shlex.quote(sub.help)}"
        for option in one.options:
            yield f"{here} {_fish_option(option)}"
        if one.values:
            yield f"{here} -a {shlex.quote(' '.join(one.values))}"
        if one.takes_paths:
            yield f"{here} -F"


def _where(one: CompletedCommand, parents: set[str]) -> str:
    """Return the condition of fish under which a command is the one that is typed."""
    seen = [f"__fish_seen_subcommand_from {name}" for name in one.path]
    others = [*(sub.path[-1] for sub in one.commands), *sorted(parents.difference(one.path) if one.path else ())]
    unseen = [f"not __fish_seen_subcommand_from {' '.join(others)}"] if others else []
    return "; and ".join([*seen, *unseen])


def _fish_option(option: CompletedOption) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    value = ["-r -F" if option.is_path else "-x"] if option.has_value else []
    values = ["-a", shlex.quote(" ".join(option.values))] if option.values else []
    return " ".join([*names, *value, *values, "-d", shlex.quote(option.help)])


def _offered(words: Iterable[str]) -> str:
    return f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$current"))'


def _every(command: CompletedCommand) -> Iterator[CompletedCommand]:
    yield command
    for one in command.commands:
        yield from _every(one)
