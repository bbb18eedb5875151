"""Origin of an entry that was not written here first: the places in an export or on paper, and what is not told."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.entry.ledger_origin import LedgerOrigin, ledger_origin_in_words
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.text.words import Words


PAPER = "paper"
"""Channel of an entry that was typed off paper."""


class OriginNote(StrEnum):
    """What is told of one call or message of an export beside its content; a stable id."""

    DELETED = "deleted"
    UNSENT = "unsent"
    EDITED = "edited"
    EARLIER_TEXTS = "earlier_texts"
    MEDIA_LEFT_OUT = "media_left_out"
    FILE_MISSING = "file_missing"
    PART_DAMAGED = "part_damaged"
    PART_TOO_LARGE = "part_too_large"
    CALL_OR_VIEW_ONCE = "call_or_view_once"
    VIEW_ONCE = "view_once"
    DISAPPEARING = "disappearing"
    TEXT_GOES_ON = "text_goes_on"
    VIDEO_CALL = "video_call"
    FORWARDED = "forwarded"
    NOT_ARRIVED = "not_arrived"
    IMPOSSIBLE_HOUR = "impossible_hour"
    SIGNS_REPLACED = "signs_replaced"
    DRAFT = "draft"
    NOT_SENT = "not_sent"
    DATE_BY_SENDER = "date_by_sender"
    DATE_BY_RECEIVER = "date_by_receiver"
    DATES_DIFFER = "dates_differ"
    NO_SENDER = "no_sender"
    NOT_ALL_READ = "not_all_read"
    REJECTED = "rejected"
    BLOCKED = "blocked"
    ELSEWHERE = "elsewhere"
    NOT_ANSWERED = "not_answered"
    BUSY = "busy"
    OWN = "own"
    NOTICE = "notice"
    TIME_IN_DOUBT = "time_in_doubt"
    ZONE_NOT_TOLD = "zone_not_told"
    DURATION_IN_DOUBT = "duration_in_doubt"
    STEP_OF_WRITER = "step_of_writer"
    OF_THE_WRITER = "of_the_writer"
    PEOPLE_LEFT_OUT = "people_left_out"
    ANOTHER_VERSION = "another_version"
    BLACKENED = "blackened"


NOTES: Mapping[str, str] = {
    OriginNote.DELETED: N_("it was deleted there, so that nothing is known of what it said"),
    OriginNote.EDITED: N_("it was edited there; what it said before is not in the export"),
    OriginNote.UNSENT: N_("its writer took it back there; the export still holds what it said"),
    OriginNote.EARLIER_TEXTS: N_("it was edited there; the words are those of each version, the oldest first"),
    OriginNote.MEDIA_LEFT_OUT: N_("the export was made without the file that belongs to it"),
    OriginNote.FILE_MISSING: N_("the export names a file that is not in it"),
    OriginNote.PART_DAMAGED: N_("a file that came with it is damaged in the export"),
    OriginNote.PART_TOO_LARGE: N_("a file that came with it is too large to be read from the export"),
    OriginNote.CALL_OR_VIEW_ONCE: N_("a call or a picture to be seen once: the export does not say which"),
    OriginNote.VIEW_ONCE: N_("empty in the export, as of a message to be seen once or one that disappears"),
    OriginNote.DISAPPEARING: N_("it was set to disappear after a time"),
    OriginNote.TEXT_GOES_ON: N_("only its beginning; the whole text is in a file that came with it"),
    OriginNote.VIDEO_CALL: N_("a video call"),
    OriginNote.FORWARDED: N_("somebody else wrote it first, and it was passed on"),
    OriginNote.NOT_ARRIVED: N_("the telephone was still waiting for it when the export was made"),
    OriginNote.IMPOSSIBLE_HOUR: N_("its hour is impossible on a clock of 12 hours and was read on one of 24"),
    OriginNote.SIGNS_REPLACED: N_("signs that cannot be read were replaced by �"),
    OriginNote.DRAFT: N_("a draft that was never sent"),
    OriginNote.NOT_SENT: N_("it was not sent, or not yet"),
    OriginNote.DATE_BY_SENDER: N_("its time is the one that the sender wrote"),
    OriginNote.DATE_BY_RECEIVER: N_("its time is the one at which the receiver's provider took it in"),
    OriginNote.DATES_DIFFER: N_("the time that the sender wrote is more than an hour from it"),
    OriginNote.NO_SENDER: N_("it names no sender"),
    OriginNote.NOT_ALL_READ: N_("it holds more than was read; the evidence has all of it"),
    OriginNote.REJECTED: N_("rejected, in the words of the call list"),
    OriginNote.BLOCKED: N_("blocked, in the words of the call list"),
    OriginNote.ELSEWHERE: N_("answered on another device, in the words of the call list"),
    OriginNote.NOT_ANSWERED: N_("nobody answered; the export does not say who ended it"),
    OriginNote.BUSY: N_("engaged or refused: the export does not say which"),
    OriginNote.OWN: N_("written by the person who keeps this log"),
    OriginNote.NOTICE: N_("a notice of the program that made the export, written by nobody"),
    OriginNote.TIME_IN_DOUBT: N_("the export gives no time that can be right"),
    OriginNote.ZONE_NOT_TOLD: N_("the export tells no time zone: its time may be that of the place, or UTC"),
    OriginNote.DURATION_IN_DOUBT: N_(
        "its duration can mean minutes and seconds or hours and minutes there, and was left out"
    ),
    OriginNote.STEP_OF_WRITER: N_("a step of the person who keeps that log, not of the one who keeps this log"),
    OriginNote.OF_THE_WRITER: N_("what it says of its writer's own reaction and private notes was not taken over"),
    OriginNote.PEOPLE_LEFT_OUT: N_("it names people who are not known here by that name"),
    OriginNote.ANOTHER_VERSION: N_("an entry that stands here too, with other words"),
    OriginNote.BLACKENED: N_("parts of it were redacted there"),
}
"""Marked phrases of the notes."""


class OriginPlace(Struct, frozen=True, omit_defaults=True):
    """Place of one call or message in an export, or of one act on paper."""

    start: int = 0
    """Byte offset in the file or member."""
    line: int = 0
    """Line, from 1; 0 where the format has none."""
    id: str = ""
    """Id that the source gives, as a `Message-ID`; of paper the number of the sheet, empty where it has none."""
    at: str = ""
    """Time as the source has it: milliseconds since 1970, or a local time."""
    stated: str = ""
    """Time that the sender wrote, in the sender's words, where the entry has that of the receiving side."""


