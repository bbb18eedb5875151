"""Dutch and French are complete in everything that the program and its documents can say."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from journal.domain.text import languages
from journal.ui.case.help_lines import LANGUAGES as HELP_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Catalog, Message

HOUSE = Path(__file__).parents[3]
KEYWORDS = {"_": None, "N_": None, "N_many": (1, 2), "many": (1, 2), "words": None}
LANGUAGES = tuple(code for code in languages.LANGUAGES if code != "en")
OVERLAYS = tuple(f"{code}_{country}" for code, one in languages.LANGUAGES.items() for country in one.overlays)
NO_BREAK = "\N{NO-BREAK SPACE}"

DEFINING = tuple(f"journal/{name}.py:" for name in ("domain/text/words", "handover/bundle/verify"))
"""Modules that pass such forms on."""

Key = str | tuple[str, ...]


@cache
def every_message() -> set[Key]:
    """The messages of the modules that babel.cfg lists, singular and plural as one."""
    with (HOUSE / "babel.cfg").open(encoding="utf-8") as listed:
        methods, options = parse_mapping_cfg(listed)  # type: ignore[no-untyped-call]  # Babel has no types for it
    found = extract_from_dir(HOUSE, methods, options, keywords=KEYWORDS)
    return {tuple(message) if isinstance(message, tuple | list) else message for _file, _line, message, *_rest in found}


@cache
def messages_of(*folders: str) -> set[tuple[str, ...]]:
    """The messages of the modules of these folders, each as its forms."""
    found = (one for folder in folders for one in extract_from_dir(HOUSE / folder, keywords=KEYWORDS))
    return {forms(message) for _file, _line, message, *_rest in found}


@cache
def catalogue(language: str) -> Catalog:
    with (HOUSE / f"journal/locale/{language}/LC_MESSAGES/journal.po").open("rb") as messages:
        return read_po(messages, locale=language, abort_invalid=True)


def translated(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@cache
def calls() -> list[tuple[str, ast.Call, bool]]:
    """Every call in the program that may hold a message: its place, and whether it stands inside an f-string."""
    return [
        (f"{module.relative_to(HOUSE)}:{call.lineno}", call, call in hidden)
        for module in (HOUSE / "journal").rglob("*.py")
        for parts in [[*ast.walk(ast.parse(module.read_text(encoding="utf-8")))]]
        for hidden in [{call for text in parts if isinstance(text, ast.JoinedStr) for call in ast.walk(text)}]
        for call in parts
        if isinstance(call, ast.Call) and call.args and ast.unparse(call.func).split(".")[-1] in KEYWORDS
    ]


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """A message or its translation as its forms: one, or those of a plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def placeholders(text: str) -> set[str]:
    return {name for _before, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_there_once_and_no_other(language: str) -> None:
    source = (HOUSE / f"journal/locale/{language}/LC_MESSAGES/journal.po").read_text(encoding="utf-8")

    known = {tuple(one.id) if isinstance(one.id, list | tuple) else one.id for one in translated(language)}

    assert {"missing": every_message() - known, "unused": known - every_message()} == {
        "missing": set(),
        "unused": set(),
    }
    assert len(re.findall(r"^msgid ", source, re.MULTILINE)) == len(known) + 1
    assert "\n#~" not in source


def test_no_message_stands_inside_an_f_string_where_it_would_not_be_gathered() -> None:
    hidden = [
        place
        for place, call, inside in calls()
        if inside and isinstance(call.func, ast.Name) and isinstance(call.args[0], ast.Constant)
    ]

    assert hidden == []


def test_both_forms_of_a_plural_stand_where_they_are_gathered_together() -> None:
    apart = [
        place
        for place, call, _inside in calls()
        if ast.unparse(call.func).split(".")[-1] == "many" and not place.startswith(DEFINING)
        if not isinstance(call.args[0], ast.Starred)
        and not all(isinstance(form, ast.Constant) for form in call.args[:2])
    ]

    assert apart == []


def test_what_a_country_says_otherwise_is_a_message_and_said_otherwise() -> None:
    kept = {place.name for place in (HOUSE / "journal/locale").iterdir()}
    usual = {code: {forms(one.id): forms(one.string) for one in translated(code)} for code in LANGUAGES}

    odd = [
        (country, "is no message" if said is None else "is said so everywhere", one.id)
        for country in OVERLAYS
        for one in translated(country)
        if (said := usual[country.partition("_")[0]].get(forms(one.id))) in {None, forms(one.string)}
    ]

    assert kept == {*LANGUAGES, *OVERLAYS}
    assert odd == []


@pytest.mark.parametrize("language", [*LANGUAGES, *OVERLAYS])
def test_no_message_is_empty_or_fuzzy_and_every_plural_has_its_forms(language: str) -> None:
    plurals = catalogue(language).num_plurals

    unfinished = [
        one.id
        for one in translated(language)
        if one.fuzzy or not all(forms(one.string) or ("",)) or (one.pluralizable and len(forms(one.string)) != plurals)
    ]

    assert unfinished == []


@pytest.mark.parametrize("language", [*LANGUAGES, *OVERLAYS])
def test_a_message_and_its_translation_have_the_same_placeholders(language: str) -> None:
    differing = [
        one.id
        for one in translated(language)
        for form in forms(one.string)
        if placeholders(form) not in [placeholders(own) for own in forms(one.id)]
    ]

    assert differing == []


def _begins_small(message: str) -> bool:
    """Whether a translation may begin with a small letter, as after an abbreviation or for the name of a language."""
    return not (message[0].isupper() and message[1:2].islower()) or message in HELP_LANGUAGES.values()


@pytest.mark.parametrize("language", [*LANGUAGES, *OVERLAYS])
def test_a_translation_begins_and_ends_as_its_message_does(language: str) -> None:
    """Labels stay labels and sentences stay sentences: capitals at the beginning, a full stop at the end."""
    differing = [
        (one.id, one.string)
        for one in translated(language)
        for form in forms(one.string)
        if any(
            (
                (form[-1] == ".") != (forms(one.id)[0][-1] == ".") and one.id != "No.",
                (form[0] == " ") != (forms(one.id)[0][0] == " "),
                form[0].islower() and not _begins_small(forms(one.id)[0]),
            )
        )
    ]

    assert differing == []


def test_french_has_no_break_before_its_high_signs_and_no_english_quotation_marks() -> None:
    texts = [form for one in translated("fr") for form in forms(one.string)]

    loose = [text for text in texts if re.search(rf"[^{NO_BREAK}\d:/][;:?!»](?=\s|$)|«(?!{NO_BREAK})", text)]
    foreign = [text for text in texts if set(text) & set("“”\"'")]

    assert loose == []
    assert foreign == []


def test_dutch_has_no_straight_quotation_marks() -> None:
    dutch = [one for language in ("nl", *OVERLAYS) for one in translated(language)]

    assert [one.string for one in dutch if set("".join(forms(one.string))) & set("\"'")] == []
