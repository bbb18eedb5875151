"""What guidance tells people to keep is asked for: every demand has its field or its checklist item."""

from __future__ import annotations

import pytest

from journal.domain import kinds
from journal.domain.kinds.catalogue import Group, Shape

CALLS = "call_answered call_missed call_silent voicemail"
NEAR = "followed waited_for watched"
VIOLENCE = "assault sexual_assault"

ITEMS_DEMANDED = [
    ("recordings of the answering machine are kept", "call_silent voicemail", "recording_saved copy_elsewhere"),
    ("calls and meetings are recorded", "call_answered threat proposal", "conversation_recorded"),
    ("calls and messages are not answered", "call_missed call_silent voicemail sms chat email", "not_answered"),
    ("the rings of a silent call are counted", "call_silent", "rings_counted"),
    ("the call list is kept", CALLS, "call_list_photographed"),
    ("e-mails are saved with headers and printed", "email", "email_saved email_printed"),
    ("text messages are noted", "sms chat", "text_noted message_screenshot kept_on_phone"),
    ("letters are kept and only copies given", "letter", "original_kept copy_made copies_listed receipt_for_original"),
    ("deliveries are refused", "ordered_in_your_name", "delivery_refused nothing_signed address_deleted"),
    ("a forged signature is asked for", "ordered_in_your_name", "signature_copy_asked signature_copy_received"),
    ("damage is photographed", "damage", "left_as_found photo_overview photo_detail photos_to_police"),
    ("damage is estimated and the insurer told", "damage", "estimate_or_bill insurer_told"),
    ("a witness at every contact", f"call_answered call_silent {NEAR} threat contact_through_others", "witness_wrote"),
    ("who saw it, and cameras", f"{NEAR} threat assault order_broken", "who_saw_noted cameras_asked"),
    ("vehicle and plate", f"{NEAR} threat order_broken", "vehicle_noted"),
    ("injuries and clothes", VIOLENCE, "injuries_photographed doctors_certificate clothes_kept"),
    ("what the police established", f"{NEAR} threat {VIOLENCE} break_in animal_harmed theft", "police_came"),
    ("cameras before they overwrite", "break_in animal_harmed damage theft sexual_assault", "cameras_asked"),
    ("pages are saved before they are reported", "social_media intimate_images", "page_screenshot platform_reported"),
    ("gifts are handled little", "gift", "handled_little wrapping_kept"),
    ("sign-ins are saved", "device_accessed", "sign_ins_saved device_left"),
    ("a tracker stays in place", "tracker", "tracker_photographed serial_noted police_before_removal"),
    ("a broken order is reported", "order_broken", "order_at_hand police_called police_number"),
    ("people around pass nothing on", "contact_through_others told_somebody", "no_private_data keep_away"),
    ("people around watch and would testify", "told_somebody", "asked_to_watch testimony_asked"),
    ("no is said once, by registered letter", "said_no", "request_copy posting_kept receipt_kept said_once"),
    ("a report leaves papers", "reported_to_police", "police_number report_copy evidence_receipt own_copy_kept"),
    ("the ombudsman wants exact times", "asked_supplier_or_operator", "times_listed request_copy"),
]

