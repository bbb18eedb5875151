"""Shared blocks of letters and forms: sender, receiver, place and date, signature."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.domain.time.moment_words import plain_day
from journal.handover.dossier.telling import day_text
from journal.handover.model.document import Blank, Facts, Paragraph

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.chosen import Chosen

CHECKED = date(2026, 11, 22)
"""The day on which addresses and rules were last compared with public sources."""


def sender(chosen: Chosen, words: Words) -> Facts:
    """Return who asks, with every blank to be seen."""
    one = chosen.choice.sender
    return Facts(
        (
            (words(N_("Name")), one.name),
            (words(N_("Address")), one.address),
            (words(N_("Telephone")), one.telephone),
            (words(N_("E-mail")), one.email),
            (words(N_("Date of birth")), day_text(one.birth_date, words)),
            (words(N_("Telephone company")), one.operator),
            (words(N_("Customer number")), one.customer_number),
        )
    )


def signature(chosen: Chosen, words: Words) -> tuple[Block, ...]:
    """Return place, date and room for a signature."""
    place = chosen.choice.sender.place
    said = words(N_("{place}, {day}")).format(place=place, day=plain_day(chosen.made.date(), words)) if place else ""
    return (
        Paragraph(said) if said else Blank(words(N_("Place and date"))),
        Blank(words(N_("Signature (the request is not valid without it)")), lines=2),
    )


def checked(words: Words) -> Paragraph:
    """Return when the rules were checked, and that they are to be checked again."""
    told = words(N_("Addresses and rules were checked on {day}; check them again before sending."))
    return Paragraph(told.format(day=plain_day(CHECKED, words)), small=True)


def log_note(chosen: Chosen, words: Words) -> Paragraph:
    """Return the digest of the log from which this was made, in small print."""
    from journal.domain.ledger.record import groups_of_four

    told = words(N_("Made from a log of {records} records. Digest of its last record: {head}"))
    return Paragraph(told.format(records=chosen.records, head=groups_of_four(chosen.head)), small=True)
