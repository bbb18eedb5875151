"""Shows the other fields that hold the same words, and asks which of them are to be erased too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.text import literal, own
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from journal.domain.state.erasable import ErasableField
    from journal.ui.maintenance.erase_words import EraseWords

TITLE = N_("The same words stand elsewhere")
QUESTION = N_(
    "Nothing of this is erased unless you tick it; then the whole field goes there, in every version. F2 goes on."
)


class EraseElsewhere(Dialog[tuple["ErasableField", ...]]):
    """A list in which enter ticks; answers what was ticked, which may be nothing."""

    HELP = N_("Other places that hold the same words. Enter ticks one or takes the tick away, F2 goes on.")
    AUTO_FOCUS = "PlainList"

    def __init__(self, others: Sequence[ErasableField], words: EraseWords) -> None:
        """Show these fields, none of them ticked."""
        super().__init__(_(TITLE), _(QUESTION), _("Go on"))
        self._others, self._words = tuple(others), words
        self._ticked: set[int] = set()

    def compose_fields(self) -> ComposeResult:
        """Yield the list."""
        yield PlainList(*(Option(self._line(at), id=str(at)) for at in range(len(self._others))))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        self._ticked ^= {event.option_index}
        event.option_list.replace_option_prompt_at_index(event.option_index, self._line(event.option_index))

    def action_agree(self) -> None:
        """Answer what is ticked."""
        self.dismiss(tuple(self._others[at] for at in sorted(self._ticked)))

    def _line(self, at: int) -> Content:
        one = self._others[at]
        mark = "[x]" if at in self._ticked else "[ ]"
        title = own(f"{mark} {self._words.thing(one.thing)} · {self._words.field(one)}", "bold")
        return title + own("\n    ") + literal(self._words.value(one))
