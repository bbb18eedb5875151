"""Time zones as people type them."""

from __future__ import annotations

import pytest

from journal.domain.errors import Refused
from journal.store.zones import zone_called, zone_starting


@pytest.mark.parametrize("typed", ["Europe/Brussels", "europe/brussels", "brussels", " Brussels "])
def test_a_zone_is_known_by_its_name_or_its_city_in_any_letters(typed: str) -> None:
    assert zone_called(typed) == "Europe/Brussels"


@pytest.mark.parametrize("typed", ["new york", "New_York", "america/new york"])
def test_a_space_in_a_city_is_understood(typed: str) -> None:
    assert zone_called(typed) == "America/New_York"


def test_nothing_typed_is_no_zone() -> None:
    assert zone_called("  ") == ""


@pytest.mark.parametrize("typed", ["Mars/Base", "../../etc/passwd", "\0", "Europe"])
def test_what_is_no_zone_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refused, match="for example Europe/Brussels"):
        zone_called(typed)


def test_a_city_that_several_zones_are_called_by_is_asked_about() -> None:
    with pytest.raises(Refused, match="More than one time zone is called Eastern: "):
        zone_called("Eastern")


def test_typed_letters_go_on_to_a_whole_name() -> None:
    assert zone_starting("europe/bru") == "Europe/Brussels"
    assert zone_starting("") == ""
    assert zone_starting("mars") == ""
