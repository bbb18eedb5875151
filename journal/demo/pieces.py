"""The evidence of the story: which file or thing belongs to which entry."""

from __future__ import annotations

from journal.demo import cast, letters, papers, photos, screens, tones
from journal.demo.piece import (
    DAY,
    HOUR,
    MINUTE,
    NO_TIME,
    Piece,
    mail,
    paper,
    photo,
    recording,
    screenshot,
    testimony,
    thing,
)
from journal.domain.evidence.exhibit import Exhibit, Obtained

EVERYDAY_PIECES = (
    recording("voicemail", tones.voicemail, before="2026-11-01"),
    mail("email", letters.mail_of_entry, before="2026-10-15", item="email_saved", made=NO_TIME),
    mail("email", letters.mail_of_entry, before="2026-11-20", item="email_saved", made=NO_TIME),
    screenshot("chat", screens.chat, before="2026-11-20", item="message_screenshot"),
    screenshot("sms", screens.message, before="2026-09-01", item="message_screenshot"),
    screenshot("sms", screens.message, before="2026-11-20", item="message_screenshot"),
    thing("gift", "What was left at the door", "shelf in the cellar", before="2026-11-10", item="original_kept"),
    photo("gift", photos.parcel, "Colis devant la porte", before="2026-11-10", item="photo_overview"),
)
"""Pieces of entries of the everyday kinds, of which the story tells by chance."""

KEPT_MESSAGES = (
    recording("2026-03-28T21:12", tones.voicemail, name="recording 1"),
    mail("2026-04-20T06:15", letters.mail_of_entry, name="mail", item="email_saved", made=NO_TIME),
    recording("2026-05-02T23:40", tones.voicemail, name="recording 2"),
    screenshot("2026-05-09T19:55", screens.chat, name="chat", item="message_screenshot"),
    Piece(
        of="2026-09-22T08:30",
        name="letter",
        item="original_kept",
        said=Exhibit(
            number=0,
            title="Letter, in its envelope",
            obtained=Obtained.RECEIVED,
            original_place="drawer of the desk",
            note="Held only at the edges; in a paper bag.",
        ),
    ),
    photo("2026-09-22T08:30", photos.envelope_front, "Envelop, voorkant", item="copy_made"),
    recording("2026-11-19T18:22", tones.voicemail),
)
"""Pieces of the messages that are kept."""

OWN_PAPERS = (
    paper("2026-02-03T10:15", "brief.png", papers.NO, "Copy of the letter", name="the no", item="request_copy"),
    paper("2026-02-03T10:15", "bewijs.png", papers.POSTING, "Proof of posting", item="posting_kept"),
    photo("2026-02-03T10:15", photos.posting_card, "Signed card", item="receipt_kept", made=3 * DAY, after=3 * DAY),
    paper(
        "2026-04-14T11:00",
        "request.txt",
        letters.REQUEST,
        "Request, as it was sent",
        name="request",
        item="request_copy",
    ),
    paper("2026-04-14T11:00", "23 calls.csv", letters.call_list, "List of silent calls", item="times_listed"),
    mail(
        "2026-04-14T11:00",
        letters.OMBUDSMAN,
        "Answer of the ombudsman",
        name="answer",
        item="answer_kept",
        made=15 * DAY,
        after=15 * DAY,
    ),
    paper("2026-05-19T09:30", "pv.png", papers.POLICE_REPORT, "Copy of the report", name="pv", item="report_copy"),
    paper("2026-06-12T16:00", "facture.png", papers.BILL, "Facture du serrurier", item="papers_kept", made=17 * HOUR),
)
"""Papers of the writer's own steps."""

