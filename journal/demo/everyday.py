"""The scenes that come back, again and again: most of a case is made of these."""

from __future__ import annotations

from journal.demo import cast
from journal.demo.scene import Scene
from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted

_CALLER = {"call.number": cast.OTHER_NUMBERS, "call.number_shown": ("shown",)}
_WITHHELD: dict[str, tuple[str, ...]] = {"call.number_shown": ("withheld", "withheld", "unknown")}
_RINGS = tuple(range(2, 15))
_SECONDS = (6, 9, 14, 21, 35, 48, 75, 130, 200)

CALLS = (
    Scene(
        kind="call_missed",
        weight=26,
        hours=(8, 25),
        bursts=True,
        person=(cast.MAX,),
        known_by=IdentifiedBy.NUMBER,
        place=(*cast.HOME, "", ""),
        account=("", "", "Rang {n} times, I was {doing}.", "{n} keer overgegaan, ik was {bezig}.", "J'étais {fait}."),
        details=_CALLER | {"call.rings": _RINGS, "call.own_line": (cast.OWN_MOBILE, cast.OWN_LANDLINE)},
    ),
    Scene(
        kind="call_silent",
        weight=22,
        hours=(18, 27),
        bursts=True,
        person=(cast.CALLER_A,),
        known_by=IdentifiedBy.ASSUMPTION,
        place=cast.HOME,
        account=(
            "The telephone rang {n} times while we were {doing}. Nobody spoke; I could hear {sound}.",
            "Niemand zei iets. Ik hoorde {geluid}. Ik was {bezig}.",
            "Personne au bout du fil, {bruit} seulement. J'étais {fait}.",
        ),
        details=_WITHHELD | {"call.rings": _RINGS, "call.answered": (True, False), "call.duration": _SECONDS},
        impact=("", "", "Could not sleep afterwards.", "Ik durf de telefoon niet meer op te nemen.", "Mal dormi."),
        felt=Felt.SOMEWHAT,
    ),
    Scene(
        kind="call_answered",
        weight=3,
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        account=("Picked up without looking, I was {doing}. Hung up at once.", "Par surprise, j'étais {fait}."),
        quoted=("We need to talk.", "Je kan niet eeuwig zwijgen.", "Tu me dois une explication."),
        details=_CALLER | {"call.duration": _SECONDS, "call.rings": _RINGS},
    ),
    Scene(
        kind="voicemail",
        weight=7,
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        quoted=(
            "I know you are listening. Call me back.",
            "Ik bel morgen weer. En overmorgen.",
            "Rappelle-moi, c'est la dernière fois que je demande.",
            "You cannot hide behind a machine.",
        ),
        account=("", "Behind the voice I could hear {sound}.", "Op de achtergrond {geluid}."),
        details=_CALLER | {"call.duration": _SECONDS},
    ),
)

MESSAGES = (
    Scene(
        kind="sms",
        weight=16,
        hours=(7, 26),
        bursts=True,
        person=(cast.MAX,),
        known_by=IdentifiedBy.NUMBER,
        quoted=(
            "Why do you not answer? I saw you at {somewhere}.",
            "Waarom antwoord je niet? Ik zag je aan {ergens}.",
            "Pourquoi tu ne réponds pas ? Je t'ai vue devant {ailleurs}.",
            "I only want {n} minutes of your time.",
            "{n} minuten, meer vraag ik niet.",
            "Nice coat today.",
            "Ik weet dat je {bezig} bent.",
        ),
        details=_CALLER | {"call.own_line": (cast.OWN_MOBILE,)},
    ),
    Scene(
        kind="chat",
        weight=14,
        hours=(7, 26),
        bursts=True,
        person=(cast.MAX,),
        known_by=IdentifiedBy.ACCOUNT,
        quoted=(
            "Hello? I can see that you are online.",
            "Ik zie dat je online bent. {n} keer al.",
            "Tu étais {fait}, non ?",
            "Tell your sister to stop staring at me.",
            "Was het gezellig aan {ergens}?",
        ),
        details={
            "message.channel": ("chat app", "photo app", "messages of a game"),
            "message.sender": cast.HIS_ACCOUNTS,
        },
    ),
    Scene(
        kind="email",
        weight=8,
        person=(cast.MAX,),
        known_by=IdentifiedBy.ACCOUNT,
        account=("A long mail; I stopped at line {n}.", "Lange mail, niet geantwoord.", "Pas répondu."),
        quoted=("", "Please read this to the end.", "Lees dit alsjeblieft.", "Lis jusqu'au bout."),
        details={
            "message.sender": cast.HIS_MAIL,
            "message.subject": ("us", "ons", "nous", "please", "last mail", "your things", "Re: Re: Re: us"),
        },
    ),
    Scene(
        kind="social_media",
        weight=7,
        person=(cast.MAX, 0),
        known_by=IdentifiedBy.ACCOUNT,
        account=(
            "Comment under a photo of {somewhere}.",
            "Onder een foto van {ergens}.",
            "Sous une photo de {ailleurs}.",
        ),
        quoted=("Some people never change.", "Mooi daar?", "Toujours la même."),
        details={
            "online.sort": ("post", "comment", "mention", "request"),
            "online.platform": ("Madeup Social", "Fictiegram"),
            "online.profile": cast.HIS_ACCOUNTS,
        },
    ),
)

