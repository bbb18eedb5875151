"""What to keep for the chosen kind, and its short advice, beside the form."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain import kinds
from journal.domain.text.words import _
from journal.ui.frame.text import own

ITEM = "\N{MIDDLE DOT} "


class KindAside(Widget):
    """The evidence checklist of a kind, to be read while the entry is written."""

    DEFAULT_CSS = """
    KindAside { height: auto; padding: 0 1; color: $text-muted; }
    """

    kind: reactive[str] = reactive("other", layout=True)
    """The id of the kind."""
    short: reactive[bool] = reactive(False, layout=True)  # noqa: FBT003 - how a reactive is given its first value
    """Whether only the advice is shown, for want of room."""
    asked: reactive[bool] = reactive(False, layout=True, toggle_class="-asked")  # noqa: FBT003 - its first value
    """Whether the checklist was asked for where there is little room."""

    def __init__(self, kind: str, *, short: bool) -> None:
        """Show the checklist of a kind, or only its advice."""
        super().__init__()
        self.set_reactive(KindAside.kind, kind)
        self.set_reactive(KindAside.short, short)

    def render(self) -> Content:
        """Draw the checklist and the advice."""
        kind = kinds.kind(self.kind)
        advice = own(_(kind.advice))
        if (self.short and not self.asked) or not kind.checklist:
            return advice
        items = [own(ITEM + _(item.label)) for item in kind.checklist]
        return Content("\n").join([own(_("Evidence checklist"), "bold"), *items, Content(""), advice])
