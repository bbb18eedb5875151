"""What can be set for a journal: in groups, each with its row, the way it is read from there, and one line on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from journal.domain.base.errors import Refused
from journal.domain.entry.labels import NO, YES
from journal.domain.text.country import COUNTRIES
from journal.domain.text.languages import LANGUAGE_NAMES
from journal.domain.text.words import N_, _
from journal.store.disk.timezones import zone_called, zone_of, zone_starting
from journal.ui.fields.completion import Completion
from journal.ui.fields.form_row import ChoiceRow, FormRow, LineRow, Slot
from journal.ui.frame.ascii_signs import ASCII, UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_MINUTES = 24 * 60
MOST_FIGURES = 6
_UNSET = "unset"
"""Id of the answer that leaves the choice to the computer."""

OF_THE_COMPUTER = N_("the computer's")
BY_ITSELF = N_("automatic")
NOT_MEGABYTES = N_("How many megabytes? A whole number belongs here, for example 200; 0 for no limit.")
NOT_MINUTES = N_("How many minutes? A number belongs here, for example 3 or 1.5; at most {most}, and 0 for never.")
NOT_DAYS = N_("How many days? A whole number belongs here, for example 7.")


class Setting(Protocol):
    """One thing that can be set."""

    @property
    def slot(self) -> Slot:
        """Return where it is kept, as a field of `Settings`, with its label and note."""

    def row(self, value: Any) -> FormRow:
        """Return a row that shows the value."""

    def taken(self, row: Any) -> Any:
        """Return the value that stands in the row; raises Refused, with what belongs there."""


@dataclass(frozen=True)
class YesOrNo:
    """Setting that is on or off."""

    slot: Slot

    def row(self, value: bool) -> ChoiceRow:  # noqa: FBT001 - the value itself
        """Return a row with both answers."""
        return ChoiceRow(self.slot, {"yes": _(YES), "no": _(NO)}, "yes" if value else "no")

    def taken(self, row: ChoiceRow) -> bool:
        """Return whether yes is chosen."""
        return row.chosen == "yes"


@dataclass(frozen=True)
class OneSetting:
    """Setting of a few values, id to marked label; the empty value stands last and is labelled `unset`."""

    slot: Slot
    answers: Mapping[str, str]
    unset: str

    def row(self, value: str) -> ChoiceRow:
        """Return a row with all answers."""
        answers = {one: _(label) for one, label in self.answers.items()} | {_UNSET: _(self.unset)}
        return ChoiceRow(self.slot, answers, value or _UNSET)

    def taken(self, row: ChoiceRow) -> str:
        """Return the chosen value."""
        return "" if row.chosen in {"", _UNSET} else row.chosen


@dataclass(frozen=True)
class TypedSetting:
    """Setting that is typed in one line."""

    slot: Slot
    told: Callable[[Any], str]
    read: Callable[[str], Any]
    """Returns the value of typed words; raises Refused."""
    hint: Callable[[], str] = str
    complete: Callable[[str], str] | None = None

    def row(self, value: Any) -> LineRow:
        """Return a row with the value in words."""
        return LineRow(
            self.slot,
            self.told(value),
            hint=self.hint(),
            completion=Completion(self.complete) if self.complete else None,
            number=self.complete is None,
        )

    def taken(self, row: LineRow) -> Any:
        """Return the value of what is typed."""
        return self.read(row.words)


def seconds_in(minutes: str) -> int | None:
    """Return the seconds of typed minutes, with a point or a comma; None where it is no number that can be taken."""
    whole, _point, part = minutes.strip().replace(",", ".").partition(".")
    if not (whole + part).isdecimal() or not (whole + part).isascii() or len(whole + part) > 8:
        return None
    seconds = round(float(f"{whole or 0}.{part or 0}") * 60)
    return seconds if seconds <= MOST_MINUTES * 60 else None


def _seconds(minutes: str) -> int:
    if (seconds := seconds_in(minutes)) is None:
        raise Refused(_(NOT_MINUTES).format(most=MOST_MINUTES))
    return seconds


def _number(typed: str, *, otherwise: str) -> int:
    figures = typed.strip()
    if not (figures.isascii() and figures.isdecimal() and len(figures) <= MOST_FIGURES):
        raise Refused(_(otherwise))
    return int(figures)


LOCK_AFTER = TypedSetting(
    Slot("lock_after", N_("Lock after"), note=N_("minutes without a key; 0 is never")),
    lambda seconds: f"{seconds / 60:g}",
    _seconds,
)

THEME = OneSetting(
    Slot("theme", N_("Colours"), note=N_("tried out as you choose; automatic is JOURNAL_THEME, or dark")),
    {"dark": N_("dark"), "light": N_("light"), "contrast": N_("high contrast")},
    BY_ITSELF,
)

SIGNS = OneSetting(
    Slot("signs", N_("Borders and marks"), note=N_("ASCII, where a terminal or a braille display shows no others")),
    {ASCII: "ASCII", UNICODE: "Unicode"},
    BY_ITSELF,
)

GROUPS: Mapping[str, tuple[Setting, ...]] = {
    N_("Language and country"): (
        OneSetting(
            Slot("language", N_("Language"), note=N_("of the screen; the journal opens again in it")),
            LANGUAGE_NAMES,
            OF_THE_COMPUTER,
        ),
        OneSetting(
            Slot("country", N_("Country"), note=N_("whose help lines, steps and words are used")),
            COUNTRIES,
            BY_ITSELF,
        ),
    ),
    N_("Who may look"): (
        LOCK_AFTER,
        YesOrNo(Slot("hide_without_focus", N_("Empty screen"), note=N_("while another window is in front"))),
    ),
    N_("On the screen"): (
        THEME,
        YesOrNo(Slot("cover_words", N_("Cover their words"), note=N_("words of the suspect only show when you ask"))),
        SIGNS,
        YesOrNo(Slot("still", N_("Reduced motion"), note=N_("nothing moves by itself"))),
        YesOrNo(Slot("plain", N_("Plain mode"), note=N_("line by line, for a screen reader; from the next opening"))),
    ),
    N_("Times and files"): (
        TypedSetting(
            Slot("zone", N_("Time zone"), note=N_("of this journal; empty is the computer's")),
            str,
            zone_called,
            lambda: str(zone_of("")),
            zone_starting,
        ),
        TypedSetting(
            Slot("late_after", N_("Recorded late"), note=N_("days after it happened; from then on it is asked about")),
            str,
            partial(_number, otherwise=NOT_DAYS),
        ),
        TypedSetting(
            Slot("largest_file", N_("Large file"), note=N_("in MB; of a larger one only the check code is kept")),
            str,
            partial(_number, otherwise=NOT_MEGABYTES),
        ),
    ),
}
"""The settings under their marked headings, in the order of the screen."""

SETTINGS: tuple[Setting, ...] = tuple(one for group in GROUPS.values() for one in group)
TRIED: tuple[Setting, ...] = (THEME, SIGNS)
"""What is seen at once, and so is tried as soon as it is chosen."""
