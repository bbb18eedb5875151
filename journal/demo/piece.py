"""A piece of evidence in the story, and short ways to say what sort it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from journal.demo import cast
from journal.domain.evidence.exhibit import Exhibit, Obtained

if TYPE_CHECKING:
    from journal.demo.drawing import Maker

NO_TIME, MINUTE, HOUR, DAY = timedelta(), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

NOTHING_SAID = Exhibit(number=0)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A file or a thing that is kept as proof of one entry."""

    of: str
    """The entry: the `at` of a scene that happens once, or the id of a kind, for an everyday entry of it."""
    before: str = ""
    """For an everyday one: the local day before which it was recorded; the latest that has no such piece is meant."""
    name: str = ""
    """By what the rest of the story refers to it."""
    file: str = ""
    """The name of the file, in which `when` is the time at which it was made; empty for a thing."""
    make: Maker | None = None
    """Makes the file; None where only its fingerprint is kept, and for a thing."""
    item: str = ""
    """The item of the checklist of which it is the proof, and which is then done."""
    made: timedelta = 10 * MINUTE
    """How long after what happened the file was made."""
    after: timedelta = HOUR
    """How long after the entry was recorded it was added."""
    said: Exhibit = NOTHING_SAID
    """What the writer says of it."""


def thing(of: str, title: str, place: str, **rest: Any) -> Piece:
    """Return something without a file that was found, and where it is kept."""
    said = Exhibit(number=0, title=title, obtained=Obtained.FOUND, original_place=place)
    return Piece(of=of, said=said, **rest)


def photo(of: str, make: Maker, title: str, by: int = 0, **rest: Any) -> Piece:
    """Return a photo, made by the writer or by somebody else of the story."""
    theirs = f"telephone of {cast.PEOPLE[by - 1].name}"
    obtained, place = (Obtained.GIVEN, theirs) if by else (Obtained.MADE, "my telephone")
    said = Exhibit(number=0, title=title, obtained=obtained, from_person=by, original_place=place)
    return Piece(of=of, file="IMG_{when:%Y%m%d_%H%M%S}.jpg", make=make, said=said, **rest)


def screenshot(of: str, make: Maker, title: str = "", **rest: Any) -> Piece:
    """Return a picture of the writer's own telephone."""
    said = Exhibit(number=0, title=title, obtained=Obtained.MADE, original_place="my telephone")
    return Piece(of=of, file="Screenshot_{when:%Y-%m-%d-%H-%M-%S}.png", make=make, said=said, **rest)


def recording(of: str, make: Maker, **rest: Any) -> Piece:
    """Return what the answering machine recorded."""
    said = Exhibit(number=0, obtained=Obtained.SAVED, original_place="answering machine at home")
    file = "msg_{when:%d%m%y_%H%M}.wav"
    return Piece(of=of, file=file, make=make, item="recording_saved", made=NO_TIME, said=said, **rest)


def mail(of: str, make: Maker, title: str = "", by: int = 0, **rest: Any) -> Piece:
    """Return a mail that was saved with its headers."""
    said = Exhibit(number=0, title=title, obtained=Obtained.SAVED, from_person=by, original_place="mailbox")
    return Piece(of=of, file="{when:%Y-%m-%d %H.%M}.eml", make=make, said=said, **rest)


def paper(of: str, file: str, make: Maker, title: str, place: str = "blue folder", **rest: Any) -> Piece:
    """Return something on paper that was scanned, or a file that the writer made."""
    said = Exhibit(number=0, title=title, obtained=Obtained.RECEIVED, original_place=place)
    return Piece(of=of, file=file, make=make, said=said, **rest)


def testimony(of: str, file: str, make: Maker, by: int, **rest: Any) -> Piece:
    """Return what a witness wrote and gave a copy of."""
    said = Exhibit(
        number=0, title="What was seen", obtained=Obtained.GIVEN, from_person=by, original_place="with the witness"
    )
    return Piece(of=of, file=file, make=make, item="witness_wrote", said=said, **rest)
