"""Kinds of physical acts: following, waiting, watching, threats in person, violence, break-in, harm to an animal."""

from __future__ import annotations

from journal.domain.kinds import fields, items
from journal.domain.kinds.catalogue import Field, Item, Kind, Option, Shape
from journal.domain.kinds.evidence_types import A_THING, PAPER, PICTURE, PICTURE_OR_FILM
from journal.domain.text.words import N_

SEEN_OUTSIDE = (
    items.WHO_SAW_NOTED,
    items.WITNESS_WROTE,
    items.CAMERAS_ASKED,
    items.VEHICLE_NOTED,
    items.PHOTO_IF_SAFE,
    items.POLICE_CAME,
)
"""Checklist items for when the other side was near, on foot or in a vehicle."""


PHYSICAL = (
    Kind(
        "followed",
        N_("Followed"),
        (
            Field("followed.route", N_("From where to where")),
            *fields.VEHICLE_FIELDS,
            fields.APPEARANCE,
            fields.DISTANCE,
            *fields.COMPANY,
        ),
        SEEN_OUTSIDE,
        N_(
            "Go where there are people, or to a police office, not straight home. When you feel in danger, call the "
            "police."
        ),
        search_words=N_("behind car bicycle on foot chased stalked pursued"),
    ),
    Kind(
        "waited_for",
        N_("Waited for you or loitered"),
        (*fields.VEHICLE_FIELDS, fields.APPEARANCE, fields.DISTANCE, *fields.COMPANY),
        SEEN_OUTSIDE,
        N_("Note from when until when, and where the suspect stood. Ask neighbours or colleagues what they saw."),
        search_words=N_("waiting loitering hanging about standing outside door street parked drove past"),
    ),
    Kind(
        "watched",
        N_("Watched, also with a camera"),
        (
            Field(
                "watched.means",
                N_("How"),
                Shape.CHOICE,
                (
                    Option("eyes", N_("with the naked eye")),
                    Option("optics", N_("binoculars or telescope")),
                    Option("phone", N_("telephone or photo camera")),
                    Option("fixed_camera", N_("fixed or hidden camera")),
                    Option("drone", N_("drone")),
                    Option("unknown", N_("unknown")),
                ),
            ),
            Field("watched.from_where", N_("From where")),
            fields.APPEARANCE,
            *fields.VEHICLE_FIELDS,
            fields.DISTANCE,
            *fields.COMPANY,
        ),
        (*SEEN_OUTSIDE, items.POLICE_BEFORE_REMOVAL),
        N_("A camera that you find is best left where it is: photograph it and ask the police what to do."),
        search_words=N_("spied observed filmed photographed drone binoculars window peeping"),
    ),
    Kind(
        "tracker",
        N_("Tracker found"),
        (
            Field("tracker.sort", N_("Sort and make")),
            Field("tracker.serial", N_("Serial number")),
            Field("tracker.hidden_in", N_("Where it was hidden")),
            Field("tracker.how_noticed", N_("How it was noticed"), rare=True),
            Field(
                "tracker.state",
                N_("Where it is now"),
                Shape.CHOICE,
                (
                    Option("in_place", N_("left in place")),
                    Option("police", N_("with the police")),
                    Option("kept", N_("taken out and kept")),
                ),
            ),
        ),
        (
            Item("tracker_photographed", N_("photographed in place"), PICTURE_OR_FILM),
            Item("serial_noted", N_("serial number noted"), PICTURE),
            Item("alert_saved", N_("screenshot made of the warning on the phone"), PICTURE),
            items.POLICE_BEFORE_REMOVAL,
            items.WITNESS_WROTE,
            items.POLICE_NUMBER,
        ),
        N_("Ask the police before you take it away: whoever placed it may notice, and traces could be lost."),
        search_words=N_("gps airtag tag beacon device car bag location"),
    ),
    Kind(
        "threat",
        N_("Threat in person"),
        (
            Field("threat.what", N_("What was threatened")),
            fields.WEAPON,
            *fields.POLICE_FIELDS,
            fields.APPEARANCE,
            *fields.VEHICLE_FIELDS,
            *fields.COMPANY,
        ),
        (
            items.WORDS_NOTED,
            items.WHO_SAW_NOTED,
            items.WITNESS_WROTE,
            items.CONVERSATION_RECORDED,
            items.CAMERAS_ASKED,
            items.VEHICLE_NOTED,
            items.POLICE_CAME,
        ),
        N_("When you are threatened, call the police at once. Write the words down exactly as they were said."),
        search_words=N_("threatened intimidated menace gesture weapon kill death"),
    ),
    Kind(
        "assault",
        N_("Assault"),
        (fields.INJURIES, fields.WEAPON, fields.DOCTOR, *fields.POLICE_FIELDS, *fields.COMPANY, fields.APPEARANCE),
        (
            items.INJURIES_PHOTOGRAPHED,
            items.DOCTORS_CERTIFICATE,
            items.CLOTHES_KEPT,
            items.WHO_SAW_NOTED,
            items.WITNESS_WROTE,
            items.CAMERAS_ASKED,
            items.POLICE_CAME,
        ),
        N_("Your safety and a doctor come first. Photograph injuries again after some days: they may show more then."),
        search_words=N_("hit beaten kicked pushed grabbed strangled violence attack injured"),
    ),
    Kind(
        "sexual_assault",
        N_("Sexual assault"),
        (fields.DOCTOR, fields.INJURIES, fields.WEAPON, *fields.POLICE_FIELDS, *fields.COMPANY),
        (
            Item("traces_secured", N_("traces secured by a doctor or a centre for sexual violence")),
            items.DOCTORS_CERTIFICATE,
            items.CLOTHES_KEPT,
            items.INJURIES_PHOTOGRAPHED,
            items.CAMERAS_ASKED,
            items.WITNESS_WROTE,
            items.POLICE_CAME,
        ),
        N_(
            "It is not your fault. A doctor or a centre for sexual violence can help you: soon if you can, later is "
            "welcome too."
        ),
        search_words=N_("rape touched groped indecent abuse violence"),
    ),
    Kind(
        "break_in",
        N_("Trespass or break-in"),
        (
            Field("break_in.way_in", N_("How the suspect came in")),
            Field("break_in.touched", N_("What was touched, moved or left behind"), Shape.TEXT),
            *fields.POLICE_FIELDS,
            *fields.VEHICLE_FIELDS,
        ),
        (
            items.LEFT_AS_FOUND,
            items.PHOTO_OVERVIEW,
            items.PHOTO_DETAIL,
            items.MISSING_LISTED,
            items.CAMERAS_ASKED,
            items.WITNESS_WROTE,
            items.POLICE_CAME,
        ),
        N_("If somebody may still be inside, stay out and call the police. Touch nothing until the police have been."),
        search_words=N_("burglary intruder garden house home entered lock key door"),
    ),
    Kind(
        "animal_harmed",
        N_("Harm to an animal"),
        (
            Field("animal.which", N_("Which animal")),
            Field("animal.harm", N_("What was done to it"), Shape.TEXT),
            Field("animal.vet", N_("Vet")),
            fields.COST,
            *fields.POLICE_FIELDS,
        ),
        (
            Item("vet_statement", N_("written statement of the vet asked"), PAPER),
            items.PHOTO_DETAIL,
            Item("traces_kept", N_("food, objects or remains kept for vet or police"), A_THING),
            items.CAMERAS_ASKED,
            items.ESTIMATE_OR_BILL,
            items.WITNESS_WROTE,
            items.POLICE_CAME,
        ),
        N_("Let a vet see the animal, and ask for the findings on paper."),
        search_words=N_("pet dog cat horse poisoned killed hurt vet"),
    ),
)
"""In display order."""
