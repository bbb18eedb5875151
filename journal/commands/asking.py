"""Asking: for a passphrase without echo or from a file, for a line, for a yes; never as an argument."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from journal.domain.errors import Refused
from journal.domain.words import _

if TYPE_CHECKING:
    from pathlib import Path


def new_passphrase(file: Path | None) -> str:
    """Return the passphrase to set, typed twice, or the first line of the file; raises Refused where they differ."""
    if file or not sys.stdin.isatty():
        return passphrase(file)
    typed = getpass(_("New passphrase: "), stream=sys.stderr)
    if typed != getpass(_("The same once more: "), stream=sys.stderr):
        raise Refused(_("The two were not the same. Nothing was changed; please try again."))
    return typed


def passphrase(file: Path | None) -> str:
    """Return what was typed, or the first line of the file; raises Refused where neither can be had."""
    if file:
        try:
            with file.open(encoding="utf-8") as lines:
                return lines.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(_("The file with the passphrase cannot be read. Nothing was changed.")) from error
    if not sys.stdin.isatty():
        raise Refused(
            _("A passphrase is asked for in a terminal, or read with --passphrase-file. Nothing was changed.")
        )
    return getpass(_("Passphrase or recovery code: "), stream=sys.stderr)


LONGEST_LINE = 1000
"""In signs; more than that is no name and no address."""


def line(prompt: str) -> str:
    """Return one line as it was typed, or the next one of standard input, without blanks around it; "" at its end."""
    if sys.stdin.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
    try:
        return sys.stdin.readline()[:LONGEST_LINE].strip()
    except UnicodeDecodeError as error:
        raise Refused(_("What was typed cannot be read as letters. Nothing was written.")) from error


def agreed(question: str) -> bool:
    """Return whether a question was answered with yes, in any of the languages; anything else is a no."""
    return line(question).casefold() in {"yes", "y", "ja", "j", "oui", "o"}
