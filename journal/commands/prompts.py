"""Prompts: for a passphrase without echo or from a file, and for a line; never as an argument."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from contextlib import suppress
from getpass import getpass
from pathlib import Path

from msgspec import Struct

from journal.commands.output import in_a_terminal
from journal.domain.base.errors import Refused
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.store.disk.regular_files import first_bytes

LONGEST_FILE = 65_536
"""Limit in bytes for a file with a passphrase or a key."""
LONGEST_OF_A_TERMINAL = 4095
"""In bytes; what is typed behind them in one line, a terminal without a cursor drops."""
LAST_LETTERS = 30
"""How many letters before the cut are told."""
_CUT_OFF = N_("This line was too long, and was cut off behind “{last}”. Type the rest as a line of its own.")
_NO_LETTERS = N_("What was typed cannot be read as letters. Nothing was written.")
_NO_TERMINAL = N_("A passphrase is asked for in a terminal, or read with {option}. Nothing was changed.")


class PassphrasePrompt(Struct, frozen=True):
    """Prompt for a passphrase, or the file that holds it."""

    file: Path | None = None
    """File whose first line it is; None to prompt."""
    option: str = "--passphrase-file"
    """The option that names this file."""
    of: str = ""
    """Path of the journal that it opens, where several are prompted for; already escaped."""


def passphrase(asked: PassphrasePrompt) -> str:
    """Read a passphrase from the terminal, or the first line of the file; raises Refused where neither is there."""
    prompt = _("Passphrase or recovery code of {path}: ").format(path=asked.of) if asked.of else ""
    return _from_file(asked) if _unseen(asked) else _typed(prompt or _("Passphrase or recovery code: "))


def new_passphrase(asked: PassphrasePrompt) -> str:
    """Read the passphrase to set, typed twice, or the first line of the file; raises Refused where they differ."""
    if _unseen(asked):
        return _from_file(asked)
    typed = _typed(_("New passphrase: "))
    if typed != _typed(_("The same once more: ")):
        raise Refused(_("The two were not the same. Nothing was changed; please try again."))
    return typed


def lock_passphrase() -> str:
    """Read the passphrase for a bundle, typed twice; raises Refused outside a terminal."""
    if not sys.stdin.isatty():
        raise Refused(
            _("The passphrase for the bundle is asked for in a terminal. Nothing was written; or use --key-file.")
        )
    return new_passphrase(PassphrasePrompt())


def read_text(path: Path) -> str:
    """Read a small file as text, without its byte order mark.

    It is in UTF-8, or in UTF-16 where it begins with the mark of that; it may be a pipe. Raises OSError, also for what
    is longer than any secret or is a device, and UnicodeDecodeError for anything else.
    """
    data = first_bytes(path.expanduser(), LONGEST_FILE + 1)
    if not 0 < len(data) <= LONGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    in_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if in_16 else "utf-8-sig").replace("\r\n", "\n")


def _unseen(asked: PassphrasePrompt) -> bool:
    return bool(asked.file) or not sys.stdin.isatty()


def _from_file(asked: PassphrasePrompt) -> str:
    if asked.file is None:
        raise Refused(_(_NO_TERMINAL).format(option=asked.option))
    try:
        return read_text(asked.file).partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        said = _("The file with the passphrase ({option}) cannot be read. Nothing was changed.")
        raise Refused(said.format(option=asked.option)) from error


def _typed(prompt: str) -> str:
    try:
        return _in_letters(getpass(prompt, stream=sys.stderr))
    except UnicodeDecodeError as error:
        raise Refused(_(_NO_LETTERS)) from error


def edited_line() -> str | None:
    """Return the line that is typed next, which can be edited in a terminal and is remembered nowhere; None at its end.

    A line that is no text is asked for again in a terminal, and raises Refused outside one.
    """
    if not in_a_terminal():
        try:
            read = sys.stdin.readline()
        except UnicodeDecodeError as error:
            raise Refused(_(_NO_LETTERS)) from error
        return _in_letters(read.removesuffix("\n")) if read else None
    while True:
        try:
            return _in_letters(_typed_without_cursor() if os.environ.get("TERM") == "dumb" else _typed_with_cursor())
        except (EOFError, KeyboardInterrupt) as ended:
            _end_line()
            if isinstance(ended, EOFError):
                return None
            raise
        except (UnicodeDecodeError, Refused):
            sys.stderr.write(_(_NO_LETTERS) + "\n")


def _typed_with_cursor() -> str:
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
        for announced in ("enable-bracketed-paste", "enable-keypad", "enable-meta-key"):
            readline.parse_and_bind(f"set {announced} off")
    return input("> ")


def _typed_without_cursor() -> str:
    """Return a line that is edited by the terminal itself, which cuts it off after 4,095 bytes; that is told."""
    sys.stderr.write("> ")
    sys.stderr.flush()
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    if len(typed.encode(errors="replace")) > LONGEST_OF_A_TERMINAL:
        sys.stderr.write(_(_CUT_OFF).format(last=harmless(typed.rstrip()[-LAST_LETTERS:])) + "\n")
    return typed.removesuffix("\n")


def hidden_line() -> str | None:
    """Return the line that is typed next, which is not shown; None at the end of the input."""
    try:
        return _typed("> ")
    except (EOFError, KeyboardInterrupt) as ended:
        _end_line()
        if isinstance(ended, EOFError):
            return None
        raise


def _end_line() -> None:
    """End the line of a prompt that nothing was typed behind, so that the next sentence begins one of its own."""
    sys.stderr.write("\n")


def _in_letters(text: str) -> str:
    """Return the text; raises Refused for a byte that the plainest locales let through undecoded."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refused(_(_NO_LETTERS)) from error
    return text
