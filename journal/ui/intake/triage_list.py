"""The list of what was found in exports: lines are picked, and only what is picked is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.intake.triage.telling import first_words, kind_in_words, presence_in_words, when_in_figures, who
from journal.intake.triage.triage import Presence, bursts, chosen_beforehand, from_stalker
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import harmless
from journal.ui.intake.commands import KeepWholeFile, NarrowList, ShowFirstWords, TakePicked
from journal.ui.intake.narrow_dialog import ListSettings, NarrowDialog
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.intake.triage.triage import TriageItem
    from journal.logbook import Logbook
    from journal.ui.frame.line_pieces import Piece

NOTHING_NEW = N_("Everything in this export is in the journal already. Escape goes back.")
NOTHING_SHOWN = N_("Nothing of this sender, kind or period is new. {key} shows the rest.")
KEPT = N_("The part that you picked is kept as evidence, byte for byte. One undo takes all of it back.")


@dataclass(frozen=True)
class Picked:
    """What is to be taken, and how."""

    groups: Sequence[Sequence[TriageItem]]
    """Items, those that become one entry together."""
    whole: bool
    """Whether the whole files are kept too."""


class TriageList(PickScreen[int]):
    """Everything that was found and is not here yet; it answers what was picked."""

    HELP = N_(
        "What was found and is not in the journal yet. Type to see only the lines with all typed words: a name, "
        "a number, a day, a kind. F5 sorts, narrows and counts bursts together. F4 picks a line, ^t all from "
        "there to this one, F6 all that are found. F3 shows the words, F2 brings in what is picked."
    )
    BINDINGS = bindings(TakePicked, PickLine, NarrowList, ShowFirstWords, PickFound, PickToHere, KeepWholeFile)

    def __init__(self, items: Sequence[TriageItem], stalkers: frozenset[int], logbook: Logbook) -> None:
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
        self._stalkers, self._logbook = stalkers, logbook
        self._settings = ListSettings()
        self._with_words, self._whole = False, False

    def _lines_of(self) -> Iterator[Line[int]]:
        for at in self._settings.narrowing.places(self._items):
            yield Line(at, row_of(self._items[at], with_words=self._with_words))

    def _counts(self, found: int, _count: int) -> str:
        told, count = [self.count_picked], len(self._items)
        if found != count:
            told.append(_("{found} of {count}").format(found=_figures(found), count=_figures(count)))
        else:
            told.append(_("{count} found").format(count=_figures(count)))
        if self._here:
            told.append(_("{count} here already").format(count=_figures(self._here)))
        if self._settings.silence:
            told.append(_("together until {minutes} minutes of silence").format(minutes=self._settings.silence))
        if self._whole:
            told.append(_("with the whole file"))
        return " · ".join(told)

    def action_show_first_words(self) -> None:
        """Show the first words, or hide them."""
        self._with_words = not self._with_words
        self.read_again()

    async def action_narrow_list(self) -> None:
        """Ask for order, sender, kind, period and silence."""
        await self.run_flow(self._narrowed())

    async def _narrowed(self) -> None:
        asked = NarrowDialog(self._items, self._settings, self._logbook.now)
        if settings := await self.app.push_screen_wait(asked):
            self._settings = settings
            self.nothing = _(NOTHING_SHOWN).format(key=NarrowList.shown_key()) if self._items else _(NOTHING_NEW)
            self.read_again()

    def action_keep_whole_file(self) -> None:
        """Keep the whole file, or no longer."""
        self._whole = not self._whole
        self.draw()

    async def action_take_picked(self) -> None:
        """Ask, and answer what is picked."""
        if self.picked:
            await self.run_flow(self._take_picked())
        else:
            self.tell(_("Nothing is picked yet. {key} picks the highlighted line.").format(key=PickLine.shown_key()))

    async def _take_picked(self) -> None:
        from journal.ui.dialogs.dialog import Confirm

        items = await self._without_doubt()
        if not items:
            self.tell(_("Nothing was brought in."))
            return
        groups = bursts(items, self._settings.silence, self._logbook.zone)
        title = many("Bring in {count} line?", "Bring in {count} lines?", len(items)).format(count=_figures(len(items)))
        told = many("It becomes {count} entry.", "They become {count} entries.", len(groups))
        question = f"{told.format(count=_figures(len(groups)))} {_(KEPT)}"
        if await self.app.push_screen_wait(Confirm(title, question, _("Bring in"))):
            self.dismiss(Picked(groups, self._whole))

    async def _without_doubt(self) -> list[TriageItem]:
        """Return the picked items in the order of their files, once those are asked about that are perhaps here."""
        from journal.ui.intake.ask_doubtful import AskDoubtful

        asked = {at for at, one in enumerate(self._items) if one.presence is Presence.DOUBTFUL and self._concerns(at)}
        taken: bool | None = False
        if asked:
            taken = await self.app.push_screen_wait(AskDoubtful([self._items[at] for at in sorted(asked)]))
        if taken is None:
            return []
        return [self._items[at] for at in sorted(self.picked | asked if taken else self.picked - asked)]

    def _concerns(self, at: int) -> bool:
        return at in self.picked or from_stalker(self._items[at], self._stalkers)


def row_of(one: TriageItem, *, with_words: bool) -> Row:
    """Return an item as a line: when, what, who; its words only where they are to be shown."""
    when, words = when_in_figures(one), spoken()
    pieces: list[Piece] = [(f"{when:<16}  ", "faint"), (f"{kind_in_words(one, words)}  ", "")]
    said = who(one, words)
    pieces.append((harmless(said, also=(said,)), "strong"))
    if with_words and (told := first_words(one, words)):
        pieces.append((f"  {harmless(told)}", ""))
    return Row(pieces, presence_in_words(one, words))


def _figures(count: int) -> str:
    return in_figures(count, spoken())
