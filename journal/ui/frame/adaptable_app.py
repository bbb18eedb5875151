"""An app that is as the person needs it: in a theme of ours, with the keys that were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.reactive import Reactive

from journal.ui.frame.keymap import follow_keys
from journal.ui.frame.theme import DEFAULT_THEME, THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme

Ending = TypeVar("Ending")


class AdaptableApp(App[Ending], inherit_bindings=False):
    """Base class of the apps; begins in the usual theme."""

    theme = Reactive(DEFAULT_THEME.name)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes; were they registered only once the app is there, every style would be read twice."""
        return {**THEMES}

    def follow_keys(self, chosen: Mapping[str, str]) -> None:
        """Obey these keys from now on, by id of the command, and name them wherever keys are named."""
        keymap = dict(follow_keys(chosen))
        if keymap != self._keymap:
            self.set_keymap(keymap)

    def wear(self, theme: str) -> None:
        """Draw in a theme of ours, by its id, from now on; the default for one that only another version knows."""
        name = theme if theme in THEMES else DEFAULT_THEME.name
        if self.is_running:
            self.theme = name
        elif name != self.theme:
            # Nothing is drawn or read yet, so that nothing has to be read twice.
            self.set_reactive(AdaptableApp.theme, name)
            self.stylesheet.set_variables(self.get_css_variables())
            self.update_classes({"-dark-mode": THEMES[name].dark, "-light-mode": not THEMES[name].dark}, update=False)
