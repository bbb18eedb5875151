"""`journal completion`: each shell that is installed offers what the parser of the arguments knows."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pexpect
import pytest

from journal.cli.arguments import kind_words
from journal.cli.command_line import ADDERS, SHELLS, _parser
from journal.commands.completing import completed
from journal.domain.kinds import KINDS
from tests.commands.cli_builders import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from journal.commands.completion_scripts import CompletedCommand

    Offered = Callable[[list[str]], list[str]]

IDS = tuple(kind.id for kind in KINDS)
_IN_BASH = """source {script}
for line in {lines}; do
    eval "COMP_WORDS=($line)"; COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=(); _journal; echo ${{COMPREPLY[@]}}
done
"""
_IN_ZSH = """source {script}
offered() {{
    emulate -L sh; setopt kshglob noshglob braceexpand
    eval "COMP_WORDS=($1)"; COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=(); _journal; echo ${{COMPREPLY[@]}}
}}
for line in {lines}; do offered "$line"; done
"""
_IN_FISH = """source {script}
for line in {lines}; echo (complete -C $line | string split -f 1 \\t); end
"""
PROGRAMS = {
    "bash": (["bash", "--norc", "-c"], _IN_BASH, " ''"),
    "zsh": (["zsh", "-f", "-c"], _IN_ZSH, " ''"),
    "fish": (["fish", "--no-config", "-c"], _IN_FISH, " "),
}


@pytest.fixture(params=SHELLS)
def offered(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Offered:
    """What a shell offers behind each of these lines; one that ends with a blank asks for a new word."""
    shell = request.param
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed here")
    assert run("completion", shell) == 0
    script = tmp_path / f"journal.{shell}"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    command, program, new_word = PROGRAMS[shell]

    def ask(lines: list[str]) -> list[str]:
        typed = [line.removesuffix(" ") + new_word if line.endswith(" ") else line for line in lines]
        text = program.format(script=shlex.quote(str(script)), lines=" ".join(map(shlex.quote, typed)))
        ran = subprocess.run([*command, text], capture_output=True, text=True, check=False, cwd=tmp_path)
        assert not ran.stderr
        return ran.stdout.split("\n")[: len(lines)]

    return ask


def every(command: CompletedCommand) -> Iterator[CompletedCommand]:
    yield command
    for one in command.commands:
        yield from every(one)


def test_every_command_and_every_option_of_the_parser_is_offered(offered: Offered) -> None:
    program = completed(_parser(ADDERS), {kind_words: IDS})
    commands = [*every(program)]
    lines = [" ".join(("journal", *one.path)) for one in commands]

    options, names = offered([f"{line} --" for line in lines]), offered([f"{line} " for line in lines])

    assert len(commands) > 15
    for one, found, named in zip(commands, options, names, strict=True):
        assert {name for option in one.options for name in option.names if name.startswith("--")} <= {*found.split()}
        assert {sub.path[-1] for sub in one.commands} <= {*named.split()}


def test_kinds_receivers_and_shells_are_offered_where_they_are_asked_for(offered: Offered) -> None:
    lines = [
        "journal add --kind call_",
        "journal list --kind sm",
        "journal search --limit 3 --kind sm",
        "journal export --for pol",
        "journal completion fi",
        "journal --read-only ad",
    ]

    # What zsh is offered it narrows down by itself.
    fitting = [
        [word for word in found.split() if word.startswith(line.split()[-1])]
        for line, found in zip(lines, offered(lines), strict=True)
    ]
    calls = ["call_answered", "call_missed", "call_silent"]
    assert fitting == [calls, ["sms"], ["sms"], ["police"], ["fish"], ["add"]]


def test_words_of_a_journal_and_times_are_never_offered(offered: Offered) -> None:
    assert offered(["journal add --when ", "journal list --since ", "journal add --when 2"]) == ["", "", ""]


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed here")
def test_zsh_answers_the_first_tab_where_the_script_lies_in_its_path_of_functions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("completion", "zsh")
    (tmp_path / "_journal").write_text(capsys.readouterr().out, encoding="utf-8")
    environment = {**os.environ, "TERM": "dumb", "ZDOTDIR": str(tmp_path)}

    with pexpect.spawn("zsh", ["-f", "-i"], env=environment, encoding="utf-8") as zsh:
        zsh.sendline(f"fpath=({shlex.quote(str(tmp_path))} $fpath); autoload -Uz compinit; compinit -D -u")
        zsh.sendline("journal() { echo told $*; }; echo be''gun")
        zsh.expect("begun")
        zsh.send("journal comp\t\r")

        assert zsh.expect(["told completion", "told comp\r"]) == 0
