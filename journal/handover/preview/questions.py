"""Words of the questions before a hand-over: labels of each choice, and the sender data that a receiver asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_
from journal.handover.selection.choice import CALLS_ONLY, For, Format, Stays

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.selection import Selection

_NOTHING = N_("No entry fits what was chosen, so there is nothing to hand over. Everything is as it was.")
_NOTHING_NEW = N_(
    "Nothing was recorded or changed since that dossier, so there is nothing to add to it. Everything is as it was."
)
_NO_CALLS = N_(
    "No call and no text message is among what was chosen, so there is nothing that could be looked up. Everything is "
    "as it was."
)

RECEIVERS: Mapping[For, str] = labels_of(For)
FORMATS: Mapping[Format, str] = labels_of(Format)
STAYS: Mapping[Stays, str] = labels_of(Stays)
WHAT_STAYS: Mapping[Stays, str] = {
    Stays.PRIVATE_NOTES: N_("All notes that you wrote only for yourself."),
    Stays.OWN_DATA: N_("Your own addresses, numbers and accounts, and the places where you keep things."),
    Stays.THIRD_PARTIES: N_("Addresses, numbers and accounts of everybody but the suspect."),
    Stays.LOCATIONS: N_(
        "The place where a photo was taken, if the file holds it. If not ticked, copies are made without it."
    ),
    Stays.WITNESSES: N_("Unticked, witnesses are called witness 1, witness 2 …"),
    Stays.EFFECTS: N_("What it did to you: health, fear, injuries, help that you had."),
    Stays.ORIGINALS: N_("Unticked, only the list of exhibits is shared, with their digests."),
}
"""Description of each group of fields, in one sentence; unticked, it is withheld."""

SENDER: Mapping[str, str] = {
    "name": N_("Name"),
    "address": N_("Address"),
    "telephone": N_("Telephone"),
    "email": N_("E-mail"),
    "birth_date": N_("Date of birth"),
    "operator": N_("Telephone company"),
    "customer_number": N_("Customer number"),
    "place": N_("Place of signing"),
}
"""Labels of every field of a `Sender`, in the order in which it is asked."""
_ASKED_BY = {For.OWN: ("name",), For.OMBUDSMAN: tuple(SENDER), For.OPERATOR: tuple(SENDER)}
NEEDED = ("name", "address", "telephone")
"""Required fields of the sender of a request about calls."""
_ASKED = ("name", "address", "telephone", "email", "birth_date")
_ON_THE_COVER = ("name",)


def asked_of_sender(to: For, *, own_data_stays: bool) -> tuple[str, ...]:
    """Return the names of the fields of a `Sender` that this receiver asks for, and no others."""
    return _ASKED_BY.get(to) or (_ON_THE_COVER if own_data_stays else _ASKED)


def missing(choice: HandoverChoice) -> tuple[str, ...]:
    """Return the marked labels of the required fields that the sender left empty."""
    needed = NEEDED if choice.to in CALLS_ONLY else ()
    return tuple(SENDER[name] for name in needed if not getattr(choice.sender, name))


def nothing_leaves(chosen: Selection) -> str:
    """Return the marked message that there is nothing to hand over; "" where there is."""
    if chosen.entries or chosen.choice.to is For.OWN:
        return ""
    if chosen.choice.supplement:
        return _NOTHING_NEW
    return _NO_CALLS if chosen.choice.to in CALLS_ONLY else _NOTHING


def caution(choice: HandoverChoice) -> str:
    """Return the marked warning that is to be read before this is made; "" where there is none."""
    if choice.to is For.OMBUDSMAN:
        from journal.handover.requests.ombudsman import CAUTION

        return CAUTION
    if choice.to is For.OPERATOR:
        from journal.handover.requests.operator import CAUTION as OF_OPERATOR

        return OF_OPERATOR
    return ""
