"""An app that shows one screen or question, and remembers its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.app import App
from textual.events import Paste

from journal.logbook import Logbook
from journal.ui.fields.form_row import FormRow
from journal.ui.fields.text_fields import TypedLine, TypedText
from journal.ui.frame.theme import DEFAULT_THEME
from tests.ui.builders import Clock, salts

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot
    from textual.screen import Screen

    from journal.domain.entry.entry import Entry

Shown = TypeVar("Shown", bound="Screen[Any]")
UNANSWERED = object()


class OneScreen(App[None], Generic[Shown]):
    """Shows a screen as soon as it runs."""

    def __init__(self, screen: Shown) -> None:
        super().__init__()
        self.shown = screen
        self.answer: Any = UNANSWERED
        self.register_theme(DEFAULT_THEME)
        self.theme = DEFAULT_THEME.name

    def on_mount(self) -> None:
        self.push_screen(self.shown, self._take)

    def _take(self, answer: object) -> None:
        self.answer = answer

    @property
    def answered(self) -> bool:
        return self.answer is not UNANSWERED


def picture(app: App[Any]) -> str:
    """What stands on the screen, as text, once what waits to be drawn is drawn, as `Pilot.pause` does."""
    app.screen._on_timer_update()
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def focused_field(app: App[Any]) -> str:
    """The name of the field in which the cursor is."""
    assert app.focused is not None
    return next((node.field for node in app.focused.ancestors_with_self if isinstance(node, FormRow)), "")


async def type_words(pilot: Pilot[Any], words: str) -> None:
    """Type words into the field that has the focus, as a terminal pastes them."""
    focused = pilot.app.focused
    assert isinstance(focused, TypedLine | TypedText)
    focused.post_message(Paste(words))
    await pilot.pause()


class Keys:
    """Presses keys and counts them; the letters of words are not counted."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def words(self, words: str) -> None:
        await type_words(self.pilot, words)


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Wait until something holds, as long as messages are still on their way."""
    for _attempt in range(50):
        if holds():
            return
        await pilot.pause()
    assert holds()


def saved_entry(logbook: Logbook, number: int = 1) -> Entry:
    """What the file says of an entry, read anew."""
    path = logbook.path
    logbook.close()
    return Logbook(path, clock=Clock(), salts=salts, read_only=True).state.entries[number].entry
