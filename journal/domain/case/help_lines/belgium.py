"""Help lines of Belgium."""

from __future__ import annotations

from journal.domain.case.help_lines.line import ALWAYS, HelpLine, OnBill, Surety
from journal.domain.text.words import N_

BELGIUM = (
    HelpLine(
        id="be_police",
        numbers=("101",),
        name="Politie / Police",
        purpose=N_("Police, when it is urgent"),
        emergency=True,
    ),
    HelpLine(
        id="be_1712",
        numbers=("1712",),
        name="1712",
        purpose=N_("Questions about violence and abuse; free, without giving your name"),
        languages=("nl",),
        hours=N_("weekdays 9:00 to 18:00, may have changed; also chat and mail"),
        on_bill=OnBill.NOT_SHOWN,
        source="https://news.belgium.be/nl/uitbreiding-van-lijst-van-nooddiensten-met-hulplijnen-voor-gendergerelateerd-en-intrafamiliaal",
    ),
    HelpLine(
        id="be_ecoute_violences_conjugales",
        numbers=("0800 30 030",),
        name="Écoute Violences Conjugales",
        purpose=N_("Violence by a partner or former partner"),
        languages=("fr",),
        source="https://news.belgium.be/nl/uitbreiding-van-lijst-van-nooddiensten-met-hulplijnen-voor-gendergerelateerd-en-intrafamiliaal",
    ),
    HelpLine(
        id="be_sos_viol",
        numbers=("0800 98 100",),
        name="SOS Viol",
        purpose=N_("Sexual violence"),
        languages=("fr",),
        source="https://news.belgium.be/nl/uitbreiding-van-lijst-van-nooddiensten-met-hulplijnen-voor-gendergerelateerd-en-intrafamiliaal",
    ),
    HelpLine(
        id="be_police_victim_assistance",
        name="Slachtofferbejegening",
        purpose=N_("Victim assistance of the police: ask for it at your local police office"),
        source="https://slachtofferzorg.be/waar-kan-je-terecht",
    ),
    HelpLine(
        id="be_caw",
        numbers=("0800 13 500",),
        name="CAW",
        purpose=N_("Social service and victim support"),
        languages=("nl",),
        surety=Surety.CHECK_FIRST,
        source="https://www.caw.be",
    ),
    HelpLine(
        id="be_tele_onthaal",
        numbers=("106",),
        name="Tele-Onthaal",
        purpose=N_("Somebody who listens"),
        languages=("nl",),
        surety=Surety.CHECK_FIRST,
        source="https://www.tele-onthaal.be",
    ),
    HelpLine(
        id="be_tele_accueil",
        numbers=("107",),
        name="Télé-Accueil",
        purpose=N_("Somebody who listens"),
        languages=("fr",),
        hours=ALWAYS,
        surety=Surety.CHECK_FIRST,
        source="https://www.rtbf.be/article/le-centre-tele-accueil-de-liege-a-l-ecoute-depuis-50-ans-11188471",
    ),
    HelpLine(
        id="be_awel",
        numbers=("102",),
        name="Awel",
        purpose=N_("Children and young people; free, without giving your name"),
        languages=("nl",),
        hours=N_("16:00 to 22:00, not on Sundays and holidays; may have changed"),
        source="https://slachtofferzorg.be/waar-kan-je-terecht",
    ),
    HelpLine(
        id="be_suicide_prevention_nl",
        numbers=("1813",),
        name="Zelfmoordlijn",
        purpose=N_("Thoughts of suicide"),
        languages=("nl",),
        surety=Surety.CHECK_FIRST,
        source="https://www.focus-wtv.be/nieuws/hulplijn-1712-tegen-geweld-gemiddeld-5-telefoons-dag",
    ),
    HelpLine(
        id="be_suicide_prevention_fr",
        numbers=("0800 32 123",),
        name="Centre de prévention du suicide",
        purpose=N_("Thoughts of suicide"),
        languages=("fr",),
        surety=Surety.CHECK_FIRST,
        source="https://www.preventionsuicide.be",
    ),
    HelpLine(
        id="be_telecom_ombudsman",
        numbers=("02 223 09 09",),
        name="Ombudsdienst voor telecommunicatie / Service de médiation pour les télécommunications",
        purpose=N_("Advice about malicious calls; the request itself is made in writing"),
        hours=N_("9:00 to 17:00"),
        source="https://www.ombudsmantelecom.be/nl/een-klacht-indienen/hoe-klacht-indienen/",
    ),
)
"""In display order."""
