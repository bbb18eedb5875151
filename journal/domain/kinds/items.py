"""Checklist items shared by several kinds, so that the same thing to keep has the same id in each of them."""

from __future__ import annotations

from journal.domain.kinds.catalogue import Item
from journal.domain.kinds.evidence_types import A_THING, LETTER, PAPER, PICTURE, PICTURE_OR_FILM, SOUND, WORDS
from journal.domain.text.words import N_

CALL_LIST_PHOTOGRAPHED = Item("call_list_photographed", N_("call list photographed, not deleted"), PICTURE)
RINGS_COUNTED = Item("rings_counted", N_("number of rings counted"))
RECORDING_SAVED = Item("recording_saved", N_("recording of the answering machine saved"), SOUND)
CONVERSATION_RECORDED = Item(
    "conversation_recorded", N_("recording saved (only conversations that you take part in)"), SOUND
)
COPY_ELSEWHERE = Item("copy_elsewhere", N_("copy made and kept elsewhere"))
NOT_ANSWERED = Item("not_answered", N_("not answered"))

TEXT_NOTED = Item("text_noted", N_("text noted word for word"), WORDS)
WORDS_NOTED = Item("words_noted", N_("words noted as they were said"), WORDS)
MESSAGE_SCREENSHOT = Item("message_screenshot", N_("screenshot with sender or number and time visible"), PICTURE)
KEPT_ON_PHONE = Item("kept_on_phone", N_("message kept on the phone"))

ORIGINAL_KEPT = Item("original_kept", N_("original kept, and noted where"), A_THING)
RECEIPT_FOR_ORIGINAL = Item(
    "receipt_for_original", N_("receipt and a copy kept if police or court have the original"), PAPER
)
HANDLED_LITTLE = Item("handled_little", N_("handled as little as possible"))

PAGE_SCREENSHOT = Item("page_screenshot", N_("screenshot with address, account and date"), PICTURE)
PLATFORM_REPORTED = Item("platform_reported", N_("reported to the platform, after it was saved"), LETTER)

WHO_SAW_NOTED = Item("who_saw_noted", N_("noted who saw it"))
WITNESS_WROTE = Item("witness_wrote", N_("witness asked to write down what they saw or heard"), PAPER)
CAMERAS_ASKED = Item("cameras_asked", N_("cameras nearby asked before they overwrite (whose, when)"))
VEHICLE_NOTED = Item("vehicle_noted", N_("vehicle and number plate noted"), PICTURE_OR_FILM)
PHOTO_IF_SAFE = Item("photo_if_safe", N_("photo or film made, only if it was safe"), PICTURE_OR_FILM)

INJURIES_PHOTOGRAPHED = Item("injuries_photographed", N_("injuries photographed"), PICTURE)
DOCTORS_CERTIFICATE = Item("doctors_certificate", N_("doctor's certificate received"), PAPER)
CLOTHES_KEPT = Item("clothes_kept", N_("clothes kept unwashed, in paper"), A_THING)

LEFT_AS_FOUND = Item("left_as_found", N_("left as found until photographed"))
PHOTO_OVERVIEW = Item("photo_overview", N_("photo taken of the whole"), PICTURE_OR_FILM)
PHOTO_DETAIL = Item("photo_detail", N_("photo taken from close by"), PICTURE_OR_FILM)
MISSING_LISTED = Item("missing_listed", N_("list made of what is missing or moved"), PAPER)
ESTIMATE_OR_BILL = Item("estimate_or_bill", N_("estimate or bill kept"), PAPER)
INSURER_TOLD = Item("insurer_told", N_("insurer informed"), LETTER)

POLICE_CAME = Item("police_came", N_("police came: findings and number noted"))
POLICE_NUMBER = Item("police_number", N_("police report number noted"), PAPER)
POLICE_BEFORE_REMOVAL = Item("police_before_removal", N_("police asked before anything is removed or changed"))

SIGNATURE_COPY_ASKED = Item("signature_copy_asked", N_("copy of the signature asked"), LETTER)
SIGNATURE_COPY_RECEIVED = Item("signature_copy_received", N_("copy of the signature received"), PAPER)
SUPPLIER_PAPERS_KEPT = Item("supplier_papers_kept", N_("papers and messages of the supplier kept"), PAPER)

NO_PRIVATE_DATA = Item("no_private_data", N_("asked not to pass on private data about you"))
KEEP_AWAY = Item("keep_away", N_("asked to keep away from the suspect, also when friendly"))

REQUEST_COPY = Item("request_copy", N_("copy of the letter or request kept"), PAPER)
ANSWER_KEPT = Item("answer_kept", N_("answer received and kept"), PAPER)
NAMES_NOTED = Item("names_noted", N_("names of the people spoken to noted"))
