"""Codes of Android's own store of messages and calls, which its backup programs copy."""

from __future__ import annotations

from journal.domain.entry.origin import OriginNote
from journal.intake.model.found import CallResult, SentBy

BOXES: dict[str, tuple[SentBy, tuple[OriginNote, ...]]] = {
    "1": (SentBy.RECEIVED, ()),
    "2": (SentBy.SENT, ()),
    "3": (SentBy.SENT, (OriginNote.DRAFT,)),
    "4": (SentBy.SENT, (OriginNote.NOT_SENT,)),
    "5": (SentBy.SENT, (OriginNote.NOT_SENT,)),
    "6": (SentBy.SENT, (OriginNote.NOT_SENT,)),
}
UNKNOWN_BOX: tuple[SentBy, tuple[OriginNote, ...]] = (SentBy.UNKNOWN, ())
CALLS = {
    "1": (SentBy.RECEIVED, CallResult.ANSWERED),
    "2": (SentBy.SENT, CallResult.UNKNOWN),
    "3": (SentBy.RECEIVED, CallResult.MISSED),
    "4": (SentBy.RECEIVED, CallResult.VOICEMAIL),
    "5": (SentBy.RECEIVED, CallResult.REJECTED),
    "6": (SentBy.RECEIVED, CallResult.BLOCKED),
    "7": (SentBy.RECEIVED, CallResult.ELSEWHERE),
}
WITHHELD = "2"
NO_NUMBER = frozenset({"", "null", "-1", "-2", "-3", "insert-address-token"})
"""What stands in place of a number: none was shown; or, in a picture message, the own one."""
