"""Time zones as people type them, by the newer of two databases."""

from __future__ import annotations

import zoneinfo
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import tzdata

from journal.domain.base.errors import Refused
from journal.store.disk import timezones
from journal.store.disk.timezones import zone_called, zone_of, zone_starting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


OLD = b"TZif2" + bytes(15 + 16) + (1).to_bytes(4, "big") + (4).to_bytes(4, "big")
"""The first half of a zone file with one sort of local time and a name of four bytes; the second half is like it."""


def a_zone(hours: int) -> bytes:
    """Return a zone that is always so many hours before or behind, as a database of the system would hold it."""
    kind = (hours * 3600).to_bytes(4, "big", signed=True) + b"\0\0OLD\0"
    return (OLD + kind) * 2 + f"\n<OLD>{-hours}\n".encode()


@pytest.fixture
def system(tmp_path: Path) -> Iterator[Path]:
    """Make the zone database of the system a folder in which every Casablanca lies five hours ahead."""
    (tmp_path / "Africa").mkdir()
    (tmp_path / "Africa" / "Casablanca").write_bytes(a_zone(5))
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([str(tmp_path)])
    zoneinfo.ZoneInfo.clear_cache()
    timezones._loaded.cache_clear()
    timezones._data.cache_clear()
    yield tmp_path
    zoneinfo.reset_tzpath(before)
    zoneinfo.ZoneInfo.clear_cache()


def hours_ahead(name: str) -> float:
    ahead = datetime(2026, 11, 29, 10, tzinfo=zone_of(name)).utcoffset()
    assert ahead is not None
    return ahead / timedelta(hours=1)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("tzdata.zi", "# version 2025b\n# more"),
        ("+VERSION", "2025b"),
        ("tzdata.zi", "# version unknown\n"),
        ("tzdata.zi", "2025b or later, patched\n"),
        ("tzdata.zi", "\xff"),
        ("elsewhere", "2040a"),
    ],
)
def test_zone_data_of_the_system_that_is_older_or_of_unknown_age_does_not_count(
    system: Path, file: str, line: str
) -> None:
    (system / file).write_text(line, encoding="latin-1")

    assert timezones.zone_data() == timezones.ZoneData(tzdata.IANA_VERSION, of_system=False)
    assert hours_ahead("Africa/Casablanca") == 0
    assert hours_ahead("America/Vancouver") == -7
    assert hours_ahead("America/Edmonton") == -6
    assert hours_ahead("America/Winnipeg") == -5
    assert zone_of("Africa/Casablanca") is zone_of("Africa/Casablanca")
    assert str(zone_of("Africa/Casablanca")) == "Africa/Casablanca"


@pytest.mark.parametrize(("file", "line"), [("tzdata.zi", "# version 2040a\n"), ("+VERSION", "2040a\n")])
def test_zone_data_of_the_system_that_is_newer_counts_and_what_it_lacks_is_taken_from_what_ships(
    system: Path, file: str, line: str
) -> None:
    (system / file).write_text(line, encoding="ascii")

    assert timezones.zone_data() == timezones.ZoneData("2040a", of_system=True)
    assert hours_ahead("Africa/Casablanca") == 5
    assert hours_ahead("Europe/Brussels") == 1


def test_a_zone_that_only_the_system_knows_is_one(system: Path) -> None:
    (system / "Mars").write_bytes(a_zone(3))

    assert hours_ahead("Mars") == 3


@pytest.mark.parametrize("name", ["../Africa/Casablanca", "/etc/localtime", "Africa", "Africa/\0", "Mars/Base"])
def test_a_name_that_leads_out_of_the_zone_data_is_no_zone(system: Path, name: str) -> None:
    with pytest.raises(Refused):
        timezones.require_zone(name)
