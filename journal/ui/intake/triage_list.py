"""The list of what was found in exports: lines are picked, and only what is picked is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.text.harmless import harmless
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.intake.triage.telling import first_words, kind_in_words, when_in_figures, who
from journal.intake.triage.triage import Presence, chosen_beforehand
from journal.ui.frame.command import bindings
from journal.ui.intake.commands import CountTogether, KeepWholeFile, ShowFirstWords, TakePicked
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.intake.triage.triage import TriageItem
    from journal.ui.frame.line_pieces import Piece

NOTHING_NEW = N_("Everything in this export is in the journal already. Escape goes back.")
SILENCES = (0, 10, 30, 60)
"""Minutes of silence that end a burst; 0 for one entry each."""
_NOTES = {Presence.DOUBTFUL: N_("perhaps here already"), Presence.HERE: N_("here already")}


@dataclass(frozen=True)
class Picked:
    """What is to be taken, and how."""

    items: tuple[TriageItem, ...]
    silence: int
    """Minutes of silence that end a burst; 0 for one entry each."""
    whole: bool
    """Whether the whole files are kept too."""


class TriageList(PickScreen[int]):
    """Everything that was found and is not here yet; it answers what was picked."""

    HELP = N_(
        "What was found and is not in the journal yet. Letters leave only the lines that hold all typed words: a name, "
        "a number, a day, a kind. F4 picks a line, F6 all that are found, F3 shows the words, F2 brings in what is "
        "picked."
    )
    BINDINGS = bindings(TakePicked, ShowFirstWords, CountTogether, KeepWholeFile)

    def __init__(self, items: Sequence[TriageItem], stalkers: frozenset[int]) -> None:
        """List these items; those that come from a number or account of these people are picked at first."""
        super().__init__(
            _("Bring in"),
            self._lines_of,
            nothing=_(NOTHING_NEW),
            counted=self._counts,
            go=lambda _at: self.action_pick_line(),
        )
        self._items = [one for one in items if one.presence is not Presence.HERE]
        self._here = len(items) - len(self._items)
        self.picked = frozenset(at for at, one in enumerate(self._items) if chosen_beforehand(one, stalkers))
        self._with_words = False
        self._silence, self._whole = 0, False

    def _lines_of(self) -> Iterator[Line[int]]:
        for at, one in enumerate(self._items):
            yield Line(at, row_of(one, with_words=self._with_words))

    def _counts(self, found: int, count: int) -> str:
        told = [self.count_picked]
        if found != count:
            told.append(_("{found} of {count}").format(found=_figures(found), count=_figures(count)))
        else:
            told.append(_("{count} found").format(count=_figures(count)))
        if self._here:
            told.append(_("{count} here already").format(count=_figures(self._here)))
        if self._silence:
            told.append(_("together until {minutes} minutes of silence").format(minutes=self._silence))
        if self._whole:
            told.append(_("with the whole file"))
        return " · ".join(told)

    def action_show_first_words(self) -> None:
        """Show the first words, or hide them."""
        self._with_words = not self._with_words
        self.read_again()

    def action_count_together(self) -> None:
        """Go on to the next silence that ends a burst."""
        self._silence = SILENCES[(SILENCES.index(self._silence) + 1) % len(SILENCES)]
        self.draw()

    def action_keep_whole_file(self) -> None:
        """Keep the whole file, or no longer."""
        self._whole = not self._whole
        self.draw()

    def action_take_picked(self) -> None:
        """Answer what is picked."""
        if not self.picked:
            self.tell(_("Nothing is picked yet. {key} picks the highlighted line.").format(key=PickLine.shown_key))
            return
        self.dismiss(Picked(tuple(self._items[at] for at in sorted(self.picked)), self._silence, self._whole))


def row_of(one: TriageItem, *, with_words: bool) -> Row:
    """Return an item as a line: when, what, who; its words only where they are to be shown."""
    when, words = when_in_figures(one), spoken()
    pieces: list[Piece] = [(f"{when:<16}  ", "faint"), (f"{kind_in_words(one, words)}  ", "")]
    pieces.append((harmless(who(one, words)), "strong"))
    if with_words and (told := first_words(one, words)):
        pieces.append((f"  {harmless(told)}", ""))
    return Row(pieces, _(_NOTES.get(one.presence, "")))


def _figures(count: int) -> str:
    return in_figures(count, spoken())
