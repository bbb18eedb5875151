"""Labels of the fields and answers about people, by stable id; marked phrases, translated when drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import AskedTo, Willing
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "role": N_("Role"),
    "note": N_("Note"),
    "contact": N_("How to reach"),
    "circle": N_("Circle"),
    "informed_on": N_("Informed on"),
    "asked_to": N_("Asked to"),
    "willing_to_testify": N_("Would testify"),
    "has_private_number": N_("Has your unlisted number"),
    "also_known_as": N_("Other names"),
    "telephone_numbers": N_("Telephone numbers"),
    "email_addresses": N_("E-mail addresses"),
    "accounts": N_("Accounts and profiles"),
    "vehicles": N_("Vehicles"),
    "plates": N_("Number plates"),
    "description": N_("Description"),
}
"""Labels of a person's fields, in display order."""

STALKER_FIELDS = (
    "also_known_as",
    "telephone_numbers",
    "email_addresses",
    "accounts",
    "vehicles",
    "plates",
    "description",
)
"""Identifying fields, asked only for the person who does it."""

HELPER_FIELDS = ("contact", "circle", "informed_on", "asked_to", "willing_to_testify", "has_private_number")
"""Fields asked for everybody else."""

ASKED_TO: Mapping[AskedTo, str] = {
    AskedTo.WATCH_OUT: N_("watch out and collect proof"),
    AskedTo.KEEP_DATA_PRIVATE: N_("pass on nothing private about you"),
    AskedTo.KEEP_AWAY: N_("keep away from the person, also when friendly"),
    AskedTo.TESTIFY: N_("testify"),
}
"""Labels of the requests made to a person."""

WILLING: Mapping[Willing, str] = {Willing.YES: N_("yes"), Willing.UNSURE: N_("not sure"), Willing.NO: N_("no")}
"""Labels of the answers to a request to testify."""
