"""Help lines of the Netherlands."""

from __future__ import annotations

from journal.domain.case.help_lines.line import ALWAYS, HelpLine, Surety
from journal.domain.text.words import N_

NETHERLANDS = (
    HelpLine(
        id="nl_police",
        numbers=("0900-8844",),
        name="Politie",
        purpose=N_("Police, when it is not urgent"),
        source="https://www.politie.nl/informatie/voor-professionals-over-seksueel-misbruik.html",
    ),
    HelpLine(
        id="nl_veilig_thuis",
        numbers=("0800-2000",),
        name="Veilig Thuis",  # codespell:ignore thuis
        purpose=N_("Violence at home, also by a former partner; free"),
        hours=ALWAYS,
        source="https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld",
    ),
    HelpLine(
        id="nl_slachtofferhulp",
        numbers=("0900-0101",),
        name="Slachtofferhulp Nederland",
        purpose=N_("Victim support: talk, papers, what comes after a report"),
        source="https://www.slachtofferhulp.nl/professionals/een-slachtoffer-doorverwijzen/doorverwijzen-naar-slachtofferhulp/",
    ),
    HelpLine(
        id="nl_centrum_seksueel_geweld",
        numbers=("0800-0188",),
        name="Centrum Seksueel Geweld",
        purpose=N_("Sexual violence; free"),
        hours=ALWAYS,
        source="https://www.politie.nl/informatie/voor-professionals-over-seksueel-misbruik.html",
    ),
    HelpLine(
        id="nl_113",
        numbers=("113", "0800-0113"),
        name="113 Zelfmoordpreventie",
        purpose=N_("Thoughts of suicide; free, without giving your name"),
        hours=ALWAYS,
        source="https://www.113.nl/schoolopdracht",
    ),
    HelpLine(
        id="nl_juridisch_loket",
        numbers=("0800-8020",),
        name="Juridisch Loket",
        purpose=N_("Legal questions"),
        surety=Surety.CHECK_FIRST,
        source="https://www.juridischloket.nl",
    ),
    HelpLine(
        id="nl_meld_misdaad_anoniem",
        numbers=("0800-7000",),
        name="Meld Misdaad Anoniem",
        purpose=N_("Tell of a crime without giving your name"),
        surety=Surety.CHECK_FIRST,
        source="https://www.meldmisdaadanoniem.nl",
    ),
)
"""In display order."""
