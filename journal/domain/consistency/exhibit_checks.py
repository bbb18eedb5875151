"""Consistency checks of evidence: times that disagree, words without an exhibit, gaps in custody."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain import kinds
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.evidence.custody import ORIGINAL, Custodian, Movement, in_order
from journal.domain.evidence.exhibit import CarriedBy, Exhibit, Form
from journal.domain.kinds import items
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.consistency.checked_log import CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency, Told
    from journal.domain.time.moment import Moment

CLOCKS_DIFFER = timedelta(minutes=30)
"""Difference up to which two clocks are taken to agree; a wrong time zone differs by more."""
_MAIL = "email"
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)", re.ASCII)
"""Day in the names that cameras, telephones and chats give: `IMG_20261121_221400`, `Image 2026-11-21 at 22.14`."""


def _exhibit_time(log: CheckedLog) -> Iterator[Inconsistency]:
    exhibits = log.state.of(Exhibit).now
    for entry, numbers in log.exhibits.items():
        if one := log.by_number.get(entry):
            for number in numbers:
                yield from _contradicting(one, exhibits[number])


def _contradicting(one: CheckedEntry, exhibit: Exhibit) -> Iterator[Inconsistency]:
    """Yield the first time of an exhibit that contradicts that of an entry."""
    happened = one.history.happened
    said: dict[str, Told] = {"entry": one.number, "exhibit": exhibit.number, "happened": happened}
    refs = about(one.number, exhibit=exhibit.number)
    for carried in exhibit.file_times:
        if carried.by is CarriedBy.SENT and one.history.kind_id == _MAIL:
            if _is_before(carried.when, happened) or _is_before(happened, carried.when):
                yield asked(_SENT, refs, when=carried.when, **said)
                return
        elif _is_before(carried.when, happened):
            yield asked(_FILE_TIME, refs, when=carried.when, **said)
            return
    named = _day_in(exhibit.file_name)
    if named and happened.first_day and named < happened.first_day:
        yield asked(_FILE_NAME, refs, when=named, **said)


def _is_before(one: Moment, other: Moment) -> bool:
    """Return whether one moment is certainly before another; without an offset, local times are compared."""
    if not (one.offset and other.offset):
        one, other = replace(one, offset="", end_offset=""), replace(other, offset="", end_offset="")
    ends, begins = one.latest, other.earliest
    return bool(ends and begins and ends + CLOCKS_DIFFER < begins)


def _day_in(name: str) -> date | None:
    found = _DAY_IN_NAME.search(name)
    try:
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None


_FILE_TIME = N_(
    "Exhibit {exhibit} carries the time {when}, before entry {entry} ({happened}). How can it show what came later?"
)
_FILE_NAME = N_(
    "The name of the file of exhibit {exhibit} says {when}, before entry {entry} ({happened}). How can it show what "
    "came later?"
)
_SENT = N_(
    "The mail in exhibit {exhibit} was sent on {when}, and entry {entry} says {happened}. Which of the two is right?"
)
EXHIBIT_TIME = ConsistencyRule(
    "exhibit_time",
    N_("The time of an exhibit contradicts its entry"),
    N_(
        "A file carries a time, or a day in its name, that lies before the entry which it is to prove, or a mail was "
        "sent at another time than its entry says. Half an hour of difference counts as agreeing. A file that is "
        "later than its entry is not asked about, except for a mail."
    ),
    N_("Find out which clock was wrong, and write it down with the exhibit or amend the time of the entry."),
    _exhibit_time,
)


_WRITTEN = frozenset(
    one.id for one in (items.MESSAGE_SCREENSHOT, items.PAGE_SCREENSHOT, items.RECORDING_SAVED, items.ORIGINAL_KEPT)
) | {"email_saved"}
"""Items of the checklists of kinds whose words stand somewhere and can be kept."""
_QUOTES = " \"'“”„«».…"
_KEPT_KINDS = frozenset(kind.id for kind in kinds.KINDS if any(item.id in _WRITTEN for item in kind.checklist))


def _quoted_without_exhibit(log: CheckedLog) -> Iterator[Inconsistency]:
    for one in log.entries:
        if one.history.kind_id in _KEPT_KINDS and one.quoted_words.strip() and not one.history.is_brought_in:
            numbers = log.exhibits.get(one.number, ())
            if not numbers:
                yield asked(_WHERE_ARE_THEY, entry=one.number, words=one.quoted_words)
            elif _is_missing(one.quoted_words, [log.text_of(number) for number in numbers]):
                yield asked(_NOT_IN_IT, entry=one.number, words=one.quoted_words)


def _is_missing(words: str, texts: Sequence[str | None]) -> bool:
    """Return whether no line of some words stands in any of these texts; False where one cannot be read."""
    wanted = [line for said in words.splitlines() if (line := normalise(said).strip(_QUOTES))]
    held = [normalise(text) for text in texts if text is not None]
    return len(held) == len(texts) and not any(line in text for line in wanted for text in held)


_WHERE_ARE_THEY = N_("Entry {entry} quotes “{words}”. Where do these words stand?")
_NOT_IN_IT = N_("Entry {entry} quotes “{words}”, and its exhibits hold other words. Where do these words stand?")
QUOTED_WITHOUT_EXHIBIT = ConsistencyRule(
    "quoted_without_exhibit",
    N_("Quoted words without an exhibit"),
    N_(
        "An entry quotes a message, mail, letter, post or recording, and no exhibit belongs to it, or the text of its "
        "exhibits holds none of the words. Words that were only spoken and entries from a file are left out, and "
        "pictures and recordings are not looked into."
    ),
    N_("Attach the message or a picture of it; where it no longer exists, add how you know the words."),
    _quoted_without_exhibit,
)


def _custody_gap(log: CheckedLog) -> Iterator[Inconsistency]:
    moves: dict[int, list[Movement]] = {}
    for movement in log.state.of(Movement).standing:
        moves.setdefault(movement.exhibit, []).append(movement)
    for exhibit in log.state.of(Exhibit).standing:
        yield from _gaps(exhibit, in_order(exhibit.number, moves.get(exhibit.number, ())), log)


def _gaps(exhibit: Exhibit, moves: tuple[Movement, ...], log: CheckedLog) -> Iterator[Inconsistency]:
    entries = dict.fromkeys(target.entry for target in log.state.links.get(exhibit.number, ()) if target.entry)
    refs = (*about(exhibit=exhibit.number), *about(*entries))
    if exhibit.form is Form.THING and not moves and not exhibit.original_place.strip():
        yield asked(_NOWHERE, refs, exhibit=exhibit.number)
    places = {ORIGINAL: exhibit.original_place}
    for one in moves:
        said: dict[str, Told] = {"exhibit": exhibit.number, "movement": one.number}
        before = places.get(one.copy, "")
        if not one.on.known:
            yield asked(_NO_DAY, refs, **said)
        if _is_with_somebody(one) and not (one.person or one.receiver.strip()):
            yield asked(_NO_NAME, refs, **said)
        if _differ(before, one.from_place):
            yield asked(_ELSEWHERE, refs, before=before, place=one.from_place, **said)
        places[one.copy] = one.place


def _is_with_somebody(one: Movement) -> bool:
    return one.holder not in {Custodian.SELF, Custodian.NOBODY}


def _differ(one: str, other: str) -> bool:
    one, other = normalise(one), normalise(other)
    return bool(one and other) and one not in other and other not in one


_NOWHERE = N_("It is not written down where exhibit {exhibit} is kept. Who could reach it?")
_NO_DAY = N_("Movement {movement} of exhibit {exhibit} has no time. When did it change hands?")
_NO_NAME = N_("Movement {movement} of exhibit {exhibit} names nobody. Who received it?")
_ELSEWHERE = N_(
    "Exhibit {exhibit} was at “{before}”, and movement {movement} takes it from “{place}”. Where was it in between?"
)
CUSTODY_GAP = ConsistencyRule(
    "custody_gap",
    N_("A gap in where an exhibit was"),
    N_(
        "A movement has no time, or names nobody although somebody else received the exhibit, or begins at another "
        "place than the one where the exhibit was; or nothing at all says where a thing is kept."
    ),
    N_("Amend the movement, or add the one that is missing; ask for a receipt where there is none."),
    _custody_gap,
)
