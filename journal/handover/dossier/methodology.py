"""Section about the log: how it works, how to verify it, and what it does not prove, for a reader new to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import N_
from journal.handover.model.document import Facts, Heading, Items, Paragraph, Section
from journal.handover.selection.choice import Format

if TYPE_CHECKING:
    from journal.domain.text.words import Words
    from journal.handover.selection.selection import Selection

_HOW = (
    N_("Everything that is entered becomes a numbered record at the end of the log. Nothing is overwritten."),
    N_("A correction is a record of its own; what was written before stays readable, here too."),
    N_("An entry that is crossed out keeps its number and its words, marked as crossed out."),
    N_("When something happened and when it was written down are two things; the computer's clock gives the second."),
    N_(
        "Each record holds a digest of the one before it, so that no record can be changed, removed or put in "
        "between without every later digest changing."
    ),
    N_("Files were added unchanged; their SHA-256 digests are given with the exhibits."),
)
_CHECK = N_("The digest of the last record stands below and at the foot of every page. Who noted it can compare.")
_BUNDLE = N_(
    "The bundle that goes with this document holds ledger, files and a small program to check them "
    "without a network; a list of digests can be checked with sha256sum -c."
)
_NOT = (
    N_(
        "The digests prove the order of the records and that none was changed later. They do not prove that the clock "
        "was right, and whoever holds the log could have made all of it anew: a digest that somebody else kept, or a "
        "time stamp, speaks against that."
    ),
    N_("That something is written here does not prove that it happened. Exhibits, witnesses and other sources do."),
    N_("The program draws no conclusions: it counts, and judges nothing."),
    N_(
        "Fields that are not for this reader are redacted in the ledger. Their check codes stay, so that all of it "
        "can still be checked."
    ),
)
_NO_PROMISE = N_("Nothing here is legal advice, and nobody promises that a court will admit it.")


def methodology(chosen: Selection, words: Words) -> Section:
    """Render the section."""
    blackened = sum(map(len, chosen.left_out.values()))
    checks = (_CHECK, _BUNDLE) if Format.BUNDLE in chosen.choice.formats else (_CHECK,)
    return Section(
        words(N_("How this log works and how to check it")),
        (
            Heading(words(N_("How it works"))),
            Items(tuple(map(words, _HOW))),
            Heading(words(N_("How to check it"))),
            Items(tuple(map(words, checks))),
            Facts(
                (
                    (words(N_("Records in the log")), str(chosen.records)),
                    (words(N_("Digest of the last record")), groups_of_four(chosen.head)),
                    (words(N_("Fields left out for this reader")), str(blackened)),
                )
            ),
            Heading(words(N_("What it does not prove"))),
            Items(tuple(map(words, _NOT))),
            Paragraph(words(_NO_PROMISE), small=True),
        ),
        anchor="about",
    )