NEARBY = (
    Scene(
        kind="waited_for",
        weight=8,
        hours=(7, 20),
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        place=(*cast.ON_THE_WAY, "in front of the house", "voor de deur van het werk"),
        account=(
            "Stood across the street when I came out of {somewhere}, for {n} minutes.",
            "Stond aan {ergens} te wachten, {n} minuten lang.",
            "Il attendait devant {ailleurs}.",
            "Sat in the car, engine off, for {n} minutes.",
        ),
        details={
            "vehicle.description": (cast.HIS_CAR,),
            "vehicle.plate": (cast.HIS_PLATE,),
            "scene.distance": ("20 metres", "across the street", "een twintigtal meter"),
            "scene.appearance": ("dark coat, cap", "blauwe jas", "manteau gris"),
        },
        witnesses=(cast.NOOR, cast.PIET),
        felt=Felt.STRONGLY,
        response=("", "Went back inside.", "Ben omgekeerd.", "Went into a shop and waited."),
    ),
    Scene(
        kind="followed",
        weight=5,
        hours=(7, 20),
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        place=cast.ON_THE_WAY,
        account=(
            "Behind me from work to {somewhere}.",
            "Achter mij aan tot {ergens}.",
            "Derrière moi jusqu'à {ailleurs}.",
        ),
        details={
            "followed.route": ("from work to the bus", "van het station naar huis", "du bureau à la gare"),
            "scene.distance": ("10 metres", "two cars behind", "vijftien meter"),
            "vehicle.plate": (cast.HIS_PLATE,),
        },
        witnesses=(cast.PIET, cast.CLAIRE),
        felt=Felt.STRONGLY,
    ),
    Scene(
        kind="watched",
        weight=3,
        hours=(17, 24),
        person=(cast.MAX, 0),
        known_by=IdentifiedBy.ASSUMPTION,
        place=("at home, living room", "thuis, voorkant"),
        account=("Somebody stood under the lamp and looked up for {n} minutes.", "Iemand keek omhoog, {n} minuten."),
        details={"watched.means": ("eyes", "phone", "unknown"), "watched.from_where": ("the pavement", "de overkant")},
        witnesses=(cast.NOOR,),
    ),
)

AROUND = (
    Scene(
        kind="letter",
        weight=5,
        hours=(8, 14),
        person=(cast.MAX,),
        known_by=IdentifiedBy.HANDWRITING,
        account=("A card, {n} lines.", "Brief van {n} bladzijden in de bus.", "Une carte, sans signature."),
        details={
            "letter.outcome": ("kept", "kept_unopened", "returned_unopened"),
            "letter.postmark": ("Nullville", "Nergens", "unreadable"),
            "letter.arrived": ("post", "letter_box", "left"),
        },
    ),
    Scene(
        kind="gift",
        weight=3,
        hours=(8, 18),
        person=(cast.MAX,),
        known_by=IdentifiedBy.ASSUMPTION,
        account=("Left at the door while I was {doing}.", "Aan de deur gehangen.", "Déposé devant la porte."),
        details={
            "gift.what": ("{n} roses", "a box of chocolates", "een boek", "un foulard"),
            "letter.arrived": ("left", "courier"),
        },
        witnesses=(cast.NOOR,),
    ),
    Scene(
        kind="contact_through_others",
        weight=6,
        person=(cast.MAX,),
        known_by=IdentifiedBy.TOLD,
        reported_by=cast.CLAIRE,
        account=(
            "Asked whether I still go to {somewhere}.",
            "Vroeg of ik nog naar {ergens} ga.",
            "Il a demandé mon adresse.",
        ),
        targeted=(Targeted.ME, Targeted.FRIEND),
        details={
            "others.through": ("Claire Inventée", "my mother", "een collega", "le club"),
            "others.circle": ("friends", "family", "work", "club"),
            "others.wanted": ("my new number", "waar ik werk", "un rendez-vous"),
        },
    ),
    Scene(
        kind="proposal",
        weight=3,
        person=(cast.MAX,),
        known_by=IdentifiedBy.NUMBER,
        quoted=("One last coffee and I will leave you alone.", "Eén gesprek en het stopt.", "Un café, c'est tout."),
        details={
            "proposal.sort": ("proposal", "demand", "promise"),
            "proposal.outcome": ("open", "promise_broken"),
            "message.channel": ("text message", "chat app"),
        },
    ),
    Scene(
        kind="other",
        weight=2,
        account=(
            "The letter box stood open again.",
            "Mijn fiets stond anders dan gisteren.",
            "La poubelle était renversée.",
        ),
        details={"other.what": ("small sign", "klein teken")},
    ),
)

EVERYDAY: tuple[Scene, ...] = (*CALLS, *MESSAGES, *NEARBY, *AROUND)
"""All scenes that come back, with their weights."""
