"""Command line: argument parsers, one per command; each command imports what it needs only when it runs.

Exit status 0 where it was done, 1 where it was refused or failed, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from journal.cli.argparse_words import translate_argparse
from journal.cli.arguments import NARROW, add_command, add_file, fill_the_terminal, kind_words, place_of
from journal.cli.keeping import KEEPING
from journal.cli.reading import READING
from journal.commands.core_files import leave_no_core_file
from journal.commands.error_reporting import ErrorReporter
from journal.commands.output import flush, never_fail_on_a_sign, say
from journal.domain.text.languages import system_language
from journal.domain.text.words import Words, _, speak
from journal.ui.terminal.early import hearing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from journal.cli.arguments import Commands
    from journal.logbook import Logbook

SHELLS = ("bash", "zsh", "fish")


def _add_completion(commands: Commands) -> None:
    completion = add_command(commands, "completion", _("write the script with which a shell completes these commands"))
    completion.epilog = _(
        "In ~/.bashrc: source <(journal completion bash). In ~/.zshrc: source <(journal completion zsh). In "
        "~/.config/fish/config.fish: journal completion fish | source."
    )
    completion.add_argument("shell", choices=SHELLS, metavar=_("SHELL"), help=", ".join(SHELLS))
    completion.set_defaults(run=_completion)


def _completion(arguments: argparse.Namespace) -> int:
    from journal.commands import completing
    from journal.domain.kinds import KINDS

    return completing.run(_parser(ADDERS), arguments.shell, {kind_words: tuple(kind.id for kind in KINDS)})


def _add_manual(commands: Commands) -> None:
    manual = add_command(commands, "manual", _("write this help as a page for the command man"))
    manual.set_defaults(run=_manual)


def _manual(_arguments: argparse.Namespace) -> int:
    from journal.commands import manual

    return manual.run(_parser(ADDERS))


class _Versions(argparse.Action):
    """Option that tells the versions and exits; what it needs is imported only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        from journal.commands.versions import version_lines

        say(version_lines())
        flush()
        parser.exit()


ADDERS = READING | KEEPING | {"completion": _add_completion, "manual": _add_manual}
"""What makes each command known, in the order of the help."""
_BEFORE_PATHS = ("--file", "--passphrase-file")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; wrong usage leaves through SystemExit."""
    leave_no_core_file()
    never_fail_on_a_sign()
    given = sys.argv[1:] if argv is None else argv
    speak(Words(system_language(os.environ)))
    translate_argparse()
    with ErrorReporter() as reporter:
        arguments = _parser(given).parse_args(given)
        reporter.status = arguments.run(arguments)
        flush()
    return reporter.status


def _parser(given: Collection[str]) -> argparse.ArgumentParser:
    """Return a parser for these arguments; adding the parsers of all commands takes longer than reading a small
    journal.
    """
    parser = argparse.ArgumentParser(
        prog="journal",
        description=_("A journal in the terminal. Without a command it opens in the full screen."),
        epilog=_("Only numbers, paths, kinds and times are arguments; never words of what is written in a journal."),
        allow_abbrev=False,
        formatter_class=NARROW,
    )
    version_help = _("show the versions of the program and of what it needs, and exit")
    parser.add_argument("--version", action=_Versions, nargs=0, default=argparse.SUPPRESS, help=version_help)
    add_file(parser, None)
    parser.add_argument("--read-only", action="store_true", help=_("open it without being able to change anything"))
    plain_help = _("line by line instead of a full screen, for screen readers and simple terminals")
    parser.add_argument("--plain", action=argparse.BooleanOptionalAction, default=None, help=plain_help)
    parser.set_defaults(run=_open)
    # Told its name, it need not look how wide the terminal is to lay out a help that nobody asked for.
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), prog=parser.prog)
    for name in _asked_for(given):
        ADDERS[name](commands)
    fill_the_terminal(parser)
    return parser


def _asked_for(given: Collection[str]) -> Iterable[str]:
    """Return the commands that arguments may be about: those they name, none where nothing but options is given."""
    named = [name for name in ADDERS if name in given]
    helped = not {"-h", "--help"}.isdisjoint(given)
    words = [one for before, one in pairwise(("", *given)) if not one.startswith("-") and before not in _BEFORE_PATHS]
    return named or (ADDERS if words or helped else ())


def _open(arguments: argparse.Namespace) -> int:
    from journal.plain.asked_for import asked_for

    wanted = asked_for(arguments.plain)
    if wanted:
        return _talk(arguments)
    from journal.commands.opening import PlainModeSet

    try:
        return _show(arguments, heed_plain=wanted is None)
    except PlainModeSet as plain:
        return _talk(arguments, plain.opened)


def _talk(arguments: argparse.Namespace, opened: Logbook | None = None) -> int:
    from journal.plain import conversation

    return conversation.run(place_of(arguments), read_only=arguments.read_only, opened=opened)


@hearing()
def _show(arguments: argparse.Namespace, *, heed_plain: bool) -> int:
    from journal.commands import opening

    return opening.run(place_of(arguments), read_only=arguments.read_only, heed_plain=heed_plain)
