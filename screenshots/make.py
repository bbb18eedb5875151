"""Draws the pictures in this folder again: the real program on the invented case, at a fixed minute.

The same program gives the same bytes. The pictures name no font that would have to be fetched from anywhere.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from textual.pilot import Pilot

FOLDER = Path(__file__).parent
NOW = datetime(2026, 11, 22, 9, 3, tzinfo=UTC)
"""Sunday 22 November 2026, 10:03 in the zone of the case."""
FONTS = "ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace"
CELL = 12.2
"""The width of a letter in the pictures."""
_BLANK = "&#160;"
_TEXT = re.compile(r'(<text [^>]*?x=")([\d.]+)("[^>]*? textLength=")([\d.]+)("[^>]*>)([^<]*)</text>')
PATIENCE = 100
"""Tenths of a second to wait for what a picture has to show."""
WIDE, NARROW = (120, 34), (80, 24)


@dataclass(frozen=True)
class Picture:
    """One picture: how large, which keys lead there, words that must stand on it, in which language and colours."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    shows: tuple[str, ...]
    language: str = "en"
    theme: str = ""


def typed(words: str) -> tuple[str, ...]:
    """Return the keys that type these words."""
    return tuple("space" if sign == " " else {":": "colon", ".": "full_stop"}.get(sign, sign) for sign in words)


def editor(kind: str, words: str, withheld: str) -> tuple[str, ...]:
    """Return the keys for a new call of last night: letters of its kind, what happened, the letter of *withheld*."""
    return (
        *("n", *typed("gisteren 22u14"), "enter", *typed(kind), "enter", *typed(words)),
        *("tab", "tab", "tab", withheld, "tab", "n", "tab", "9"),
    )


HISTORY = ("slash", *typed("grey coat"), "enter", "h")

PICTURES = (
    Picture("main-wide", WIDE, (), ("Timeline", "Silent call", "Evidence checklist")),
    Picture("main-narrow", NARROW, (), ("Timeline", "Silent call")),
    Picture(
        "editor",
        WIDE,
        editor("silent", "The telephone rang nine times. Nobody spoke.", "w"),
        ("New entry", "Saturday 21 November 2026, 22:14", "Nobody spoke", "(•) withheld", "draft kept"),
    ),
    Picture("history", WIDE, HISTORY, ("Piet remembered",)),
    Picture(
        "exhibit",
        WIDE,
        ("l", *typed("his car"), "enter", "space", "tab"),
        ("His car, photo by An", "This photo says where it was taken", "Linked to", "▀"),
    ),
    Picture("todo", WIDE, ("t",), ("Still to do", "type to find")),
    Picture("case", WIDE, ("c",), ("Said “no contact” once, in writing",)),
    Picture("people", WIDE, ("c", "2"), ("Max Madeup", "unknown caller A")),
    Picture("events", WIDE, ("c", "5"), ("Two evenings in November", "From when to when", "belongs to the event")),
    Picture("picked", WIDE, ("f4", "f4", "f4", "f2"), ("3 picked entries", "Put them together as an event")),
    Picture("overview", WIDE, ("p", "2"), ("Overview", "Months", "no contact")),
    Picture("calendar", WIDE, ("y",), ("November 2026", "Mon", "at an unknown time")),
    Picture("filter", WIDE, ("f", "f4", "down", "f4"), ("Filter", "2 picked", "With evidence")),
    Picture("hand-over", WIDE, ("x",), ("For whom", "Private notes", "share too")),
    Picture("what-leaves", WIDE, ("x", "f2"), ("Will be shared", "will be shared", "stay here", "Kind")),
    Picture("help-lines", WIDE, ("f8",), ("When it is urgent", "112")),
    Picture("help", WIDE, ("question_mark",), ("Open the entry", "New entry")),
    Picture("palette", WIDE, ("ctrl+p",), ("New entry",)),
    Picture("settings", WIDE, ("comma",), ("Settings", "Colours")),
    Picture("contrast", WIDE, (), ("Timeline", "Evidence checklist"), theme="contrast"),
    Picture("main-wide.nl", WIDE, ("down",) * 18, ("Tijdlijn", "Net toen was ik op de parking"), language="nl"),
    Picture("main-wide.fr", WIDE, ("down",) * 17, ("Chronologie", "en réunion"), language="fr"),
    Picture("history.nl", WIDE, HISTORY, ("Aangepast", "Piet remembered"), language="nl"),
    Picture("history.fr", WIDE, HISTORY, ("Modifié", "Piet remembered"), language="fr"),
    Picture(
        "editor.nl",
        WIDE,
        editor("stille", "De telefoon ging negen keer. Niemand zei iets.", "a"),
        ("Nieuw voorval", "zaterdag 21 november 2026", "(•) afgeschermd", "Niemand zei iets"),
        language="nl",
    ),
    Picture(
        "editor.fr",
        WIDE,
        editor("sil", "Le téléphone a sonné neuf fois. Personne ne parlait.", "m"),
        ("Nouveau fait", "samedi 21 novembre 2026", "(•) masqué", "Personne ne parlait"),
        language="fr",
    ),
)


