"""Kinds of technical acts: access to an account, a telephone or a computer."""

from __future__ import annotations

from journal.domain.kinds import items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import PAPER, PICTURE
from journal.domain.text.words import N_

TECHNICAL = (
    Kind(
        "device_accessed",
        N_("Account, phone or computer accessed"),
        (
            Field(
                "device.sort",
                N_("What was accessed"),
                Shape.CHOICE,
                (
                    Option("account", N_("account or mailbox")),
                    Option("phone", N_("phone or tablet")),
                    Option("computer", N_("computer")),
                    Option("home", N_("camera, lock or other device in the home")),
                    Option("vehicle", N_("vehicle")),
                    Option("other", N_("other")),
                ),
            ),
            Field("device.which", N_("Which account or device")),
            Field("device.how_noticed", N_("How it was noticed")),
            Field("device.sign_ins", N_("Sign-ins seen (time, place, device)"), Shape.TEXT),
            Field("device.changed", N_("What was read, changed or sent"), Shape.TEXT, rare=True),
        ),
        (
            Item("sign_ins_saved", N_("list of sign-ins saved"), PAPER),
            Item("screen_photographed", N_("screen photographed with date and time"), PICTURE),
            Item("warnings_kept", N_("warnings of the provider kept"), PAPER),
            Item("device_left", N_("device left as it is for the police")),
            items.POLICE_BEFORE_REMOVAL,
            items.COPY_ELSEWHERE,
        ),
        N_("Ask for help on another device that is safe. Whoever got in may notice a change, and traces may be lost."),
        search_words=N_("hacked password login spyware stalkerware mailbox cloud smart home sign-in"),
    ),
)
"""In display order."""
