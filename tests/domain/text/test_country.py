"""The country that is meant where nobody chose one."""

from __future__ import annotations

import pytest

from journal.domain.text.country import COUNTRIES, country_of, tell_by, words_of
from journal.domain.text.words import Words, _, speak, spoken
from journal.store.disk.timezones import zone_of


@pytest.mark.parametrize(
    ("chosen", "zone", "language", "country"),
    [
        ("NL", "Europe/Brussels", "nl_BE", "NL"),
        ("", "Europe/Amsterdam", "fr", "NL"),
        ("", "Europe/Brussels", "en", "BE"),
        ("", "UTC", "nl_BE", "BE"),
        ("", "UTC", "nl", "NL"),
        ("XX", "Asia/Tokyo", "en_US", "BE"),
    ],
)
def test_the_choice_counts_before_the_zone_and_the_zone_before_the_language(
    chosen: str, zone: str, language: str, country: str
) -> None:
    assert country_of(chosen, zone, language) == country
    assert country in COUNTRIES


@pytest.mark.parametrize(
    ("language", "chosen", "zone", "words"),
    [
        ("nl", "", "Europe/Brussels", "nl_BE"),
        ("nl", "NL", "Europe/Brussels", "nl_NL"),
        ("nl_BE", "", "UTC", "nl_BE"),
        ("nl_BE", "", "Europe/Amsterdam", "nl_NL"),
        ("nl", "", "UTC", "nl"),
        ("nl_SR", "", "America/Paramaribo", "nl_SR"),
        ("fr", "BE", "Europe/Brussels", "fr"),
        ("en_GB", "", "Europe/Brussels", "en_GB"),
    ],
)
def test_a_language_is_spoken_as_the_country_does_where_it_has_words_of_its_own(
    language: str, chosen: str, zone: str, words: str
) -> None:
    assert words_of(language, chosen, zone) == words


def test_a_language_that_only_another_version_writes_leaves_the_language_as_it_is() -> None:
    speak(Words("fr"))
    tell_by(zone_of("Europe/Brussels"), "xx")

    assert spoken().language == "fr"
    assert _("Settings") == "Réglages"


def test_the_interface_says_what_a_country_says_and_the_rest_in_its_language() -> None:
    said = {}

    for country in ("BE", "NL"):
        speak(Words("nl"))
        tell_by(zone_of("Europe/Brussels"), country=country)
        said[country] = (
            _("afternoon"),
            _("Police office"),
            _("Settings"),
            spoken().many("report {numbers}", "reports {numbers}", 2),
        )

    assert said["BE"] == ("namiddag", "Politiekantoor", "Instellingen", "klachten of meldingen {numbers}")
    assert said["NL"] == ("middag", "Politiebureau", "Instellingen", "aangiften of meldingen {numbers}")
