"""Entries that calls and messages of an export become; nothing is filled in that the export does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry.entry import Entry
from journal.domain.entry.origin import Origin, OriginNote, OriginPlace
from journal.intake.model.found import CallResult, Channel, Doubt, SentBy
from journal.intake.model.times import moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from journal.intake.model.found import Found, SourceTime

_CALLS: Mapping[CallResult, str] = {
    CallResult.ANSWERED: "call_answered",
    CallResult.ELSEWHERE: "call_answered",
    CallResult.MISSED: "call_missed",
    CallResult.REJECTED: "call_missed",
    CallResult.BLOCKED: "call_missed",
    CallResult.NOT_ANSWERED: "call_missed",
    CallResult.BUSY: "call_missed",
    CallResult.VOICEMAIL: "voicemail",
    CallResult.UNKNOWN: "other",
}
_CALL_NOTES: Mapping[CallResult, OriginNote] = {
    CallResult.REJECTED: OriginNote.REJECTED,
    CallResult.BLOCKED: OriginNote.BLOCKED,
    CallResult.ELSEWHERE: OriginNote.ELSEWHERE,
    CallResult.NOT_ANSWERED: OriginNote.NOT_ANSWERED,
    CallResult.BUSY: OriginNote.BUSY,
}
_DOUBTS: Mapping[Doubt, OriginNote] = {Doubt.ZONE_NOT_TOLD: OriginNote.ZONE_NOT_TOLD}
_TEXTS = frozenset({Channel.SMS, Channel.MMS, Channel.RCS})
CHANNELS: Mapping[Channel, str] = {
    Channel.WHATSAPP: "WhatsApp",
    Channel.SIGNAL: "Signal",
    Channel.TELEGRAM: "Telegram",
    Channel.MESSENGER: "Messenger",
    Channel.INSTAGRAM: "Instagram",
    Channel.META: "Messenger / Instagram",
    Channel.IMESSAGE: "iMessage",
    Channel.SNAPCHAT: "Snapchat",
    Channel.TIKTOK: "TikTok",
    Channel.RCS: "RCS",
    Channel.MMS: "MMS",
}
"""Names of the channels, which are the same in every language."""
_WRITTEN: Mapping[Channel, str] = {Channel.MAIL: "email", Channel.DIARY: "other"}
WRITTEN_DOWN = frozenset({Channel.DIARY, Channel.JOURNAL, Channel.JOURNAL_LIST})
"""Channels of what somebody wrote down; nobody sent it."""
"""Kinds of what is no chat."""
OWN_KIND = "other_step"
"""Kind of what the user sent herself and of notices of the program: a step, which counts as no act."""


def is_notice(found: Found) -> bool:
    """Test whether an item is a notice of the program that made the export, and nobody's message or call."""
    return found.direction is SentBy.NEITHER and found.call is None and found.channel not in WRITTEN_DOWN


def kind_of(found: Found) -> str:
    """Return the id of the kind of entry that a call or message becomes."""
    if found.logged is not None:
        return found.logged.entry.kind
    if found.own_act or is_notice(found):
        return OWN_KIND
    if found.call is not None:
        return _CALLS[found.call]
    if found.channel in _TEXTS:
        return "sms"
    return _WRITTEN.get(found.channel, "chat")


def entry_of(items: Sequence[Found], file: str, sha256: str, zone: tzinfo, person: int = 0) -> Entry:
    """Return the entry that one item becomes, or that counts several of one sender and kind, in order of time.

    `person` is the number of the person whose number or account it is; 0 for nobody known.
    """
    first, last = items[0], items[-1]
    happened, until = moment(first.when, zone), moment(last.when, zone)
    together = len(items) > 1 and until.known and until.start != happened.start
    notes = dict.fromkeys(note for found in items for note in _notes(found))
    fields: dict[str, Any] = {
        "kind": kind_of(first),
        "happened": happened,
        "times": len(items),
        "account" if first.channel is Channel.DIARY else "quoted_words": _words(items, zone),
        "person": person,
        "taken_from": Origin(file, sha256, first.channel.value, tuple(map(_place, items)), tuple(notes)),
        "details": _details(first, items),
    }
    return Entry(**fields, until=until if together else None)


def _notes(found: Found) -> tuple[OriginNote, ...]:
    own = (OriginNote.OWN,) if found.direction is SentBy.SENT else (OriginNote.NOTICE,) if is_notice(found) else ()
    doubt = (_DOUBTS.get(found.when.doubt, OriginNote.TIME_IN_DOUBT),) if found.when.doubt else ()
    call = (_CALL_NOTES[found.call],) if found.call and found.call in _CALL_NOTES else ()
    return own + doubt + call + found.notes


def _words(items: Sequence[Found], zone: tzinfo) -> str:
    """Return the literal words; of several each with its local time of day before it."""
    if len(items) == 1:
        return _text(items[0])
    said = [(moment(found.when, zone).start[11:], _text(found)) for found in items]
    return "\n".join(f"{at} {text}".strip() for at, text in said if text)


def _text(found: Found) -> str:
    subject = "" if found.channel is Channel.MAIL else found.subject
    return "\n".join(filter(None, (subject, found.text)))


def _place(found: Found) -> OriginPlace:
    place = found.place
    return OriginPlace(place.start, place.line, place.id, at_text(found.when), found.stated)


def at_text(when: SourceTime) -> str:
    """Return the time of a source in one text, to compare it: milliseconds since 1970, or the local time."""
    return when.local if when.instant is None else str(when.instant)


def _details(first: Found, items: Sequence[Found]) -> dict[str, Any]:
    """Return the fields of the kind that the export fills."""
    files = ", ".join(one.name for found in items for one in found.attachments if one.name)
    if first.channel is Channel.DIARY:
        return {}
    if first.own_act:
        return {"step.with_whom": _who(first)} if _who(first) else {}
    said: dict[str, Any] = {"message.sender": _who(first), "message.channel": CHANNELS.get(first.channel, "")}
    if first.channel is Channel.MAIL:
        said = {"message.sender": _who(first), "message.subject": first.subject}
    if first.channel in _TEXTS or first.channel is Channel.CALL:
        said = {"call.number": first.party}
    if first.withheld:
        said["call.number_shown"] = "withheld"
    if first.seconds and kind_of(first) in {"call_answered", "voicemail"}:
        said["call.duration"] = sum(found.seconds or 0 for found in items)
    if files and first.call is None:
        said["message.attachments"] = files
    return {name: value for name, value in said.items() if value}


def party_of(text: str) -> str:
    """Return the number or address of what `_who` made, or the name where there is neither."""
    name, mark, rest = text.rpartition(" <")
    return rest.removesuffix(">") if mark and name else text


def _who(found: Found) -> str:
    """Return the other side as displayed, with number or address where that is another text."""
    if found.name and found.party and found.name != found.party:
        return f"{found.name} <{found.party}>"
    return found.name or found.party
