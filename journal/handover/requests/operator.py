"""The request to a telephone company in the Netherlands to look into anonymous nuisance calls and name the caller.

Source of the duty: article 11.11 of the Telecommunicatiewet, as known in November 2026. The law names no minimum number
of calls; some companies have rules of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.dossier.calls import chosen_calls
from journal.handover.dossier.formatting import happened
from journal.handover.model.document import Blank, Document, Paragraph
from journal.handover.requests.shared import listed, request, sender

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.handover.selection.selection import Selection

CAUTION = N_(
    "Talk about it with the police or Veilig Thuis first: the caller may be told that data about him were given, and "
    "so come to know that you complained. Ask the company beforehand what it tells the caller."
)
"""Shown before the request is made."""

_REQUEST = N_(
    "I receive unwanted calls that cause me nuisance. I ask you to look into them and to give me the number, name, "
    "address, postcode and town of whoever makes them, as article 11.11 of the Telecommunicatiewet provides. The calls "
    "are listed below."
)
_ANSWER = N_("Please answer within two weeks. Please do not give my name or number to the caller.")
_BEFORE_SENDING = (
    CAUTION,
    N_("Ask the company which form it wants; some have one of their own."),
    N_("Some companies begin at a number of calls that they set themselves; the law names none."),
    N_("A report to the police can be made at the same time."),
)


def operator(chosen: Selection, words: Words) -> Document:
    """Return the letter to the telephone company."""
    company = chosen.choice.sender.operator
    dated = [one.history for one in chosen_calls(chosen) if one.history.happened.on_one_day]
    first = words(N_("The first of the calls listed: {when}"))
    return request(
        chosen,
        words,
        words(N_("Request to look into nuisance calls")),
        (
            Paragraph(company) if company else Blank(words(N_("Name and address of the telephone company")), 2),
            sender(chosen, words),
            Paragraph(words(_REQUEST)),
            *(Paragraph(first.format(when=happened(one, words))) for one in dated[:1]),
            Blank(words(N_("What is heard, and why it is a nuisance")), lines=3),
            *listed(chosen, words),
            Paragraph(words(_ANSWER)),
        ),
        _BEFORE_SENDING,
    )
