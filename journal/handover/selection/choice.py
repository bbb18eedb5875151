"""Parameters of a hand-over: receiver, entries, language, formats, and which fields are withheld."""

from __future__ import annotations

from msgspec import Struct

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_


class For(LabelledEnum):
    """Receiver of a hand-over."""

    POLICE = "police", N_("police")
    LAWYER = "lawyer", N_("lawyer")
    SUPPORT = "support", N_("victim support")
    OMBUDSMAN = "ombudsman", N_("telecom ombudsman (Belgium)")
    OPERATOR = "operator", N_("telephone company (Netherlands)")
    OWN = "own", N_("own archive")
    """The person's own archive."""


MADE_FOR = {
    For.POLICE: N_("for the police"),
    For.LAWYER: N_("for a lawyer"),
    For.OMBUDSMAN: N_("for the telecom ombudsman"),
    For.OPERATOR: N_("for the telephone company"),
    For.SUPPORT: N_("for victim support"),
    For.OWN: N_("for one's own archive"),
}
"""Phrases for whom something was made, where no name is known."""

CALLS_ONLY = frozenset({For.OMBUDSMAN, For.OPERATOR})
"""Receivers that look up calls and need nothing else of the case."""


class Stays(LabelledEnum):
    """Group of fields that can be withheld; the exported ledger has them redacted."""

    PRIVATE_NOTES = "private_notes", N_("Private notes")
    OWN_DATA = "own_data", N_("Own addresses")
    """The person's own addresses and numbers, as they were typed for this."""
    THIRD_PARTIES = "third_parties", N_("Data of others")
    """Contact, addresses and numbers of everybody but the suspect."""
    LOCATIONS = "locations", N_("Places of photos")
    """Locations of photos, as the files say."""
    WITNESSES = "witnesses", N_("Names of witnesses")
    """Names of witnesses too; they become `witness 1`."""
    EFFECTS = "effects", N_("Effects on you")
    """Effects on the person, health and counselling."""
    ORIGINALS = "originals", N_("Files of exhibits")
    """The files themselves; list and digests leave."""


class Format(LabelledEnum):
    """Output format."""

    PDF = "pdf", N_("PDF")
    HTML = "html", N_("HTML")
    TEXT = "text", N_("plain text")
    XLSX = "xlsx", N_("tables (Excel)")
    CSV = "csv", N_("tables (CSV)")
    CALENDAR = "calendar", N_("calendar")
    JSON = "json", N_("records (JSON)")
    BUNDLE = "bundle", N_("bundle")


class Sender(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Data of the sender; asked for at that moment, and stored only where the person wants to."""

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
    """Place of signing."""


class ObjectRef(Struct, frozen=True, array_like=True):
    """Reference to an object of a journal."""

    sort: str
    """`entry`, `item`, `exhibit`, `movement`, `person`, `report`, `order` or `step`."""
    key: int | str
    """Its number; of a step its id, of an item `entry/id`."""


class Exclusion(Struct, frozen=True, array_like=True):
    """Object, or field of one, that was excluded from one hand-over by hand."""

    thing: ObjectRef
    field: str = ""
    """Name of the field, excluded in every version; empty for the whole object."""


FILE_ITSELF = "bytes"
"""Field name for the bytes of an exhibit: excluded, the exhibit stays listed with its digest."""


class EarlierHandover(Struct, frozen=True, kw_only=True):
    """Earlier hand-over of a dossier, to which a supplement is made."""

    record: int
    """Number of its record; what was recorded later is new to the receiver."""
    day: str
    """Local day on which it was made, ISO 8601."""
    to: str = ""
    """Id of the receiver, as in `For`."""
    receiver: str = ""
    entries: tuple[int, ...] = ()
    """Numbers of the entries that it held, those of the hand-overs that it was a supplement to included."""


class HandoverChoice(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Parameters of one hand-over."""

    to: For = For.POLICE
    language: str = "en"
    """`nl`, `fr` or `en`, with `_BE` or `_NL` where the country's words differ."""
    since: str = ""
    """First local day that counts, ISO 8601; empty for the beginning."""
    until: str = ""
    """Last local day that counts."""
    perhaps: bool = True
    """Whether entries are included that lie perhaps, and not surely, between these days."""
    kinds: tuple[str, ...] = ()
    """Ids of kinds; none for all."""
    tags: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    """Numbers of entries; none for all."""
    supplement: EarlierHandover | None = None
    """Hand-over since which entries are new or were changed, and only those are included; None for no supplement."""
    without: tuple[Exclusion, ...] = ()
    """Exclusions made by hand in the preview."""
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
    """Name or office of the receiver, for the cover."""

    def keeps(self, what: Stays) -> bool:
        """Return whether this group of fields is withheld."""
        return what in self.stays
