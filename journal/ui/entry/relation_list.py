"""What belongs to one thing, as a list to go on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.state.relations import related_to
from journal.domain.state.short_names import NAMES
from journal.domain.text.words import N_, _, labelled
from journal.ui.entry.relation_words import words_of
from journal.ui.frame.masking import escaped
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.domain.state.relations import Ref, Relation
    from journal.domain.state.state import State
    from journal.logbook import Logbook

NOTHING = N_("Nothing is linked yet: no people, exhibits, reports or orders.")


def relation_list(ref: Ref, logbook: Logbook, go: Callable[[Ref], None]) -> FindScreen[Ref]:
    """Return the screen that lists what belongs to something, and goes to what is chosen."""
    title = labelled(_(NAMES[ref.thing]).format(number=ref.number), _("linked items"))

    def lines() -> Iterator[Line[Ref]]:
        return (_line(one, logbook.state) for one in related_to(ref, logbook.state))

    return FindScreen(title, lines, nothing=_(NOTHING), go=go)


def _line(one: Relation, state: State) -> Line[Ref]:
    name = _(NAMES[one.ref.thing]).format(number=one.ref.number)
    words, _withdrawn = words_of(one.ref, state)
    return Line(one.ref, Row([(f"{name}  ", "strong"), (escaped(words), "")], _(one.how)))
