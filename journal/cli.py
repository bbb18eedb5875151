"""Command line: argument parsers, one per command; each command imports what it needs only when it runs.

Exit status 0 where it was done, 1 where it was refused or failed, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import gc
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from journal import __version__
from journal.commands.core_files import leave_no_core_file
from journal.commands.error_reporting import ErrorReporter
from journal.commands.output import flush, never_fail_on_a_sign
from journal.domain.text.words import _
from journal.ui.terminal.early import hearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journal.commands.journal_location import JournalLocation

ENTRIES = 240
"""Default number of entries of the invented case."""
MOST_ENTRIES = 1_000_000
_BEFORE_PATHS = ("--file", "--passphrase-file")
RARELY = 100_000  # new objects, after which unused memory is looked for


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; wrong usage leaves through SystemExit."""
    # Most commands are over before the collector of unused memory finds any; looking for it would only hold them up.
    gc.set_threshold(RARELY)
    leave_no_core_file()
    never_fail_on_a_sign()
    given = sys.argv[1:] if argv is None else argv
    arguments = _parser(given).parse_args(given)
    with ErrorReporter() as reporter:
        reporter.status = arguments.run(arguments)
        flush()
    return reporter.status


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return a parser for these arguments; adding the parsers of all commands takes longer than reading a small
    journal.
    """
    parser = argparse.ArgumentParser(
        prog="journal",
        description=_("A journal in the terminal. Without a command it opens in the full screen."),
        epilog=_("Only numbers and paths are given as arguments; nothing of what is written in a journal."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _add_file(parser, None)
    parser.add_argument("--read-only", action="store_true", help=_("open it without being able to change anything"))
    parser.set_defaults(run=_open)
    # Told its name, it need not look how wide the terminal is to lay out a help that nobody asked for.
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), prog=parser.prog)
    for name in _asked_for(given):
        _ADDERS[name](commands)
    return parser


def _asked_for(given: Sequence[str]) -> Iterable[str]:
    """Return the commands that arguments may be about: those they name, none where nothing but options is given."""
    named = [name for name in _ADDERS if name in given]
    helped = not {"-h", "--help"}.isdisjoint(given)
    words = [one for before, one in pairwise(("", *given)) if not one.startswith("-") and before not in _BEFORE_PATHS]
    return named or (_ADDERS if words or helped else ())


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it


def _add_file(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add the option `--file`; a command has no default of its own, so that one given before the command stays."""
    help_ = _("the journal file; without it, your own in your data folder")
    parser.add_argument("--file", type=Path, metavar="PATH", default=default, help=help_)
    _add_passphrase_file(parser, default)


