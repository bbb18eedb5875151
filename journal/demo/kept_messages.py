"""Messages and letters of fixed days, of which the recordings, files and originals are kept and handed over."""

from __future__ import annotations

from journal.demo import cast
from journal.demo.scene import Scene, Tick
from journal.domain.entry.entry import Felt, IdentifiedBy

KEPT_MESSAGES = (
    Scene(
        kind="voicemail",
        at="2026-03-28T21:12",
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        place=("at home",),
        quoted=("Pick up. I can see the light in the kitchen.",),
        account=("The machine took it while we were eating.",),
        felt=Felt.STRONGLY,
        details={"call.number": (cast.HIS_NUMBER,), "call.number_shown": ("shown",), "call.duration": (4,)},
        ticks=(Tick("not_answered"), Tick("words_noted")),
    ),
    Scene(
        kind="email",
        at="2026-04-20T06:15",
        person=(cast.MAX,),
        known_by=IdentifiedBy.ACCOUNT,
        account=("Vier bladzijden, om kwart over zes 's morgens. Niet geantwoord.",),
        quoted=("Je zult nog aan mij denken. Lees dit tot het einde.",),
        details={"message.sender": (cast.HIS_MAIL[0],), "message.subject": ("Re: Re: Re: ons",)},
        ticks=(Tick("email_kept"), Tick("not_answered")),
    ),
    Scene(
        kind="voicemail",
        at="2026-05-02T23:40",
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        quoted=("Je sais que tu es là. Je passe demain.",),
        account=("Une voiture en bruit de fond.",),
        felt=Felt.STRONGLY,
        details={"call.number": ("+00 555 0167",), "call.number_shown": ("shown",), "call.duration": (5,)},
        ticks=(Tick("not_answered"),),
    ),
    Scene(
        kind="chat",
        at="2026-05-09T19:55",
        person=(cast.MAX,),
        known_by=IdentifiedBy.ACCOUNT,
        quoted=("I saw you at the library with Claire. Nice scarf.",),
        details={"message.channel": ("chat app",), "message.sender": (cast.HIS_ACCOUNTS[1],)},
        felt=Felt.SOMEWHAT,
        ticks=(Tick("text_noted"), Tick("kept_on_phone")),
    ),
    Scene(
        kind="letter",
        at="2026-09-22T08:30",
        person=(cast.MAX,),
        known_by=IdentifiedBy.HANDWRITING,
        place=("letter box at home",),
        account=("Brief van vier bladzijden. Alleen de envelop en de eerste bladzijde gelezen.",),
        quoted=("Binnenkort praten we, of je wilt of niet.",),
        details={
            "letter.outcome": ("kept",),
            "letter.postmark": ("Nullville, 21.9.2026",),
            "letter.arrived": ("post",),
        },
        ticks=(Tick("handled_little"), Tick("envelope_kept"), Tick("copies_listed", note="politie, Ms Example")),
    ),
    Scene(
        kind="voicemail",
        at="2026-11-19T18:22",
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        place=("at home",),
        quoted=("Tomorrow I will try again. And the day after.",),
        details={"call.number": (cast.HIS_NUMBER,), "call.number_shown": ("shown",), "call.duration": (5,)},
        felt=Felt.SOMEWHAT,
        ticks=(Tick("not_answered"), Tick("words_noted")),
    ),
)
"""Scenes with a piece of their own."""
