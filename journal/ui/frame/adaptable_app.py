"""An app that is as the person needs it: its colours, signs, motion and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.reactive import Reactive

from journal.ui.frame.ascii_filter import AsciiFilter
from journal.ui.frame.ascii_signs import ASCII, UNICODE
from journal.ui.frame.caret import CaretApp
from journal.ui.frame.colours import theme_for
from journal.ui.frame.command import keys_in
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.keymap import follow_keys
from journal.ui.frame.theme import DEFAULT_THEME, THEMES
from journal.ui.terminal.encoding import falls_short, terminal_encoding
from journal.ui.terminal.keys import sent_by_hand
from journal.ui.terminal.leaving_keys import LeavingKeys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter
    from textual.theme import Theme

Ending = TypeVar("Ending")


class AdaptableApp(CaretApp[Ending], inherit_bindings=False):
    """Base class of the apps; begins in the usual theme."""

    theme = Reactive(DEFAULT_THEME.name)

    def __init__(self) -> None:
        """Draw signs that the terminal can show."""
        self._ascii = AsciiFilter(terminal_encoding())
        self._falls_short = falls_short()
        self._ascii.enabled = self._falls_short
        super().__init__()
        self._moving = self.animation_level
        self.leaving_keys = LeavingKeys()
        """What the driver hears before anything else."""
        self.wear("")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of what is drawn."""
        return [*super().get_line_filters(), *([self._ascii] if self._ascii.enabled else [])]

    def draw_signs(self, signs: str) -> None:
        """Draw signs in ASCII or in Unicode from now on, by the id of the setting."""
        in_ascii = self._falls_short if signs not in {ASCII, UNICODE} else signs == ASCII
        if in_ascii != self._ascii.enabled:
            self._ascii.enabled = in_ascii
            for screen in self.screen_stack if self.is_running else ():
                screen.query("*").refresh()

    def keep_still(self, *, still: bool) -> None:
        """Let nothing move by itself from now on, or as much as the environment wants (`TEXTUAL_ANIMATIONS`)."""
        self.animation_level = "none" if still else self._moving

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; were they registered only once the app is there, every style would be read twice."""
        return {**THEMES}

    def follow_keys(self, chosen: Mapping[str, str]) -> None:
        """Obey these keys from now on, by id of the command, and name them wherever keys are named.

        A leaving key that could come without being pressed is left out.
        """
        sent = {key: sent_by_hand(key) for key in keys_in(chosen.get(Leave.id, ""))}
        keymap = dict(follow_keys({**chosen, Leave.id: ",".join(key for key in sent if sent[key])}))
        self.leaving_keys = LeavingKeys(one for key in Leave.keys_now() for one in sent.get(key, ()))
        if keymap != self._keymap:
            self.set_keymap(keymap)

    def wear(self, theme: str) -> None:
        """Draw in a theme of ours, by the id of the setting, from now on."""
        name = theme_for(theme)
        if self.is_running:
            self.theme = name
        elif name != self.theme:
            # Nothing is drawn or read yet, so that nothing has to be read twice.
            self.set_reactive(AdaptableApp.theme, name)
            self.stylesheet.set_variables(self.get_css_variables())
            self.update_classes({"-dark-mode": THEMES[name].dark, "-light-mode": not THEMES[name].dark}, update=False)