TURNING_POINTS = (
    photo("2025-09-28T09:00", photos.roses, "Roses on the doorstep", made=9 * HOUR),
    photo("2026-03-21T10:20", photos.tag_under_the_seat, "Tag under the seat", item="tracker_photographed"),
    thing("2026-03-21T10:20", "Tag, serial XX000000", "under the back seat", name="tag"),
    paper(
        "2026-03-21T10:20", "receipt.png", papers.RECEIPT, "Receipt for the tag", name="receipt", made=DAY, after=DAY
    ),
    photo("2026-05-16T21:10", photos.arm, "Left arm, same evening", item="injuries_photographed", made=HOUR),
    photo("2026-05-16T21:10", photos.arm_later, "Left arm, after two days", made=2 * DAY, after=2 * DAY),
    paper(
        "2026-05-16T21:10",
        "attest.png",
        papers.CERTIFICATE,
        "Doctor's certificate",
        item="doctors_certificate",
        name="certificate",
        made=DAY,
        after=DAY,
    ),
    photo("2026-06-07T15:00", photos.gate, "Tuinpoort", item="photo_overview", made=5 * HOUR),
    photo("2026-06-07T15:00", photos.shed, "Tuinhuis, deur open", item="photo_detail", made=5 * HOUR + MINUTE),
    photo("2026-06-19T19:45", photos.boxes, "Twelve boxes"),
    photo("2026-07-02T07:15", photos.scratched_door, "Whole side", item="photo_overview", name="scratch"),
    photo(
        "2026-07-02T07:15", photos.scratch_close_by, "From close by, with ruler", item="photo_detail", made=12 * MINUTE
    ),
    paper(
        "2026-07-02T07:15",
        "offerte.png",
        papers.ESTIMATE,
        "Offerte van de garage",
        item="estimate_or_bill",
        made=6 * DAY,
        after=6 * DAY,
    ),
    paper("2026-07-18T13:20", "order.png", papers.BAN, "Copy of the ban", name="ban", item="order_at_hand"),
    mail("2026-07-18T13:20", letters.NOOR, "What Noor saw", cast.NOOR, item="witness_wrote", made=4 * HOUR),
    photo("2026-08-09T08:30", photos.cat, "The cat, with the ribbon", item="photo_detail"),
    thing("2026-08-09T08:30", "Ribbon", "paper bag in the blue folder", item="traces_kept"),
    mail("2026-08-09T08:30", letters.VET, "Statement of the vet", item="vet_statement", made=2 * DAY, after=2 * DAY),
    mail("2026-08-27T10:00", letters.NULVOLT, "Kopie van de opzegging", item="cancellation_copy_received", made=HOUR),
    screenshot("2026-09-04T06:50", screens.sign_ins, "Recent sign-ins", item="sign_ins_saved"),
    mail("2026-09-17T15:00", letters.ACCUSATION, "Mail to my chief", item="accusation_copy"),
    screenshot(
        "2026-10-25T02:30", screens.profile, "Page in my name", name="page", item="page_screenshot", made=6 * HOUR
    ),
)
"""Pieces of what happened once."""

LAST_DAYS = (
    testimony("2026-11-18T17:40", "Piet.png", papers.PIET, cast.PIET, made=DAY, after=DAY),
    Piece(
        of="2026-11-18T17:40",
        file="camera bus 0.mp4",
        said=Exhibit(
            number=0,
            title="Film of the bus camera",
            obtained=Obtained.OTHER,
            obtained_how="The bus company keeps it for the police; seen there, not copied.",
            sha256="0" * 63 + "1",
            size=640_000_000,
            media_type="video/mp4",
            lies_at="disc 0, bus company of Nullville",
        ),
        item="cameras_asked",
    ),
    photo("2026-11-20T08:05", photos.envelope_front, "Envelope, front", item="copy_made", name="envelope"),
    photo("2026-11-20T08:05", photos.envelope_back, "Envelope, back", item="copy_made", made=11 * MINUTE),
    screenshot("2026-11-20T20:00", screens.calls, "Call list, first part", item="call_list_photographed", made=HOUR),
    screenshot(
        "2026-11-20T20:00", screens.calls, "Call list, second part", item="call_list_photographed", made=2 * HOUR
    ),
    screenshot("2026-11-20T20:00", screens.calls, "Call list, end", item="call_list_photographed", made=3 * HOUR),
    photo("2026-11-21T19:30", photos.car_park, "His car, photo by An", cast.AN, item="vehicle_noted", made=2 * MINUTE),
    paper(
        "2026-11-21T22:14",
        "note.txt",
        letters.note("22:14 - 9 x gebeld, niemand", "verkeer op de achtergrond"),
        "Note on the telephone",
        "my telephone",
        after=20 * MINUTE,
        made=3 * MINUTE,
    ),
)
"""Pieces of the last days."""

PIECES: tuple[Piece, ...] = (*EVERYDAY_PIECES, *KEPT_MESSAGES, *OWN_PAPERS, *TURNING_POINTS, *LAST_DAYS)
"""Every piece of the story."""
