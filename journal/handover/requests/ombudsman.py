"""The request to the Belgian telecom ombudsman to identify whoever makes malicious calls.

Source of what is asked: the pages of the ombudsman's office on malicious calls, and article 43bis, § 3, 7° of the law
of 21 March 1991, as known in November 2026. No minimum number of calls is named there, and so none here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.model.document import Document, Paragraph
from journal.handover.requests.shared import listed, request, sender

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.handover.selection.selection import Selection

CAUTION = N_(
    "Talk about it with the police or victim support first: whoever makes the calls may come to know of the request, "
    "through the holder of the line or later in a file. The ombudsman's office itself does not contact the caller."
)
"""Shown before the request is made."""

_ADDRESS = (
    "Ombudsdienst voor telecommunicatie\nService de médiation pour les télécommunications\n"
    "Koning Albert II-laan 8 bus 3 / Boulevard du Roi Albert II 8 boîte 3\n1000 Brussel / Bruxelles"
)
"""Proper names, in the languages of the office."""
_DECLARATION = N_(
    "I, the undersigned, confirm that I am the holder of the telephone line named above, or act for the holder. "
    "I ask for the identity and address of the suspected author of the malicious calls and messages listed here, of "
    "which I am the victim."
)
_BEFORE_SENDING = (
    CAUTION,
    N_("Sign it: a request without a signature is not valid."),
    N_("A copy of the report to the police may be added; reporting to the police as well is strongly advised."),
    N_("The answer names the holder of the line, who need not be the caller. Calls from abroad cannot be traced so."),
    N_("The ombudsman cannot look up messages of apps such as WhatsApp or Messenger. Take those to the police."),
)


def ombudsman(chosen: Selection, words: Words) -> Document:
    """Return the request to the ombudsman's office."""
    apart = N_("Only calls with an exact date and hour can be looked up; those without stand apart, with the reason.")
    return request(
        chosen,
        words,
        words(N_("Request to identify the author of malicious calls")),
        (
            Paragraph(_ADDRESS),
            sender(chosen, words),
            Paragraph(words(_DECLARATION)),
            *listed(chosen, words),
            Paragraph(words(apart), small=True),
        ),
        _BEFORE_SENDING,
    )
