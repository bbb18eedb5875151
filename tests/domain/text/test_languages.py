"""Every language of the one table has everything that a language needs."""

from __future__ import annotations

from importlib.resources import files

import pytest

from journal.domain.text.calendar_names import _KNOWN
from journal.domain.text.languages import LANGUAGES, known_language, system_language
from journal.domain.time.reading.phrase import GRAMMARS


def test_typed_times_are_read_in_each_language_in_the_order_of_the_table() -> None:
    assert [*GRAMMARS] == [*LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_names_of_days_and_a_page_in_the_bundle(language: str) -> None:
    page = files("journal.handover.bundle").joinpath(f"pages/how-to-check.{language}.txt")

    assert language in _KNOWN
    assert page.is_file()


def test_a_locale_that_is_not_written_falls_back_to_english() -> None:
    assert [known_language(one) for one in ("nl_BE", "fr", "en_US", "de_DE", "")] == ["nl", "fr", "en", "en", "en"]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_BE.UTF-8"}, "nl_BE"),
        ({"LANG": "fr_BE@euro"}, "fr_BE"),
        ({"LANG": "fr_BE.UTF-8", "LC_MESSAGES": "nl_NL"}, "nl_NL"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_BE.UTF-8", "LC_ALL": ""}, "fr_BE"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:nl"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "nl"}, "en"),
        ({"LANG": "nl_NL", "LANGUAGE": ""}, "nl_NL"),
    ],
)
def test_the_language_of_the_computer_is_found_as_gettext_finds_it(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language
