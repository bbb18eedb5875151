"""The people and the world of the story; none of it can be met, called or visited."""

from __future__ import annotations

from journal.domain.case.people import Person, Role

HIS_NUMBER = "+00 555 0142"
OTHER_NUMBERS = ("+00 555 0142", "+00 555 0142", "+00 555 0167", "+00 555 0171")
OWN_MOBILE = "+00 555 0100"
OWN_LANDLINE = "+00 555 0101"
HIS_CAR = "grey estate car, Imaginary Wagon"
HIS_PLATE = "0-XXX-000"
HIS_MAIL = ("max@madeup.example", "a.friend@nowhere.example", "m.madeup@elsewhere.example")
HIS_ACCOUNTS = ("max_madeup_00", "not.max.at.all", "just_a_friend_000")

MAX, CALLER_A, AN, NOOR, PIET, CLAIRE, OFFICER, LAWYER = range(1, 9)

PEOPLE = (
    Person(
        number=MAX,
        name="Max Madeup",
        role=Role.STALKER,
        note="former partner; moved out on 30 August 2025",
        also_known_as=("Maxi",),
        telephone_numbers=(HIS_NUMBER, "+00 555 0167"),
        email_addresses=HIS_MAIL[:1],
        accounts=HIS_ACCOUNTS[:1],
        vehicles=(HIS_CAR,),
        plates=(HIS_PLATE,),
        description="1.80 m, short dark hair, grey coat, walks fast; coughs before he speaks",
    ),
    Person(
        number=CALLER_A,
        name="unknown caller A",
        role=Role.STALKER,
        note="number withheld, never speaks",
        description="traffic or a radio in the background, always between 18 and 3 o'clock",
    ),
    Person(number=AN, name="An Invented", role=Role.FAMILY, note="sister", contact="+00 555 0121", circle="family"),
    Person(number=NOOR, name="Noor Nobody", note="neighbour across the street", circle="neighbours"),
    Person(number=PIET, name="Piet Fictief", note="colleague, sits at the window", circle="work"),
    Person(
        number=CLAIRE,
        name="Claire Inventée",
        role=Role.CONFIDANT,
        note="amie, connaît toute l'histoire",
        contact="claire@inventee.example",
        circle="friends",
    ),
    Person(
        number=OFFICER,
        name="Officer Sample",
        role=Role.PROFESSIONAL,
        note="police, Nowhere district",
        contact="+00 555 0188",
    ),
    Person(
        number=LAWYER, name="Ms Example", role=Role.PROFESSIONAL, note="lawyer", contact="office@ms-example.example"
    ),
)
"""Everybody in the story as they are known at its beginning, in the order of their numbers."""

HOME = ("at home", "thuis", "à la maison", "1 Nowhere Street, in the kitchen", "Nowhere Street, in the hall")
WORK = ("at work, Invention Building", "op het werk", "au bureau")
ON_THE_WAY = ("car park at Nullville station", "bus 0, Nowhere Square", "tram stop Fictieplein", "rue Inventée")
REPORT = "NW.00.000000/2026"

BLANKS: dict[str, tuple[str, ...]] = {
    "doing": ("eating", "asleep", "watching the news", "doing the dishes", "on the sofa", "at my desk", "with guests"),
    "bezig": ("aan het eten", "aan het werk", "in de tuin", "onderweg", "aan het koken", "met de kinderen bezig"),
    "fait": ("à table", "au travail", "dans le jardin", "en réunion", "en train de lire", "avec des amis"),
    "sound": ("traffic", "a radio", "breathing", "a door", "rain on a roof", "a station announcement", "nothing"),
    "geluid": ("verkeer", "een radio", "ademhaling", "een trein", "een hond"),
    "bruit": ("une respiration", "de la musique", "le vent", "une voiture", "des pas"),
    "somewhere": ("the baker", "the gym", "the library", "the station", "my sister's street", "the day care"),
    "ergens": ("de bakker", "het station", "de sportclub", "de bibliotheek", "de school"),
    "ailleurs": ("la boulangerie", "la gare", "la bibliothèque", "la piscine", "l'école"),
}
"""What fills the blanks of the sentences: name to the words of which one is drawn."""
