"""`journal export --for … FOLDER`: writes the documents for a receiver, or only shows every field that leaves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal.commands.error_reporting import DONE, FAILED, WrongUsage
from journal.commands.journal_location import opened_to_read, opened_to_write
from journal.commands.line_answers import agreed, line
from journal.commands.name_masking import tell_of_masking
from journal.commands.output import question as as_question
from journal.commands.output import say, say_words, tell
from journal.commands.percents import Percents
from journal.commands.prompts import lock_passphrase, read_text
from journal.domain.base.errors import Refused
from journal.domain.entry.word_cover import COVERED, covered
from journal.domain.text.words import N_, _, labelled, spoken
from journal.domain.time.reading import Direction, Question, Understood, read
from journal.handover.bundle.encryption import OPEN, Lock, only_key
from journal.handover.preview.preview import counted
from journal.handover.preview.questions import RECEIVERS, SENDER, asked_of_sender, caution, nothing_leaves
from journal.handover.selection.choice import For, Format, HandoverChoice, Sender, Stays
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from journal.commands.journal_location import JournalLocation
    from journal.domain.base.task import Task
    from journal.handover.preview.preview import HandoverPreview
    from journal.handover.selection.choice import EarlierHandover
    from journal.handover.selection.selection import PreviewField, Selection
    from journal.logbook import Logbook
    from journal.logbook.handing import Handed


_THEIR_WORDS = N_("Their words are covered. Read the fields that hold them too? Type yes, or enter to go on:")
_THEIR_WORDS_HELP = N_("The words of the suspect are told only when you ask: the settings of this journal say so.")
_WRITE_HELP = N_("Yes writes the files, and records what left and for whom. No changes nothing.")
_RECEIVER_HELP = N_("It stands on the cover and in the record of what was handed over. Enter alone leaves it empty.")
_SENDER_HELP = N_("This receiver asks for it. It stands in the document, and is not kept. Enter alone leaves it empty.")


class ExportRequest(Struct, frozen=True, kw_only=True):
    """Parsed arguments."""

    to: For
    folder: Path
    language: str = ""
    formats: tuple[Format, ...] = ()
    since: str = ""
    until: str = ""
    keep: tuple[Stays, ...] = ()
    let: tuple[Stays, ...] = ()
    supplement: int | None = None
    """Record of the earlier dossier, 0 for the last; None for no supplement."""
    lock: bool = False
    key_file: Path | None = None
    preview: bool = False
    yes: bool = False


def run(place: JournalLocation, wanted: ExportRequest) -> int:
    """Ask what is not to stand among arguments and write what leaves, or show it; raises as the logbook does.

    Returns 1 where the person did not want it written. What is only looked at changes nothing, and
    asks nothing but whether covered words are to be read.
    """
    if (wanted.lock or wanted.key_file) and Format.BUNDLE not in _formats(wanted):
        raise WrongUsage(_("Only a bundle can be locked. Nothing was written; add --formats bundle."))
    if wanted.preview:
        with opened_to_read(place) as logbook:
            tell_of_masking()
            choice = _with_kept_names(choice_of(wanted, logbook), logbook)
            _selection(logbook, choice, wanted)
        tell(_("This was only the preview. Nothing was written."))
        return DONE
    lock = _lock(wanted)
    with opened_to_write(place) as logbook:
        tell_of_masking()
        return hand_over(logbook, wanted, with_names(choice_of(wanted, logbook), logbook), lock, Percents())


def hand_over(logbook: Logbook, wanted: ExportRequest, choice: HandoverChoice, lock: Lock, task: Task) -> int:
    """Tell what would leave an open journal, and write it once that is agreed; raises and returns as `run`."""
    chosen = _selection(logbook, choice, wanted)
    answer = wanted.yes or agreed(_("Write these files? Type yes or no."), _(_WRITE_HELP))
    if not answer:
        unanswered = _("The question was not answered, so nothing was written.")
        tell(unanswered if answer is None else _("Nothing was written."))
        return FAILED
    handed = logbook.handing_over.write(chosen, wanted.folder.expanduser(), lock=lock, task=task)
    # What was written and recorded is told before the journal's file catches up, which a full disk may refuse.
    say(_result(handed))
    return DONE


def _selection(logbook: Logbook, choice: HandoverChoice, wanted: ExportRequest) -> Selection:
    """Tell what would leave, and each field of it where that is wanted; raises Refused where nothing would."""
    chosen = logbook.handing_over.chosen(choice)
    if nothing := nothing_leaves(chosen):
        raise Refused(_(nothing))
    shown = logbook.handing_over.preview(chosen)
    if wanted.preview:
        _say_fields(shown, cover=logbook.settings.cover_words, asks=not wanted.yes)
    tell(counted(shown, spoken()))
    if why := caution(choice):
        tell(_(why))
    return chosen


def choice_of(wanted: ExportRequest, logbook: Logbook) -> HandoverChoice:
    """Return what is chosen, without the names of receiver and sender; raises WrongUsage."""
    stays = tuple(
        one for one in Stays if (one in HandoverChoice().stays or one in wanted.keep) and one not in wanted.let
    )
    language = spoken().language.partition("_")[0]
    now = logbook.now()
    choice = HandoverChoice(
        to=wanted.to,
        language=wanted.language or language,
        since=_day(wanted.since, now, first=True),
        until=_day(wanted.until, now, first=False),
        stays=stays,
        formats=_formats(wanted),
        supplement=_earlier(wanted, logbook),
    )
    if choice.since and choice.until and choice.until < choice.since:
        raise WrongUsage(_("The last day is before the first one. Nothing was written."))
    return choice


def _earlier(wanted: ExportRequest, logbook: Logbook) -> EarlierHandover | None:
    """Return the dossier to which a supplement is asked for; raises WrongUsage where there is none."""
    if wanted.supplement is None:
        return None
    dossiers = [one for one in logbook.handing_over.earlier_dossiers() if one.to == wanted.to]
    found = [one for one in dossiers if wanted.supplement in {0, one.record}]
    if not found:
        raise WrongUsage(
            _("There is no such dossier for this receiver, so there is nothing to add to. Nothing was written.")
        )
    return found[0]


def _formats(wanted: ExportRequest) -> tuple[Format, ...]:
    return wanted.formats or ((Format.BUNDLE,) if wanted.to is For.OWN else (Format.PDF,))


def _day(text: str, now: datetime, *, first: bool) -> str:
    """Parse typed words as a first or last local day, ISO 8601; raises Refused where they are none."""
    if not text.strip():
        return ""
    reading = read(text, now=now, languages=(spoken().language,), direction=Direction.INTERVAL)
    if isinstance(reading, Question):
        days = {(one.moment.start[:10], one.moment.end[:10]) for one in reading.options if one.moment.known}
        raise WrongUsage(
            _("“{text}” can be read in more than one way ({days}). Nothing was written; please write it out.").format(
                text=escaped(text), days=", ".join(sorted(day for day, _last in days))
            )
        )
    if not isinstance(reading, Understood) or not reading.moment.known:
        raise WrongUsage(_("“{text}” is no day that is understood. Nothing was written.").format(text=escaped(text)))
    moment, until = reading.moment, reading.until
    last = (until.end or until.start) if until else (moment.end or moment.start)
    return (moment.start if first else last)[:10]


def _with_kept_names(choice: HandoverChoice, logbook: Logbook) -> HandoverChoice:
    """Return the choice with what is kept of the sender for this receiver."""
    kept = {name: _as_kept(name, logbook.handing_over.sender.get(name, ""), logbook) for name in asked_names(choice)}
    return replace(choice, receiver=_receiver_before(choice), sender=Sender(**kept))


def _as_kept(name: str, typed: str, logbook: Logbook) -> str:
    return _day(typed, logbook.now(), first=True) if name == "birth_date" else typed


def asked_names(choice: HandoverChoice) -> tuple[str, ...]:
    """Return which fields of the sender this receiver asks for."""
    return asked_of_sender(choice.to, own_data_stays=choice.keeps(Stays.OWN_DATA))


def _receiver_before(choice: HandoverChoice) -> str:
    return choice.supplement.receiver if choice.supplement else ""


def with_names(choice: HandoverChoice, logbook: Logbook) -> HandoverChoice:
    """Ask for the receiver's name and for what this receiver asks of the sender, one line each; enter takes the kept.

    Outside a terminal the same lines are read from standard input, in the same order.
    """
    tell(_("For: {receiver}. Each of these may stay empty.").format(receiver=_(RECEIVERS[choice.to])))
    receiver = line(_("Name or office of whoever gets it?"), _(_RECEIVER_HELP)) or _receiver_before(choice)
    said = {}
    for name in asked_names(choice):
        before = logbook.handing_over.sender.get(name, "")
        question = as_question(_(SENDER[name]))
        if before:
            question = _("{question} Enter alone is “{before}”.").format(question=question, before=escaped(before))
        typed = line(question, _(_SENDER_HELP)) or before
        said[name] = _as_kept(name, typed, logbook)
    return replace(choice, receiver=receiver, sender=Sender(**said))


def _lock(wanted: ExportRequest) -> Lock:
    if wanted.key_file:
        try:
            key = only_key(read_text(wanted.key_file))
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(_("The file with the public key cannot be read. Nothing was written.")) from error
        return Lock(key=key)
    return Lock(passphrase=lock_passphrase()) if wanted.lock else OPEN


def _say_fields(shown: HandoverPreview, *, cover: bool, asks: bool) -> None:
    """Tell the preview; the words of the suspect, where they are to be covered, only once they are asked for."""
    say_words(_told(shown, cover=cover))
    words = [one for one in (*shown.leaves, *shown.stays) if cover and one.field in COVERED]
    if words and asks and agreed(_(_THEIR_WORDS), _(_THEIR_WORDS_HELP)):
        say_words(map(_field, words))


def _told(shown: HandoverPreview, *, cover: bool) -> Iterator[str]:
    """Render the preview: first what leaves, then what stays, one field a line."""
    for title, fields in ((_("Will be shared:"), shown.leaves), (_("Will not be shared:"), shown.stays)):
        yield title
        yield from (f"  {_field(one, cover=cover)}" for one in fields)


def _field(one: PreviewField, *, cover: bool = False) -> str:
    said = covered(one.field, one.said, spoken()) if cover else one.said
    return harmless(labelled(f"{one.about} · {one.label}", " ".join(said.split())))


def _result(handed: Handed) -> Iterator[str]:
    from journal.domain.ledger.record import groups_of_four

    yield _("Tell the receiver the digest of each file another way than with the files; it stands for all of the file:")
    yield from (f"{digest}  {escaped(str(path))}" for path, digest in zip(handed.files, handed.digests, strict=True))
    yield _("Recorded as record {record}.").format(record=handed.record)
    yield _("The digest of the last record stands for the records of the journal alone, and for no document or copy:")
    yield groups_of_four(handed.head)