FIELDS_DEMANDED = [
    ("the list of the ombudsman", f"{CALLS} sms", "call.number call.number_shown"),
    ("silent calls in the list", "call_silent", "call.rings call.answered call.duration call.content call.broken_off"),
    ("spoken calls in the list", "call_answered voicemail", "call.duration call.content"),
    ("calls broken off before an answer", "call_missed", "call.rings call.broken_off"),
    ("who sent a message, and how", "chat", "message.channel message.sender"),
    ("who sent an e-mail", "email", "message.sender message.subject"),
    ("what became of a letter", "letter", "letter.outcome letter.postmark letter.sender letter.arrived"),
    ("what came with a courier", "gift", "delivery.courier letter.outcome"),
    ("a fake profile", "social_media", "online.platform online.profile online.address"),
    ("through whom", "contact_through_others", "others.through others.circle"),
    ("vehicle and plate", f"{NEAR} threat break_in damage order_broken", "vehicle.description vehicle.plate"),
    ("colour of the vehicle", f"{NEAR} threat break_in damage order_broken", "vehicle.colour"),
    ("companions and children", f"{NEAR} threat {VIOLENCE}", "scene.companions scene.children_present"),
    ("clothing", f"{NEAR} threat assault", "scene.appearance"),
    ("weapon", f"threat {VIOLENCE}", "violence.weapon"),
    ("injuries", VIOLENCE, "violence.injuries violence.doctor"),
    ("police at the place", f"threat {VIOLENCE} break_in damage theft order_broken", "police.came report.number"),
    ("a refused delivery", "ordered_in_your_name", "delivery.supplier delivery.courier delivery.refused"),
    ("any forged signature", "ordered_in_your_name", "delivery.signed_by"),
    ("a promise kept or broken", "proposal", "proposal.sort proposal.outcome"),
    ("which order", "order_broken", "order.which order.part scene.distance"),
    ("how no was said", "said_no", "no.how no.tracking_number"),
    ("a report", "reported_to_police", "report.office report.officer report.unit report.number"),
    ("a request to prosecute", "reported_to_police", "report.prosecution_asked"),
    ("whom was told", "told_somebody", "told.who told.circle"),
    ("what was asked", "asked_supplier_or_operator", "asked.whom asked.sort asked.answer asked.reference"),
]

CHOICES_DEMANDED = [
    ("call.number_shown", "shown withheld unknown"),
    ("letter.outcome", "kept returned_unopened"),
    ("proposal.sort", "proposal demand promise"),
    ("proposal.outcome", "promise_kept promise_broken"),
    ("no.how", "registered_letter lawyers_letter"),
    ("images.state", "threatened spread"),
    ("others.circle", "family friends work school"),
]


@pytest.mark.parametrize(("demand", "kind_ids", "item_ids"), ITEMS_DEMANDED)
def test_a_demanded_thing_to_keep_is_on_the_checklist(demand: str, kind_ids: str, item_ids: str) -> None:
    for kind_id in kind_ids.split():
        asked = {item.id for item in kinds.kind(kind_id).checklist}

        assert not set(item_ids.split()) - asked, f"{demand}: {kind_id}"


@pytest.mark.parametrize(("demand", "kind_ids", "field_ids"), FIELDS_DEMANDED)
def test_a_demanded_particular_is_a_field(demand: str, kind_ids: str, field_ids: str) -> None:
    for kind_id in kind_ids.split():
        asked = {field.id for field in kinds.kind(kind_id).fields}

        assert not set(field_ids.split()) - asked, f"{demand}: {kind_id}"


@pytest.mark.parametrize(("field_id", "choice_ids"), CHOICES_DEMANDED)
def test_a_demanded_answer_is_among_the_choices(field_id: str, choice_ids: str) -> None:
    field = kinds.field(field_id)

    assert field is not None
    assert not set(choice_ids.split()) - {choice.id for choice in field.choices}


@pytest.mark.parametrize(
    ("field_id", "shape"),
    [
        ("call.rings", Shape.NUMBER),
        ("call.duration", Shape.DURATION),
        ("call.number", Shape.PHONE),
        ("call.answered", Shape.YES_NO),
        ("call.broken_off", Shape.YES_NO),
        ("delivery.refused", Shape.YES_NO),
        ("report.prosecution_asked", Shape.YES_NO),
    ],
)
def test_what_is_counted_is_a_number_and_what_is_certain_is_yes_or_no(field_id: str, shape: Shape) -> None:
    field = kinds.field(field_id)

    assert field is not None
    assert field.shape is shape


def test_every_physical_act_asks_for_a_witness() -> None:
    without = [
        kind.id
        for kind in kinds.KINDS
        if kind.group is Group.PHYSICAL and "witness_wrote" not in {item.id for item in kind.checklist}
    ]

    assert not without
