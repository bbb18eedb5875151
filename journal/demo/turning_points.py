"""The rarer acts of the story, each on its day, so that every kind of the catalogue is there; nothing gruesome."""

from __future__ import annotations

from datetime import timedelta

from journal.demo import cast
from journal.demo.scene import Later, Scene, Tick
from journal.domain.entry.entry import Felt, IdentifiedBy, Targeted
from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import Certainty

DAY = timedelta(days=1)

MEMORIES = (
    Scene(
        kind="proposal",
        at="2025-09-14T18:00",
        sure=Certainty.BETWEEN,
        lasts=5 * DAY,
        person=(cast.MAX,),
        known_by=IdentifiedBy.VOICE,
        account=("Somewhere in that week: promised to leave me alone if I met him once more. He did not.",),
        details={
            "proposal.sort": ("promise",),
            "proposal.outcome": ("promise_broken",),
            "proposal.broken_on": ("2025-09-21",),
        },
        ticks=(Tick("outcome_noted"),),
    ),
    Scene(
        kind="gift",
        at="2025-09-28T09:00",
        sure=Certainty.DAY,
        person=(cast.MAX,),
        known_by=IdentifiedBy.HANDWRITING,
        account=("Roses on the doorstep with a card.",),
        quoted=("You will come back to me.",),
        details={"gift.what": ("roses",), "letter.arrived": ("left",), "letter.outcome": ("not_kept",)},
        ticks=(Tick("original_kept", ItemState.DOES_NOT_APPLY, note="thrown away, a photo exists"),),
    ),
    Scene(
        kind="other",
        at="2025-10-05T12:00",
        sure=Certainty.UNKNOWN,
        account=("The spare key is gone from the shed. Nobody knows since when.",),
        details={"other.what": ("missing key",)},
        ticks=(),
    ),
)

AT_THE_DOOR = (
    Scene(
        kind="tracker",
        at="2026-03-21T10:20",
        account=("The phone warned of an unknown tag travelling with me. Found it under the back seat.",),
        place=("in my car",),
        witnesses=(cast.AN,),
        felt=Felt.STRONGLY,
        details={
            "tracker.sort": ("small round tag, make Imaginary",),
            "tracker.serial": ("XX000000",),
            "tracker.hidden_in": ("under the back seat",),
            "tracker.how_noticed": ("warning on the phone",),
            "tracker.state": ("police",),
        },
        ticks=(
            Tick("tracker_photographed"),
            Tick("serial_noted"),
            Tick("police_before_removal", note="Officer Sample"),
        ),
    ),
    Scene(
        kind="threat",
        at="2026-04-26T18:05",
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        place=("in front of the house",),
        account=("Shouted across the street, then drove off when Noor opened her window.",),
        quoted=("You will be sorry for this.",),
        witnesses=(cast.NOOR,),
        targeted=(Targeted.ME, Targeted.CHILD),
        felt=Felt.STRONGLY,
        response=("Called the police, stayed inside.",),
        details={
            "police.came": (True,),
            "police.established": ("Noted; spoke with Noor.",),
            "scene.children_present": (True,),
        },
        ticks=(Tick("words_noted"), Tick("witness_wrote"), Tick("police_came", note="came after 20 minutes")),
        amended=Later(
            2 * DAY, "Noor heard the exact words", {"quoted_words": "You will be sorry for this, all of you."}
        ),
    ),
    Scene(
        kind="assault",
        at="2026-05-16T21:10",
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        place=("tram stop Fictieplein",),
        account=("Took hold of my arm and did not let go until somebody shouted.",),
        witnesses=(cast.CLAIRE,),
        felt=Felt.STRONGLY,
        impact=("Bruise on the left arm. I no longer take the tram alone.",),
        details={
            "violence.injuries": ("bruise, left arm",),
            "violence.doctor": ("Dr Sample",),
            "police.came": (False,),
        },
        ticks=(
            Tick("injuries_photographed", note="on the same evening and after two days"),
            Tick("doctors_certificate", after=DAY),
        ),
    ),
    Scene(
        kind="sexual_assault",
        at="2025-10-17T23:00",
        sure=Certainty.PART_OF_DAY,
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        late=200 * DAY,
        account=("Not told here. The full account lies with the lawyer.",),
        private="Only written down in May. Ms Example knows.",
        ticks=(Tick("doctors_certificate", ItemState.DOES_NOT_APPLY),),
    ),
    Scene(
        kind="break_in",
        at="2026-06-07T15:00",
        sure=Certainty.BETWEEN,
        lasts=timedelta(hours=4),
        noticed_after=timedelta(hours=5),
        account=("The garden gate was lifted out of its hinges, and the shed was open.",),
        place=("garden, Nowhere Street",),
        details={
            "break_in.way_in": ("garden gate",),
            "break_in.touched": ("tool box\nbicycle pump",),
            "police.came": (True,),
        },
        ticks=(Tick("left_as_found"), Tick("photo_overview"), Tick("photo_detail"), Tick("police_came")),
    ),
    Scene(
        kind="animal_harmed",
        at="2026-08-09T08:30",
        account=("The cat came home with a cut whisker and a ribbon around its neck. It is well.",),
        place=("at home",),
        details={
            "animal.which": ("the cat, Nemo",),
            "animal.harm": ("whisker cut, ribbon",),
            "animal.vet": ("Dr Fable",),
        },
        ticks=(Tick("photo_detail"), Tick("vet_statement", after=2 * DAY)),
    ),
    Scene(
        kind="damage",
        at="2026-07-02T07:15",
        noticed_after=timedelta(minutes=40),
        account=("Scratch along the whole left side of the car.",),
        place=("in the street",),
        details={
            "damage.what": ("left side of the car",),
            "damage.cost": ("about 900",),
            "damage.insurer": ("Nil Mutual, 000/00",),
        },
        ticks=(
            Tick("photo_overview"),
            Tick("photo_detail"),
            Tick("estimate_or_bill", after=6 * DAY),
            Tick("insurer_told"),
        ),
    ),
    Scene(
        kind="theft",
        at="2026-07-23T17:30",
        sure=Certainty.ABOUT,
        account=("The post of that day was gone; Noor saw somebody at the letter box.",),
        reported_by=cast.NOOR,
        details={"theft.what": ("letters of that day",), "police.came": (False,)},
        ticks=(Tick("missing_listed"),),
    ),
    Scene(
        kind="order_broken",
        at="2026-07-18T13:20",
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        place=("Nowhere Street, at number 0",),
        account=("Walked past the house twice, eleven days after the ban was handed to him.",),
        witnesses=(cast.NOOR,),
        details={
            "order.which": ("street ban of 7 July 2026, no. 000",),
            "order.part": ("area",),
            "order.issued_by": ("Court of Nowhere",),
            "order.ends_on": ("2027-07-06",),
            "police.came": (True,),
            "report.number": (cast.REPORT,),
        },
        ticks=(
            Tick("order_at_hand"),
            Tick("police_called"),
            Tick("police_number"),
            Tick("witness_wrote", note="Noor, by mail"),
        ),
    ),
)

