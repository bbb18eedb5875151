"""What somebody chose to hand over: to whom, which entries, in which language, and what stays here."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class For(StrEnum):
    """Who gets it."""

    POLICE = "police"
    LAWYER = "lawyer"
    OMBUDSMAN = "ombudsman"
    """The telecom ombudsman, Belgium."""
    OPERATOR = "operator"
    """The telephone company, Netherlands."""
    SUPPORT = "support"
    """Victim support."""
    OWN = "own"
    """The person's own archive."""


CALLS_ONLY = frozenset({For.OMBUDSMAN, For.OPERATOR})
"""Who looks up calls and needs nothing else of the case."""


class Stays(StrEnum):
    """What can be kept back; the ledger that leaves has it blackened."""

    PRIVATE_NOTES = "private_notes"
    OWN_DATA = "own_data"
    """The person's own addresses and numbers, as they were typed for this."""
    THIRD_PARTIES = "third_parties"
    """Contact, addresses and numbers of everybody but the stalker."""
    LOCATIONS = "locations"
    """Where photos were taken, as the files say."""
    WITNESSES = "witnesses"
    """The names of witnesses too; they become `witness 1`."""
    EFFECTS = "effects"
    """Effects on the person, health and counselling."""
    ORIGINALS = "originals"
    """The files themselves; list and digests leave."""


class Format(StrEnum):
    """What can be written."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    XLSX = "xlsx"
    CSV = "csv"
    CALENDAR = "calendar"
    JSON = "json"
    BUNDLE = "bundle"


class Sender(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who hands over; asked for at that moment, and kept only where the person wants to."""

    name: str = ""
    address: str = ""
    telephone: str = ""
    """The line that is called, where an ombudsman or operator is asked."""
    email: str = ""
    birth_date: str = ""
    """ISO 8601."""
    operator: str = ""
    customer_number: str = ""
    place: str = ""
    """Where it is signed."""


class ObjectRef(Struct, frozen=True, array_like=True):
    """One thing of a journal."""

    sort: str
    """`entry`, `item`, `exhibit`, `movement`, `person`, `report`, `order` or `step`."""
    key: int | str
    """Its number; of a step its id, of an item `entry/id`."""


class Exclusion(Struct, frozen=True, array_like=True):
    """Something that was taken out of one hand-over by hand."""

    thing: ObjectRef
    field: str = ""
    """Which field of it, in every version; empty for the whole thing."""


FILE_ITSELF = "bytes"
"""The bytes of an exhibit, as a field of it: taken out, the exhibit stays listed with its digest."""


class Choice(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One hand-over, as it was chosen."""

    to: For = For.POLICE
    language: str = "en"
    """`nl`, `fr` or `en`, with `_BE` or `_NL` where the country's words differ."""
    since: str = ""
    """The first local day that counts, ISO 8601; empty for the beginning."""
    until: str = ""
    """The last local day that counts."""
    perhaps: bool = True
    """Whether entries leave too that lie perhaps, and not surely, between these days."""
    kinds: tuple[str, ...] = ()
    """Ids of kinds; none for all."""
    tags: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    """Entries by number; none for all."""
    without: tuple[Exclusion, ...] = ()
    """What was taken out by hand, after a look at all that leaves."""
    stays: tuple[Stays, ...] = (
        Stays.PRIVATE_NOTES,
        Stays.OWN_DATA,
        Stays.THIRD_PARTIES,
        Stays.LOCATIONS,
        Stays.EFFECTS,
    )
    formats: tuple[Format, ...] = (Format.PDF,)
    sender: Sender = Sender()
    receiver: str = ""
    """Name or office of whoever gets it, as it stands on the cover."""

    def keeps(self, what: Stays) -> bool:
        """Tell whether this stays here."""
        return what in self.stays
