"""The scenes that happen once, on a fixed day: own steps, turning points, and the last days, which are seen first."""

from __future__ import annotations

from datetime import timedelta

from journal.demo import cast
from journal.demo.kept_messages import KEPT_MESSAGES
from journal.demo.scene import Later, Scene, Tick
from journal.demo.turning_points import TURNING_POINTS
from journal.domain.entry.entry import Felt, IdentifiedBy
from journal.domain.evidence.checklist import ItemState
from journal.domain.time.moment import Certainty

DAY = timedelta(days=1)
BEHIND_ME = "On foot, some {metres} metres behind me, from work to the bus. He got on too and off one stop later."
NO_LETTER = "Send me nothing, do not call me, do not come near me or my work. This is the only time that I say it."

OWN_STEPS = (
    Scene(
        kind="told_somebody",
        at="2025-11-08T19:00",
        account=("Told my sister everything. She had already noticed.",),
        details={"told.who": ("An Invented",), "told.circle": ("family",), "told.would_testify": ("yes",)},
        ticks=(Tick("asked_to_watch"), Tick("no_private_data"), Tick("testimony_asked", note="she would")),
    ),
    Scene(
        kind="said_no",
        at="2026-02-03T10:15",
        account=("Registered letter posted, written with the lawyer. After this, no answer to anything.",),
        quoted=(NO_LETTER,),
        place=("post office, Nullville",),
        details={
            "no.how": ("registered_letter",),
            "no.tracking_number": ("RR 000 000 000 XX",),
            "no.received_on": ("2026-02-05",),
            "no.lawyer": ("Ms Example",),
        },
        ticks=(
            Tick("request_copy"),
            Tick("posting_kept", note="receipt in the blue folder"),
            Tick("receipt_kept", after=3 * DAY, note="pink card came back, signed on 5 February"),
            Tick("said_once", after=30 * DAY),
        ),
    ),
    Scene(
        kind="reported_to_police",
        at="2026-03-10T14:00",
        late=timedelta(hours=6),
        account=("Went to the counter with a list of 61 calls. It was noted, not more.",),
        place=("police office, Nowhere Square",),
        details={
            "report.office": ("Nowhere district",),
            "report.sort": ("note",),
            "report.prosecution_asked": (False,),
            "report.agreed": ("Come back when it goes on.\nBring the journal.",),
        },
        ticks=(Tick("names_noted"), Tick("report_copy", ItemState.DOES_NOT_APPLY), Tick("next_step_noted")),
    ),
    Scene(
        kind="reported_to_police",
        at="2026-05-19T09:30",
        lasts=timedelta(hours=2),
        account=("Formal report made, with a printed list of everything since September.",),
        place=("police office, Nowhere Square",),
        witnesses=(cast.AN,),
        details={
            "report.office": ("Nowhere district",),
            "report.officer": ("Officer Sample",),
            "report.number": (cast.REPORT,),
            "report.prosecution_asked": (True,),
            "report.sort": ("report",),
            "report.unit": ("team for stalking",),
            "report.handed_over": ("printed list, 12 pages\nUSB stick with 9 recordings",),
        },
        private="I was shaking the whole time. An drove me home.",
        ticks=(
            Tick("police_number"),
            Tick("names_noted"),
            Tick("own_copy_kept"),
            Tick("evidence_receipt", note="no. 000"),
        ),
    ),
    Scene(
        kind="told_somebody",
        at="2026-04-02T12:30",
        account=("Verteld aan Piet en aan mijn chef. Ze letten mee op bij de ingang.",),
        details={"told.who": ("Piet Fictief",), "told.circle": ("work",), "told.asked": ("Geen gegevens doorgeven.",)},
        ticks=(Tick("asked_to_watch"), Tick("no_private_data")),
    ),
    Scene(
        kind="asked_supplier_or_operator",
        at="2026-04-14T11:00",
        account=("Asked the telecom ombudsman to identify the caller of the silent calls.",),
        details={
            "asked.whom": ("telecom ombudsman",),
            "asked.sort": ("identify_caller",),
            "asked.reference": ("REF 0000-00",),
            "asked.answer": ("Request complete, passed on to the operator.",),
            "asked.answered_on": ("2026-04-29",),
        },
        ticks=(
            Tick("request_copy"),
            Tick("times_listed", note="23 calls with date, hour and rings"),
            Tick("reference_noted"),
        ),
    ),
    Scene(
        kind="other_step",
        at="2026-06-12T16:00",
        sure=Certainty.DAY,
        account=("New lock on the front door, and a lamp above the garage.",),
        details={"step.with_whom": ("Locksmith Sesame",), "step.result": ("done, 3 keys",)},
        ticks=(Tick("papers_kept"),),
    ),
)

