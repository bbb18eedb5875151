"""Settings line by line: the language, whether the journal begins in plain mode, and whether names are masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.line_answers import agreed, figures
from journal.commands.name_masking import mask_as_set, tell_of_masking
from journal.commands.output import tell
from journal.domain.text.languages import LANGUAGE_NAMES, known_language
from journal.domain.text.words import N_, _, speak, spoken

if TYPE_CHECKING:
    from journal.plain.room import PlainRoom

_WHICH = N_("Type the figure; enter alone changes nothing.")
_LANGUAGE, _BEGINNING = N_("Language"), N_("Begin in plain mode or in the full screen")
_MASKING = N_("Mask names and numbers")
_HELP = N_("What is chosen here is kept in this journal.")
_IN_WHICH = N_("In which language? Type the figure; enter alone is {language}.")
_SAID_IN = N_("It is that in which this program speaks. Your own words stay as you wrote them.")
_NOW_IN = N_("From now on this journal speaks {language}.")
_ALWAYS = N_("Begin this journal in plain mode from now on? Type yes or no.")
_ALWAYS_NOW = N_("It begins in plain mode from now on, unless it is opened with --no-plain or JOURNAL_PLAIN=0.")
_NOT_ALWAYS = N_("It begins in the full screen from now on, unless it is opened with --plain or JOURNAL_PLAIN=1.")
_MASK = N_("Mask names, numbers, accounts and addresses? Type yes or no.")
_MASK_HELP = N_("In what is told here, and on the full screen. Nothing that is stored or shared changes.")
_SHOWN = N_("Names, numbers, accounts and addresses are shown again.")
_ALWAYS_HELP = N_(
    "A journal with a passphrase asks for that in the full screen first, because the setting is sealed too."
)


def asked_language(help_: str = _SAID_IN) -> str:
    """Ask for a language, an empty line being the one that is spoken, and return its code; raises Left."""
    usual = known_language(spoken().language)
    question = _(_IN_WHICH).format(language=LANGUAGE_NAMES[usual])
    chosen = None
    while chosen is None:
        chosen = figures(question, [*LANGUAGE_NAMES.values()], lambda: [_(help_)])
    return [*LANGUAGE_NAMES][chosen[0]] if chosen else usual


def speak_asked_language() -> str:
    """Ask for the language in which all that follows is said; returns its code, "" for the one of the computer."""
    language = asked_language()
    if language == known_language(spoken().language):
        return ""
    speak(replace(spoken(), language=language))
    return language


def choose_settings(room: PlainRoom) -> None:
    """Ask what is to be set, and keep it; raises Left."""
    room.require_writable()
    acts = (_choose_language, _choose_beginning, _choose_masking)
    if chosen := figures(_(_WHICH), [_(_LANGUAGE), _(_BEGINNING), _(_MASKING)], lambda: [_(_HELP)]):
        acts[chosen[0]](room)


def _choose_language(room: PlainRoom) -> None:
    if language := speak_asked_language():
        room.logbook.choose(replace(room.logbook.settings, language=language))
        tell(_(_NOW_IN).format(language=LANGUAGE_NAMES[language]))


def _choose_beginning(room: PlainRoom) -> None:
    always = bool(agreed(_(_ALWAYS), _(_ALWAYS_HELP)))
    room.logbook.choose(replace(room.logbook.settings, plain=always))
    tell(_(_ALWAYS_NOW if always else _NOT_ALWAYS))


def _choose_masking(room: PlainRoom) -> None:
    masked = bool(agreed(_(_MASK), _(_MASK_HELP)))
    room.logbook.choose(replace(room.logbook.settings, masked=masked))
    mask_as_set(room.logbook)
    if masked:
        tell_of_masking()
    else:
        tell(_(_SHOWN))
