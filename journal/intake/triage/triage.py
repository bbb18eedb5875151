"""Triage of what was found: which of it is here already, whose it is, and what is taken; nothing is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.case import telephone
from journal.domain.case.identifiers import known_as
from journal.domain.entry.entry import version_of
from journal.domain.text.normalisation import normalise
from journal.intake.model.found import Channel, Found, SentBy
from journal.intake.model.times import moment
from journal.intake.triage.entries import at_text, kind_of, party_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from journal.domain.case.identifiers import PeopleMarks
    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History
    from journal.intake.model.found import LoggedEntry

NEAR = 90
"""Seconds within which the same words by another way or from another telephone may be the same message."""
_FAMILIES = {"sms": "text", "mms": "text", "rcs": "text"}
_SENDERS = ("call.number", "message.sender", "step.with_whom")
"""Fields of an entry that name the other side."""


class Presence(StrEnum):
    """Whether an item is in the journal already."""

    NEW = "new"
    HERE = "here"
    DOUBTFUL = "doubtful"
    """The same words a moment earlier or later, by another way: perhaps the same message."""


class TriageItem(Struct, frozen=True):
    """Item found, with what the journal knows of it."""

    found: Found
    source: int
    """Index of its source."""
    presence: Presence
    person: int = 0
    """Number of the person of the case whose number or account it is; 0 for nobody known."""
    when: str = ""
    """Local time in the journal's zone, ISO 8601; empty where its time is in doubt."""
    like: int = 0
    """Number of the entry that perhaps is the same; 0 for none, and where the other one is of this import too."""


class _Key(NamedTuple):
    family: str
    who: str
    at: str
    id: str
    """`Message-ID` of a mail: many mails of one second with the same words are many."""


class _Near(NamedTuple):
    at: float
    sha256: str
    entry: int = 0


class HereLogged:
    """Index of the entries of journals of this program that are here, by when they were first written.

    One entry has the same number and the same second of writing in each copy, list and bundle of its journal.
    """

    def __init__(self, entries: Mapping[int, History]) -> None:
        """Know these entries, of which one is read only where it is asked about."""
        self._own = entries
        self._versions: defaultdict[tuple[int, str], dict[str, int]] = defaultdict(dict)

    def add_entry(self, entry: Entry, number: int) -> None:
        """Take in an entry that came through other journals."""
        for one in entry.taken_from.through if entry.taken_from else ():
            self._versions[one.entry, one.recorded_at][one.version] = number

    def presence_of(self, logged: LoggedEntry) -> tuple[Presence, int]:
        """Tell whether an entry is here, with the number of the one with other words, and take it in as seen."""
        origin = logged.origin
        known = self._versions[origin.entry, origin.recorded_at]
        own = self._own.get(origin.entry)
        if own and own.first_written == origin.recorded_at:
            known |= {version_of(version.entry): own.number for version in own.versions}
        there, like = origin.version in known, next(iter(known.values()), None)
        known.setdefault(origin.version, 0)
        if there:
            return Presence.HERE, 0
        return (Presence.NEW, 0) if like is None else (Presence.DOUBTFUL, like)


class Here:
    """Index of what was brought in before, and of what this import has shown already."""

    def __init__(self, region: str, zone: tzinfo, own: Mapping[int, History] | None = None) -> None:
        """Begin empty; `region` is the country by whose conventions telephone numbers are written.

        `own` are the entries of the journal, by number.
        """
        self._region, self._zone = region, zone
        self._logged = HereLogged(own or {})
        self._places: set[tuple[str, int]] = set()
        self._texts: defaultdict[_Key, list[tuple[str | None, str]]] = defaultdict(list)
        self._moments: defaultdict[tuple[str, str, str], list[_Near]] = defaultdict(list)

    def add_entry(self, entry: Entry, number: int = 0) -> None:
        """Take in an entry that was brought in, as it was recorded first; any other is passed over."""
        if entry.taken_from is None:
            return
        self._logged.add_entry(entry, number)
        family, who = self._of_entry(entry)
        text = (entry.quoted_words or entry.account) if len(entry.taken_from.places) == 1 else None
        for place in entry.taken_from.places:
            self._places.add((entry.taken_from.sha256, place.start))
            key = _Key(family, who, place.at, _id(family, place.id))
            self._texts[key].append((text, entry.taken_from.sha256))
        if text and (at := entry.happened.earliest):
            self._moments[family, normalise(text), _id(family, entry.taken_from.places[0].id)].append(
                _Near(at.timestamp(), entry.taken_from.sha256, number)
            )

    def presence_of(self, found: Found, sha256: str) -> tuple[Presence, int]:
        """Tell whether an item is here, with the number of the entry that perhaps is it, and take it in as seen."""
        if found.logged is not None:
            return self._logged.presence_of(found.logged)
        id_ = _id(_family(found), found.place.id)
        key = _Key(_family(found), self._who(found.party or found.name), at_text(found.when), id_)
        place, said = (sha256, found.place.start), (key.family, normalise(found.text), id_)
        at = moment(found.when, self._zone).earliest if said[1] else None
        near = self._near(said, at, sha256)
        if place in self._places or self._holds(key, found.text, sha256):
            presence = Presence.HERE
        elif near or (found.when.instant and (found.text, sha256) in self._texts[key]):
            presence = Presence.DOUBTFUL
        else:
            presence = Presence.NEW
        if presence is not Presence.HERE:
            self._texts[key].append((found.text, sha256))
        self._places.add(place)
        if at:
            self._moments[said].append(_Near(at.timestamp(), sha256))
        return presence, near.entry if near and presence is Presence.DOUBTFUL else 0

    def _holds(self, key: _Key, text: str, sha256: str) -> bool:
        """Take one equal item of another file away, which this one is; equal ones of one file are several."""
        there = self._texts.get(key, [])
        for one in there:
            if one[0] in {text, None} and one[1] != sha256:
                there.remove(one)
                return True
        return False

    def _near(self, said: tuple[str, str, str], at: datetime | None, sha256: str) -> _Near | None:
        there = self._moments.get(said, ()) if at else ()
        return next((n for n in there if n.sha256 != sha256 and at and abs(n.at - at.timestamp()) <= NEAR), None)

    def _of_entry(self, entry: Entry) -> tuple[str, str]:
        channel = entry.taken_from.channel if entry.taken_from else ""
        said = next((str(entry.details[name]) for name in _SENDERS if name in entry.details), "")
        return _FAMILIES.get(channel, channel), self._who(party_of(said))

    def _who(self, text: str) -> str:
        return telephone.key(text, self._region) or normalise(text)


