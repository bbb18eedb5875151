"""`journal import FILE…`: brings in exports of phones and chats line by line; nothing is taken that was not chosen."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.commands.error_reporting import DONE, FAILED, WrongUsage
from journal.commands.import_columns import asked_columns
from journal.commands.import_contacts import are_contacts, import_contacts
from journal.commands.import_keepers import asked_keepers
from journal.commands.journal_location import opened_to_write
from journal.commands.line_answers import agreed, line
from journal.commands.name_masking import tell_of_masking
from journal.commands.option_values import day_meant
from journal.commands.output import say, tell, tell_numbered
from journal.domain.entry.number_ranges import in_ranges, numbers_in
from journal.domain.entry.typed_details import NotReadable
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, N_many, _, many, spoken
from journal.domain.time.moment_words import day_in_words
from journal.intake.model.columns import ColumnsOpen
from journal.intake.model.day_order import DayOrder, DayOrderOpen
from journal.intake.model.found import SentBy
from journal.intake.triage.entries import WRITTEN_DOWN
from journal.intake.triage.narrowing import Narrowing
from journal.intake.triage.telling import (
    counted,
    first_words,
    kind_in_words,
    never_held,
    refused_in_words,
    troubles_in_words,
    when_in_figures,
    who,
)
from journal.intake.triage.triage import Presence, as_own, bursts, chosen_beforehand, open_writers
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from journal.commands.journal_location import JournalLocation
    from journal.intake.model.columns import Columns, Header
    from journal.intake.triage.triage import TriageItem
    from journal.logbook import Logbook
    from journal.logbook.intake_results import Reading

FEW = 10
"""Files of one format that are told one by one; more, as a folder of mails, only where something is to be told."""
_ORDER_HELP = N_("The days of this file can be read in two ways. Type the figure of the day that you know is right.")
_OWN_HELP = N_(
    "Type the figures of your own names and addresses, with commas between. Enter alone says that none is yours."
)
_UNSURE = N_many(
    "{count} of them is perhaps here already. Bring it in too? Type yes or no.",
    "{count} of them are perhaps here already. Bring these in too? Type yes or no.",
)
_UNSURE_HELP = N_("They have the time and the number of an entry that is here. No brings in only what is surely new.")
_BRING_IN_HELP = N_("Yes makes an entry of each, with the original as its exhibit. No changes nothing.")
_WHOSE = N_("Whose do you want to bring in? Numbers, `all`, `show 1` to read them, or enter for none.")
_WHOSE_HELP = N_(
    "For example 1, 3-5. What you do not bring in is not kept. Nothing is brought in before the last question."
)
NOTHING = N_("Nothing was brought in.")
_TIMELESS = N_many(
    "{count} of them has no time that can be right; without --since and --until it can be taken.",
    "{count} of them have no time that can be right; without --since and --until they can be taken.",
)


class ImportRequest(Struct, frozen=True, kw_only=True):
    """Arguments after parsing."""

    files: tuple[Path, ...]
    everything: bool = False
    from_known: bool = False
    silence: int = 0
    """Minutes without a message that end a burst; 0 for one entry each."""
    since: str = ""
    """First day, as typed; empty for all."""
    until: str = ""
    """Last day."""
    whole: bool = False
    """Whether the whole raw file is kept as evidence too."""


def run(place: JournalLocation, wanted: ImportRequest) -> int:
    """Read, ask and save; raises as the logbook does. Returns 1 where nothing was taken."""
    with opened_to_write(place) as logbook:
        tell_of_masking()
        return bring_in(logbook, wanted)


def bring_in(logbook: Logbook, wanted: ImportRequest) -> int:
    """Do in an open journal what `run` does."""
    paths = [path.expanduser() for path in wanted.files]
    books = [path for path in paths if are_contacts(path)]
    period = _period(wanted, logbook.now)
    done = [import_contacts(logbook, path) for path in books]
    if done and len(books) == len(paths):
        return min(done)
    reading = _read(logbook, [path for path in paths if path not in books])
    _tell_found(reading)
    items = _within(period, list(as_own(reading.items, _own_writers(reading.items))))
    chosen = _chosen(items, reading, wanted)
    if not chosen:
        tell(_(NOTHING))
        return FAILED
    groups = bursts(chosen, wanted.silence, logbook.zone)
    whole = frozenset(range(len(reading.exports))) if wanted.whole else frozenset()
    brought = logbook.intake.bring_in(reading, groups, whole, told_by=asked_keepers(logbook, reading))
    say([_brought(brought.entries, brought.exhibits, chosen)])
    if brought.missing:
        missing = many(
            "{count} file that came with them could not be read from the export.",
            "{count} files that came with them could not be read from the export.",
            brought.missing,
        )
        tell(missing.format(count=brought.missing))
    return DONE


def _period(wanted: ImportRequest, now: Callable[[], datetime]) -> Narrowing:
    """Return the days that are meant; raises WrongUsage for days that are none or stand the wrong way round."""
    first, last = day_meant(wanted.since, now, first=True), day_meant(wanted.until, now, first=False)
    if first and last and last < first:
        raise WrongUsage(_("The last day is before the first one. Nothing was brought in."))
    return Narrowing(since=first, until=last)


def _within(period: Narrowing, items: list[TriageItem]) -> list[TriageItem]:
    """Return the items of the period, in the order of their files, and tell how many are left out."""
    kept = [one for one in items if period.holds(one)]
    if left := len(items) - len(kept):
        timeless = sum(not one.when for one in items)
        told = many("{count} of another time is left out.", "{count} of another time are left out.", left)
        tell(told.format(count=left))
        if timeless:
            tell(many(*_TIMELESS, timeless).format(count=timeless))
    return kept


def _read(logbook: Logbook, paths: list[Path]) -> Reading:
    """Read the exports; asks which day is meant where both orders are possible, and what is in unknown columns."""
    order: DayOrder | None = None
    columns: dict[Header, Columns] = {}
    while True:
        try:
            return logbook.intake.read(paths, order, columns=columns)
        except DayOrderOpen as asked:
            order = _order(asked)
        except ColumnsOpen as asked:
            columns[asked.header] = asked_columns(asked, logbook.intake.columns_before(asked.header))


def _order(asked: DayOrderOpen) -> DayOrder:
    tell(str(asked))
    tell_numbered(day_in_words(day, spoken()) for _reading, day in asked.readings)
    answer = line(_("Type 1 or 2."), _(_ORDER_HELP))
    if answer not in {"1", "2"}:
        raise asked
    return asked.readings[int(answer) - 1][0]


def _tell_found(reading: Reading) -> None:
    words = spoken()
    for sentence in refused_in_words(reading.refused, words):
        tell(sentence)
    by_label = Counter(export.recognised.reader.label for export in reading.exports)
    for label, count in by_label.items():
        if count > FEW:
            tell(f"{in_figures(count, words)} \N{MULTIPLICATION SIGN} {_(label)}")
    for export in reading.exports:
        label, troubles = export.recognised.reader.label, troubles_in_words(export.troubles, export.count, words)
        told = [f"  {sentence}" for sentence in troubles]
        if told or by_label[label] <= FEW:
            tell(f"{escaped(export.name)}: {_(label)}")
        for sentence in told:
            tell(sentence)
    for sentence in never_held(reading.items, words):
        tell(sentence)
    tell(counted(reading.items, words))


def _own_writers(items: Sequence[TriageItem]) -> frozenset[str]:
    """Ask which writers of chats and mails are the user herself."""
    writers = open_writers(items)
    if not writers:
        return frozenset()
    tell(_("Which of these writers are you? What you wrote is never counted as an act of the suspect."))
    inbox = _("mails were delivered to this address")
    tell_numbered(", ".join(filter(None, (harmless(one.name), inbox if one.has_inbox else ""))) for one in writers)
    return frozenset(
        writers[at].id for at in _numbers(line(_("Numbers, or enter for none."), _(_OWN_HELP)), len(writers))
    )


def _chosen(items: Sequence[TriageItem], reading: Reading, wanted: ImportRequest) -> list[TriageItem]:
    received = [one for one in items if one.found.direction is SentBy.RECEIVED or one.found.channel in WRITTEN_DOWN]
    new = [one for one in received if one.presence is Presence.NEW]
    doubtful = [one for one in received if one.presence is Presence.DOUBTFUL]
    if wanted.everything:
        return new
    if wanted.from_known:
        return [one for one in new if chosen_beforehand(one, reading.stalkers)]
    taken = _of_senders([*new, *doubtful])
    unsure = [one for one in taken if one.presence is Presence.DOUBTFUL]
    asked = many(*_UNSURE, len(unsure))
    if unsure and not agreed(asked.format(count=len(unsure)), _(_UNSURE_HELP)):
        taken = [one for one in taken if one.presence is Presence.NEW]
    question = many(
        "Bring in {count} call or message? Type yes or no.",
        "Bring in {count} calls and messages? Type yes or no.",
        len(taken),
    )
    if _are_logged(taken):
        question = many(
            "Bring in {count} entry? Type yes or no.", "Bring in {count} entries? Type yes or no.", len(taken)
        )
    return taken if taken and agreed(question.format(count=len(taken)), _(_BRING_IN_HELP)) else []


def _of_senders(new: Sequence[TriageItem]) -> list[TriageItem]:
    """Ask whose calls and messages are taken; `show` with a number lists what that sender sent."""
    by_sender: dict[str, list[TriageItem]] = {}
    for one in new:
        by_sender.setdefault(who(one, spoken()), []).append(one)
    senders = sorted(by_sender, key=lambda sender: (not by_sender[sender][0].person, -len(by_sender[sender])))
    known = {sender: _("known") for sender in senders if by_sender[sender][0].person}
    tell_numbered(
        ", ".join(filter(None, (harmless(one), str(len(by_sender[one])), known.get(one, "")))) for one in senders
    )
    while senders:
        answer = line(_(_WHOSE), _(_WHOSE_HELP)) or ""
        if not answer.startswith("show"):
            chosen = range(len(senders)) if answer == "all" else _numbers(answer, len(senders))
            keep = {senders[at] for at in chosen}
            return [one for one in new if who(one, spoken()) in keep]
        for at in _numbers(answer.removeprefix("show"), len(senders)):
            say(map(_line, by_sender[senders[at]]))
        sys.stdout.flush()
    return []


def _line(one: TriageItem) -> str:
    words = spoken()
    parts = (when_in_figures(one), kind_in_words(one, words), first_words(one, words))
    return harmless("  ".join(filter(None, parts)))


def _numbers(text: str | None, most: int) -> list[int]:
    """Return the indices that numbers and ranges like `1, 3-5` mean; none where it is not numbers."""
    try:
        return [number - 1 for number in numbers_in(text or "") if number <= most]
    except NotReadable:
        return []


def _are_logged(items: Sequence[TriageItem]) -> bool:
    return all(one.found.logged for one in items)


def _brought(entries: Sequence[int], exhibits: Sequence[int], items: Sequence[TriageItem]) -> str:
    told = many(
        "{count} call or message was brought in as {entries}, with {exhibits}.",
        "{count} calls and messages were brought in as {entries}, with {exhibits}.",
        len(items),
    )
    if _are_logged(items):
        told = many(
            "{count} entry was brought in as {entries}, with {exhibits}.",
            "{count} entries were brought in as {entries}, with {exhibits}.",
            len(items),
        )
    as_entries = many("entry {numbers}", "entries {numbers}", len(entries)).format(numbers=in_ranges(entries))
    proofs = many("exhibit {numbers}", "exhibits {numbers}", len(exhibits)).format(numbers=in_ranges(exhibits))
    return told.format(count=len(items), entries=as_entries, exhibits=proofs if exhibits else _("no new exhibit"))
