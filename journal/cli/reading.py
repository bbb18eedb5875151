"""Commands that only read a journal: their parsers, and what runs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.arguments import add_command, add_file, count, place_of
from journal.domain.text.words import _

if TYPE_CHECKING:
    import argparse

    from journal.cli.arguments import Commands


def _add_list(commands: Commands) -> None:
    listing = add_command(commands, "list", _("list the entries, one per line"))
    add_file(listing)
    listing.add_argument("--json", action="store_true", dest="as_json", help=_("one JSON array of entries instead"))
    listing.set_defaults(run=_list)


def _list(arguments: argparse.Namespace) -> int:
    from journal.commands import listing

    return listing.run(place_of(arguments), as_json=arguments.as_json)


def _add_show(commands: Commands) -> None:
    show = add_command(commands, "show", _("show one entry with its amendments and its checklist"))
    show.add_argument("number", type=count, metavar=_("NUMBER"), help=_("the number of the entry"))
    add_file(show)
    show.set_defaults(run=_show)


def _show(arguments: argparse.Namespace) -> int:
    from journal.commands import showing

    return showing.run(place_of(arguments), arguments.number)


def _add_verify(commands: Commands) -> None:
    verify = add_command(commands, "verify", _("check that nothing was changed, removed or slipped in"))
    verify.add_argument("path", type=Path, nargs="?", metavar="PATH", help=_("the file to check, instead of --file"))
    add_file(verify)
    head_help = _(
        "a head digest that somebody was given, in groups or in one piece: is everything up to there unchanged?"
    )
    verify.add_argument("--head", nargs="+", metavar="GROUP", help=head_help)
    verify.add_argument("--against", type=Path, metavar="COPY", help=_("an older copy of the file to compare with"))
    against_help = _("the same for the older copy; without it, the passphrase file of the first, or asking")
    verify.add_argument("--against-passphrase-file", type=Path, metavar="PATH", help=against_help)
    verify.set_defaults(run=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    from journal.commands import verifying

    against = (arguments.against, arguments.against_passphrase_file)
    return verifying.run(place_of(arguments), head=arguments.head, against=against)


READING = {"list": _add_list, "show": _add_show, "verify": _add_verify}
"""What makes each of these commands known."""