BEHIND_THE_BACK = (
    Scene(
        kind="ordered_in_your_name",
        at="2026-06-19T19:45",
        account=("Twelve pizzas at the door, ordered in my name. Refused; the courier was kind about it.",),
        details={
            "delivery.goods": ("12 pizzas",),
            "delivery.supplier": ("Pizza Nessuno",),
            "delivery.courier": ("young man on a scooter",),
            "delivery.refused": (True,),
            "delivery.ordered_with": ("my old number",),
        },
        ticks=(Tick("delivery_refused"), Tick("nothing_signed"), Tick("address_deleted", after=DAY)),
    ),
    Scene(
        kind="cancelled_in_your_name",
        at="2026-08-27T10:00",
        account=("De elektriciteit was opgezegd tegen 1 september. Niet door mij.",),
        details={"service.what": ("electricity",), "service.supplier": ("Nulvolt",), "service.restored": (True,)},
        ticks=(Tick("cancellation_copy_asked"), Tick("extra_check_agreed", note="a code word from now on")),
    ),
    Scene(
        kind="device_accessed",
        at="2026-09-04T06:50",
        account=("Sign-in on my mailbox at four in the morning from a device that I do not know.",),
        details={
            "device.sort": ("account",),
            "device.which": ("me@mine.example",),
            "device.sign_ins": ("04:02, Nullville, unknown telephone\n04:11, the same",),
        },
        ticks=(Tick("sign_ins_saved"), Tick("warnings_kept"), Tick("device_left", ItemState.DOES_NOT_APPLY)),
    ),
    Scene(
        kind="false_accusation",
        at="2026-09-17T15:00",
        account=("My chief had a mail saying that I sell the names of clients. She believes me.",),
        details={
            "accusation.claim": ("that I sell data of clients",),
            "accusation.made_to": ("my employer",),
            "accusation.form": ("written",),
        },
        ticks=(Tick("accusation_copy"), Tick("hearers_noted")),
    ),
    Scene(
        kind="intimate_images",
        at="2026-10-11T20:20",
        person=(cast.MAX,),
        known_by=IdentifiedBy.NUMBER,
        account=("Threatened to show old holiday photos to my family. Reported on the same evening.",),
        details={"images.state": ("threatened",), "images.origin": ("unknown",), "online.platform": ("chat app",)},
        felt=Felt.STRONGLY,
        ticks=(Tick("message_screenshot"), Tick("police_number", note=cast.REPORT)),
    ),
    Scene(
        kind="social_media",
        at="2026-10-25T02:30",
        account=("Profile with my name and my photo; it had 14 followers by the morning.",),
        details={
            "online.sort": ("fake_profile",),
            "online.platform": ("Fictiegram",),
            "online.profile": ("the_real_me_00",),
            "online.address": ("fictiegram.example/the_real_me_00",),
        },
        ticks=(Tick("page_screenshot"), Tick("platform_reported", after=timedelta(hours=9))),
    ),
)

TURNING_POINTS: tuple[Scene, ...] = (*MEMORIES, *AT_THE_DOOR, *BEHIND_THE_BACK)
"""The rarer acts, in groups."""
