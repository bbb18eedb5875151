"""Calls and messages as an export holds them, before anybody has chosen: values, nothing written.

A value says no more than its source: seconds, zone and number are empty where the export has none.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from journal.domain.case.people import Person
from journal.domain.entry.entry import Entry
from journal.domain.entry.ledger_origin import LedgerOrigin
from journal.domain.entry.origin import OriginNote
from journal.domain.ledger.chain import Fault


class Channel(StrEnum):
    """Means by which it came."""

    CALL = "call"
    SMS = "sms"
    MMS = "mms"
    RCS = "rcs"
    WHATSAPP = "whatsapp"
    SIGNAL = "signal"
    TELEGRAM = "telegram"
    MESSENGER = "messenger"
    INSTAGRAM = "instagram"
    META = "meta"
    """Messenger or Instagram, whose exports are alike; the file does not say which."""
    IMESSAGE = "imessage"
    SNAPCHAT = "snapchat"
    TIKTOK = "tiktok"
    MAIL = "mail"
    DIARY = "diary"
    """Written down by the user, in a diary of another program."""
    JOURNAL = "journal"
    """Entry of a journal of this program."""
    JOURNAL_LIST = "journal_list"
    """Entry of a list that this program made of a journal, without its ledger."""
    OTHER = "other"


class SentBy(StrEnum):
    """Who sent it, seen from the user."""

    RECEIVED = "received"
    SENT = "sent"
    NEITHER = "neither"
    """A line of the program itself: a changed number, a blocked contact."""
    UNKNOWN = "unknown"
    """The export does not tell; a chat names its writers, and which of them is the user is asked."""


class CallResult(StrEnum):
    """How a call ended, in the words of the list it stood in."""

    ANSWERED = "answered"
    MISSED = "missed"
    VOICEMAIL = "voicemail"
    REJECTED = "rejected"
    BLOCKED = "blocked"
    ELSEWHERE = "elsewhere"
    """Answered on another device."""
    NOT_ANSWERED = "not_answered"
    """Nobody talked; who ended it is not told."""
    BUSY = "busy"
    """Engaged or refused; the source tells no further."""
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """Reason why a time has to be asked about."""

    ROUND_START = "round_start"
    """The first instant of an epoch: 1970, 1601 or 2001 on the stroke, as programs write where they know none."""
    MISSING = "missing"
    MALFORMED = "malformed"
    ZONE_NOT_TOLD = "zone_not_told"
    """The local time may be of the user's zone or UTC, and the source says neither."""


class SourceTime(Struct, frozen=True, omit_defaults=True):
    """Time as the source has it: an instant, a local time, or both; empty where it has none."""

    instant: int | None = None
    """Milliseconds since 1970, UTC."""
    local: str = ""
    """Local time there, ISO 8601, with seconds only where the source has them."""
    offset: str = ""
    """UTC offset of `local`, as `+01:00`, where the source has one."""
    doubt: Doubt | None = None
    raw: str = ""
    """Text of the source, where it could not be understood."""


class Place(Struct, frozen=True, omit_defaults=True):
    """Place of an item in its source."""

    start: int = 0
    """Byte offset in the file, or in the member of an archive."""
    length: int = 0
    """Length in bytes."""
    line: int = 0
    """Line, counted from 1; 0 where the format has no lines."""
    id: str = ""
    """Id that the source itself gives: a `Message-ID`, the number of a message."""


class FoundFile(Struct, frozen=True, omit_defaults=True):
    """File that came with a message; its bytes are read by the reader of the format."""

    name: str = ""
    """File name as in the source, without folders."""
    media_type: str = ""
    """Media type as the source claims."""
    index: int = 0
    """Index of the part in its message."""
    missing: bool = False
    """Whether the export names it and does not hold it."""
    file: str = ""
    """Path as the export names it, for `neighbours`; only looked up, never used as a path."""
    sha256: str = ""
    """SHA-256 digest that its bytes must have; empty where the source gives none."""


class LoggedEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Entry of a journal of this program, as it stands there."""

    entry: Entry
    origin: LedgerOrigin
    people: tuple[Person, ...] = ()
    """People whom it names, with the numbers they have there."""
    blackened: bool = False
    """Whether fields of it were withheld or erased."""
    also_at: tuple[Place, ...] = ()
    """Places of its later records, beside that of the first."""


class Found(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Call or message found in an export."""

    place: Place
    channel: Channel
    direction: SentBy
    when: SourceTime
    party: str = ""
    """Number, address or account of the other side as written; empty where it is withheld or not told."""
    name: str = ""
    """Name of the other side as displayed."""
    withheld: bool = False
    """Whether the number was withheld by the caller."""
    conversation: str = ""
    """Title of the chat or group."""
    own: str = ""
    """Line, card or account of the user on which it came."""
    recipient: str = ""
    """Address of the first receiver as written, where the export does not tell which side the user is."""
    stated: str = ""
    """Time that the sender wrote, in the sender's words, where `when` is that of the receiving side."""
    text: str = ""
    subject: str = ""
    call: CallResult | None = None
    """How it ended, for a call."""
    seconds: int | None = None
    """Duration of a call; None where the source has none."""
    attachments: tuple[FoundFile, ...] = ()
    notes: tuple[OriginNote, ...] = ()
    logged: LoggedEntry | None = None
    """Whole entry, where it comes from a journal of this program."""

    @property
    def is_call(self) -> bool:
        """Whether it is a call."""
        return self.call is not None

    @property
    def own_act(self) -> bool:
        """Whether the user sent it herself: context, never an act of the other side."""
        return self.direction is SentBy.SENT


class Problem(StrEnum):
    """What stood in the way of a whole source, or of one line."""

    NOT_UNDERSTOOD = "not_understood"
    """A line or an element that the reader does not know."""
    DAMAGED = "damaged"
    """An element that is not whole in itself."""
    END_MISSING = "end_missing"
    """The file ends in the middle."""
    COUNT_DIFFERS = "count_differs"
    """The file says it holds another number of items."""
    BEFORE_FIRST = "before_first"
    """Lines before the first message."""
    TOO_LARGE = "too_large"
    CHAIN = "chain"
    """Records of another journal that do not agree with their digests."""
    WITHDRAWN = "withdrawn"
    """Entries that were withdrawn there."""
    SAVES_BESIDE = "saves_beside"
    """What was saved last lies beside the file of a journal."""


class Trouble(Struct, frozen=True, omit_defaults=True):
    """Something of a source that was not read as an item; counted and told, never dropped silently."""

    problem: Problem
    line: int = 0
    text: str = ""
    """Beginning of the line, or the figure that the file gives."""
    fault: Fault | None = None
    """What does not hold in another ledger."""
