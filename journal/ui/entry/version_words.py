"""One version of an entry in words: who wrote it when, what it changed, and what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.entry import labels, rendering
from journal.domain.entry.identifying import identifying
from journal.domain.entry.word_cover import covered
from journal.domain.ledger.actions import Action
from journal.domain.state.undoing import why
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.moment import exactly
from journal.domain.time.moment_words import in_words
from journal.ui.frame.masking import covering
from journal.ui.frame.page import PageField, PageHeading, PageText
from journal.ui.frame.text import FAINT, harmless, literal, own
from journal.ui.maintenance.erased import REASON, erased_on, stubs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from textual.content import Content

    from journal.domain.case.people import Person
    from journal.domain.entry.entry import Entry
    from journal.domain.entry.history import History
    from journal.domain.entry.versions import Version
    from journal.ui.frame.page import PageBlock

LONG = 60
"""From so many signs on, what was said before and after stands in paragraphs of its own."""
NOTHING = N_("nothing")


@dataclass(frozen=True)
class VersionWords:
    """Tells the versions of one entry."""

    history: History
    people: Mapping[int, Person]
    zone: tzinfo
    bare: bool = False
    """Whether the words of the suspect are shown although they are covered."""

    def line(self, position: int) -> Content:
        """Return the line of a version in the list: its number, the act, and when."""
        version = self.history.versions[position]
        act = _(labels.ENTRY_ACTS.get(version.act, str(version.act)))
        title = own(f"{position + 1}  {act}", "bold strike" if version.act is Action.ENTRY_WITHDRAWN else "bold")
        return title + own(f"\n   {version.record.written.astimezone(self.zone):%d/%m/%Y %H:%M}", FAINT)

    def blocks(self, position: int) -> Iterator[PageBlock]:
        """Yield a version: its record, its reason, what it changed, and all that it said."""
        version = self.history.versions[position]
        yield from self._head(position, version)
        before = self.history.versions[position - 1].entry if position else None
        if before is not None and self._facts(before) != self._facts(version.entry):
            yield None
            yield PageHeading(_("What was changed"))
            yield from self._changes(before, version.entry)
        yield None
        last = position == len(self.history.versions) - 1
        yield PageHeading(_("What it says now") if last else _("What it said then"))
        yield from self._whole(version.entry, struck=version.act is Action.ENTRY_WITHDRAWN)
        so_far = {name for one in self.history.versions[: position + 1] for name in one.record.blackened}
        yield from stubs(self.history, self._facts(version.entry), self.zone, so_far)

    def _head(self, position: int, version: Version) -> Iterator[PageBlock]:
        count = len(self.history.versions)
        act = _(labels.ENTRY_ACTS.get(version.act, str(version.act)))
        which = _("version {number} of {count}").format(number=position + 1, count=count)
        yield PageText(own(act, "bold") + own(f" · {which}"))
        written = exactly(version.record.written.astimezone(self.zone))
        yield PageField(_("Recorded on"), own(in_words(written, spoken())))
        yield PageField(_("Record"), own(in_figures(version.record.seq, spoken())))
        if REASON in version.record.blackened and REASON in self.history.erased_on:
            yield PageField(_("Reason"), erased_on(self.history.erased_on[REASON], self.zone))
        elif version.reason:
            yield PageField(_("Reason"), literal(version.reason, lines=True))
        elif because := why(version.record, self.history):
            yield PageField(_("Reason"), own(_(because)))
        elif version.act is not Action.ENTRY_RECORDED:
            yield PageField(_("Reason"), own(_("none given"), FAINT))

    def _facts(self, entry: Entry) -> dict[str, rendering.RenderedField]:
        return {fact.name: fact for fact in rendering.rendered_fields(entry, self.people, spoken())}

    def _changes(self, before: Entry, after: Entry) -> Iterator[PageBlock]:
        who = (*identifying(before), *identifying(after))
        for one in rendering.changes(before, after, self.people, spoken()):
            yield from _change(one.label, self._told(one.name, one.before), self._told(one.name, one.after), who)

    def _whole(self, entry: Entry, *, struck: bool) -> Iterator[PageBlock]:
        who, style = tuple(identifying(entry)), "strike" if struck else ""
        for fact in self._facts(entry).values():
            yield from _said(harmless(fact.label), self._told(fact.name, fact.said), style, who)

    def _told(self, name: str, said: str) -> str:
        return covered(name, said, spoken()) if covering() and not self.bare else said


def _change(label: str, was: str, now: str, who: Sequence[str]) -> Iterator[PageBlock]:
    nothing = own(_(NOTHING), FAINT)
    if max(len(was), len(now)) < LONG and "\n" not in was + now:
        struck = literal(was, "strike", also=who) if was else nothing
        yield PageField(harmless(label), struck + own(" → ") + (literal(now, "bold", also=who) if now else nothing))
        return
    yield PageField(harmless(label), own(""))
    before, after = _("before"), _("after")
    indent = max(len(before), len(after)) + 4
    yield PageText(literal(was, "strike", lines=True, also=who) if was else nothing, indent, f"  {before}")
    yield PageText(literal(now, "bold", lines=True, also=who) if now else nothing, indent, f"  {after}")


def _said(label: str, said: str, style: str, who: Sequence[str]) -> Iterator[PageBlock]:
    if len(said) < LONG and "\n" not in said:
        yield PageField(label, literal(said, style, also=who))
        return
    yield PageField(label, own(""))
    yield PageText(literal(said, style, lines=True, also=who), indent=2)
