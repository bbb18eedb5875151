"""Letters and forms: for a witness, to a supplier, and the one clear no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.handover.model.document import Blank, Document, Facts, Paragraph, Section
from journal.handover.requests.shared import signature

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

_OWN_WORDS = N_(
    "Please write down what you yourself saw and heard, in your own words: facts, in order, with the time as well as "
    "you know it. What others told you stands apart, with their names. Leave out what you think of it."
)
_SUPPLIER = N_(
    "Goods or services were ordered, changed or cancelled with you in my name. I neither did nor asked that. "
    "Nothing was accepted and nothing was signed by me."
)
_SUPPLIER_ASKS = N_(
    "Please delete my name, address and other data from your records as far as they came with that order. "
    "Please send me a copy of the order and of every signature under it, with the time and the way in which it came."
)
_NO = N_(
    "I do not want any contact with you. Do not call, write, message or visit me, do not wait for me, do not send me "
    "anything, and do not contact me through others. This is the only letter that I send about it."
)
CAUTION = N_(
    "A draft. Have a lawyer or victim support read it first: when and how it is sent matters for safety. "
    "It is sent once, by registered letter or through a lawyer; keep the receipt and a copy."
)


def witness_form(words: Words, *, day: str = "", place: str = "") -> Document:
    """Return a form for a witness, blank or with nothing but day and place filled in."""
    return _letter(
        words,
        N_("What I saw and heard"),
        Paragraph(words(_OWN_WORDS)),
        Facts(((words(N_("Day")), day), (words(N_("Place")), place))),
        Blank(words(N_("From what time to what time"))),
        Blank(words(N_("Your name, address and telephone number")), lines=3),
        Blank(words(N_("Where you were, and how well you could see and hear")), lines=2),
        Blank(words(N_("What you saw and heard")), lines=14),
        Blank(words(N_("Who else was there")), lines=2),
        Blank(words(N_("Written on (day and hour), at")), lines=1),
        Blank(words(N_("Signature")), lines=2),
    )


def supplier_letter(chosen: Selection, words: Words) -> Document:
    """Return a letter that asks a supplier to delete the address, and for a copy of the signature."""
    one = chosen.choice.sender
    return _letter(
        words,
        N_("Order that I did not make"),
        Facts(((words(N_("Name")), one.name), (words(N_("Address")), one.address))),
        Blank(words(N_("Name and address of the supplier")), lines=3),
        Blank(words(N_("Order number, date, what was ordered or cancelled")), lines=2),
        Paragraph(words(_SUPPLIER)),
        Paragraph(words(_SUPPLIER_ASKS)),
        *signature(chosen, words)[:1],
        Blank(words(N_("Signature")), lines=2),
    )


def no_letter(chosen: Selection, words: Words) -> Document:
    """Return the letter that says no once, as a draft for a lawyer to read."""
    draft = Section(words(N_("Before anything is sent")), (Paragraph(words(CAUTION)),), removable=True)
    return _letter(
        words,
        N_("I want no contact"),
        Blank(words(N_("Name and address of the receiver")), lines=3),
        Paragraph(words(_NO)),
        *signature(chosen, words)[:1],
        Blank(words(N_("Name and signature")), lines=2),
        then=(draft,),
    )


def _letter(words: Words, title: str, *blocks: Block, then: tuple[Section, ...] = ()) -> Document:
    """Return a letter under a marked title; `then` stands behind it."""
    said = words(title)
    return Document(title=said, language=words.language, sections=(Section(said, blocks), *then))