LAST_DAYS = (
    Scene(
        kind="chat",
        at="2026-11-16T12:00",
        account=("Message from an account without a photo. Thought it was him.",),
        quoted=("Are you free on Saturday?",),
        details={"message.channel": ("chat app",), "message.sender": ("nobody_special_00",)},
        ticks=(),
        withdrawn="It was a cousin with a new telephone; it does not belong here.",
    ),
    Scene(
        kind="followed",
        at="2026-11-18T17:40",
        place=("from Invention Building to bus 0",),
        account=(BEHIND_ME.format(metres="ten"),),
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        witnesses=(cast.PIET,),
        felt=Felt.STRONGLY,
        details={"followed.route": ("from work to the bus",), "scene.appearance": ("dark coat",)},
        ticks=(
            Tick("who_saw_noted"),
            Tick("witness_wrote", note="Piet wrote half a page"),
            Tick("cameras_asked", note="bus company, kept for 7 days"),
            Tick("vehicle_noted", ItemState.DOES_NOT_APPLY),
            Tick("photo_if_safe"),
        ),
        amended=Later(
            DAY,
            "Piet remembered the colour of the coat and that it was about twenty metres, not ten",
            {
                "account": BEHIND_ME.format(metres="twenty"),
                "details": {"followed.route": "from work to the bus", "scene.appearance": "grey coat, no cap"},
            },
        ),
    ),
    Scene(
        kind="letter",
        at="2026-11-20T08:05",
        account=("Thick envelope, his handwriting. Returned unopened with the postman.",),
        place=("letter box at home",),
        person=(cast.MAX,),
        known_by=IdentifiedBy.HANDWRITING,
        details={
            "letter.outcome": ("returned_unopened",),
            "letter.postmark": ("Nullville, 19.11.2026",),
            "letter.arrived": ("post",),
        },
        ticks=(
            Tick("handled_little"),
            Tick("copy_made", note="photo of both sides of the envelope"),
            Tick("original_kept", ItemState.DOES_NOT_APPLY),
            Tick("envelope_kept", ItemState.DOES_NOT_APPLY),
        ),
    ),
    Scene(
        kind="call_missed",
        at="2026-11-20T20:00",
        lasts=timedelta(hours=3, minutes=10),
        times=37,
        person=(cast.MAX,),
        known_by=IdentifiedBy.NUMBER,
        account=("37 calls between eight and ten past eleven. The answering machine took them all.",),
        place=("at home",),
        impact=("Slept three hours.",),
        felt=Felt.STRONGLY,
        details={"call.number": (cast.HIS_NUMBER,), "call.number_shown": ("shown",)},
        ticks=(Tick("not_answered"), Tick("call_list_photographed", note="four photos")),
    ),
    Scene(
        kind="waited_for",
        at="2026-11-21T19:30",
        sure=Certainty.ABOUT,
        place=("car park at Nullville station",),
        person=(cast.MAX,),
        known_by=IdentifiedBy.SAW,
        witnesses=(cast.AN, cast.CLAIRE),
        account=("Stood beside the ticket machine when our train came in, and left when An took out her telephone.",),
        details={
            "vehicle.description": (cast.HIS_CAR,),
            "vehicle.plate": (cast.HIS_PLATE,),
            "scene.distance": ("8 metres",),
        },
        felt=Felt.SOMEWHAT,
        ticks=(Tick("who_saw_noted"), Tick("vehicle_noted", note="photo by An"), Tick("photo_if_safe")),
    ),
    Scene(
        kind="call_silent",
        at="2026-11-21T22:14",
        late=timedelta(minutes=2),
        place=("at home",),
        person=(cast.CALLER_A,),
        known_by=IdentifiedBy.ASSUMPTION,
        witnesses=(cast.AN,),
        account=("The telephone rang nine times while we were eating.\nNobody spoke; I could hear traffic.",),
        impact=("Could not sleep.",),
        details={"call.number_shown": ("withheld",), "call.rings": (9,), "call.answered": (False,)},
        ticks=(
            Tick("rings_counted", after=timedelta(minutes=1)),
            Tick("witness_wrote", ItemState.DOES_NOT_APPLY, dated=False),
        ),
    ),
)

MILESTONES: tuple[Scene, ...] = (*OWN_STEPS, *KEPT_MESSAGES, *TURNING_POINTS, *LAST_DAYS)
"""All scenes that happen once; together with the everyday ones they use every kind of the catalogue."""
