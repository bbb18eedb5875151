"""Assembly of the dossier for the police, a lawyer, victim support or one's own archive from its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.ledger.record import groups_of_four
from journal.domain.text.words import N_
from journal.domain.time.moment_words import plain_day, side_by_side
from journal.handover.dossier import case_sections
from journal.handover.dossier.calls import calls
from journal.handover.dossier.chronology import chronology
from journal.handover.dossier.entries import entries
from journal.handover.dossier.exhibits import exhibits, pictures
from journal.handover.dossier.formatting import acts_text, day_text, entries_link, entries_text, part_text, standing
from journal.handover.dossier.methodology import methodology
from journal.handover.dossier.pattern import pattern
from journal.handover.dossier.summary import summary
from journal.handover.model.document import Document, Facts, Paragraph, Section
from journal.handover.selection.choice import MADE_FOR, Stays
from journal.handover.selection.supplement import SinceThen, supplement_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.text.words import Words
    from journal.handover.model.document import Block
    from journal.handover.selection.selection import Selection

_LOG, _SUPPLEMENT = N_("Log of stalking and harassment"), N_("Supplement to the log of stalking and harassment")
_GROUPS_IN_FOOTER = 4


def dossier(chosen: Selection, words: Words) -> Document:
    """Return the whole dossier; photos are read one by one, so it takes its time with many."""
    title = words(_SUPPLEMENT if chosen.choice.supplement else _LOG)
    head = " ".join(groups_of_four(chosen.head).split()[:_GROUPS_IN_FOOTER])
    return Document(
        title=title,
        language=words.language,
        sections=tuple(_sections(chosen, words)),
        cover=tuple(_first_page(chosen, words)),
        contents_title=words(N_("Contents")),
        footer=words(N_("{title} · digest {head} …")).format(title=title, head=head),
        fact=words(N_("{label}: {said}")),
        page_of=words(N_("page {page} of {pages}")),
        author=chosen.choice.sender.name,
    )


def _sections(chosen: Selection, words: Words) -> Iterator[Section]:
    parts = (
        summary(chosen, words),
        pattern(chosen, words),
        case_sections.stalkers(chosen, words),
        chronology(chosen, words),
        entries(chosen, words),
        exhibits(chosen, words),
        pictures(chosen, words) if not chosen.choice.keeps(Stays.ORIGINALS) else None,
        calls(chosen, words),
        case_sections.events(chosen, words),
        case_sections.reports(chosen, words),
        case_sections.orders(chosen, words),
        case_sections.steps(chosen, words),
        methodology(chosen, words),
        case_sections.witnesses(chosen, words),
    )
    yield from (part for part in parts if part)


def _first_page(chosen: Selection, words: Words) -> Iterator[Block]:
    if earlier := chosen.choice.supplement:
        yield Paragraph(supplement_in_words(earlier, words))
    yield Facts(tuple(_cover(chosen, words)))
    yield _reading(words)


def _cover(chosen: Selection, words: Words) -> Iterator[tuple[str, str]]:
    choice, sender = chosen.choice, chosen.choice.sender
    counted = standing(chosen)
    yield words(N_("Made")), words(MADE_FOR[choice.to])
    if choice.receiver:
        yield words(N_("Given to")), choice.receiver
    yield words(N_("Kept by")), sender.name
    if not choice.keeps(Stays.OWN_DATA):
        yield words(N_("Address")), sender.address
        yield words(N_("Telephone")), sender.telephone
        yield words(N_("E-mail")), sender.email
        yield words(N_("Date of birth")), day_text(sender.birth_date, words)
    yield words(N_("Made on")), f"{plain_day(chosen.made.date(), words)}, {chosen.made:%H:%M}"
    yield words(N_("Period")), _period(chosen, words)
    yield from _chosen_period(chosen, words)
    withdrawn = len(chosen.entries) - len(counted)
    held = (
        part_text(chosen, words) if chosen.is_part else entries_text(len(chosen.entries), words),
        words(N_("crossed out: {count}")).format(count=withdrawn) if withdrawn else "",
        acts_text(sum(one.history.acts for one in counted), words),
        words.many("{count} exhibit", "{count} exhibits", len(chosen.exhibits)).format(count=len(chosen.exhibits)),
    )
    yield words(N_("Holds")), side_by_side(filter(None, held), words)
    if chosen.is_part:
        yield words(N_("Part of the log")), words(N_("What was not chosen is not here and is not counted."))
    yield from _since_then(chosen, words)
    yield words(N_("Records in the log")), str(chosen.records)
    yield words(N_("Digest of the last record")), groups_of_four(chosen.head)


def _since_then(chosen: Selection, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the entries of a supplement by what became of each since the earlier hand-over."""
    for change in SinceThen:
        if numbers := [
            one.history.number for one in chosen.entries if chosen.changes.get(one.history.number) is change
        ]:
            yield words(change.label), entries_link(numbers, words)


def _period(chosen: Selection, words: Words) -> str:
    """Return the days from the first act to the end of the last; what is known only as a span stretches nothing."""
    acts = [one.history.days for one in standing(chosen) if one.history.acts]
    days = [day for one in acts if one.first and one.first == one.begun for day in (one.first, one.over) if day]
    if not days:
        return ""
    first, last = plain_day(min(days), words), plain_day(max(days), words)
    return words(N_("{first} to {last}")).format(first=first, last=last)


def _chosen_period(chosen: Selection, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the days to which the choice was narrowed, and which entries are perhaps not in them."""
    since, until = chosen.choice.since, chosen.choice.until
    if not since and not until:
        return
    days = N_("{first} to {last}") if since and until else N_("since {first}") if since else N_("until {last}")
    yield words(N_("Period chosen")), words(days).format(first=day_text(since, words), last=day_text(until, words))
    if chosen.perhaps:
        label = N_("Perhaps in it, and here") if chosen.choice.perhaps else N_("Perhaps in it, and left out")
        yield words(label), entries_link(chosen.perhaps, words)


def _reading(words: Words) -> Paragraph:
    return Paragraph(
        words(
            N_(
                "The next part says it all on one page; after it comes the list in the order of happening. "
                "Every number leads to the entry or exhibit in full. What is blank was not known or was left out."
            )
        ),
        small=True,
    )
