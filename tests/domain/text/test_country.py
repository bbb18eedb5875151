"""The country that is meant where nobody chose one."""

from __future__ import annotations

import pytest

from journal.domain.text.country import COUNTRIES, country_of


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
