"""Documents for whoever gets them, made line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.error_reporting import DONE
from journal.commands.exporting import ExportRequest, asked_names, choice_of, hand_over, with_names
from journal.commands.line_answers import agreed, figures
from journal.domain.text.words import N_, _
from journal.handover.bundle.encryption import OPEN, Lock
from journal.handover.preview.questions import FORMATS, RECEIVERS, STAYS, WHAT_STAYS
from journal.handover.selection.choice import For, Format, HandoverChoice, Stays
from journal.plain.answers import until_done
from journal.plain.entering import new_secret
from journal.plain.places import asked_days, asked_folder
from journal.plain.progress import PlainProgress
from journal.plain.settings import asked_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journal.logbook import Logbook
    from journal.plain.room import PlainRoom

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


def hand_over_files(room: PlainRoom) -> None:
    """Ask for whom, what and where to, tell what will be shared, and write it once that is agreed; raises Left."""
    room.require_writable()
    asked = _HandOverAnswers(room.logbook)
    until_done(asked.questions, asked.write)


class _HandOverAnswers:
    """What is asked before documents are written, each answer by itself, and their writing."""

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook
        self._wanted = ExportRequest(to=For.POLICE, folder=Path())
        self._lock = OPEN
        self._named: HandoverChoice | None = None
        self.questions = {
            N_("For whom"): self._ask_receiver,
            N_("First and last day"): self._ask_days,
            N_("What will be shared and what not"): self._ask_stays,
            N_("Forms, and the passphrase of a bundle"): self._ask_formats,
            N_("Language of the documents"): self._ask_language,
            N_("Folder"): self._ask_folder,
            N_("Whether every field is told"): self._ask_preview,
            N_("Names"): self._ask_names,
        }

    def _ask_receiver(self) -> None:
        receivers = [*For]
        to = receivers[_one(_RECEIVER, [_(RECEIVERS[one]) for one in receivers], _RECEIVER_HELP)]
        self._wanted = replace(self._wanted, to=to)

    def _ask_days(self) -> None:
        since, until = asked_days(self._logbook.now)
        self._wanted = replace(self._wanted, since=since, until=until)

    def _ask_stays(self) -> None:
        keep, let = _stays()
        self._wanted = replace(self._wanted, keep=keep, let=let)

    def _ask_formats(self) -> None:
        formats = _several(_FORMATS, [*Format], FORMATS.__getitem__, _FORMATS_HELP)
        locked = Format.BUNDLE in formats and agreed(_(_LOCK), _(_LOCK_HELP))
        self._lock = Lock(passphrase=new_secret()) if locked else OPEN
        self._wanted = replace(self._wanted, formats=formats)

    def _ask_language(self) -> None:
        self._wanted = replace(self._wanted, language=asked_language(_LANGUAGE_HELP))

    def _ask_folder(self) -> None:
        self._wanted = replace(self._wanted, folder=asked_folder())

    def _ask_preview(self) -> None:
        self._wanted = replace(self._wanted, preview=bool(agreed(_(_PREVIEW), _(_PREVIEW_HELP))))

    def _ask_names(self) -> None:
        self._named = with_names(choice_of(self._wanted, self._logbook), self._logbook)

    def write(self) -> bool:
        """Tell what will be shared and write it once that is agreed; the names are asked again of another receiver."""
        choice, named = choice_of(self._wanted, self._logbook), self._named
        if named is None or (named.to, asked_names(named)) != (choice.to, asked_names(choice)):
            self._named = named = with_names(choice, self._logbook)
        choice = replace(choice, receiver=named.receiver, sender=named.sender)
        return hand_over(self._logbook, self._wanted, choice, self._lock, PlainProgress()) == DONE


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