def _id(family: str, id_: str) -> str:
    return id_ if family == Channel.MAIL.value else ""


def _family(found: Found) -> str:
    return _FAMILIES.get(found.channel.value, found.channel.value)


class Triage:
    """What the journal knows, against which each item is held."""

    def __init__(self, here: Here, people: PeopleMarks, zone: tzinfo) -> None:
        """Hold items against what is here and against the numbers and accounts of people."""
        self._here, self._people, self._zone = here, people, zone

    def item(self, found: Found, source: int, sha256: str) -> TriageItem:
        """Return an item with its presence, its person and its local time."""
        texts = filter(None, (found.party, found.name))
        known = [number for text in texts for number in known_as(text, self._people)]
        when = found.when.local if found.logged else moment(found.when, self._zone).start
        presence, like = self._here.presence_of(found, sha256)
        return TriageItem(found, source, presence, known[0] if known else 0, when, like)


class OpenWriter(NamedTuple):
    """Writer of whom an export does not say whether it is the user."""

    id: str
    """Address or number, or else the name: a stranger may write under any name."""
    name: str
    """Name with address or number, as displayed; unescaped."""
    messages: int
    has_inbox: bool
    """Whether mails of these exports were delivered to this address."""


def open_writers(items: Iterable[TriageItem]) -> list[OpenWriter]:
    """Return the writers among whom the user is to be asked for; addresses to which mails were delivered first."""
    inboxes: set[str] = set()
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in items:
        inboxes.add(one.found.own.casefold())
        if one.found.direction is SentBy.UNKNOWN and (writer := _writer(one.found)):
            count[writer] += 1
            names[writer] = " ".join(filter(None, dict.fromkeys((one.found.name, one.found.party))))
    found = [OpenWriter(one, names[one], count[one], one.casefold() in inboxes) for one in count]
    return sorted(found, key=lambda one: (not one.has_inbox, -one.messages))


def as_own(items: Iterable[TriageItem], writers: frozenset[str]) -> Iterator[TriageItem]:
    """Mark what writers with these ids wrote as the user's own, where the export does not tell.

    The other side of what she wrote is who got it, where that is told.
    """
    for one in items:
        found = one.found
        if found.direction is not SentBy.UNKNOWN:
            yield one
        elif _writer(found) not in writers:
            yield replace(one, found=replace(found, direction=SentBy.RECEIVED))
        elif found.recipient:
            sent = replace(found, direction=SentBy.SENT, party=found.recipient, name="", own=found.party)
            yield replace(one, found=sent)
        else:
            yield replace(one, found=replace(found, direction=SentBy.SENT))


def _writer(found: Found) -> str:
    return found.party or found.name


def chosen_beforehand(one: TriageItem, stalkers: frozenset[int]) -> bool:
    """Tell whether an item is taken unless the user leaves it: new, received, from a known number of the stalker."""
    return one.presence is Presence.NEW and from_stalker(one, stalkers)


def from_stalker(one: TriageItem, stalkers: frozenset[int]) -> bool:
    """Tell whether an item was received from a known number or account of the stalker."""
    received = one.found.direction in {SentBy.RECEIVED, SentBy.UNKNOWN} or one.found.logged is not None
    return received and one.person in stalkers


def bursts(chosen: Sequence[TriageItem], silence: int, zone: tzinfo) -> list[list[TriageItem]]:
    """Group consecutive items of one source, sender, channel and kind that follow within `silence` minutes.

    0 minutes leaves each alone. In the order of happening, although some programs write the newest first.
    """
    groups: list[list[TriageItem]] = []
    last: dict[tuple[int, str, str, str], list[TriageItem]] = {}
    for one in _by_time(chosen, zone):
        found = one.found
        key = (one.source, found.party or found.name, found.channel.value, kind_of(found))
        group = last.get(key)
        if group and silence and not found.logged and _within(group[-1].found, found, silence, zone):
            group.append(one)
        else:
            last[key] = [one]
            groups.append(last[key])
    return groups


def _by_time(chosen: Sequence[TriageItem], zone: tzinfo) -> list[TriageItem]:
    """Sort by instant; what has none, or perhaps another in the repeated hour, stays behind the item before it."""
    at, keys = 0.0, []
    for one in chosen:
        at = _seconds(one.found, zone) or at
        keys.append(at)
    return [chosen[place] for place in sorted(range(len(chosen)), key=keys.__getitem__)]


def _seconds(found: Found, zone: tzinfo) -> float | None:
    if found.when.instant is not None and found.when.doubt is None:
        return found.when.instant / 1000
    when = moment(found.when, zone)
    return when.earliest.timestamp() if when.earliest and when.start != when.end else None


def _within(earlier: Found, later: Found, minutes: int, zone: tzinfo) -> bool:
    before, after = moment(earlier.when, zone).earliest, moment(later.when, zone).earliest
    return bool(before and after and 0 <= (after - before).total_seconds() <= 60 * minutes)
