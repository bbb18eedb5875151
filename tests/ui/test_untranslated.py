"""No word of a screen or a command goes past the translator: where all letters are strange, no plain word is left."""

from __future__ import annotations

import argparse
import gettext
import re
from typing import TYPE_CHECKING

import pytest
from babel.dates import get_day_names, get_month_names

from journal.cli.command_line import ADDERS, _parser, main
from journal.domain.text import words
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.words import Words, speak
from journal.handover.selection.choice import Format, Stays
from tests.ui.case_builders import a_hostile_case
from tests.ui.looking import opened, text
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from pathlib import Path

STRANGE = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀçđéƒĝĥîĵķļɱñöþʠŕšţüṽŵẋýžÀɃÇĐÉƑĜĤÎĴĶĻⱮÑÖÞɊŔŠŢÜṼŴẊÝŽ",
)
LANGUAGE = "nl"
"""Of the dates, so that English ones would be seen."""
PLAIN = re.compile(r"[A-Za-z]{2,}")
_AS_IT_IS = re.compile(r"\{[^{}]*\}|%\(\w+\)\w|%\w|`[^`]*`")
_KEYS = {"del", "enter", "esc", "tab", "space", "pgdn", "pgup", "home", "end", "shift", "insert"}
_STORED = {"An", "Invented", "sister", "head", "UTC", "Europe", "Brussels"}
_DATES = {
    one.casefold()
    for width in ("wide", "abbreviated")
    for names in (get_month_names(width, locale=LANGUAGE), get_day_names(width, locale=LANGUAGE))
    for name in names.values()
    for one in PLAIN.findall(name)
}
_OWN_NAMES = {part for one in LANGUAGES.values() for part in PLAIN.findall(one.name)}


class _Strange(gettext.NullTranslations):
    """Every message with letters of its own, one for one; names of commands and what is put in stay as they are."""

    def gettext(self, message: str) -> str:
        kept = [*_AS_IT_IS.findall(message), ""]
        told = [piece.translate(STRANGE) for piece in _AS_IT_IS.split(message)]
        return "".join(part for pair in zip(told, kept, strict=True) for part in pair)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def _strange_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = _Strange()
    monkeypatch.setattr(words, "_messages", lambda _language, _folder: strange)
    speak(Words(LANGUAGE))


@pytest.mark.parametrize("name", [name for name in WALKS if name != "help lines"])
async def test_every_word_of_a_screen_is_translated(tmp_path: Path, name: str) -> None:
    async with opened(a_hostile_case(tmp_path, "Ω")) as pilot:
        await pilot.press(*WALKS[name])
        await pilot.pause()
        shown = re.sub(r"\b(?=\w*\d)\w+\b|`[^`]*`", "", text(pilot.app))

    left = set(PLAIN.findall(shown)) - _KEYS - _STORED - _OWN_NAMES
    assert {one for one in left if one.casefold() not in _DATES} == set()


@pytest.mark.parametrize("command", ["", *ADDERS])
def test_every_word_of_the_help_of_a_command_is_translated(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"][not command :])

    told = re.sub(r"`[^`]*`|--?[\w-]+|~?/?[\w./~<>()-]+/[\w./~<>()-]+", "", capsys.readouterr().out)
    assert set(PLAIN.findall(told)) - _names(_parser(ADDERS)) == set()


def _names(parser: argparse.ArgumentParser) -> set[str]:
    """What is typed as it stands: names of commands, and the answers that an argument can have."""
    names = {parser.prog.rpartition(" ")[2], *PLAIN.findall(" ".join([*Format, *Stays]))}
    for action in parser._actions:
        names |= set(PLAIN.findall(" ".join([*map(str, action.choices or ()), str(action.metavar or "").lower()])))
        if isinstance(action, argparse._SubParsersAction):
            names = names.union(*map(_names, action.choices.values()))
    return names
