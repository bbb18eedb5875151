"""Arguments of `journal export`: receiver, folder and choices; nothing of what is written in a journal."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import _
from journal.handover.selection.choice import For, Format, Stays

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

LAST = "last"


def add_to(export: argparse.ArgumentParser) -> None:
    """Add the arguments to a parser."""
    several = _("between commas: {names}")
    export.add_argument("--for", dest="to", type=_one(For), required=True, metavar="|".join(For))
    export.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where to: best on a stick"))
    export.add_argument("--language", choices=tuple(LANGUAGES), default="", help=_("of the documents"))
    for name, sort, said in (
        ("--formats", Format, several),
        ("--keep", Stays, _("what stays here besides, {several}").format(several=several)),
        ("--let", Stays, _("what is shared all the same; the same names")),
    ):
        names = ", ".join(sort)
        export.add_argument(name, type=_several(sort), default=(), metavar=_("NAME,…"), help=said.format(names=names))
    export.add_argument("--since", default="", metavar=_("DAY"), help=_("the first day, as people write it: 3/2/2026"))
    export.add_argument("--until", default="", metavar=_("DAY"), help=_("the last day"))
    supplement = _(
        "only what is new or was changed since an earlier dossier for the same receiver: the number of its record, as "
        "what was handed over tells it, or `last`"
    )
    export.add_argument("--supplement", type=_record, default=None, metavar=_("last|N"), help=supplement)
    export.add_argument("--lock", action="store_true", help=_("ask for a passphrase that locks the bundle"))
    export.add_argument(
        "--key-file", type=Path, metavar=_("PATH"), help=_("lock the bundle to the public key in this file")
    )
    export.add_argument(
        "--preview",
        action="store_true",
        help=_("print every field that will be shared and every one that will not; ask and write nothing"),
    )
    export.add_argument("--yes", action="store_true", help=_("write without asking"))
    export.epilog = _(
        "The name of the receiver and what is asked of you are typed, or read from standard input, one a line, in "
        "the order in which they are asked."
    )


def _record(text: str) -> int:
    """Parse the number of a record; 0 for the last dossier."""
    if text == LAST:
        return 0
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(_("the number of a record, or `last`"))
    return int(text)


def _one(sort: type[StrEnum]) -> Callable[[str], StrEnum]:
    def named(text: str) -> StrEnum:
        try:
            return sort(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(_("one of {names}").format(names=", ".join(sort))) from error

    return named


def _several(sort: type[StrEnum]) -> Callable[[str], tuple[StrEnum, ...]]:
    def named(text: str) -> tuple[StrEnum, ...]:
        try:
            return tuple(dict.fromkeys(sort(one.strip()) for one in text.split(",")))
        except ValueError as error:
            raise argparse.ArgumentTypeError(_("one or several of {names}").format(names=", ".join(sort))) from error

    return named
