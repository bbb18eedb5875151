"""What comes in and what leaves line by line: exports of a phone or chat, and documents for whoever gets them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal.commands.exporting import ExportRequest, hand_over
from journal.commands.importing import ImportRequest, bring_in
from journal.commands.line_answers import agreed, answer, figures
from journal.commands.output import tell
from journal.domain.text.words import N_, _
from journal.handover.bundle.encryption import OPEN, Lock
from journal.handover.preview.questions import FORMATS, RECEIVERS, STAYS, WHAT_STAYS
from journal.handover.selection.choice import For, Format, HandoverChoice, Stays
from journal.plain.entering import new_secret
from journal.plain.places import asked_days, asked_folder, asked_paths
from journal.plain.progress import PlainProgress
from journal.plain.room import number_in
from journal.plain.settings import asked_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journal.plain.room import PlainRoom

_FILES = N_("Which file? Type its path, or several with blanks between.")
_FILES_HELP = N_(
    "What a phone, a chat or a mail program exported, or the journal of a witness. Nothing is taken that you do not "
    "choose, and the files stay as they are."
)
_BURST = N_("Count calls and messages together until there was silence for how many minutes? Enter alone is one each.")
_BURST_HELP = N_(
    "With 30, ten calls within half an hour become one entry that stands for ten. A whole number, in figures."
)
MOST_MINUTES = 10_000
_RECEIVER = N_("For whom? Type the figure.")
_RECEIVER_HELP = N_("It decides what is asked, what stays here, and which words the documents use.")
_STAYS = N_("What of this is to change? Type the figures; enter alone leaves it so.")
_WILL_BE_SHARED, _WILL_NOT = N_("{what}: will be shared"), N_("{what}: will not be shared")
_FORMATS = N_("In which forms? Type the figures; enter alone is the first.")
_FORMATS_HELP = N_(
    "PDF is for reading and printing. The bundle holds everything, the files of evidence too, and can be checked."
)
_LANGUAGE_HELP = N_("It is that of the documents. Your own words stay as you wrote them.")
_LOCK = N_("Lock the bundle with a passphrase? Type yes or no.")
_LOCK_HELP = N_("Whoever gets it needs the passphrase then. Tell it another way than with the files.")
_PREVIEW = N_("Hear every field that will be shared, and every one that will not? Type yes or no.")
_PREVIEW_HELP = N_("It can be long. Nothing is written before you agree to it afterwards.")


def bring_in_files(room: PlainRoom) -> None:
    """Ask for files and what to take of them, and bring it in; raises Left, and as `bring_in`."""
    room.require_writable()
    if not (paths := asked_paths(_(_FILES), _(_FILES_HELP))):
        tell(_("Nothing was brought in."))
        return
    since, until = asked_days(room.logbook.now)
    silence = _minutes()
    files = tuple(Path(path) for path in paths)
    bring_in(room.logbook, ImportRequest(files=files, silence=silence, since=since, until=until))


def _minutes() -> int:
    while typed := answer(_(_BURST), lambda: [_(_BURST_HELP)]).strip():
        if typed.isascii() and typed.isdecimal() and 0 < number_in(typed) <= MOST_MINUTES:
            return number_in(typed)
        tell(_(_BURST_HELP))
    return 0


def hand_over_files(room: PlainRoom) -> None:
    """Ask for whom, what and where to, tell what will be shared, and write it once that is agreed; raises Left."""
    room.require_writable()
    receivers = [*For]
    to = receivers[_one(_RECEIVER, [_(RECEIVERS[one]) for one in receivers], _RECEIVER_HELP)]
    since, until = asked_days(room.logbook.now)
    keep, let = _stays()
    formats = _several(_FORMATS, [*Format], FORMATS.__getitem__, _FORMATS_HELP)
    language = asked_language(_LANGUAGE_HELP)
    folder = asked_folder()
    lock = Lock(passphrase=new_secret()) if Format.BUNDLE in formats and agreed(_(_LOCK), _(_LOCK_HELP)) else OPEN
    preview = bool(agreed(_(_PREVIEW), _(_PREVIEW_HELP)))
    wanted = ExportRequest(
        to=to,
        folder=folder,
        language=language,
        formats=formats,
        since=since,
        until=until,
        keep=keep,
        let=let,
        preview=preview,
    )
    hand_over(room.logbook, wanted, lock, PlainProgress())


def _stays() -> tuple[tuple[Stays, ...], tuple[Stays, ...]]:
    """Ask which groups of fields stay otherwise than is usual; returns those that stay besides, and that leave."""
    usual = HandoverChoice().stays
    lines = [_(_WILL_NOT if one in usual else _WILL_BE_SHARED).format(what=_(STAYS[one])) for one in Stays]
    told = [_(WHAT_STAYS[one]) for one in Stays]
    chosen = None
    while chosen is None:
        chosen = figures(_(_STAYS), lines, lambda: told, several=True)
    changed = [[*Stays][at] for at in chosen]
    keep = tuple(one for one in changed if one not in usual)
    return keep, tuple(one for one in changed if one in usual)


def _one(question: str, labels: Sequence[str], help_: str) -> int:
    """Ask for one of these until it is chosen, and return its position; raises Left."""
    while not (chosen := figures(_(question), labels, lambda: [_(help_)])):
        pass
    return chosen[0]


def _several(
    question: str, offered: Iterable[Format], label: Callable[[Format], str], help_: str
) -> tuple[Format, ...]:
    """Ask for one or several of these, an empty line being the first; raises Left."""
    values = [*offered]
    chosen = None
    while chosen is None:
        chosen = figures(_(question), [_(label(one)) for one in values], lambda: [_(help_)], several=True)
    return tuple(values[at] for at in chosen) or (values[0],)
