"""Steps for keeping proof, and for finding help."""

from __future__ import annotations

from journal.domain.case.steps.catalogue import Step
from journal.domain.kinds.catalogue import Field
from journal.domain.text.words import N_

WITH_WHOM = Field("case.with_whom", N_("With whom"))
FILE_NUMBER = Field("case.file_number", N_("File number"), rare=True)
CHECKED_BY = Field("case.checked_by", N_("Who helped with it"))
FOUND = Field("case.found", N_("What was found"), rare=True)


PROOF = (
    Step(
        "copies_safe",
        N_("Copies kept in a safe place"),
        advice=N_(
            "Make enough copies of everything and keep them where the suspect cannot come. Note with each exhibit "
            "where it is."
        ),
    ),
    Step(
        "backup_trusted",
        N_("Backup with somebody you trust"),
        advice=N_(
            "A copy of this journal on a USB stick, with somebody you trust or a lawyer, is still there if the "
            "computer is lost."
        ),
        fields=(WITH_WHOM,),
    ),
    Step(
        "accounts_checked",
        N_("Accounts and sign-ins checked"),
        advice=N_(
            "Save the list of sign-ins before anything is changed. Do it with help, on a device that only you use."
        ),
        safety=N_(
            "The suspect may notice a changed password. Save the proof, and talk to the police or victim support first."
        ),
        fields=(CHECKED_BY, FOUND),
    ),
    Step(
        "devices_checked",
        N_("Telephone, computer and car checked"),
        advice=N_("Have it done by somebody who knows how. What is found stays in place until it is photographed."),
        safety=N_(
            "Removing a program or a tracker is noticed and destroys proof. Save the proof, and talk to the police or "
            "victim support first."
        ),
        fields=(CHECKED_BY, FOUND),
    ),
)
"""Steps about proof, in display order."""

HELP = (
    Step(
        "talked_about_it",
        N_("Talked about it with somebody"),
        advice=N_(
            "You do not have to carry this alone. There are help lines that listen, some without asking your name."
        ),
        safety=N_("A call may be visible in the list of calls and on a shared bill."),
        fields=(WITH_WHOM,),
        help_lines=True,
    ),
    Step(
        "social_service",
        N_("Social service asked for help"),
        advice=N_("Social services listen, and know the way to other help near you."),
        fields=(WITH_WHOM, FILE_NUMBER),
        help_lines=True,
    ),
    Step(
        "victim_support",
        N_("Victim support asked for help"),
        advice=N_("Victim support helps with the police, with papers, and with what all this does to you."),
        fields=(WITH_WHOM, FILE_NUMBER),
        help_lines=True,
    ),
    Step(
        "doctor",
        N_("Doctor seen"),
        advice=N_("A doctor can note what it does to your sleep and health, with the date."),
        fields=(WITH_WHOM,),
    ),
    Step(
        "lawyer",
        N_("Lawyer asked for advice"),
        advice=N_("A lawyer can write in your name. Ask beforehand what it costs and whether aid is possible."),
        fields=(WITH_WHOM, FILE_NUMBER),
        help_lines=True,
    ),
)
"""Steps about help, in display order."""
