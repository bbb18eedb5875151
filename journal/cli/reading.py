"""Commands that only read a journal: their parsers, and what runs them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.arguments import add_command, add_file, count, kind_words, place_of
from journal.domain.text.words import _

if TYPE_CHECKING:
    from journal.cli.arguments import Commands
    from journal.commands.entry_lines import EntryFilter


def _add_list(commands: Commands) -> None:
    listing = add_command(commands, "list", _("list the entries, one per line"))
    add_file(listing)
    _add_filter(listing)
    listing.add_argument("--json", action="store_true", dest="as_json", help=_("one JSON array of entries instead"))
    listing.set_defaults(run=_list)


def _list(arguments: argparse.Namespace) -> int:
    from journal.commands import listing

    return listing.run(place_of(arguments), _filter(arguments), as_json=arguments.as_json)


def _add_search(commands: Commands) -> None:
    search = add_command(commands, "search", _("find entries by words, which are asked for or come through a pipe"))
    search.epilog = _(
        "Parts of words, in any order, and phrases between double quotes, as in the search of the screen. They are "
        "never arguments, because arguments stand in the list of processes and in the shell's history."
    )
    search.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    add_file(search)
    _add_filter(search)
    search.set_defaults(run=_search)


def _search(arguments: argparse.Namespace) -> int:
    from journal.commands import searching

    return searching.run(place_of(arguments), _filter(arguments), in_arguments=bool(arguments.words))


def _add_filter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", default="", metavar=_("DAY"), help=_("only what happened on this day or later"))
    parser.add_argument("--until", default="", metavar=_("DAY"), help=_("only what happened on this day or earlier"))
    kind_help = _("only this kind: its id, its name, or letters that only one has; may be given again for another")
    parser.add_argument("--kind", type=kind_words, action="append", default=[], metavar=_("KIND"), help=kind_help)
    saved_help = _("only what meets the filter that is saved under this name")
    parser.add_argument("--filter", default="", dest="saved", metavar=_("NAME"), help=saved_help)
    parser.add_argument("--limit", type=count, default=0, metavar="N", help=_("only so many of the latest"))


def _filter(arguments: argparse.Namespace) -> EntryFilter:
    from journal.commands.entry_lines import EntryFilter

    return EntryFilter(arguments.since, arguments.until, tuple(arguments.kind), arguments.limit, arguments.saved)


def _add_show(commands: Commands) -> None:
    show = add_command(commands, "show", _("show one entry with its amendments and its checklist"))
    show.add_argument("number", type=count, metavar=_("NUMBER"), help=_("the number of the entry"))
    add_file(show)
    show.set_defaults(run=_show)


def _show(arguments: argparse.Namespace) -> int:
    from journal.commands import showing

    return showing.run(place_of(arguments), arguments.number)


def _add_questions(commands: Commands) -> None:
    questions = add_command(
        commands, "questions", _("what a reader who doubts the log could ask, and what can be done")
    )
    add_file(questions)
    late_help = _("how many days after it happened a recording counts as late, instead of the number that is set")
    questions.add_argument("--late-after", type=count, default=0, metavar=_("DAYS"), help=late_help)
    questions.set_defaults(run=_questions)


def _questions(arguments: argparse.Namespace) -> int:
    from journal.commands import questioning

    return questioning.run(place_of(arguments), arguments.late_after)


def _add_verify(commands: Commands) -> None:
    verify = add_command(commands, "verify", _("check that nothing was changed, removed or slipped in"))
    verify.add_argument("path", type=Path, nargs="?", metavar=_("PATH"), help=_("the file to check, instead of --file"))
    add_file(verify)
    head_help = _(
        "a head digest that somebody was given, in groups or in one piece: is everything up to there unchanged?"
    )
    verify.add_argument("--head", nargs="+", metavar=_("GROUP"), help=head_help)
    verify.add_argument("--against", type=Path, metavar=_("COPY"), help=_("an older copy of the file to compare with"))
    against_help = _("the same for the older copy; without it, the passphrase file of the first, or asking")
    verify.add_argument("--against-passphrase-file", type=Path, metavar=_("PATH"), help=against_help)
    heads_help = _("another journal or its bundle: which of the head digests that are kept of it still hold?")
    verify.add_argument("--heads", type=Path, metavar=_("OTHER"), help=heads_help)
    verify.set_defaults(run=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    if arguments.heads:
        from journal.commands import heads

        return heads.verify_heads(place_of(arguments), arguments.heads)
    from journal.commands import verifying

    against = (arguments.against, arguments.against_passphrase_file)
    return verifying.run(place_of(arguments), head=arguments.head, against=against)


READING = {
    "list": _add_list,
    "search": _add_search,
    "show": _add_show,
    "questions": _add_questions,
    "verify": _add_verify,
}
"""What makes each of these commands known."""
