"""Fields shared by several kinds, so that the same fact has the same id in each of them."""

from __future__ import annotations

from journal.domain.kinds.catalogue import Field, Option, Shape
from journal.domain.text.words import N_

CALL_NUMBER = Field("call.number", N_("Number"), Shape.PHONE)
"""Number of the other side, for calls and for text messages: the ombudsman's form lists both together."""

CALL_NUMBER_SHOWN = Field(
    "call.number_shown",
    N_("Number shown"),
    Shape.CHOICE,
    (Option("shown", N_("shown")), Option("withheld", N_("withheld")), Option("unknown", N_("unknown"))),
)
CALL_RINGS = Field("call.rings", N_("Rings"), Shape.NUMBER)
CALL_DURATION = Field("call.duration", N_("Duration"), Shape.DURATION)
CALL_CONTENT = Field("call.content", N_("What was heard"), Shape.TEXT)
CALL_OWN_LINE = Field("call.own_line", N_("On which of your numbers"), Shape.PHONE, rare=True)

CALLER = (CALL_NUMBER, CALL_NUMBER_SHOWN)

MESSAGE_CHANNEL = Field("message.channel", N_("Channel (app, telephone, in person)"))
MESSAGE_SENDER = Field("message.sender", N_("Sender (name, number or account)"))
MESSAGE_RECEIVED_ON = Field("message.received_on", N_("On which of your accounts or addresses"), rare=True)
MESSAGE_ATTACHMENTS = Field("message.attachments", N_("Pictures, sound or files that came with it"), rare=True)

POST_SENDER = Field("letter.sender", N_("Sender as it stands on it"))
POST_OUTCOME = Field(
    "letter.outcome",
    N_("What became of it"),
    Shape.CHOICE,
    (
        Option("kept", N_("opened and kept")),
        Option("kept_unopened", N_("kept unopened")),
        Option("returned_unopened", N_("returned unopened")),
        Option("given_to_police", N_("given to the police")),
        Option("not_kept", N_("not kept")),
    ),
)
POSTMARK = Field("letter.postmark", N_("Postmark (place and date)"))
POST_ARRIVED = Field(
    "letter.arrived",
    N_("How it came"),
    Shape.CHOICE,
    (
        Option("post", N_("by post")),
        Option("courier", N_("by courier")),
        Option("letter_box", N_("put in the letter box by hand")),
        Option("left", N_("left at the door, the car or elsewhere")),
        Option("somebody", N_("through somebody else")),
    ),
)

COURIER = Field("delivery.courier", N_("Courier"))

THROUGH_WHOM = Field("others.through", N_("Through whom"))

CIRCLES = (
    Option("family", N_("family")),
    Option("friends", N_("friends")),
    Option("neighbours", N_("neighbours")),
    Option("work", N_("work")),
    Option("school", N_("school or day care")),
    Option("club", N_("club or association")),
    Option("care", N_("doctor, social service or victim support")),
    Option("other", N_("other")),
)
"""Circles of people around the user."""

VEHICLE = Field("vehicle.description", N_("Vehicle (sort, make, model)"))
PLATE = Field("vehicle.plate", N_("Number plate"))
COLOUR = Field("vehicle.colour", N_("Colour of the vehicle"), rare=True)

VEHICLE_FIELDS = (VEHICLE, PLATE, COLOUR)

APPEARANCE = Field("scene.appearance", N_("Appearance and clothing"))
DISTANCE = Field("scene.distance", N_("Distance to you or to the place"))
COMPANIONS = Field("scene.companions", N_("Who was with the suspect"), rare=True)
CHILDREN_PRESENT = Field("scene.children_present", N_("Children present"), Shape.YES_NO, rare=True)

COMPANY = (COMPANIONS, CHILDREN_PRESENT)

WEAPON = Field("violence.weapon", N_("Weapon or object used or shown"))
INJURIES = Field("violence.injuries", N_("Injuries"), Shape.TEXT)
DOCTOR = Field("violence.doctor", N_("Doctor or hospital"))

POLICE_CAME = Field("police.came", N_("Police came"), Shape.YES_NO)
POLICE_ESTABLISHED = Field("police.established", N_("What the police established"), Shape.TEXT, rare=True)
REPORT_NUMBER = Field("report.number", N_("Police report number"))

POLICE_FIELDS = (POLICE_CAME, REPORT_NUMBER, POLICE_ESTABLISHED)
"""Fields of kinds for which the police may have come to the place."""

COST = Field("damage.cost", N_("Cost or value"))
INSURER = Field("damage.insurer", N_("Insurer and claim number"), rare=True)

PLATFORM = Field("online.platform", N_("Platform or site"))
ACCOUNT = Field("online.profile", N_("Account or profile name"))
ADDRESS = Field("online.address", N_("Address of the page or profile"))
