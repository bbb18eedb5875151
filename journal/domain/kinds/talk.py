"""Kinds of talk to or about the user: proposals and promises, false accusations, intimate images."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import PAPER
from journal.domain.text.words import N_

TALK = (
    Kind(
        "proposal",
        N_("Proposal, demand or promise"),
        (
            Field(
                "proposal.sort",
                N_("What it was"),
                Shape.CHOICE,
                (
                    Option("proposal", N_("proposal")),
                    Option("demand", N_("demand")),
                    Option("promise", N_("promise")),
                ),
            ),
            Field(
                "proposal.outcome",
                N_("What came of it"),
                Shape.CHOICE,
                (
                    Option("open", N_("still open")),
                    Option("promise_kept", N_("promise kept")),
                    Option("promise_broken", N_("promise broken")),
                ),
            ),
            fields.MESSAGE_CHANNEL,
            fields.THROUGH_WHOM,
            Field("proposal.broken_on", N_("Broken on"), Shape.DATE, rare=True),
        ),
        (
            items.WORDS_NOTED,
            items.MESSAGE_SCREENSHOT,
            items.CONVERSATION_RECORDED,
            items.WITNESS_WROTE,
            Item("outcome_noted", N_("noted later whether a promise was kept or broken")),
            items.NOT_ANSWERED,
        ),
        N_("You owe nothing: no agreement, no explanation, no last talk, not through a mediator either."),
        search_words=N_("offer meeting blackmail ultimatum apology reconciliation condition mediation"),
    ),
    Kind(
        "false_accusation",
        N_("False accusation or complaint about you"),
        (
            Field("accusation.claim", N_("What is claimed"), Shape.TEXT),
            Field("accusation.made_to", N_("Made to whom")),
            Field(
                "accusation.form",
                N_("In what form"),
                Shape.CHOICE,
                (
                    Option("spoken", N_("spoken")),
                    Option("written", N_("written or posted")),
                    Option("official", N_("complaint to police, court or a service")),
                ),
            ),
            Field("accusation.file_number", N_("File number"), rare=True),
            Field("accusation.facts", N_("What shows what really happened"), Shape.TEXT, rare=True),
        ),
        (
            Item("accusation_copy", N_("copy of the accusation or complaint asked or kept"), PAPER),
            Item("hearers_noted", N_("noted who heard or received it")),
            Item("facts_kept", N_("papers that show what really happened kept"), PAPER),
            items.WITNESS_WROTE,
            items.PAGE_SCREENSHOT,
            Item("adviser_asked", N_("lawyer or victim support asked")),
        ),
        N_(
            "Keep to the facts and to this journal. A lawyer or victim support can tell you what to do with a "
            "complaint."
        ),
        search_words=N_("lies slander gossip rumour blame reported employer child protection defamation"),
    ),
    Kind(
        "intimate_images",
        N_("Intimate images spread or threatened"),
        (
            Field(
                "images.state",
                N_("What happened with them"),
                Shape.CHOICE,
                (
                    Option("threatened", N_("threatened to spread")),
                    Option("spread", N_("spread")),
                    Option("both", N_("threatened and spread")),
                ),
            ),
            fields.PLATFORM,
            fields.ACCOUNT,
            fields.ADDRESS,
            Field("images.sent_to", N_("To whom they were sent")),
            Field(
                "images.origin",
                N_("What the images are"),
                Shape.CHOICE,
                (
                    Option("real", N_("real")),
                    Option("made_up", N_("edited or made by a computer")),
                    Option("unknown", N_("unknown")),
                ),
                rare=True,
            ),
        ),
        (
            items.PAGE_SCREENSHOT,
            items.MESSAGE_SCREENSHOT,
            items.TEXT_NOTED,
            Item("places_listed", N_("list made of every place where they were found"), PAPER),
            items.PLATFORM_REPORTED,
            items.POLICE_NUMBER,
            items.COPY_ELSEWHERE,
        ),
        N_(
            "It is not your fault. Save where they stand first, then have them removed; police and victim support can "
            "help."
        ),
        search_words=N_("nude photo video revenge porn sextortion deepfake blackmail sexual"),
    ),
)
"""In display order."""
