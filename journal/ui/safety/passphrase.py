"""Asks for a new passphrase, twice, because nobody sees what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Input, Static

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog, button
from journal.ui.fields.text_fields import SecretLine
from journal.ui.frame.command import bindings
from journal.ui.frame.text import own
from journal.ui.safety.commands import ShowTyped

if TYPE_CHECKING:
    from textual.app import ComposeResult

FEWEST, SHORT, MOST = 8, 16, 500
"""Signs: fewer than the first are refused, fewer than the second are warned about, more than the third refused."""

MANY_WORDS, LONG = 4, 20
"""Different words and signs from which on it counts as strong."""
WEAK = N_("Strength: too short")
FAIR = N_("Strength: weak, may be guessed")
GOOD = N_("Strength: fair, another word would help")
STRONG = N_("Strength: good, as long as nobody knows these words of you")

WHAT_IS_GOOD = N_(
    "Four or more words that have nothing to do with each other are easy to remember and hard to guess. "
    "Nothing that somebody who knows you could think of: no names, animals, birthdays or songs."
)
TOO_SHORT = N_("This is too short to keep anybody out. Please use at least 8 characters; four words are better.")
RATHER_SHORT = N_("This is rather short and may be guessed. Press F2 once more to use it, or add a word or two.")
TOO_LONG = N_("This is too long to be typed without a mistake. Please use at most 500 characters.")
NOT_TO_BE_TYPED = N_("This contains a character that some keyboards cannot type. Please leave it out.")
DIFFERENT = N_("The two lines differ, so one of them has a typing error. Please type the second one again.")
AGAIN = N_("Please type it once more in the second line.")


class NewPassphrase(Dialog[str]):
    """A passphrase typed twice; answers with it, or None."""

    HELP = N_(
        "The passphrase that will open this journal from now on. It is not stored anywhere. F3 shows what you type, "
        "F2 saves it, Esc goes back without a passphrase."
    )
    DEFAULT_CSS = """
    NewPassphrase .label { height: 1; color: $text-muted; }
    NewPassphrase #again { margin: 1 0 0 0; }
    """
    ALLOW_SELECT = False
    AUTO_FOCUS = "#first"
    BINDINGS = bindings(ShowTyped)

    def __init__(self) -> None:
        super().__init__(_("A new passphrase"), _(WHAT_IS_GOOD), _("Apply"))
        self._lines = (SecretLine(), SecretLine())
        for line, name in zip(self._lines, ("first", "second"), strict=True):
            line.id = name
        self._warned_about = ""

    def compose_fields(self) -> ComposeResult:
        """Yield the two lines."""
        first, second = self._lines
        yield Static(own(_("Passphrase")), classes="label")
        yield first
        yield Static(classes="label", id="strength")
        yield Static(own(_("The same once more")), classes="label", id="again")
        yield second

    def compose_buttons(self) -> ComposeResult:
        """Yield the button that shows what is typed beside the others."""
        yield button(self._show_words, ShowTyped)
        yield from super().compose_buttons()

    @property
    def _show_words(self) -> str:
        return _("Show") if self._lines[0].password else _("Hide")

    def action_show_typed(self) -> None:
        """Show what is typed, or hide it again."""
        for line in self._lines:
            line.password = not line.password
        self.query_one(f"#{ShowTyped.id}", Button).label = button(self._show_words, ShowTyped).label

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value:
            self.say("")
        if event.input is self._lines[0]:
            told = _(strength(self._lines[0].words)) if event.value else ""
            self.query_one("#strength", Static).update(own(told))

    @on(Input.Submitted)
    def _entered(self) -> None:
        first, second = self._lines
        if first.has_focus and not second.value:
            second.focus()
        else:
            self.action_agree()

    def action_agree(self) -> None:
        """Answer the passphrase, once it is good and typed twice alike."""
        first, second = (line.words for line in self._lines)
        if why := refusal(first):
            self._ask_again(_(why), 0)
        elif not second:
            self._ask_again(_(AGAIN), 1)
        elif first != second:
            self._lines[1].words = ""
            self._ask_again(_(DIFFERENT), 1)
        elif len(first) < SHORT and self._warned_about != first:
            self._warned_about = first
            self._ask_again(_(RATHER_SHORT), 0)
        else:
            self.dismiss(first)

    def _ask_again(self, why: str, line: int) -> None:
        self._lines[line].focus()
        self.say(why)


def strength(passphrase: str) -> str:
    """Return in marked words how hard a passphrase is to guess, by its length and its words alone."""
    words = len(set(passphrase.split()))
    if len(passphrase) < FEWEST:
        return WEAK
    if len(passphrase) < SHORT:
        return FAIR
    return STRONG if words >= MANY_WORDS and len(passphrase) >= LONG else GOOD


def refusal(passphrase: str) -> str:
    """Return the marked sentence on why this cannot be a passphrase, or "" where it can."""
    if len(passphrase) < FEWEST:
        return TOO_SHORT
    if len(passphrase) > MOST:
        return TOO_LONG
    return "" if passphrase.isprintable() else NOT_TO_BE_TYPED
