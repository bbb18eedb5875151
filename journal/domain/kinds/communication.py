"""Kinds of unwanted communication: calls, messages, post, gifts, posts, and contact through others."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import A_THING, ANYTHING, MAIL, PICTURE, PRINTED
from journal.domain.text.words import N_

BROKEN_OFF = Field("call.broken_off", N_("Hung up before you answered"), Shape.YES_NO)


SMS = Kind(
    "sms",
    N_("Text message (SMS)"),
    (*fields.CALLER, fields.MESSAGE_ATTACHMENTS, fields.CALL_OWN_LINE),
    (
        items.TEXT_NOTED,
        items.MESSAGE_SCREENSHOT,
        items.KEPT_ON_PHONE,
        items.COPY_ELSEWHERE,
        items.NOT_ANSWERED,
    ),
    N_("Leave the message on the phone, also after it was noted here. Nothing has to be sent back."),
    repeatable=True,
    search_words=N_("phone texted mobile mms"),
)


COMMUNICATION = (
    Kind(
        "call_answered",
        N_("Call answered"),
        (*fields.CALLER, fields.CALL_DURATION, fields.CALL_CONTENT, fields.CALL_RINGS, fields.CALL_OWN_LINE),
        (
            items.WORDS_NOTED,
            items.CALL_LIST_PHOTOGRAPHED,
            items.CONVERSATION_RECORDED,
            items.COPY_ELSEWHERE,
            items.WITNESS_WROTE,
        ),
        N_("Anyone may pick up without meaning to. Let the answering machine take the next calls: it keeps them."),
        repeatable=True,
        search_words=N_("phone telephone called picked up conversation spoke rang"),
    ),
    Kind(
        "call_missed",
        N_("Missed call"),
        (*fields.CALLER, fields.CALL_RINGS, BROKEN_OFF, fields.CALL_OWN_LINE),
        (
            items.NOT_ANSWERED,
            items.CALL_LIST_PHOTOGRAPHED,
            items.RINGS_COUNTED,
            items.COPY_ELSEWHERE,
        ),
        N_("Every call counts, also one that only rings. There is no need to call back."),
        repeatable=True,
        search_words=N_("phone telephone not picked up rang unanswered"),
    ),
    Kind(
        "call_silent",
        N_("Silent call"),
        (
            *fields.CALLER,
            Field("call.answered", N_("Answered"), Shape.YES_NO),
            fields.CALL_RINGS,
            fields.CALL_DURATION,
            fields.CALL_CONTENT,
            BROKEN_OFF,
            fields.CALL_OWN_LINE,
        ),
        (
            items.RINGS_COUNTED,
            items.CALL_LIST_PHOTOGRAPHED,
            items.RECORDING_SAVED,
            items.COPY_ELSEWHERE,
            items.NOT_ANSWERED,
            items.WITNESS_WROTE,
        ),
        N_("Silent calls count: write down the exact time and the number of rings of each one."),
        repeatable=True,
        search_words=N_("phone telephone nobody spoke breathing anonymous hung up withheld"),
    ),
    Kind(
        "voicemail",
        N_("Voicemail"),
        (*fields.CALLER, fields.CALL_DURATION, fields.CALL_CONTENT, fields.CALL_OWN_LINE),
        (
            items.RECORDING_SAVED,
            items.COPY_ELSEWHERE,
            items.WORDS_NOTED,
            items.CALL_LIST_PHOTOGRAPHED,
            items.NOT_ANSWERED,
        ),
        N_("Save the recording soon: the provider or the machine may erase it after a while."),
        repeatable=True,
        search_words=N_("phone telephone answering machine recording message left"),
    ),
    SMS,
    Kind(
        "chat",
        N_("Chat message"),
        (
            fields.MESSAGE_CHANNEL,
            fields.MESSAGE_SENDER,
            fields.MESSAGE_ATTACHMENTS,
            fields.MESSAGE_RECEIVED_ON,
        ),
        (
            items.TEXT_NOTED,
            items.MESSAGE_SCREENSHOT,
            Item("conversation_exported", N_("whole conversation exported or photographed"), ANYTHING),
            items.KEPT_ON_PHONE,
            items.COPY_ELSEWHERE,
            items.NOT_ANSWERED,
        ),
        N_("Save the whole conversation before you block anybody: it may be out of reach afterwards."),
        repeatable=True,
        search_words=N_("whatsapp messenger telegram signal instagram snapchat direct message voice message"),
    ),
    Kind(
        "email",
        N_("E-mail"),
        (
            fields.MESSAGE_SENDER,
            Field("message.subject", N_("Subject")),
            fields.MESSAGE_ATTACHMENTS,
            fields.MESSAGE_RECEIVED_ON,
        ),
        (
            Item("email_saved", N_("e-mail saved with full headers (.eml)"), MAIL),
            Item("email_printed", N_("e-mail printed"), PRINTED),
            Item("email_kept", N_("e-mail left in the mailbox, not forwarded")),
            items.COPY_ELSEWHERE,
            items.NOT_ANSWERED,
        ),
        N_("The headers tell where the e-mail came from; a forwarded e-mail loses them."),
        repeatable=True,
        search_words=N_("mail electronic message inbox"),
    ),
    Kind(
        "letter",
        N_("Letter, card or note"),
        (fields.POST_OUTCOME, fields.POSTMARK, fields.POST_SENDER, fields.POST_ARRIVED),
        (
            items.ORIGINAL_KEPT,
            Item("envelope_kept", N_("envelope with postmark kept"), A_THING),
            items.HANDLED_LITTLE,
            Item("copy_made", N_("copy or photo made"), PICTURE),
            Item("copies_listed", N_("noted who received a copy, and when")),
            items.RECEIPT_FOR_ORIGINAL,
        ),
        N_(
            "Keep every original and its envelope; give copies only. Ask the police or victim support before you "
            "send a letter back."
        ),
        repeatable=True,
        search_words=N_("post mail postcard envelope paper windscreen registered"),
    ),
    Kind(
        "gift",
        N_("Gift or parcel"),
        (
            Field("gift.what", N_("What it was")),
            fields.POST_OUTCOME,
            fields.POST_ARRIVED,
            fields.POST_SENDER,
            fields.COURIER,
            fields.POSTMARK,
        ),
        (
            items.HANDLED_LITTLE,
            Item("wrapping_kept", N_("wrapping and label kept"), A_THING),
            items.PHOTO_OVERVIEW,
            items.PHOTO_DETAIL,
            items.ORIGINAL_KEPT,
            items.RECEIPT_FOR_ORIGINAL,
            items.WITNESS_WROTE,
        ),
        N_(
            "If it could be dangerous, go away and call the police. Otherwise touch it as little as you can and keep "
            "the wrapping."
        ),
        repeatable=True,
        search_words=N_("present flowers package delivery object left"),
    ),
    Kind(
        "social_media",
        N_("Social media post or fake profile"),
        (
            Field(
                "online.sort",
                N_("What was found"),
                Shape.CHOICE,
                (
                    Option("post", N_("post, story or video")),
                    Option("comment", N_("comment or reaction")),
                    Option("mention", N_("mention or tag")),
                    Option("request", N_("friend or follow request")),
                    Option("fake_profile", N_("fake profile in your name")),
                    Option("other", N_("other")),
                ),
            ),
            fields.PLATFORM,
            fields.ACCOUNT,
            fields.ADDRESS,
            Field("online.seen_by", N_("Who could see it"), rare=True),
        ),
        (
            items.PAGE_SCREENSHOT,
            items.TEXT_NOTED,
            items.COPY_ELSEWHERE,
            items.PLATFORM_REPORTED,
            items.WITNESS_WROTE,
            items.NOT_ANSWERED,
        ),
        N_("Save first, report to the platform afterwards: a reported page may vanish."),
        repeatable=True,
        search_words=N_("facebook instagram tiktok linkedin comment tag impersonation internet online"),
    ),
    Kind(
        "contact_through_others",
        N_("Contact through family, friends, work or school"),
        (
            fields.THROUGH_WHOM,
            Field("others.circle", N_("Which circle"), Shape.CHOICE, fields.CIRCLES),
            Field("others.wanted", N_("What was asked or passed on"), Shape.TEXT),
            Field("others.given", N_("What was told to the suspect"), Shape.TEXT, rare=True),
        ),
        (
            items.WITNESS_WROTE,
            Item("their_proof_saved", N_("their own messages and call lists asked and saved"), ANYTHING),
            items.NO_PRIVATE_DATA,
            items.KEEP_AWAY,
            items.COPY_ELSEWHERE,
        ),
        N_("Those around you can help best by telling you what happened and by passing nothing on."),
        repeatable=True,
        search_words=N_("third party mediator colleague neighbour parents children boss teacher go-between"),
    ),
)
"""In display order."""
