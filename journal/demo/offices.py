"""Police, court, ombudsman, operator, platform: what was reported there, ordered there, handed over there."""

from __future__ import annotations

from journal.demo import cast
from journal.demo.turn import Turn
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.report import Receiver, Report
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.time.moment import Certainty, Moment

_CALLS = ("call_missed", "call_silent", "call_answered", "voicemail")
_ACTS = (*_CALLS, "sms", "chat", "email", "letter", "gift", "waited_for", "followed", "watched", "tracker", "threat")
_POLICE, _STATION = "Nowhere district", "office on Nowhere Square"


def _at(time: str, offset: str = "+02:00") -> Moment:
    return Moment(Certainty.EXACT, time, offset=offset)


REPORTS = (
    Turn(
        at="2026-03-10T20:30",
        what=Report(
            number=0,
            made=_at("2026-03-10T14:00", "+01:00"),
            office=_POLICE,
            sort="note",
            prosecution_asked=False,
            handed_over_besides="list of 61 calls",
            answer="Noted. To come back when it goes on.",
            answered_on="2026-03-10",
        ),
        kinds=_CALLS,
        most=61,
    ),
    Turn(
        at="2026-04-29T18:00",
        what=Report(
            number=0,
            receiver=Receiver.OMBUDSMAN,
            made=_at("2026-04-14T11:00"),
            office="telecom ombudsman",
            reference="REF 0000-00",
            answer="Request complete, passed on to the operator.",
            answered_on="2026-04-29",
        ),
        kinds=("call_silent",),
        most=23,
        pieces=("request",),
        papers=("answer",),
    ),
    Turn(
        at="2026-05-19T21:15",
        what=Report(
            number=0,
            made=_at("2026-05-19T09:30"),
            office=_POLICE,
            person=cast.OFFICER,
            reference=cast.REPORT,
            sort="report",
            prosecution_asked=True,
            handed_over_besides="printed list, 12 pages",
            note="Ask again when there is something new: always under the same number.",
        ),
        scenes=("2026-03-21T10:20", "2026-04-26T18:05", "2026-05-16T21:10"),
        kinds=_ACTS,
        most=80,
        pieces=("recording 1", "recording 2", "mail", "chat", "certificate"),
        papers=("pv",),
    ),
    Turn(
        at="2026-10-25T12:30",
        what=Report(
            number=0,
            receiver=Receiver.PLATFORM,
            made=_at("2026-10-25T11:30", "+01:00"),
            office="Fictiegram",
            reference="000-000-000",
            answer="La page a été retirée.",
            answered_on="2026-10-28",
        ),
        scenes=("2026-10-25T02:30",),
        pieces=("page",),
    ),
    Turn(
        at="2026-11-06T17:20",
        what=Report(
            number=0,
            receiver=Receiver.OPERATOR,
            made=_at("2026-11-06T16:40", "+01:00"),
            office="Zero Telecom, dienst kwaadwillige oproepen",
            reference="ZT-0000000",
            follow_up_on="2026-11-20",
            note="Gevraagd wie er belt met het afgeschermde nummer. Antwoord binnen twee weken.",
        ),
        kinds=("call_silent",),
        most=30,
    ),
)
"""What was reported."""

ORDERS = (
    Turn(
        at="2026-07-18T21:00",
        what=Order(
            number=0,
            parts=("area", "contact"),
            person=cast.MAX,
            by="Court of Nowhere",
            reference="no. 000",
            starts="2026-07-07",
            ends="2027-07-06",
            told_on="2026-07-07",
            distance="200 metres",
            streets="Nowhere Street",
        ),
        pieces=("ban",),
    ),
)
"""What was ordered."""

EVENTS = (
    Turn(
        at="2026-11-21T22:40",
        what=CaseEvent(number=0, name="Two evenings in November"),
        scenes=("2026-11-20T20:00", "2026-11-21T19:30", "2026-11-21T22:14"),
    ),
)
"""What belongs together."""

MOVEMENTS = (
    Turn(
        at="2026-03-22T18:00",
        what=Movement(
            number=0,
            exhibit=0,
            from_place="under the back seat",
            place=_STATION,
            holder=Custodian.POLICE,
            person=cast.OFFICER,
            on=_at("2026-03-21T15:30", "+01:00"),
            receipt="no. 000",
        ),
        pieces=("tag",),
        papers=("receipt",),
    ),
    Turn(
        at="2026-05-19T21:30",
        what=Movement(
            number=0,
            exhibit=0,
            copy=1,
            place=_STATION,
            holder=Custodian.POLICE,
            person=cast.OFFICER,
            on=_at("2026-05-19T10:15"),
            receipt=cast.REPORT,
            note="on a USB stick",
        ),
        pieces=("recording 1", "recording 2", "mail", "chat"),
    ),
    Turn(
        at="2026-05-28T19:00",
        what=Movement(
            number=0,
            exhibit=0,
            copy=2,
            place="office of Ms Example",
            holder=Custodian.LAWYER,
            person=cast.LAWYER,
            on=_at("2026-05-28T16:00"),
        ),
        pieces=("recording 1", "recording 2", "mail", "certificate"),
    ),
    Turn(
        at="2026-06-02T20:10",
        what=Movement(
            number=0,
            exhibit=0,
            copy=3,
            place="chez Claire, dans le coffre",
            holder=Custodian.TRUSTED,
            person=cast.CLAIRE,
            on=Moment(Certainty.DAY, "2026-06-02", offset="+02:00"),
        ),
        pieces=("recording 1", "recording 2", "certificate", "the no"),
    ),
    Turn(
        at="2026-10-08T18:45",
        what=Movement(
            number=0,
            exhibit=0,
            from_place="drawer of the desk",
            place=_STATION,
            holder=Custodian.POLICE,
            person=cast.OFFICER,
            on=_at("2026-10-08T11:20"),
            receipt="NW.EV.0000/2026",
            note="A copy stays here.",
        ),
        pieces=("letter",),
    ),
    Turn(
        at="2026-10-08T18:50",
        what=Movement(number=0, exhibit=0, copy=1, place="blue folder", on=_at("2026-10-08T09:00")),
        pieces=("letter",),
    ),
)
"""Where originals and copies went."""
