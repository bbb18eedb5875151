"""Commands that write: a journal, documents or copies; their parsers, and what runs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.arguments import add_command, add_file, add_passphrase_file, count, kind_words, place_of
from journal.domain.text.words import _
from journal.ui.terminal.early import hearing

if TYPE_CHECKING:
    import argparse

    from journal.cli.arguments import Commands

ENTRIES = 240
"""Default number of entries of the invented case."""


def _add_demo(commands: Commands) -> None:
    demo = add_command(commands, "demo", _("show a large invented case, or write it to a file"))
    demo.add_argument("--entries", type=count, default=ENTRIES, metavar="N", help=_("how many entries"))
    demo.add_argument(
        "--seed", type=int, default=1, metavar="S", help=_("a different number makes a different example")
    )
    demo.add_argument("--out", type=Path, metavar=_("PATH"), help=_("write it to this new file and open nothing"))
    demo.set_defaults(run=_demo)


def _demo(arguments: argparse.Namespace) -> int:
    from journal.plain.asked_for import asked_for

    plain = arguments.out is None and asked_for(arguments.plain)
    with hearing(full_screen=arguments.out is None and not plain):
        from journal.commands import demo

        shown = _talk if plain else None
        return demo.run(arguments.out, entries=arguments.entries, seed=arguments.seed, shown=shown)


def _talk(path: Path) -> int:
    from journal.commands.journal_location import JournalLocation
    from journal.plain import conversation

    return conversation.run(JournalLocation(path), read_only=False)


def _add_add(commands: Commands) -> None:
    add = add_command(commands, "add", _("record a new entry: asked for line by line, or told through a pipe"))
    add.epilog = _(
        "In a terminal each field is asked for. Otherwise standard input is what happened, in UTF-8: "
        "`journal add --kind sms --when 22:14 < words.txt`. What happened is never an argument: arguments stand "
        "in the list of processes and in the shell's history."
    )
    kind_help = _("its id, its name, or letters that only one has")
    add.add_argument("--kind", type=kind_words, default="", metavar=_("KIND"), help=kind_help)
    when_help = _("a time as you would say it; without it, standard input leaves the time unknown")
    add.add_argument("--when", default="", metavar=_("TIME"), help=when_help)
    picture_help = _("typed off paper: the photograph or scan of the sheet, which becomes an exhibit of the entry")
    add.add_argument("--picture", type=Path, metavar=_("FILE"), help=picture_help)
    add.add_argument("--sheet", type=count, default=0, metavar="N", help=_("number of that sheet, where it has one"))
    add.add_argument("--line", type=count, default=0, metavar="N", help=_("number of the line on that sheet"))
    add_file(add)
    add.set_defaults(run=_add)


def _add(arguments: argparse.Namespace) -> int:
    from journal.commands import adding

    paper = adding.PaperLine(arguments.picture, arguments.line, arguments.sheet)
    return adding.run(place_of(arguments), kind=arguments.kind, when=arguments.when, paper=paper)


def _add_export(commands: Commands) -> None:
    from journal.commands.export_arguments import add_to

    export = add_command(commands, "export", _("write the documents for whoever gets them, and record what left"))
    add_file(export)
    add_to(export)
    export.set_defaults(run=_export)


def _export(arguments: argparse.Namespace) -> int:
    from journal.commands import exporting

    given = {name: getattr(arguments, name) for name in exporting.ExportRequest.__struct_fields__}
    return exporting.run(place_of(arguments), exporting.ExportRequest(**given))


def _add_import(commands: Commands) -> None:
    intake = add_command(
        commands, "import", _("bring in what a phone, a chat or a mail program exported, line by line")
    )
    intake.add_argument("files", type=Path, nargs="+", metavar=_("FILE"), help=_("files, folders and archives"))
    add_file(intake)
    all_help = _("bring in everything that others sent, without asking")
    intake.add_argument("--all", action="store_true", dest="everything", help=all_help)
    known_help = _("bring in what comes from the numbers and accounts of the suspect, without asking")
    intake.add_argument("--from-known", action="store_true", help=known_help)
    burst_help = _("count calls and messages together until there was silence for so many minutes")
    intake.add_argument("--burst", type=count, default=0, metavar=_("MINUTES"), dest="silence", help=burst_help)
    intake.add_argument("--since", default="", metavar=_("DAY"), help=_("only what is of this day or later"))
    intake.add_argument("--until", default="", metavar=_("DAY"), help=_("only what is of this day or earlier"))
    intake.add_argument("--whole", action="store_true", help=_("keep the whole file as evidence too"))
    intake.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> int:
    from journal.commands import importing

    given = {name: getattr(arguments, name) for name in importing.ImportRequest.__struct_fields__}
    return importing.run(place_of(arguments), importing.ImportRequest(**given | {"files": tuple(arguments.files)}))


def _add_sheets(commands: Commands) -> None:
    from journal.domain.text.languages import LANGUAGES
    from journal.handover.requests.log_sheets import SHEETS

    sheets = add_command(commands, "sheets", _("print empty log sheets, for whoever writes on paper"))
    sheets.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where to write the PDF"))
    sheets.add_argument("--count", type=count, default=SHEETS, metavar="N", help=_("how many sheets, 200 at most"))
    sheets.add_argument("--first", type=count, default=1, metavar="N", help=_("number of the first sheet"))
    sheets.add_argument("--language", choices=tuple(LANGUAGES), default="", help=_("of the sheets"))
    sheets.set_defaults(run=_sheets)


def _sheets(arguments: argparse.Namespace) -> int:
    from journal.commands import printing_sheets
    from journal.handover.requests.log_sheets import MOST

    wanted = min(arguments.count, MOST)
    return printing_sheets.run(arguments.folder, count=wanted, first=arguments.first, language=arguments.language)


def _add_backup(commands: Commands) -> None:
    backup = add_command(commands, "backup", _("make a dated copy in another folder, and check it"))
    backup.add_argument(
        "folder", type=Path, metavar=_("FOLDER"), help=_("where to: best on a stick that is kept apart")
    )
    add_file(backup)
    backup.set_defaults(run=_backup)


def _backup(arguments: argparse.Namespace) -> int:
    from journal.commands import backing_up

    return backing_up.run(place_of(arguments), arguments.folder)


def _add_recover(commands: Commands) -> None:
    recover = add_command(commands, "recover", _("save what a damaged file still holds into a new one"))
    recover.add_argument("damaged", type=Path, metavar=_("DAMAGED"), help=_("the damaged file, which is only read"))
    recover.add_argument("new", type=Path, metavar=_("NEW"), help=_("the new file, which must not exist yet"))
    add_passphrase_file(recover)
    recover.set_defaults(run=_recover)


def _recover(arguments: argparse.Namespace) -> int:
    from journal.commands import recovering

    return recovering.run(arguments.damaged, arguments.new, passphrase_file=arguments.passphrase_file)


def _add_stamp(commands: Commands) -> None:
    stamp = add_command(commands, "stamp", _("have a third party confirm that the journal existed as it stands"))
    stamps = stamp.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    request = add_command(stamps, "request", _("write a request for the head digest, and nothing else, to a file"))
    request.add_argument("out", type=Path, metavar=_("REQUEST"), help=_("the new file for the request"))
    add_file(request)
    request.set_defaults(run=_stamp_request)
    add = add_command(stamps, "add", _("check the reply of the authority and keep it in the journal"))
    add.add_argument("reply", type=Path, metavar=_("REPLY"), help=_("the file that the authority sent back"))
    certificates_help = _("the certificates of the authority, as a PEM file")
    add.add_argument("--certificates", type=Path, metavar=_("PATH"), required=True, help=certificates_help)
    add_file(add)
    add.set_defaults(run=_stamp_add)


def _stamp_request(arguments: argparse.Namespace) -> int:
    from journal.commands import stamping

    return stamping.request(place_of(arguments), arguments.out)


def _stamp_add(arguments: argparse.Namespace) -> int:
    from journal.commands import stamping

    return stamping.add(place_of(arguments), arguments.reply, arguments.certificates)


def _add_head(commands: Commands) -> None:
    head = add_command(
        commands, "head", _("be witnesses of each other: give your head digest, and keep that of another")
    )
    heads = head.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    show = add_command(heads, "show", _("show the head digest, also as a QR code, for somebody else to keep"))
    add_file(show)
    show.set_defaults(run=_head_show)
    keep = add_command(heads, "keep", _("keep the head digest of another journal, which is asked for or in a file"))
    file_help = _("a text with the digest, that journal, or its bundle")
    keep.add_argument("from_file", type=Path, nargs="?", metavar=_("FILE"), help=file_help)
    add_file(keep)
    keep.set_defaults(run=_head_keep)
    kept = add_command(heads, "kept", _("list the head digests that are kept here"))
    add_file(kept)
    kept.set_defaults(run=_head_kept)


def _head_show(arguments: argparse.Namespace) -> int:
    from journal.commands import heads

    return heads.show(place_of(arguments))


def _head_keep(arguments: argparse.Namespace) -> int:
    from journal.commands import heads

    return heads.keep(place_of(arguments), arguments.from_file)


def _head_kept(arguments: argparse.Namespace) -> int:
    from journal.commands import heads

    return heads.kept(place_of(arguments))


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
    command = add_command(commands, name, help_)
    add_file(command)
    command.set_defaults(run=_protection, command=name)
    return command


def _add_new_passphrase(command: argparse.ArgumentParser) -> None:
    new_help = _("a file whose first line is the passphrase to set, instead of asking")
    command.add_argument("--new-passphrase-file", type=Path, metavar=_("PATH"), help=new_help)


def _protection(arguments: argparse.Namespace) -> int:
    from journal.commands import protecting

    acts = {"protect": protecting.protect, "passphrase": protecting.change, "unprotect": protecting.unprotect}
    return acts[arguments.command](place_of(arguments))


KEEPING = {
    "add": _add_add,
    "demo": _add_demo,
    "export": _add_export,
    "import": _add_import,
    "sheets": _add_sheets,
    "backup": _add_backup,
    "recover": _add_recover,
    "stamp": _add_stamp,
    "head": _add_head,
    "protect": _add_protect,
    "passphrase": _add_passphrase,
    "unprotect": _add_unprotect,
}
"""What makes each of these commands known."""
