"""Every screen in every language, narrow and wide: kept as text, in words of that language, and with no label cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from journal.domain.text.words import LOCALE_FOLDER, Words, speak
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, WIDE, opened, text
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

WORDS = {
    "en": {
        "main": "Timeline",
        "new entry": "What happened",
        "attach": "Attach evidence",
        "still to do": "photographed",
        "case": "Steps",
        "preview": "Will be shared",
        "help lines": "112",
        "calendar": "November 2026",
        "settings": "Settings",
        "lock": "not protected",
    },
    "nl": {
        "main": "Tijdlijn",
        "new entry": "Wat er gebeurde",
        "attach": "Bewijs toevoegen",
        "still to do": "oproeplijst gefotografeerd, niet gewist",
        "case": "Stappen",
        "preview": "Wordt gedeeld",
        "help lines": "112",
        "calendar": "november 2026",
        "settings": "Instellingen",
        "lock": "niet beveiligd",
    },
    "fr": {
        "main": "Chronologie",
        "new entry": "Ce qui s",
        "attach": "Joindre une preuve",
        "still to do": "photographiée, non effacée",
        "case": "Démarches",
        "preview": "Sera transmis",
        "help lines": "112",
        "calendar": "novembre 2026",
        "settings": "Réglages",
        "lock": "non protégé",
    },
}
"""By language: what stands on some of the screens."""
NOTED = "registered letter"
"""Stored words that begin as a label does; what was typed is as long as there is room."""
ESCAPES = 4
"""More lead back from no screen; after what recorded something, no number of them does."""
WHOLE_ELSEWHERE = {
    "commands": "the title; the help beside it is as long as there is room, and stands whole in the help",
    "keys": "the title and the key; the help between them stands whole in the help",
    "preview": "the highlighted line, below the list",
    "still to do": "the item; the kind behind it and the day stand whole in the entry",
}
"""Screens with lists that are wider than some terminals, and what is whole there."""


async def pictures(folder: Path, size: tuple[int, int]) -> dict[str, str]:
    """Every screen as text, by its name: in one app as long as each escape leads back to where all of them begin."""
    left, found = dict(WALKS), dict[str, str]()
    while left:
        (folder / str(len(left))).mkdir()
        async with opened(a_case(folder / str(len(left))), size) as pilot:
            begin = text(pilot.app)
            while left and text(pilot.app) == begin:
                name = next(iter(left))
                await pilot.press(*left.pop(name))
                await pilot.pause()
                found[name] = text(pilot.app)
                for _time in range(ESCAPES):
                    if text(pilot.app) != begin:
                        await pilot.press("escape")
    return found


def labels(language: str) -> list[str]:
    """What the program can say, up to the first blank of a sentence."""
    with (LOCALE_FOLDER / f"{language.replace('en', 'nl')}/LC_MESSAGES/journal.po").open("rb") as catalogue:
        said = [one.id if language == "en" else one.string or "" for one in read_po(catalogue) if one.id]
    return [form.partition("{")[0] for one in said for form in ((one,) if isinstance(one, str) else one)]


def cut(picture: str, known: list[str]) -> list[str]:
    """The lines on which a label of the program ends in an ellipsis that is not its own."""
    found = []
    for line in picture.splitlines():
        for before in re.findall(r"([^…│┃]+)…", line):
            label = re.split(r"  +| · ", before)[-1].strip(" ▌·✓■?[]▲")
            longer = (one[len(label) :].lstrip() for one in known if one.startswith(label))
            if len(label) > 3 and not NOTED.startswith(label) and any(not rest.startswith("…") for rest in longer):
                found.append(line)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@pytest.mark.parametrize("language", WORDS)
async def test_every_screen_stands_whole_in_its_language(
    tmp_path: Path, language: str, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    speak(Words(language))
    known = labels(language)

    found = await pictures(tmp_path, size)

    assert {name: word for name, word in WORDS[language].items() if word not in found[name]} == {}
    assert [line for name in found.keys() - WHOLE_ELSEWHERE.keys() for line in cut(found[name], known)] == []
    assert not [line for line in found["commands"].splitlines() if "…" in line.strip(" ▌").split("  ")[0]]
    assert "\n".join(f"──── {name}\n{one}" for name, one in found.items()) == snapshot