def _add_passphrase_file(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    help_ = _("a file whose first line is the passphrase or the recovery code, instead of asking")
    parser.add_argument("--passphrase-file", type=Path, metavar="PATH", default=default, help=help_)


def _add_command(commands: Commands, name: str, help_: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=help_, description=help_, allow_abbrev=False)


def _add_demo(commands: Commands) -> None:
    demo = _add_command(commands, "demo", _("show a large invented case, or write it to a file"))
    demo.add_argument("--entries", type=_count, default=ENTRIES, metavar="N", help=_("how many entries"))
    demo.add_argument("--seed", type=int, default=1, metavar="S", help=_("another number tells another story"))
    demo.add_argument("--out", type=Path, metavar="PATH", help=_("write it to this new file and open nothing"))
    demo.set_defaults(run=_demo)


def _add_list(commands: Commands) -> None:
    listing = _add_command(commands, "list", _("list the entries, one per line"))
    _add_file(listing)
    listing.add_argument("--json", action="store_true", dest="as_json", help=_("one JSON array of entries instead"))
    listing.set_defaults(run=_list)


def _add_show(commands: Commands) -> None:
    show = _add_command(commands, "show", _("show one entry with its amendments and its checklist"))
    show.add_argument("number", type=_count, metavar=_("NUMBER"), help=_("the number of the entry"))
    _add_file(show)
    show.set_defaults(run=_show)


def _add_verify(commands: Commands) -> None:
    verify = _add_command(commands, "verify", _("check that nothing was changed, removed or slipped in"))
    verify.add_argument("path", type=Path, nargs="?", metavar="PATH", help=_("the file to check, instead of --file"))
    _add_file(verify)
    head_help = _(
        "a head digest that somebody was given, in groups or in one piece: is everything up to there unchanged?"
    )
    verify.add_argument("--head", nargs="+", metavar="GROUP", help=head_help)
    verify.add_argument("--against", type=Path, metavar="COPY", help=_("an older copy of the file to compare with"))
    against_help = _("the same for the older copy; without it, the passphrase file of the first, or asking")
    verify.add_argument("--against-passphrase-file", type=Path, metavar="PATH", help=against_help)
    verify.set_defaults(run=_verify)


def _add_export(commands: Commands) -> None:
    from journal.commands.export_arguments import add_to

    export = _add_command(commands, "export", _("write the documents for whoever gets them, and record what left"))
    _add_file(export)
    add_to(export)
    export.set_defaults(run=_export)


def _add_backup(commands: Commands) -> None:
    backup = _add_command(commands, "backup", _("make a dated copy in another folder, and check it"))
    backup.add_argument(
        "folder", type=Path, metavar=_("FOLDER"), help=_("where to: best on a stick that is kept apart")
    )
    _add_file(backup)
    backup.set_defaults(run=_backup)


def _add_recover(commands: Commands) -> None:
    recover = _add_command(commands, "recover", _("save what a damaged file still holds into a new one"))
    recover.add_argument("damaged", type=Path, metavar=_("DAMAGED"), help=_("the damaged file, which is only read"))
    recover.add_argument("new", type=Path, metavar=_("NEW"), help=_("the new file, which must not exist yet"))
    _add_passphrase_file(recover)
    recover.set_defaults(run=_recover)


def _add_stamp(commands: Commands) -> None:
    stamp = _add_command(commands, "stamp", _("have a third party confirm that the journal existed as it stands"))
    stamps = stamp.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    request = _add_command(stamps, "request", _("write a request for the head digest, and nothing else, to a file"))
    request.add_argument("out", type=Path, metavar=_("REQUEST"), help=_("the new file for the request"))
    _add_file(request)
    request.set_defaults(run=_stamp_request)
    add = _add_command(stamps, "add", _("check the reply of the authority and keep it in the journal"))
    add.add_argument("reply", type=Path, metavar=_("REPLY"), help=_("the file that the authority sent back"))
    certificates_help = _("the certificates of the authority, as a PEM file")
    add.add_argument("--certificates", type=Path, metavar="PATH", required=True, help=certificates_help)
    _add_file(add)
    add.set_defaults(run=_stamp_add)


def _add_protect(commands: Commands) -> None:
    _add_new_passphrase(
        _add_protection(commands, "protect", _("set a passphrase, so that nobody else can read the file"))
    )


def _add_passphrase(commands: Commands) -> None:
    _add_new_passphrase(
        _add_protection(commands, "passphrase", _("change the passphrase; the recovery code changes too"))
    )


def _add_unprotect(commands: Commands) -> None:
    _add_protection(commands, "unprotect", _("take the passphrase away"))


def _add_protection(commands: Commands, name: str, help_: str) -> argparse.ArgumentParser:
    command = _add_command(commands, name, help_)
    _add_file(command)
    command.set_defaults(run=_protection, command=name)
    return command


def _add_new_passphrase(command: argparse.ArgumentParser) -> None:
    new_help = _("a file whose first line is the passphrase to set, instead of asking")
    command.add_argument("--new-passphrase-file", type=Path, metavar="PATH", help=new_help)


_ADDERS = {
    "demo": _add_demo,
    "list": _add_list,
    "show": _add_show,
    "verify": _add_verify,
    "export": _add_export,
    "backup": _add_backup,
    "recover": _add_recover,
    "stamp": _add_stamp,
    "protect": _add_protect,
    "passphrase": _add_passphrase,
    "unprotect": _add_unprotect,
}
"""What makes each command known, in the order of the help."""


def _place(arguments: argparse.Namespace) -> JournalLocation:
    from journal.commands.journal_location import JournalLocation

    file = getattr(arguments, "path", None) or arguments.file
    return JournalLocation(file, arguments.passphrase_file, getattr(arguments, "new_passphrase_file", None))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:8]) <= MOST_ENTRIES and len(text) < 8):
        raise argparse.ArgumentTypeError(_("a whole number from 1 to {most} belongs here").format(most=MOST_ENTRIES))
    return int(text)


@hearing()
def _open(arguments: argparse.Namespace) -> int:
    from journal.commands import opening

    return opening.run(_place(arguments), read_only=arguments.read_only)


def _demo(arguments: argparse.Namespace) -> int:
    with hearing(full_screen=arguments.out is None):
        from journal.commands import demo

        return demo.run(arguments.out, entries=arguments.entries, seed=arguments.seed)


def _list(arguments: argparse.Namespace) -> int:
    from journal.commands import listing

    return listing.run(_place(arguments), as_json=arguments.as_json)


def _show(arguments: argparse.Namespace) -> int:
    from journal.commands import showing

    return showing.run(_place(arguments), arguments.number)


def _verify(arguments: argparse.Namespace) -> int:
    from journal.commands import verifying

    against = (arguments.against, arguments.against_passphrase_file)
    return verifying.run(_place(arguments), head=arguments.head, against=against)


def _export(arguments: argparse.Namespace) -> int:
    from journal.commands import exporting

    given = {name: getattr(arguments, name) for name in exporting.ExportRequest.__struct_fields__}
    return exporting.run(_place(arguments), exporting.ExportRequest(**given))


def _backup(arguments: argparse.Namespace) -> int:
    from journal.commands import backing_up

    return backing_up.run(_place(arguments), arguments.folder)


def _recover(arguments: argparse.Namespace) -> int:
    from journal.commands import recovering

    return recovering.run(arguments.damaged, arguments.new, passphrase_file=arguments.passphrase_file)


def _stamp_request(arguments: argparse.Namespace) -> int:
    from journal.commands import stamping

    return stamping.request(_place(arguments), arguments.out)


def _stamp_add(arguments: argparse.Namespace) -> int:
    from journal.commands import stamping

    return stamping.add(_place(arguments), arguments.reply, arguments.certificates)


def _protection(arguments: argparse.Namespace) -> int:
    from journal.commands import protecting

    acts = {"protect": protecting.protect, "passphrase": protecting.change, "unprotect": protecting.unprotect}
    return acts[arguments.command](_place(arguments))
