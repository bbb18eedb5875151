"""What all screens have in common that a passer-by may see: they say neither what this is nor what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.screen import Screen

from journal.ui.frame.everywhere import Leave, LockAndStepOut

if TYPE_CHECKING:
    from textual.app import App
    from textual.await_complete import AwaitComplete

Answer = TypeVar("Answer")


class NeutralScreen(Screen[Answer | None], Generic[Answer]):
    """A screen without messages, palette and help; only leaving works as everywhere."""

    ALLOW_SELECT = False
    CSS = """
    Toast { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.answered = False
        """Whether it was left through an answer of its own, and not because something took it away."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, and make way for the screen beneath."""
        self.answered = True
        return super().dismiss(result)


class Curtain(NeutralScreen[None]):
    """Nothing at all, for as long as another window has the focus."""


def is_neutral(app: App[Any]) -> bool:
    """Tell whether a screen is in front on which nothing may be offered."""
    stack = app.screen_stack
    return bool(stack) and isinstance(stack[-1], NeutralScreen)


def may_be_given(app: App[Any], action: str) -> bool:
    """Tell whether a command of the program as a whole may be given where the person is now."""
    if action == LockAndStepOut.id and app.focused is not None and app.focused.check_consume_key("z", "z"):
        # Where letters are typed, its key takes back what was typed.
        return False
    return action == Leave.id or not is_neutral(app)
