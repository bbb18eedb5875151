"""The few things that can be set: when the screen is covered by itself, time zone, large files, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.getters import query_one

from journal.domain.base.errors import Refused
from journal.domain.entry.labels import NO, YES
from journal.domain.text.languages import LANGUAGE_NAMES
from journal.domain.text.words import N_, _
from journal.store.disk.timezones import zone_called, zone_of, zone_starting
from journal.store.file.mutable_state import Settings
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.completion import Completion
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOST_MINUTES = 24 * 60
MOST_FIGURES = 6
MINUTES = Slot("lock_after", N_("Lock after"), note=N_("minutes without a key; 0 is never"))
FOCUS = Slot("hide_without_focus", N_("Empty screen"), note=N_("while another window is in front"))
ZONE = Slot("zone", N_("Time zone"), note=N_("of this journal; empty is the computer's"))
LARGEST = Slot("largest_file", N_("Large file"), note=N_("in MB; of a larger one only the check code is kept"))
LANGUAGE = Slot("language", N_("Language"), note=N_("of the screen; the journal opens again in it"))
OF_THE_COMPUTER = N_("the computer's")
_COMPUTER = "computer"

ONLY_HIDES = N_("This journal has no passphrase, so that the lock only hides the screen: any key shows it again.")

NOT_MEGABYTES = N_("How many megabytes? A whole number belongs here, for example 200; 0 for no limit.")
NOT_MINUTES = N_("How many minutes? A number belongs here, for example 3 or 1.5; at most {most}, and 0 for never.")
NEVER = N_(
    "With 0 everything stays on the screen until you lock it yourself with {key}, also when somebody comes by. Press "
    "F2 once more to take it all the same."
)


class SettingsDialog(Dialog[Settings]):
    """What is set for this journal; answers it changed, or None."""

    HELP = N_("What is set for this journal alone, and kept in its file. Enter goes on, F2 takes it, escape goes back.")
    DEFAULT_CSS = """
    SettingsDialog .buttons { height: 1; padding: 0; }
    """
    AUTO_FOCUS = "TypedLine"

    _minutes = query_one(f".field-{MINUTES.field}", LineRow)
    _focus = query_one(f".field-{FOCUS.field}", ChoiceRow)
    _zone = query_one(f".field-{ZONE.field}", LineRow)
    _largest = query_one(f".field-{LARGEST.field}", LineRow)
    _language = query_one(f".field-{LANGUAGE.field}", ChoiceRow)

    def __init__(self, settings: Settings, *, lock_key: str, protected: bool) -> None:
        """Show what is set so far; the key is the one that locks at once, which protects only with a passphrase."""
        super().__init__(_("Settings"), "" if protected else _(ONLY_HIDES), _("Take it"))
        self._settings, self._lock_key = settings, lock_key
        self._told = False

    def compose_fields(self) -> ComposeResult:
        """Yield a row for each thing."""
        yield LineRow(MINUTES, f"{self._settings.lock_after / 60:g}")
        answers = {"yes": _(YES), "no": _(NO)}
        yield ChoiceRow(FOCUS, answers, "yes" if self._settings.hide_without_focus else "no")
        yield LineRow(ZONE, self._settings.zone, hint=str(zone_of("")), completion=Completion(zone_starting))
        yield LineRow(LARGEST, str(self._settings.largest_file))
        yield ChoiceRow(
            LANGUAGE, LANGUAGE_NAMES | {_COMPUTER: _(OF_THE_COMPUTER)}, self._settings.language or _COMPUTER
        )

    def action_agree(self) -> None:
        """Answer what stands here, once all of it can be taken."""
        seconds = seconds_in(self._minutes.words)
        if seconds is None:
            self._ask_again(self._minutes, _(NOT_MINUTES).format(most=MOST_MINUTES))
            return
        try:
            zone = zone_called(self._zone.words)
        except Refused as why:
            self._ask_again(self._zone, str(why))
            return
        largest = self._largest.words.strip()
        if not (largest.isascii() and largest.isdecimal() and len(largest) <= MOST_FIGURES):
            self._ask_again(self._largest, _(NOT_MEGABYTES))
            return
        if not seconds and self._settings.lock_after and not self._told:
            self._told = True
            self._ask_again(self._minutes, _(NEVER).format(key=self._lock_key))
            return
        self.dismiss(
            replace(
                self._settings,
                lock_after=seconds,
                hide_without_focus=self._focus.chosen == "yes",
                zone=zone,
                largest_file=int(largest),
                language=self._language.chosen if self._language.chosen in LANGUAGE_NAMES else "",
            )
        )

    def _ask_again(self, row: LineRow, why: str) -> None:
        self.say(why)
        row.entrance.focus()


def seconds_in(minutes: str) -> int | None:
    """Return the seconds of typed minutes, with a point or a comma; None where it is no number that can be taken."""
    whole, _point, part = minutes.strip().replace(",", ".").partition(".")
    if not (whole + part).isdecimal() or not (whole + part).isascii() or len(whole + part) > 8:
        return None
    seconds = round(float(f"{whole or 0}.{part or 0}") * 60)
    return seconds if seconds <= MOST_MINUTES * 60 else None
