"""Kinds of the user's own acts: saying no, reporting, telling, asking."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import PAPER
from journal.domain.text.words import N_

SAID_NO = Kind(
    "said_no",
    N_("Said “no contact”"),
    (
        Field(
            "no.how",
            N_("How"),
            Shape.CHOICE,
            (
                Option("registered_letter", N_("registered letter")),
                Option("lawyers_letter", N_("lawyer's letter")),
                Option("bailiff", N_("through a bailiff")),
                Option("police", N_("through the police")),
                Option("message", N_("e-mail or message")),
                Option("spoken", N_("spoken")),
            ),
        ),
        Field("no.tracking_number", N_("Tracking number")),
        Field("no.received_on", N_("Received on"), Shape.DATE),
        Field("no.lawyer", N_("Lawyer or helper"), rare=True),
    ),
    (
        items.REQUEST_COPY,
        Item("posting_kept", N_("proof of posting with tracking number kept"), PAPER),
        Item("receipt_kept", N_("proof of receipt kept"), PAPER),
        Item("said_once", N_("said once, and nothing added afterwards")),
    ),
    N_("Once and clearly is enough. Everything that follows then counts as after “no contact”."),
    search_words=N_("limit boundary stop registered letter lawyer refuse no contact"),
)

REPORTED_TO_POLICE = Kind(
    "reported_to_police",
    N_("Went to the police"),
    (
        Field("report.office", N_("Police office")),
        Field("report.officer", N_("Officer")),
        fields.REPORT_NUMBER,
        Field("report.prosecution_asked", N_("Prosecution expressly asked for"), Shape.YES_NO),
        Field(
            "report.sort",
            N_("How it was registered"),
            Shape.CHOICE,
            (
                Option("report", N_("formal report or complaint")),
                Option("note", N_("note or notification only")),
                Option("refused", N_("nothing, it was refused")),
            ),
        ),
        Field("report.unit", N_("Unit or team"), rare=True),
        Field("report.agreed", N_("What was agreed"), Shape.TEXT, rare=True),
        Field("report.handed_over", N_("What was handed over"), Shape.TEXT, rare=True),
    ),
    (
        items.POLICE_NUMBER,
        items.NAMES_NOTED,
        Item("report_copy", N_("copy of the report received"), PAPER),
        Item("prosecution_asked", N_("prosecution expressly asked for, where that is needed")),
        Item("evidence_receipt", N_("receipt kept for everything handed over"), PAPER),
        Item("own_copy_kept", N_("own copy kept of everything handed over")),
        Item("next_step_noted", N_("noted what happens next and whom to call")),
    ),
    N_("Ask for the number and for a copy before you leave. Hand over copies, and originals only against a receipt."),
    search_words=N_("police report complaint statement officer declaration prosecutor"),
)

TOLD_SOMEBODY = Kind(
    "told_somebody",
    N_("Told somebody"),
    (
        Field("told.who", N_("Who")),
        Field("told.circle", N_("Which circle"), Shape.CHOICE, fields.CIRCLES),
        Field("told.asked", N_("What was asked of them"), Shape.TEXT),
        Field(
            "told.would_testify",
            N_("Would testify"),
            Shape.CHOICE,
            (
                Option("yes", N_("yes")),
                Option("no", N_("no")),
                Option("not_asked", N_("not asked yet")),
            ),
            rare=True,
        ),
    ),
    (
        Item("asked_to_watch", N_("asked to watch out and to collect proof")),
        items.NO_PRIVATE_DATA,
        items.KEEP_AWAY,
        Item("testimony_asked", N_("asked whether they would testify")),
    ),
    N_("Others can only help when they know of it. Try to have somebody in every circle around you."),
    search_words=N_("informed family friend neighbour colleague school employer doctor help support"),
)

ASKED_SUPPLIER_OR_OPERATOR = Kind(
    "asked_supplier_or_operator",
    N_("Asked a supplier or operator"),
    (
        Field("asked.whom", N_("Supplier, operator or service")),
        Field(
            "asked.sort",
            N_("What for"),
            Shape.CHOICE,
            (
                Option("identify_caller", N_("identify a caller")),
                Option("change_number", N_("new or unlisted number")),
                Option("delete_data", N_("delete an address or account")),
                Option("copy", N_("copy of a signature or order")),
                Option("remove_page", N_("remove a page or profile")),
                Option("keep_recordings", N_("keep camera recordings")),
                Option("other", N_("other")),
            ),
        ),
        Field("asked.reference", N_("Reference")),
        Field("asked.answer", N_("Answer received"), Shape.TEXT),
        Field("asked.answered_on", N_("Answer received on"), Shape.DATE, rare=True),
    ),
    (
        items.REQUEST_COPY,
        Item("times_listed", N_("exact dates and times listed"), PAPER),
        Item("reference_noted", N_("reference noted"), PAPER),
        items.NAMES_NOTED,
        items.ANSWER_KEPT,
    ),
    N_("Ask in writing and keep a copy. Ask first whether the suspect will be told about your request."),
    search_words=N_("ombudsman telecom provider shop platform bank request identify caller unlisted number"),
)


OWN_STEPS = (
    SAID_NO,
    REPORTED_TO_POLICE,
    TOLD_SOMEBODY,
    ASKED_SUPPLIER_OR_OPERATOR,
    Kind(
        "other_step",
        N_("Other step"),
        (
            Field("step.with_whom", N_("With whom or where")),
            Field("step.result", N_("Result"), Shape.TEXT),
            Field("step.reference", N_("Reference or file number"), rare=True),
        ),
        (
            items.NAMES_NOTED,
            Item("papers_kept", N_("papers and bills kept"), PAPER),
            items.ANSWER_KEPT,
        ),
        N_("Every step counts, small ones too. It shows what all this asks of you."),
        search_words=N_("doctor lawyer moved locks alarm blocked changed number course victim support"),
    ),
)
"""In display order."""
