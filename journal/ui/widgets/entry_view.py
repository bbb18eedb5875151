"""The entry under the cursor, all of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from journal.domain import kinds, telling
from journal.domain.detail import detail_in_words
from journal.domain.entry import Felt, IdentifiedBy, Targeted
from journal.domain.moment import exactly
from journal.domain.search import spans
from journal.domain.words import N_, _, spoken
from journal.ui.text import harmless, literal, own
from journal.ui.widgets.page import Block, Fact, Heading, Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo

    from journal.domain.entry import Entry
    from journal.domain.history import History
    from journal.domain.people import Person
    from journal.domain.search import Terms

FAINT = "$foreground 60%"
FOUND = "bold underline $primary"

IDENTIFIED = {
    IdentifiedBy.SAW: N_("seen"),
    IdentifiedBy.VOICE: N_("by the voice"),
    IdentifiedBy.NUMBER: N_("by the number"),
    IdentifiedBy.HANDWRITING: N_("by the handwriting"),
    IdentifiedBy.ACCOUNT: N_("by the account"),
    IdentifiedBy.TOLD: N_("told by somebody"),
    IdentifiedBy.ASSUMPTION: N_("an assumption"),
}
TARGETS = {
    Targeted.ME: N_("me"),
    Targeted.CHILD: N_("child"),
    Targeted.FAMILY: N_("family"),
    Targeted.PARTNER: N_("partner"),
    Targeted.FRIEND: N_("friend"),
    Targeted.COLLEAGUE: N_("colleague"),
    Targeted.NEIGHBOUR: N_("neighbour"),
    Targeted.OTHER: N_("other"),
}
FELT = {Felt.NO: N_("no"), Felt.SOMEWHAT: N_("somewhat"), Felt.STRONGLY: N_("strongly")}


class EntryView(Page):
    """One entry: when, what, who, and the words of the person, which are drawn as they stand."""

    HELP = N_(
        "The entry under the cursor of the timeline. Arrows and page keys scroll when it is longer than the pane."
    )

    def show(self, history: History | None, people: Mapping[int, Person], zone: tzinfo, terms: Terms = ()) -> None:
        """Show an entry from its beginning, or nothing."""
        self.border_title = _("Entry {number}").format(number=history.number) if history else _("Entry")
        self.put(EntryWords(people, zone, terms).blocks(history) if history else ())


class EntryWords:
    """Turns an entry into blocks to read."""

    def __init__(self, people: Mapping[int, Person], zone: tzinfo, terms: Terms = ()) -> None:
        self._people = people
        self._zone = zone
        self._terms = terms

    def blocks(self, history: History) -> Iterator[Block]:
        """Yield the whole entry as it stands now."""
        entry = history.entry
        yield from self._head(history)
        yield None
        facts = [*self._details(entry), *self._who(entry)]
        yield from facts
        if facts:
            yield None
        yield from self._texts(entry)

    def _head(self, history: History) -> Iterator[Block]:
        entry = history.entry
        kind = harmless(_(kinds.kind(entry.kind).label))
        times = f" \N{MULTIPLICATION SIGN}{entry.times}" if entry.times > 1 else ""
        yield Paragraph(own(kind + times, "bold strike" if history.withdrawn else "bold"))
        yield Paragraph(own(telling.in_words(entry.happened, spoken(), entry.until)))
        yield Paragraph(own(self._written(history), FAINT))
        if history.withdrawn:
            last = history.versions[-1]
            undone = "undoes" in last.record.fields()
            yield self._struck(_("Withdrawn"), last.reason or (_("undone") if undone else ""))
        elif history.amended:
            last = next(version for version in reversed(history.versions) if version.act.endswith("amended"))
            yield self._struck(_("Amended"), last.reason)

    def _written(self, history: History) -> str:
        written = history.recorded_at.astimezone(self._zone)
        if written.date() == history.happened.day:
            return _("written down the same day at {time}").format(time=f"{written:%H:%M}")
        when = telling.in_words(exactly(written.replace(second=0)), spoken())
        return _("written down on {when}").format(when=when)

    def _struck(self, what: str, reason: str) -> Block:
        return Fact(what, self._said(reason) if reason else own(_("no reason given"), FAINT))

    def _details(self, entry: Entry) -> Iterator[Block]:
        ids = [field.id for field in kinds.kind(entry.kind).fields]
        for name in [one for one in ids if one in entry.details] + [one for one in entry.details if one not in ids]:
            field = kinds.field(name)
            label = _(field.label) if field else name
            yield Fact(harmless(label), self._said(detail_in_words(field, entry.details[name], spoken())))

    def _who(self, entry: Entry) -> Iterator[Block]:
        if entry.noticed:
            yield Fact(_("Noticed"), own(telling.in_words(entry.noticed, spoken())))
        if entry.place:
            yield Fact(_("Where"), self._said(entry.place))
        if entry.person:
            how = f" · {_(IDENTIFIED[entry.identified_by])}" if entry.identified_by else ""
            yield Fact(_("Who"), self._person(entry.person) + own(how, FAINT))
        elif entry.identified_by:
            yield Fact(_("Recognised"), own(_(IDENTIFIED[entry.identified_by])))
        if entry.targeted:
            yield Fact(_("Aimed at"), own(", ".join(_(TARGETS[one]) for one in entry.targeted)))
        if entry.witnesses:
            yield Fact(_("Witnesses"), own(", ").join(self._person(number) for number in entry.witnesses))
        if entry.reported_by:
            yield Fact(_("Told by"), self._person(entry.reported_by))
        if entry.threat_felt:
            yield Fact(_("Threat felt"), own(_(FELT[entry.threat_felt])))
        if entry.tags:
            yield Fact(_("Tags"), self._said(", ".join(entry.tags)))

    def _texts(self, entry: Entry) -> Iterator[Block]:
        parts = (
            (_("What happened"), entry.account),
            (_("Literal words"), _("“{words}”").format(words=entry.quoted_words) if entry.quoted_words else ""),
            (_("Effect"), entry.impact),
            (_("What was done"), entry.my_response),
            (_("Private note, never handed over"), entry.private_note),
        )
        for title, words in parts:
            if words:
                yield Heading(title)
                yield Paragraph(self._said(words), indent=2 if words is parts[1][1] else 0)
                yield None

    def _person(self, number: int) -> Content:
        person = self._people.get(number)
        if person is None:
            return own(_("person {number}").format(number=number))
        note = literal(f" ({person.note})", FAINT) if person.note else Content("")
        return self._said(person.name) + note

    def _said(self, words: str) -> Content:
        picture = harmless(words, lines=True)
        content = Content(picture)
        for start, end in spans(picture, self._terms):
            content = content.stylize(FOUND, start, end)
        return content
