"""README.nl.md and README.fr.md tell the first pages of README.md, with its keys, commands and pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_glossary import GLOSSARY

HOUSE = Path(__file__).parent.parent
READMES = {"en": "README.md", "nl": "README.nl.md", "fr": "README.fr.md"}
TRANSLATED = ("nl", "fr")
KEYS = {"en": "Keys", "nl": "Toetsen", "fr": "Touches"}


def text(language: str) -> str:
    return (HOUSE / READMES[language]).read_text(encoding="utf-8")


def first_pages(language: str) -> str:
    """What all languages tell: down to the table of keys and what stands below it."""
    before, keys, after = text(language).partition(f"\n## {KEYS[language]}\n")
    assert keys
    return before + keys + after.split("\n## ")[0]


def quoted(words: str) -> list[str]:
    return re.findall(r"`([^`]+)`", words)


def rows(language: str) -> list[tuple[list[str], str]]:
    """Each line of the table of keys: the keys that it is about, and what they do."""
    cells = [line.strip("|").split("|") for line in first_pages(language).splitlines() if line.startswith("| ")]
    return [(quoted(keys), does) for keys, does in cells if quoted(keys)]


def keys_of_rows(language: str) -> list[tuple[list[str], list[str]]]:
    """Each line's own keys, and the keys that the words behind them name; examples of typed words are no keys."""
    known = {key for keys, _does in rows("en") for key in keys}
    return [(keys, sorted(known.intersection(quoted(does)))) for keys, does in rows(language)]


def commands(language: str) -> list[str]:
    """The lines of all blocks of code, without what a comment says."""
    blocks = re.findall(r"```\n(.*?)```", first_pages(language), re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


def pictures(language: str) -> list[str]:
    return re.findall(r"[\w/.-]+\.svg", first_pages(language))


@pytest.mark.parametrize("language", READMES)
def test_every_picture_is_there(language: str) -> None:
    shown = re.findall(r"[\w/.-]+\.svg", text(language))

    assert shown
    assert [picture for picture in shown if not (HOUSE / picture).is_file()] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_table_of_keys_names_the_same_keys_in_every_language(language: str) -> None:
    assert len(rows("en")) > 30
    assert keys_of_rows(language) == keys_of_rows("en")


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_first_pages_have_the_same_parts_commands_and_pictures(language: str) -> None:
    def parts(code: str) -> tuple[int, list[str], list[str]]:
        pages = first_pages(code)
        return (
            len(re.findall(r"^(?:#|-|\d\.|\*\*)", pages, re.MULTILINE)),
            commands(code),
            [picture.replace(f".{code}.svg", ".svg") for picture in pictures(code)],
        )

    assert commands("en")
    assert parts(language) == parts("en")


@pytest.mark.parametrize("language", READMES)
def test_the_top_line_leads_to_the_other_languages(language: str) -> None:
    top = text(language).split("\n\n")[1]

    assert set(re.findall(r"\]\((.*?)\)", top)) == set(READMES.values()) - {READMES[language]}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_first_pages_keep_to_the_terms_of_the_screens(language: str) -> None:
    pages = text(language).replace("\N{NO-BREAK SPACE}", " ")

    assert [words for words in GLOSSARY[language].values() if re.search(words, pages, re.IGNORECASE)] == []


def test_the_french_pages_have_no_break_before_high_signs() -> None:
    said = re.sub(r"```.*?```|`[^`\n]+`", "", text("fr"), flags=re.DOTALL)

    assert re.findall(r".* [;:?!»](?:\s|$)|.*« ", said) == []
