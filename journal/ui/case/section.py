"""What every section of the case can tell of itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from journal.domain.evidence.exhibit import Target
from journal.domain.state.erasable import Subject
from journal.domain.state.relations import EntityType, Ref, related_to
from journal.domain.text.words import N_, _
from journal.ui.dialogs.commands import ShowBelonging
from journal.ui.entry.relation_words import line_of
from journal.ui.frame.page import PageField, PageHeading, PageText
from journal.ui.frame.text import FAINT, literal, own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content

    from journal.domain.entry import rendering
    from journal.domain.ledger.case_object import Numbered
    from journal.logbook import Logbook
    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock

SHOWN_BESIDE = 40
MORE = N_("and more; {key} shows everything")
SEPARATOR = " · "


@dataclass(frozen=True)
class SectionLine:
    """One line of a section."""

    id: str
    """By what it is known in its section; empty for a heading."""
    words: Content


class CaseSection(ABC):
    """One section as the journal stands now; made anew after every change."""

    name: ClassVar[str]
    """Its marked name."""
    empty: ClassVar[str]
    """The marked sentence that stands where there is nothing yet."""
    sort: ClassVar[type[Numbered] | None] = None
    """What it keeps, where that has numbers."""
    takes_evidence: ClassVar[bool] = True
    """Whether an exhibit can be linked to what it keeps."""

    def __init__(self, logbook: Logbook) -> None:
        """Tell of this journal."""
        self.logbook = logbook
        self.state = logbook.state

    @abstractmethod
    def count(self) -> str:
        """Return how much there is and what is open, in figures and few words."""

    @abstractmethod
    def lines(self) -> Iterator[SectionLine]:
        """Yield its lines, headings among them."""

    @abstractmethod
    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield all that is said of what a line stands for."""

    @abstractmethod
    def form(self, line: str) -> FormDefinition:
        """Return the form of what a line stands for, or of something new where it is empty."""

    def target(self, line: str) -> Target:
        """Return to what evidence of it is linked."""
        return Target.from_fields({self.sort.SUBJECT: int(line)}) if self.sort else Target(step=line)

    def erasable(self, line: str) -> Subject:
        """Return what a line stands for as that of which a field can be erased."""
        return Subject(self.sort.SUBJECT, int(line)) if self.sort else Subject("step", step=line)

    def ref(self, line: str) -> Ref | None:
        """Return the thing of the case for which a line stands, where it has a number."""
        return Ref(EntityType(self.sort.SUBJECT), int(line)) if self.sort else None

    def relations(self, line: str) -> Iterator[PageBlock]:
        """Yield what belongs to the thing of a line, as much as is read beside it, and the key of the whole list."""
        ref = self.ref(line)
        first = list(islice(related_to(ref, self.state), SHOWN_BESIDE + 1)) if ref else []
        if first:
            yield None
            yield PageHeading(_("Linked items"))
        for one in first[:SHOWN_BESIDE]:
            yield PageText(line_of(one, self.state), indent=2, leads=one.ref)
        if len(first) > SHOWN_BESIDE:
            yield PageText(own(_(MORE).format(key=ShowBelonging.shown_key()), FAINT), indent=2)


def fact_blocks(told: Iterable[rendering.RenderedField]) -> Iterator[PageBlock]:
    """Yield rendered fields as blocks, the stored words in them as they stand."""
    for fact in told:
        yield PageField(fact.label, literal(fact.said, lines=True))


def joined(*parts: str) -> Content:
    """Return the parts of a line that say something, faint, stored words among them harmless."""
    said = [part for part in parts if part]
    return literal(SEPARATOR.join(said), FAINT) if said else literal("")
