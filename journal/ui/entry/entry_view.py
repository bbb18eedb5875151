"""The entry under the cursor, all of it, in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.content import Content

from journal.domain import kinds
from journal.domain.entry import rendering
from journal.domain.entry.identifying import identifying
from journal.domain.entry.word_cover import COVERED, holds_words, told_cover
from journal.domain.state.search import spans
from journal.domain.state.undoing import why
from journal.domain.text.words import N_, _, quoted, spoken
from journal.domain.time import moment_words
from journal.domain.time.moment import exactly
from journal.ui.entry.commands import CoverWords, ShowWords
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import covering, escaped, of_entry
from journal.ui.frame.page import Page, PageBlock, PageField, PageHeading, PageText
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.maintenance.erased import stubs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import tzinfo

    from journal.domain.case.people import Person
    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History
    from journal.domain.entry.versions import Version
    from journal.domain.state.search import Terms

FOUND = "bold underline $primary"

FIRST_TEXTS, LAST_TEXTS = ("account", "quoted_words"), ("impact", "my_response", "private_note")
"""The fields that are told at length, each under a heading, before the short ones and after them."""
HEAD = ("happened", "kind", "times")
ASK = N_("{lines}, covered. In the entry, space shows them.")
PEOPLE = ("person", "witnesses", "reported_by")


class EntryView(Page):
    """One entry: when, what, who, and the words of the person, which are drawn as they stand."""

    HELP = N_(
        "The selected entry and its links. Arrows and page keys scroll. Enter or a click opens the links. Esc goes "
        "back."
    )

    BINDINGS = bindings(ShowWords, CoverWords)
    _shown: Callable[[], None] | None = None
    _number = 0
    _holds_words = _bare = False
    """Whether covered words are shown, until another entry is."""

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
        self._holds_words = bool(history and holds_words(history.entry))
        number = history.number if history else 0
        self._bare, self._number = self._bare and number == self._number, number
        below = tuple(below)
        self._shown = partial(self.show, history, people, zone, terms, below)
        entry_words = EntryWords(people, zone, terms, covered=covering() and not self._bare)
        words = entry_words.blocks(history) if history else ()
        self.put([*words, *(_with_marks(block, terms) for block in below)])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to show or to cover words only where there are any that are covered."""
        if action in {ShowWords.id, CoverWords.id}:
            return self._holds_words and covering() and self._bare is (action == CoverWords.id)
        return super().check_action(action, parameters)

    def action_show_words(self) -> None:
        """Show the words of the suspect in this entry."""
        self._bare = True
        if self._shown:
            self._shown()

    def action_cover_words(self) -> None:
        """Cover them again."""
        self._bare = False
        if self._shown:
            self._shown()


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

    def __init__(
        self, people: Mapping[int, Person], zone: tzinfo | None, terms: Terms = (), *, covered: bool = False
    ) -> None:
        self._people = people
        self._zone = zone
        self._terms = terms
        self._covered = covered
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
        return self._cover(fact) or self._said(fact.said)

    def _text(self, fact: rendering.RenderedField) -> Iterator[PageBlock]:
        is_quote = fact.name == "quoted_words"
        label = _("Private note, never handed over") if fact.name == "private_note" else escaped(fact.label)
        yield PageHeading(label)
        said = self._cover(fact) or self._said(quoted(fact.said) if is_quote else fact.said)
        yield PageText(said, indent=2 if is_quote else 0)
        yield None

    def _person(self, number: int) -> Content:
        person = self._people.get(number)
        if person is None:
            return own(_("person {number}").format(number=number))
        note = literal(f" ({person.note})", FAINT) if person.note else Content("")
        return self._said(person.name) + note

    def _cover(self, fact: rendering.RenderedField) -> Content | None:
        """Return what stands in place of covered words; None where a field is shown."""
        if not (self._covered and fact.name in COVERED):
            return None
        return own(_(ASK).format(lines=told_cover(fact.said, spoken())))

    def _said(self, words: str) -> Content:
        return _marked(Content(of_entry(words, self._who, lines=True)), self._terms)
