"""The entry under the cursor, all of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from journal.domain import kinds
from journal.domain.entry import rendering
from journal.domain.entry.identifying import identifying
from journal.domain.state.search import spans
from journal.domain.state.undoing import why
from journal.domain.text.words import N_, _, spoken
from journal.domain.time import moment_words
from journal.domain.time.moment import exactly
from journal.ui.frame.masking import escaped, of_entry
from journal.ui.frame.page import Page, PageBlock, PageField, PageHeading, PageText
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.maintenance.erased import stubs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import tzinfo

    from journal.domain.case.people import Person
    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History, Version
    from journal.domain.state.search import Terms

FOUND = "bold underline $primary"

FIRST_TEXTS, LAST_TEXTS = ("account", "quoted_words"), ("impact", "my_response", "private_note")
"""The fields that are told at length, each under a heading, before the short ones and after them."""
HEAD = ("happened", "kind", "times")
PEOPLE = ("person", "witnesses", "reported_by")


class EntryView(Page):
    """One entry: when, what, who, and the words of the person, which are drawn as they stand."""

    HELP = N_(
        "The selected entry and its links. Arrows and page keys scroll. Enter or a click opens the links. Esc goes "
        "back."
    )

    def show(
        self,
        history: History | None,
        people: Mapping[int, Person],
        zone: tzinfo | None,
        terms: Terms = (),
        below: Iterable[PageBlock] = (),
    ) -> None:
        """Show an entry from its beginning, then what belongs to it; `zone` None is the computer's."""
        self.border_title = _("Entry {number}").format(number=history.number) if history else _("Entry")
        words = EntryWords(people, zone, terms).blocks(history) if history else ()
        self.put([*words, *(_with_marks(block, terms) for block in below)])


def _with_marks(block: PageBlock, terms: Terms) -> PageBlock:
    """Return a block with what was looked for marked in it."""
    if isinstance(block, PageText):
        return replace(block, words=_marked(block.words, terms))
    return replace(block, said=_marked(block.said, terms)) if isinstance(block, PageField) else block


def _marked(content: Content, terms: Terms) -> Content:
    for start, end in spans(content.plain, terms):
        content = content.stylize(FOUND, start, end)
    return content


class EntryWords:
    """Turns an entry into blocks to read."""

    def __init__(self, people: Mapping[int, Person], zone: tzinfo | None, terms: Terms = ()) -> None:
        self._people = people
        self._zone = zone
        self._terms = terms
        self._who: tuple[str, ...] = ()
        """What the entry says of who and where."""

    def blocks(self, history: History) -> Iterator[PageBlock]:
        """Yield the whole entry as it stands now."""
        entry = history.entry
        self._who = tuple(identifying(entry))
        yield from self._head(history)
        yield None
        told = rendering.rendered_fields(entry, self._people, spoken())
        for fact in told:
            if fact.name in FIRST_TEXTS:
                yield from self._text(fact)
        short = [fact for fact in told if fact.name not in {*HEAD, *FIRST_TEXTS, *LAST_TEXTS}]
        for fact in short:
            yield PageField(escaped(fact.label), self._fact(entry, fact))
        gone = [*stubs(history, (fact.name for fact in told), self._zone)]
        yield from gone
        if short or gone:
            yield None
        for fact in told:
            if fact.name in LAST_TEXTS:
                yield from self._text(fact)

    def _head(self, history: History) -> Iterator[PageBlock]:
        entry = history.entry
        kind = escaped(_(kinds.kind(entry.kind).label))
        times = f" \N{MULTIPLICATION SIGN}{entry.times}" if entry.times > 1 else ""
        yield PageText(own(kind + times, "bold strike" if history.withdrawn else "bold"))
        yield PageText(own(moment_words.in_words(entry.happened, spoken(), entry.until)))
        yield PageText(own(self._written(history), FAINT))
        if history.withdrawn:
            yield self._struck(_("Crossed out"), history.versions[-1], history)
        elif history.amended:
            last = next(version for version in reversed(history.versions) if version.act.endswith("amended"))
            yield self._struck(_("Amended"), last, history)

    def _written(self, history: History) -> str:
        written = history.recorded_at.astimezone(self._zone)
        if written.date() == history.happened.day:
            return _("written down the same day at {time}").format(time=f"{written:%H:%M}")
        when = moment_words.in_words(exactly(written.replace(second=0)), spoken())
        return _("written down on {when}").format(when=when)

    def _struck(self, what: str, version: Version, history: History) -> PageBlock:
        if version.reason:
            return PageField(what, self._said(version.reason))
        return PageField(what, own(_(why(version.record, history) or N_("no reason given")), FAINT))

    def _fact(self, entry: Entry, fact: rendering.RenderedField) -> Content:
        if fact.name == "witnesses":
            return own(", ").join(self._person(number) for number in entry.witnesses)
        if fact.name in PEOPLE:
            return self._person(entry.person if fact.name == "person" else entry.reported_by)
        return self._said(fact.said)

    def _text(self, fact: rendering.RenderedField) -> Iterator[PageBlock]:
        quoted = fact.name == "quoted_words"
        label = _("Private note, never handed over") if fact.name == "private_note" else escaped(fact.label)
        yield PageHeading(label)
        yield PageText(self._said(f"“{fact.said}”" if quoted else fact.said), indent=2 if quoted else 0)
        yield None

    def _person(self, number: int) -> Content:
        person = self._people.get(number)
        if person is None:
            return own(_("person {number}").format(number=number))
        note = literal(f" ({person.note})", FAINT) if person.note else Content("")
        return self._said(person.name) + note

    def _said(self, words: str) -> Content:
        return _marked(Content(of_entry(words, self._who, lines=True)), self._terms)
