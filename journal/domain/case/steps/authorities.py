"""Steps at police, court, ombudsman, operator, supplier and platform.

Belgium: the telecom ombudsman identifies callers (law of 21 March 1991, art. 43bis). The Netherlands: the operator must
look into anonymous calls (Telecommunicatiewet, art. 11.11), and stalking is prosecuted at the person's request
(Wetboek van Strafrecht, art. 285b).
"""

from __future__ import annotations

from journal.domain.case.report import Receiver
from journal.domain.case.steps.catalogue import Step
from journal.domain.kinds.own_steps import ASKED_SUPPLIER_OR_OPERATOR, REPORTED_TO_POLICE
from journal.domain.text.words import N_

AUTHORITIES = (
    Step(
        "police_called",
        N_("Police called when threatened"),
        advice=N_("Call the police at once when you are threatened or when things are being destroyed."),
        help_lines=True,
    ),
    Step(
        "police_report",
        N_("Went to the police"),
        advice=N_("Report it when it goes on or grows more intense. Ask for the number and for a copy."),
        safety=N_("Ask the police when the suspect will be told about your report, and what to do until then."),
        kind=REPORTED_TO_POLICE.id,
        receiver=Receiver.POLICE,
    ),
    Step(
        "prosecution_asked",
        N_("Prosecution expressly asked for"),
        advice=N_(
            "In the Netherlands the report alone is not enough: ask expressly for prosecution, have it written down, "
            "and ask within which time that must be done."
        ),
        safety=N_("Ask the police when the suspect will be told about it, and what to do until then."),
        kind=REPORTED_TO_POLICE.id,
        receiver=Receiver.POLICE,
        country="NL",
    ),
    Step(
        "evidence_handed_over",
        N_("Evidence given to the police"),
        advice=N_("Give copies, and originals only against a receipt. Keep a copy of everything."),
    ),
    Step(
        "alarm_asked",
        N_("Asked about a mobile stalking alarm"),
        advice=N_("Ask the police whether a mobile stalking alarm (button or app) is possible in your situation."),
    ),
    Step(
        "ban_asked",
        N_("Asked about a contact ban or street ban"),
        advice=N_("A lawyer, the police or victim support can say what is possible and what it asks of you."),
        safety=N_("The suspect will be told about a request for a ban. Talk to the police or victim support first."),
    ),
    Step(
        "ombudsman_asked",
        N_("Telecom ombudsman asked who calls"),
        advice=N_(
            "For repeated anonymous calls or messages: in writing, with the exact date and time of each, what was "
            "said, and for a silent call the number of rings."
        ),
        safety=N_(
            "The ombudsman does not contact the caller. Talk to the police or victim support first all the same, also "
            "about what comes after."
        ),
        kind=ASKED_SUPPLIER_OR_OPERATOR.id,
        receiver=Receiver.OMBUDSMAN,
        country="BE",
    ),
    Step(
        "operator_asked",
        N_("Operator asked who calls"),
        advice=N_(
            "For anonymous calls your operator must look into it. Write down your number, what you hear, and the date "
            "and time of each call."
        ),
        safety=N_("The caller may learn that you complained. Talk to the police or victim support first."),
        kind=ASKED_SUPPLIER_OR_OPERATOR.id,
        receiver=Receiver.OPERATOR,
        country="NL",
    ),
    Step(
        "suppliers_asked",
        N_("Suppliers asked to delete your address"),
        advice=N_(
            "Accept and sign nothing that you did not order. Send the courier away. Ask for a copy of any forged "
            "signature."
        ),
        kind=ASKED_SUPPLIER_OR_OPERATOR.id,
        receiver=Receiver.SUPPLIER,
    ),
    Step(
        "platforms_asked",
        N_("Pages and profiles reported, after saving"),
        advice=N_("Save the page with address, account and date first. Then report it to the platform."),
        safety=N_("The suspect may notice when a page disappears. Talk to the police or victim support first."),
        kind=ASKED_SUPPLIER_OR_OPERATOR.id,
        receiver=Receiver.PLATFORM,
    ),
)
"""Steps at authorities and companies, in display order."""