class Origin(Struct, frozen=True, omit_defaults=True):
    """Places in one export from which an entry was taken: one, or several that it counts together.

    Of an entry typed off paper, the one line of the sheet whose picture the file is.
    """

    file: str = ""
    """Name of the file, and of the member of an archive behind it."""
    sha256: str = ""
    """SHA-256 digest of the whole file, lower-case hexadecimal."""
    channel: str = ""
    """Id of the means by which it came: `sms`, `whatsapp`, `paper`."""
    places: tuple[OriginPlace, ...] = ()
    notes: tuple[str, ...] = ()
    """Ids of what is told beside the content; unknown ones are shown as they stand."""
    through: tuple[LedgerOrigin, ...] = ()
    """Journals through which it came, that in which it was written first; the export stands in that one."""


def from_paper(origin: Origin | None) -> OriginPlace | None:
    """Return the sheet and line from which an entry was typed off; None where it comes from no paper."""
    return origin.places[0] if origin and origin.channel == PAPER and origin.places else None


def origin_in_words(origin: Origin, words: Words) -> str:
    """Render the origin: the file, the first and last line or byte, the source's id, other journals, and the notes.

    Of paper: sheet and line, and that the words were typed when the entry was recorded.
    """
    told = [origin.file]
    if paper := from_paper(origin):
        told = [
            paper_in_words(paper, words),
            words(N_("copied from the paper when this entry was recorded")),
            origin.file,
        ]
    elif origin.places:
        first, last = origin.places[0], origin.places[-1]
        told += [_place(first, words), first.id]
        if len(origin.places) > 1:
            told += [words(N_("to {place}")).format(place=_place(last, words)), f"({len(origin.places)})"]
        if len(origin.places) == 1 and first.stated:
            told.append(words(N_("the sender wrote “{time}”")).format(time=first.stated))
    told += [clause for ledger in origin.through for clause in ledger_origin_in_words(ledger, words)]
    told += [words(NOTES.get(note, note)) for note in origin.notes]
    return ", ".join(filter(None, told))


def paper_in_words(paper: OriginPlace, words: Words) -> str:
    """Render the place on paper from which an entry was typed off: `sheet 12, line 3`."""
    said = N_("sheet {sheet}, line {line}") if paper.id else N_("line {line} of a sheet on paper")
    return words(said).format(sheet=paper.id, line=paper.line)


def _place(place: OriginPlace, words: Words) -> str:
    if place.line:
        return words(N_("line {line}")).format(line=place.line)
    return words(N_("byte {start}")).format(start=place.start)
