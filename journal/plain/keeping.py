"""The journal kept safe line by line: backed up, checked, put under a passphrase; and where help is found."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.backing_up import tell_backup
from journal.commands.line_answers import agreed, figures
from journal.commands.output import say, say_words, tell
from journal.commands.verifying import in_sentences
from journal.domain.base.errors import JournalError
from journal.domain.case.help_lines import for_country
from journal.domain.case.help_lines.line import ON_BILL, SURETY
from journal.domain.text.words import N_, _, labelled
from journal.plain.entering import asked_key, new_secret, tell_code
from journal.plain.places import asked_folder
from journal.plain.progress import PlainProgress
from journal.ui.frame.country import country_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.case.help_lines.line import HelpLine
    from journal.plain.room import PlainRoom

_SET, _CHANGE, _REMOVE = N_("Set a passphrase"), N_("Change the passphrase"), N_("Remove the passphrase")
_WHICH = N_("Type the figure; enter alone changes nothing.")
_WITH = N_("The journal has a passphrase.")
_WITHOUT = N_("The journal has no passphrase: everybody who gets the file can read it.")
_PASSPHRASE_HELP = N_(
    "With a passphrase nobody can read the file without it. You also get a recovery code on paper; when both are lost, "
    "the journal is lost. Copies made before open as they did."
)
_SEALING = N_("One moment: everything is written anew. Please leave this window open.")
_REMOVE_IT = N_("Everybody who gets the file can then read it. Remove the passphrase? Type yes or no.")


def back_up(room: PlainRoom) -> None:
    """Ask for a folder, make a checked copy there, and say what was made; raises Left, and as `Copies.back_up`."""
    room.require_writable()
    folder = asked_folder(room.logbook.settings.backup_folder)
    tell_backup(room.logbook.copies.back_up(folder, PlainProgress()))
    with suppress(JournalError):
        room.logbook.choose(replace(room.logbook.settings, backup_folder=str(folder)))


def verify(room: PlainRoom) -> None:
    """Check the whole file, and say what that found."""
    say_words(in_sentences(room.logbook.verify(PlainProgress())))


def passphrase(room: PlainRoom) -> None:
    """Set, change or remove the passphrase, for whoever knows the present one; raises Left."""
    room.require_writable()
    protection = room.logbook.protection
    ways = (_CHANGE, _REMOVE) if protection.protected else (_SET,)
    tell(_(_WITH if protection.protected else _WITHOUT))
    chosen = figures(_(_WHICH), [_(way) for way in ways], lambda: [_(_PASSPHRASE_HELP)])
    if not chosen:
        return
    way = ways[chosen[0]]
    key = asked_key(room.logbook.path) if protection.protected else None
    if way == _REMOVE:
        if agreed(_(_REMOVE_IT), _(_PASSPHRASE_HELP)):
            tell(_(_SEALING))
            protection.unprotect(key, PlainProgress())
            tell(_("The passphrase is removed."))
        return
    typed = new_secret()
    tell(_(_SEALING))
    sealed = PlainProgress()
    code = protection.change_passphrase(key, typed, sealed) if key else protection.protect(typed, sealed)
    tell_code(code)


def tell_help_lines(room: PlainRoom) -> None:
    """Tell where help is found in the country of the journal, one fact a line."""
    from journal.ui.case.help_lines import BEFORE

    tell(_(BEFORE))
    for line in for_country(country_for(room.logbook)):
        say(_facts(line))


def _facts(line: HelpLine) -> Iterator[str]:
    numbers = ", ".join(line.numbers)
    sure = _(SURETY[line.surety]).format(month=line.checked_on)
    facts = {
        N_("Help"): line.name,
        N_("Number"): numbers if numbers != line.name else "",
        N_("For"): _(line.purpose),
        N_("When"): _(line.hours),
        N_("A call"): _(ON_BILL[line.on_bill]) if line.numbers else "",
        N_("Confirmed"): sure,
    }
    yield from (labelled(_(heading), said) for heading, said in facts.items() if said)
    yield ""
