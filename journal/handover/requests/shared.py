"""What letters and forms have in common: who writes, to whom, place and date, signature; and a request about calls."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.domain.time.moment_words import plain_day
from journal.handover.dossier.calls import call_blocks
from journal.handover.dossier.formatting import day_text
from journal.handover.model.document import Blank, Document, Facts, Heading, Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

CHECKED = date(2026, 11, 22)
"""The day on which addresses and rules were last compared with public sources."""


def request(chosen: Selection, words: Words, title: str, blocks: Iterable[Block], advice: tuple[str, ...]) -> Document:
    """Return a request of these blocks, signed, and in a section of its own what is to be read before it is sent.

    `advice` holds marked words, the caution first.
    """
    caution, *rest = map(words, advice)
    return Document(
        title=title,
        language=words.language,
        sections=(
            Section(title, (*blocks, *signature(chosen, words), _log_note(chosen, words))),
            Section(
                words(N_("Before sending")),
                (Paragraph(caution), Items(tuple(rest)), _checked(words)),
                removable=True,
            ),
        ),
        page_of=words(N_("page {page} of {pages}")),
        author=chosen.choice.sender.name,
    )


def listed(chosen: Selection, words: Words) -> tuple[Block, ...]:
    """Return the calls and texts that have a time of their own, under a heading, and the others apart."""
    blocks = call_blocks(chosen, words) or (Paragraph(words(N_("No call or text message was chosen."))),)
    return (Heading(words(N_("The calls and messages"))), *blocks)


def sender(chosen: Selection, words: Words) -> Facts:
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


def signature(chosen: Selection, words: Words) -> tuple[Block, ...]:
    """Return place, date and room for a signature."""
    place = chosen.choice.sender.place
    said = words(N_("{place}, {day}")).format(place=place, day=plain_day(chosen.made.date(), words)) if place else ""
    return (
        Paragraph(said) if said else Blank(words(N_("Place and date"))),
        Blank(words(N_("Signature (the request is not valid without it)")), lines=2),
    )


def _checked(words: Words) -> Paragraph:
    """Return when the rules were checked, and that they are to be checked again."""
    told = words(N_("Addresses and rules were checked on {day}; check them again before sending."))
    return Paragraph(told.format(day=plain_day(CHECKED, words)), small=True)


def _log_note(chosen: Selection, words: Words) -> Paragraph:
    """Return the digest of the log from which this was made, in small print."""
    from journal.domain.ledger.record import groups_of_four

    told = words(N_("Made from a log of {records} records. Digest of its last record: {head}"))
    return Paragraph(told.format(records=chosen.records, head=groups_of_four(chosen.head)), small=True)
