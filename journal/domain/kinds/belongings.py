"""Kinds of acts against property: damage and theft."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Shape
from journal.domain.kinds.evidence_types import PAPER
from journal.domain.text.words import N_

BELONGINGS = (
    Kind(
        "damage",
        N_("Damage or vandalism"),
        (
            Field("damage.what", N_("What was damaged")),
            fields.COST,
            *fields.POLICE_FIELDS,
            *fields.VEHICLE_FIELDS,
            fields.INSURER,
        ),
        (
            items.LEFT_AS_FOUND,
            items.PHOTO_OVERVIEW,
            items.PHOTO_DETAIL,
            Item("photos_to_police", N_("photos given to the police, and noted on which day")),
            items.CAMERAS_ASKED,
            items.ESTIMATE_OR_BILL,
            items.INSURER_TOLD,
        ),
        N_("Photograph it before anything is repaired. When things are being destroyed, call the police at once."),
        search_words=N_("vandalism damaged destroyed broken scratched tyres paint graffiti car window fire"),
    ),
    Kind(
        "theft",
        N_("Theft"),
        (
            Field("theft.what", N_("What was taken"), Shape.TEXT),
            fields.COST,
            Field("theft.marks", N_("Serial numbers or marks"), rare=True),
            *fields.POLICE_FIELDS,
            fields.INSURER,
        ),
        (
            items.MISSING_LISTED,
            Item("ownership_kept", N_("bill, photo or serial number of the thing kept"), PAPER),
            items.PHOTO_OVERVIEW,
            items.CAMERAS_ASKED,
            items.WITNESS_WROTE,
            items.POLICE_CAME,
            items.INSURER_TOLD,
        ),
        N_(
            "Small things count too: post, keys, washing, a photo. Stolen keys or papers are worth a call to the "
            "police."
        ),
        search_words=N_("stolen taken missing keys post wallet bicycle gone"),
    ),
)
"""In display order."""
