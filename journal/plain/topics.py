"""What the words mean, what to keep for which kind, what cannot be done, how the log is checked; one fact a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import answer, figures
from journal.commands.output import say_words, tell
from journal.domain import kinds
from journal.domain.text.glossary import CANNOT, CHECKED, CHECKING, GLOSSARY, LIMITS, MEANINGS, TO_KEEP
from journal.domain.text.words import N_, _, labelled, spoken

if TYPE_CHECKING:
    from journal.plain.room import PlainRoom

_TITLES = (MEANINGS, TO_KEEP, CANNOT, CHECKED)
_WHICH = N_("About what? Type the figure, or enter to go back.")
_WHICH_HELP = N_("Nothing is asked or kept here; it is only told.")
_WHICH_KIND = N_("For which kind of act? A few letters are enough.")
_KIND_HELP = N_("For example: call, letter, followed. What to keep is told, as the checklist of an entry has it.")
_NO_KIND = N_("No kind is called so.")


def tell_topics(_room: PlainRoom) -> None:
    """Tell what is asked about; raises Left."""
    chosen = figures(_(_WHICH), [_(title) for title in _TITLES], lambda: [_(_WHICH_HELP)])
    if chosen == [0]:
        say_words(labelled(_(term), _(meaning)) for term, meaning in GLOSSARY.items())
    elif chosen == [1]:
        _tell_what_to_keep()
    elif chosen:
        say_words(_(sentence) for sentence in (LIMITS, CHECKING)[chosen[0] - 2])


def _tell_what_to_keep() -> None:
    found = kinds.find(answer(_(_WHICH_KIND), lambda: [_(_KIND_HELP)]), spoken())
    if not found:
        tell(_(_NO_KIND))
        return
    say_words(labelled(_(found[0].label), _(item.label)) for item in found[0].checklist)