async def draw(picture: Picture, case: Path) -> str:
    """Return a picture as SVG."""
    from journal.domain.text.words import Words, speak
    from journal.logbook import Logbook
    from journal.ui.app import JournalApp

    os.environ["JOURNAL_THEME"] = picture.theme
    speak(Words(picture.language))
    logbook = Logbook(case, clock=lambda: NOW)
    app = JournalApp(logbook)
    try:
        async with app.run_test(size=picture.size) as pilot:
            await settled(pilot)
            for key in picture.keys:
                await pilot.press(key)
                await settled(pilot)
            for _ in range(PATIENCE):
                if not missing(picture, app.export_screenshot()):
                    break
                await pilot.pause(0.1)
            await settled(pilot)
            return plain(app.export_screenshot(title="Journal"))
    finally:
        logbook.close()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything that a key began is drawn, with a cursor that does not blink."""
    await pilot.pause()
    for line in pilot.app.screen.query(Input):
        line.cursor_blink = False
    for text in pilot.app.screen.query(TextArea):
        text.cursor_blink = False
    await pilot.app.animator.wait_until_complete()
    await pilot.pause()


def plain(svg: str) -> str:
    """Return the picture with fonts of the reader's own computer only, and words placed where they are drawn.

    Some viewers drop blanks at the beginning of a text and know no `textLength`; so the blanks become a place.
    """
    bare = re.sub(r"@font-face\s*\{[^}]*\}\s*|<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    named = re.sub(r"font-family:[^;]*;", f"font-family: {FONTS};", bare)
    return _TEXT.sub(_placed, named)


def _placed(text: re.Match[str]) -> str:
    start, x, between, length, after, words = text.groups()
    while words.startswith(_BLANK):
        words = words.removeprefix(_BLANK)
        x, length = str(round(float(x) + CELL, 1)), str(round(float(length) - CELL, 1))
    while words.endswith(_BLANK):
        words = words.removesuffix(_BLANK)
        length = str(round(float(length) - CELL, 1))
    return f"{start}{x}{between}{length}{after}{words}</text>" if words else ""


def missing(picture: Picture, svg: str) -> list[str]:
    """Return the words that should stand on the picture and do not."""
    text = re.sub(r"<[^>]+>", "", svg).replace("&#160;", " ")
    return [words for words in picture.shows if words not in text]


PAGES = {"dossier-summary": "summary", "dossier-list": "chronology", "dossier-exhibits": "exhibits"}
"""The pages of the dossier that are drawn: by the name of the picture, the section that begins there."""


def pages(case: Path, wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the named pages of the dossier of the case for the police, in English, as SVG."""
    import typst

    from journal.handover.selection.choice import HandoverChoice, Sender
    from journal.handover.writers.pdf import job_of
    from journal.handover.writers.typesetting import of_letters
    from journal.logbook import Logbook
    from journal.logbook.output_files import document_of

    logbook = Logbook(case, clock=lambda: NOW)
    document = document_of(logbook.handing_over.chosen(HandoverChoice(sender=Sender(name="An Invented"))))
    for name, anchor in PAGES.items():
        if name in wanted:
            sections = tuple(section for section in document.sections if section.anchor == anchor)
            order = job_of(replace(document, sections=sections, cover=(), contents_title=""), NOW)
            source = {
                "main.typ": order["template"],
                "data.json": json.dumps(order["data"] | of_letters({})).encode(),
                **order["pictures"],
            }
            drawn = typst.compile(source, format="svg", ignore_system_fonts=True)
            yield name, drawn[0] if isinstance(drawn, list) else drawn
    logbook.close()


def main() -> int:
    """Draw all pictures, or those that are named; fails where one does not show what it should."""
    os.environ.update(TZ="Europe/Brussels", LC_ALL="C.UTF-8", TEXTUAL_ANIMATIONS="none", COLORTERM="truecolor")
    time.tzset()
    from journal.demo import write_case

    status = 0
    for picture in PICTURES:
        if sys.argv[1:] and picture.name not in sys.argv[1:]:
            continue
        with tempfile.TemporaryDirectory(prefix="journal-") as folder:
            case = Path(folder) / "journal.json"
            write_case(case)
            svg = asyncio.run(draw(picture, case))
        (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        if lost := missing(picture, svg):
            sys.stderr.write(f"{picture.name} does not show: {', '.join(lost)}\n")
            status = 1
    with tempfile.TemporaryDirectory(prefix="journal-") as folder:
        case = Path(folder) / "journal.json"
        write_case(case)
        for name, page in pages(case, sys.argv[1:] or PAGES):
            (FOLDER / f"{name}.svg").write_bytes(page)
    return status


if __name__ == "__main__":
    sys.exit(main())
