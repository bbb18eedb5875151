"""Arguments that several commands share, and the journal that they name."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.text.words import _

if TYPE_CHECKING:
    from journal.commands.journal_location import JournalLocation

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it

MOST_ENTRIES = 1_000_000
NARROW = partial(argparse.HelpFormatter, width=80)
"""Layout for the help of a parser that is still made: told a width, it need not look how wide the terminal is, as it
would anew for each argument that is added.
"""


def add_file(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add the option `--file`; a command has no default of its own, so that one given before the command stays."""
    help_ = _("the journal file; without it, your own in your data folder")
    parser.add_argument("--file", type=Path, metavar=_("PATH"), default=default, help=help_)
    add_passphrase_file(parser, default)


def add_passphrase_file(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add the option `--passphrase-file`, as `add_file` does."""
    help_ = _("a file whose first line is the passphrase or the recovery code, instead of asking")
    parser.add_argument("--passphrase-file", type=Path, metavar=_("PATH"), default=default, help=help_)


def add_command(commands: Commands, name: str, help_: str) -> argparse.ArgumentParser:
    """Add the parser of a command."""
    return commands.add_parser(name, help=help_, description=help_, allow_abbrev=False, formatter_class=NARROW)


def fill_the_terminal(parser: argparse.ArgumentParser) -> None:
    """Lay out the help of a parser that is made, and of those of its commands, as wide as the terminal is."""
    parser.formatter_class = argparse.HelpFormatter
    for group in parser._actions:  # noqa: SLF001 - argparse has no public name for it
        if isinstance(group, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for command in group.choices.values():
                fill_the_terminal(command)


def kind_words(text: str) -> str:
    """Return the words for a kind as they are; a shell completes the ids where an argument is of this type."""
    return text


def place_of(arguments: argparse.Namespace) -> JournalLocation:
    """Return the journal that the arguments name."""
    from journal.commands.journal_location import JournalLocation

    file = getattr(arguments, "path", None) or arguments.file
    return JournalLocation(file, arguments.passphrase_file, getattr(arguments, "new_passphrase_file", None))


def count(text: str) -> int:
    """Parse a number from 1 on; raises ArgumentTypeError for anything else."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:8]) <= MOST_ENTRIES and len(text) < 8):
        raise argparse.ArgumentTypeError(_("a whole number from 1 to {most} belongs here").format(most=MOST_ENTRIES))
    return int(text)
