"""The settings screen: everything that can be set for this journal, in groups, each with one line on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.widgets import Static

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _
from journal.store.file.mutable_state import Settings
from journal.ui.dialogs.dialog import Dialog, button
from journal.ui.fields.form_row import ChoiceRow, FormRow
from journal.ui.frame.command import bindings
from journal.ui.frame.text import own
from journal.ui.maintenance.commands import KeysFromSettings
from journal.ui.maintenance.setting_rows import GROUPS, LOCK_AFTER, SETTINGS, TRIED

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.app import ComposeResult
    from textual.events import DescendantFocus

    from journal.ui.maintenance.setting_rows import Setting

ONLY_HIDES = N_("This journal has no passphrase, so that the lock only hides the screen: any key shows it again.")
NEVER = N_(
    "With 0 everything stays on the screen until you lock it yourself with {key}, also when somebody comes by. "
    "Press F2 once more to use it all the same."
)


class SettingsDialog(Dialog[Settings]):
    """What is set for this journal; answers it changed, or None."""

    HELP = N_("What is set for this journal alone, and kept in its file. Enter goes on, F2 takes it, escape goes back.")
    DEFAULT_CSS = """
    SettingsDialog .box { height: 100%; }
    SettingsDialog .buttons { height: 1; padding: 0; }
    SettingsDialog .fields { margin: 0 !important; }
    SettingsDialog .group { color: $primary; text-style: bold; margin: 1 0 0 0; }
    SettingsDialog .complaint { dock: bottom; margin: 0 !important; padding: 0 0 1 0; background: $surface; }
    """
    AUTO_FOCUS = "Choices"
    BINDINGS = bindings(KeysFromSettings)

    def __init__(
        self,
        settings: Settings,
        *,
        lock_key: str,
        protected: bool,
        follow: Callable[[Settings], None] = lambda _settings: None,
    ) -> None:
        """Show what is set so far; the key is the one that locks at once, which protects only with a passphrase.

        What is looked at can be tried: `follow` is called with it, and again with what was set, where it is not taken.
        """
        super().__init__(_("Settings"), verb=_("Apply"))
        self._settings, self._lock_key, self._protected = settings, lock_key, protected
        self._told, self._follow = False, follow
        self.keys_next = False
        """Whether the keys are to be chosen then."""

    def compose_fields(self) -> ComposeResult:
        """Yield the headings, each with the rows of its group."""
        for heading, group in GROUPS.items():
            yield Static(own(_(heading)), classes="group")
            if LOCK_AFTER in group and not self._protected:
                yield Static(own(_(ONLY_HIDES)))
            for one in group:
                yield one.row(getattr(self._settings, one.slot.field))

    def on_mount(self) -> None:
        """Try what is looked at as soon as it is chosen."""
        super().on_mount()
        for one in TRIED:
            if isinstance(row := self._row(one), ChoiceRow):
                row.when_chosen(self._try)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Bring the whole row into sight, with the line on it."""
        for row in event.widget.ancestors:
            if isinstance(row, FormRow):
                row.scroll_visible(animate=False)

    def compose_buttons(self) -> ComposeResult:
        """Yield the way to the keys beside the others."""
        yield button(_(KeysFromSettings.title), KeysFromSettings)
        yield from super().compose_buttons()

    def action_keys_from_settings(self) -> None:
        """Answer as for agreeing, and go on to the keys."""
        self.keys_next = True
        self.action_agree()

    def action_decline(self) -> None:
        """Answer nothing, with everything as it was."""
        self._follow(self._settings)
        super().action_decline()

    def _try(self) -> None:
        self._follow(replace(self._settings, **{one.slot.field: one.taken(self._row(one)) for one in TRIED}))

    def action_agree(self) -> None:
        """Answer what stands here, once all of it can be taken."""
        changed: dict[str, Any] = {}
        for one in SETTINGS:
            try:
                changed[one.slot.field] = one.taken(self._row(one))
            except Refused as why:
                self._ask_again(one, str(why))
                return
        if not changed["lock_after"] and self._settings.lock_after and not self._told:
            self._told = True
            self._ask_again(LOCK_AFTER, _(NEVER).format(key=self._lock_key))
            return
        self.dismiss(replace(self._settings, **changed))

    def _row(self, setting: Setting) -> FormRow:
        return self.query_one(f".field-{setting.slot.field}", FormRow)

    def _ask_again(self, setting: Setting, why: str) -> None:
        self.keys_next = False
        self.say(why)
        self._row(setting).entrance.focus()
